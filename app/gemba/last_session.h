// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QLockFile>
#include <QThreadPool>
#include <QTimer>
#include <QVariant>

#include "twin/model/time.h"
#include "ui/models/plant_directory.h"

namespace gemba {

/// What a person was looking at.
struct WhereYouWere
{
    QString file;                   ///< a session; empty: the plant
    ui::PlantSource plant;          ///< folder empty: none
    twin::TimeNs at = twin::kNoTime; ///< the cursor in the file
    QVariantList windows;
    [[nodiscard]] bool anything() const { return !file.isEmpty() || !plant.folder.isEmpty(); }
    bool operator==(const WhereYouWere&) const = default;
};

/// Notes every few seconds where a person is, in a file of its own, so that it can be offered
/// again after a run that did not end as it should. Of several programs at once only the first
/// notes anything. GUI thread; writes on another.
class LastSession
{
public:
    static constexpr int kEveryMs = 5000;

    explicit LastSession(const QString& path);
    ~LastSession(); ///< a clean end: nothing to be offered

    /// Where an earlier run was when it ended without its clean end.
    [[nodiscard]] const std::optional<WhereYouWere>& unfinished() const { return m_unfinished; }
    /// Begins to note what this says.
    void follow(std::function<WhereYouWere()> where);
    void noteNow();

private:
    void write(const WhereYouWere& where, bool clean);
    [[nodiscard]] static std::optional<WhereYouWere> read(const QString& path);
    QString m_path;
    std::unique_ptr<QLockFile> m_lock; ///< null: another program notes
    std::optional<WhereYouWere> m_unfinished, m_noted;
    std::function<WhereYouWere()> m_where;
    QTimer m_timer;
    QThreadPool m_writer; ///< one thread, so that notes stay in order
};

} // namespace gemba
