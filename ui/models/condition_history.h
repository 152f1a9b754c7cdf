// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>

#include <QElapsedTimer>
#include <QObject>

#include "ui/models/history_query.h"
#include "ui/models/view_state.h"

namespace gemba::ui {

/// How the conditions of machines came to be what they are: short trends up to the cursor, for
/// sparklines. Only what somebody asks for is fetched, one question at a time, and again only
/// when the cursor has moved by more than a pixel column and by five seconds. GUI thread.
class ConditionHistory : public QObject
{
    Q_OBJECT
public:
    static constexpr twin::TimeNs kSpan = 8 * twin::kHour;
    static constexpr int kColumns = 48;

    /// Uses `ticket` for its questions and no other.
    ConditionHistory(const ViewState& view, HistoryQuery& history, int ticket,
                     QObject* parent = nullptr);

    struct Line
    {
        twin::TimeNs from = twin::kNoTime, to = twin::kNoTime; ///< arrival times, to = the cursor
        Trend trend; ///< points 0..100; nothing after `to`
    };
    /// What is known of it now, perhaps of a little earlier; null: nothing yet. Asks for more
    /// where that is out of date, so call it for what is on the screen only.
    [[nodiscard]] const Line* line(twin::AssetId asset);

Q_SIGNALS:
    void outdated(gemba::twin::AssetId asset); ///< whoever has it on the screen may ask for it
    void changed(gemba::twin::AssetId asset);  ///< it looks different from before

private:
    void forgetJump();
    void tellOutdated();
    [[nodiscard]] Line window() const; ///< without a trend
    [[nodiscard]] bool isOutdated(const Line& line) const;
    void take(twin::AssetId asset, Line line);
    void askNext();

    const ViewState& m_view;
    HistoryQuery& m_history;
    const int m_ticket;
    std::map<twin::AssetId, Line> m_lines;
    std::deque<twin::AssetId> m_wanted;
    std::uint64_t m_epoch = 0;
    const twin::Plant* m_plant = nullptr;
    bool m_asking = false;
    QElapsedTimer m_asked; ///< a question that fails is never answered: after a while the next one
    quint64 m_round = 0; ///< answers to questions of an earlier round come too late
};

} // namespace gemba::ui
