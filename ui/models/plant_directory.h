// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>
#include <QString>

namespace gemba::ui {

/// Where a plant is described and where its telemetry comes from. Never holds a secret: only the
/// name of the file that does.
struct PlantSource
{
    QString folder;       ///< with plant.json in it
    QString broker;       ///< "mqtts://host:8883"
    QString caFile;       ///< empty: the system's authorities
    QString certFile, keyFile; ///< ours, for mutual TLS
    QString user;
    QString passwordFile;
    bool operator==(const PlantSource&) const = default;
};

/// A plant as the list of plants shows it.
struct PlantLine
{
    enum class Link {
        NotWatched, ///< known from before, or given up
        Starting,
        Waiting,    ///< watched, no link to the broker
        Live,
    };
    quint64 id = 0; ///< never given twice
    QString name;   ///< of the site; of the folder while it has never been read
    PlantSource source;
    Link link = Link::NotWatched;
    QString problem;       ///< why it could not be started, or has no link; a sentence
    int worstPriority = 0; ///< 1..3; 0: nothing abnormal, or not watched
    QString worst;         ///< "Reactor R-101: Act"; empty with worstPriority 0
    int unacknowledged = 0;
    bool shown = false; ///< the one that the windows show
    bool operator==(const PlantLine&) const = default;
};

/// The plants that Gemba brings along to play on this machine.
enum class DemoKind {
    Process,   ///< the Eastman works
    PumpHouse,
    Turbofans, ///< a fleet of engines
};

/// The plants that this person knows, and those that are watched at the same time, each by a
/// pipeline of its own. Implemented in app. Calls return at once. GUI thread.
class PlantDirectory : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual const std::vector<PlantLine>& plants() const = 0;
    /// Begins to watch it and shows it when it is there; a plant that is known already is shown.
    virtual void watch(const PlantSource& source) = 0;
    virtual void show(quint64 id) = 0;   ///< the windows turn to it; starts it where necessary
    virtual void stop(quint64 id) = 0;   ///< gives its link up; it stays in the list
    virtual void forget(quint64 id) = 0; ///< stops it and takes it out of the list
    virtual void showDemo(DemoKind kind) = 0; ///< shows it; starts it where necessary

Q_SIGNALS:
    void changed();
};

/// What a person is told of a link, in one word.
struct PlantWords
{
    [[nodiscard]] static QString link(PlantLine::Link link);
};

} // namespace gemba::ui
