// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/day_query.h"
#include "ui/models/phrases.h"

namespace gemba::ui {

/// The day of t at the site, from midnight to midnight: 23, 24 or 25 hours.
[[nodiscard]] TimeRange siteDay(twin::TimeNs t, const Format& format);

/// One day on paper, in words. What is not recorded says so.
struct DailySheet
{
    struct Machine
    {
        QString name;
        double least = 0, mean = 0; ///< points; mean of the minutes that have a figure
        QString leastAt;            ///< "14:07"
        Trend line;
        bool known = false; ///< false: no figure the whole day
    };
    struct AlertLine
    {
        int priority = 0;
        QString title, raised, acknowledged, over; ///< times, or "–"
    };
    QString day;      ///< "Mon 2026-11-23 (24 h), Europe/Berlin"
    QString recorded; ///< which part of it is
    TimeRange range;  ///< of the lines: midnight to midnight
    std::vector<Machine> machines; ///< worst first
    std::vector<AlertLine> alerts; ///< of the day, and open ones from before; oldest first
    QString alertCount;            ///< "3 raised, 2 acknowledged, 1 open"
    QString output;
    QStringList health, notes;
};

/// `phrases` speaks of the plant that the record is of.
[[nodiscard]] DailySheet dailySheet(const DayRecord& day, const Phrases& phrases);

} // namespace gemba::ui
