// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

#include "ui/models/pen_set.h"

namespace gemba::ui {

class Settings;

/// The pen sets and calculated tags that a person keeps for the plant shown, in one JSON file a
/// plant beside the settings. Read and written by another thread; a file is replaced as a whole,
/// and one that cannot be read is left as it is, kept beside. GUI thread.
class PenBook : public QObject
{
    Q_OBJECT
public:
    /// The one book that belongs to these settings: all windows share it.
    static PenBook& of(Settings& settings);

    void setPlant(const QString& id); ///< loads; changed() follows when there is something
    [[nodiscard]] const PenSets& sets() const { return m_sets; }
    void replace(const PenSets& sets); ///< and writes them
    /// The answer is a sentence where it could not be done, else empty.
    using Done = std::function<void(const QString& problem)>;
    void importFrom(const QString& path, std::function<void(PenSets, const QString& problem)> done);
    void exportTo(const QString& path, const PenSets& sets, Done done);

Q_SIGNALS:
    void changed();
    void failed(const QString& sentence);

private:
    explicit PenBook(Settings& settings);
    [[nodiscard]] QString path() const; ///< empty: nowhere
    PenSets m_sets;
    Settings& m_settings;
    quint64 m_round = 0; ///< what was read for an earlier plant comes too late
};

} // namespace gemba::ui
