// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/what_if.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace gemba::ui {

std::optional<twin::MilliPoints> scoreWithout(const twin::Assessment& a,
                                              const std::set<twin::TagId>& leftOut)
{
    if (a.withheld != twin::Withheld::No)
        return std::nullopt;
    std::int64_t sum = 0;
    std::map<twin::TagId, twin::MilliPoints> instead; // the most that speaks for a reason left out
    for (const twin::Deduction& d : a.deductions) {
        if (leftOut.contains(d.tag))
            continue;
        sum += std::max(d.points, 0);
        if (d.countedWith != twin::kNoTag && leftOut.contains(d.countedWith))
            instead[d.countedWith] = std::max(instead[d.countedWith], d.alone);
    }
    for (const auto& [reason, points] : instead)
        sum += points;
    return twin::kFullCondition -
           static_cast<twin::MilliPoints>(std::min<std::int64_t>(sum, twin::kFullCondition));
}

twin::TimeNs comparedWith(twin::TimeNs from, twin::TimeNs to)
{
    constexpr twin::TimeNs kBack = 30 * twin::kMinute;
    return to - std::min(kBack, (to - from) / 2);
}

std::optional<EarlierCondition> earlier(const ConditionHistory::Line& line)
{
    if (line.to == twin::kNoTime || line.to <= line.from)
        return std::nullopt;
    const twin::TimeNs wanted = comparedWith(line.from, line.to);
    const twin::TimeNs column = (line.to - line.from) / ConditionHistory::kColumns;
    const TrendBucket* found = nullptr;
    for (const TrendBucket& b : line.trend.buckets) {
        if (b.from <= wanted)
            found = &b;
    }
    if (!found || wanted - found->to > 2 * column || !std::isfinite(found->last))
        return std::nullopt;
    const bool whole = found->to <= wanted;
    return EarlierCondition{whole ? found->to : found->from,
                            static_cast<int>(std::floor((whole ? found->last : found->first) + 0.5))};
}

} // namespace gemba::ui
