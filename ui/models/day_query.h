// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "twin/model/event.h"
#include "ui/models/history_query.h"
#include "ui/models/view_state.h"

namespace gemba::ui {

/// What was recorded of one day at the site, or of its beginning. Nothing in it is computed from
/// what is not recorded.
struct DayRecord
{
    twin::TimeNs from = twin::kNoTime; ///< the site's midnight
    twin::TimeNs to = twin::kNoTime;   ///< the next one: 23, 24 or 25 h later
    twin::TimeNs until = twin::kNoTime; ///< what is known ends here: the cursor, at most `to`
    TimeRange recorded;                 ///< the part of from..until that the file has
    std::vector<Trend> conditions;      ///< by asset, in points, in columns of a minute, log time
    Trend output;                       ///< of the plant's output tag, by source time
    std::vector<twin::Event> events;    ///< up to `until`, from before `from` on: alerts last
    std::vector<GapMark> gaps;          ///< records that could not be written
};

/// Asks for days. GUI thread; one day at a time.
class DayQuery
{
public:
    virtual ~DayQuery() = default;
    struct Answer
    {
        std::function<void(int percent)> progress;
        std::function<void(const DayRecord& day)> done;
        std::function<void(const QString& sentence)> failed; ///< cancelled: none of them is called
    };
    virtual void readDay(twin::TimeNs from, twin::TimeNs to, twin::TimeNs until, const twin::Plant& plant,
                         Answer answer) = 0;
    virtual void cancelDay() = 0;
};

} // namespace gemba::ui
