// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>
#include <QTimer>

#include "app/gemba/console.h"
#include "app/gemba/demo_plant.h"
#include "app/gemba/ring_file.h"
#include "ui/models/plant_directory.h"
#include "ui/models/settings.h"

namespace gemba {

/// The plants of this person: known ones, remembered with the settings, and those that are watched
/// now, each with a pipeline of its own. Reads and compiles on threads of its own. GUI thread.
class Plants : public ui::PlantDirectory
{
    Q_OBJECT
public:
    Plants(Console& console, ui::Settings& settings);
    ~Plants() override; ///< turns the console away from them first

    /// For the command line: returns when it is watched, and cannot be in doubt about the ring.
    [[nodiscard]] twin::Result<void> start(const QString& folder, const twin::Broker& broker,
                                           const std::optional<QString>& ringPath);

    [[nodiscard]] const std::vector<ui::PlantLine>& plants() const override { return m_lines; }
    void watch(const ui::PlantSource& source) override;
    void show(quint64 id) override;
    void stop(quint64 id) override;
    void forget(quint64 id) override;
    void showDemo(ui::DemoKind kind) override;
    /// Of the plant that the windows show; nothing: none.
    [[nodiscard]] std::optional<ui::PlantSource> shownSource() const;

private:
    struct Entry {
        ui::PlantSource source;
        bool demo = false; ///< ours from end to end: not remembered, and its broker is ours to speak to
        std::unique_ptr<RingFile> ring;
        std::unique_ptr<LivePlant> live;
        std::unique_ptr<ui::Job> job; ///< while it is being started
        quint64 attempt = 0;          ///< counts starts: what came of an earlier one is thrown away
    };
    struct Prepared { ///< on another thread
        std::unique_ptr<RingFile> ring;
        LivePlant::Settings settings;
        std::unique_ptr<twin::LiveRuntime> runtime;
    };
    [[nodiscard]] static twin::Result<Prepared> prepare(const QString& folder,
                                                        const twin::Broker& broker,
                                                        const std::optional<QString>& ringPath,
                                                        bool demo);
    quint64 add(const ui::PlantSource& source, bool demo = false);
    void begin(quint64 id);
    [[nodiscard]] twin::Result<void> adopt(quint64 id, Prepared prepared);
    void end(quint64 id, const QString& problem);
    [[nodiscard]] ui::PlantLine* line(quint64 id);
    void look(); ///< at what the watched ones say
    void look(ui::PlantLine& line, const LivePlant& live) const;
    void remember();
    void recall();
    void updated();

    Console& m_console;
    ui::Settings& m_settings;
    std::vector<ui::PlantLine> m_lines;
    std::map<quint64, Entry> m_entries;
    quint64 m_lastId = 0;
    quint64 m_wanted = 0; ///< the one to be shown when it is there
    std::map<ui::DemoKind, std::unique_ptr<DemoPlant>> m_demos;
    QTimer m_timer;
    QThreadPool m_threads;
};

} // namespace gemba
