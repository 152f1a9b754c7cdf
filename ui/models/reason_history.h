// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QObject>

#include "ui/models/history_query.h"
#include "ui/models/selection.h"
#include "ui/models/view_state.h"

namespace gemba::ui {

/// The reasons of the selected machine over the time up to the cursor: what was recorded, asked for
/// once somebody looks at it, and from then on what passes before the cursor. Never anything after
/// the cursor. What takes long is a job that can be cancelled. GUI thread.
class ReasonHistory : public QObject
{
    Q_OBJECT
public:
    static constexpr twin::TimeNs kLongest = 8 * twin::kHour;
    static constexpr int kColumns = 90;

    ReasonHistory(ViewState& view, const Selection& selection, HistoryQuery& history,
                  QObject* parent = nullptr);
    ~ReasonHistory() override;

    /// Somebody looks at it: asks for what is not known yet. Cheap where nothing is missing.
    void want();
    void cancel(); ///< until the machine or the time is another one, or again()
    void again();

    /// Increasing; the last is the one at the cursor. Empty: no machine, or nothing of it.
    [[nodiscard]] const std::vector<ReasonsAt>& instants() const { return m_instants; }
    [[nodiscard]] TimeRange window() const; ///< log time; not valid: nothing is shown
    [[nodiscard]] bool working() const { return m_asking; }
    [[nodiscard]] bool cancelled() const { return m_cancelled; }
    [[nodiscard]] const QString& problem() const { return m_problem; } ///< a sentence or empty

Q_SIGNALS:
    void changed();

private:
    void follow();
    void forget();
    void see(const twin::Snapshot& snapshot);
    void take(ReasonCourse course, TimeRange asked);
    void thinOut();
    [[nodiscard]] twin::TimeNs column() const;

    ViewState& m_view;
    const Selection& m_selection;
    HistoryQuery& m_history;
    const int m_ticket;
    std::vector<ReasonsAt> m_instants;
    TimeRange m_known; ///< what was asked for and has been answered, and what has passed since
    twin::AssetId m_asset = twin::kNoAsset;
    const twin::Plant* m_plant = nullptr;
    std::uint64_t m_epoch = 0;
    std::unique_ptr<Job> m_job;
    QString m_problem;
    quint64 m_round = 0; ///< answers to questions of an earlier round come too late
    bool m_asking = false, m_cancelled = false;
};

} // namespace gemba::ui
