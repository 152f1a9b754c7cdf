// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/daily_sheet.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "twin/model/roster.h"
#include "ui/models/bookmark_acts.h"

namespace gemba::ui {

using twin::EventKind;
using twin::TimeNs;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::DailySheet)
};

constexpr TimeNs kDay = 24 * twin::kHour;
const QString kNone = QStringLiteral("–");

DailySheet::Machine machineOf(twin::AssetId asset, const Trend& trend, const Phrases& phrases)
{
    DailySheet::Machine m;
    m.name = phrases.assetName(asset);
    m.line = trend;
    m.known = !trend.buckets.empty();
    if (!m.known)
        return m;
    const auto least = std::min_element(trend.buckets.begin(), trend.buckets.end(),
                                        [](const TrendBucket& a, const TrendBucket& b) { return a.minimum < b.minimum; });
    m.least = least->minimum;
    m.leastAt = phrases.format().clock(least->from);
    for (const TrendBucket& b : trend.buckets)
        m.mean += b.last / static_cast<double>(trend.buckets.size());
    return m;
}

QString clockOf(TimeNs t, const DayRecord& day, const Format& format)
{
    if (t == twin::kNoTime)
        return kNone;
    return t >= day.from ? format.clock(t) : format.dateTime(t).section(QLatin1Char(' '), 1, 2);
}

struct AlertLife
{
    twin::Event raised;
    TimeNs acknowledged = twin::kNoTime, over = twin::kNoTime;
};

void addAlerts(DailySheet& sheet, const DayRecord& day, const Phrases& phrases)
{
    std::map<std::uint64_t, AlertLife> lives;
    for (const twin::Event& e : day.events) {
        if (e.alertId == 0)
            continue;
        if (e.kind == EventKind::AlertRaised) {
            AlertLife& life = lives[e.alertId];
            const bool worse = life.raised.alertId != 0; // the same alert at a higher priority
            life.raised.priority = e.priority;
            if (!worse)
                life.raised = e;
            life.acknowledged = twin::kNoTime;
        } else if (e.kind == EventKind::AlertAcknowledged && lives.contains(e.alertId)) {
            lives[e.alertId].acknowledged = e.at;
        } else if (e.kind == EventKind::AlertCleared && lives.contains(e.alertId)) {
            lives[e.alertId].over = e.at;
        }
    }
    int raised = 0, acknowledged = 0, open = 0;
    for (const auto& [id, life] : lives) {
        if (life.over != twin::kNoTime && life.over < day.from)
            continue;
        raised += life.raised.at >= day.from;
        acknowledged += life.acknowledged != twin::kNoTime && life.acknowledged >= day.from;
        open += life.over == twin::kNoTime;
        const Format& f = phrases.format();
        sheet.alerts.push_back({life.raised.priority, phrases.event(life.raised), clockOf(life.raised.at, day, f),
                                clockOf(life.acknowledged, day, f), clockOf(life.over, day, f)});
    }
    sheet.alertCount = Text::tr("%1 raised, %2 acknowledged, %3 still there").arg(raised).arg(acknowledged).arg(open);
}

void addHealth(DailySheet& sheet, const DayRecord& day, const Phrases& phrases)
{
    std::map<EventKind, std::pair<qint64, qint64>> counts; ///< how often, how many
    for (const twin::Event& e : day.events) {
        if (e.at >= day.from) {
            ++counts[e.kind].first;
            counts[e.kind].second += e.number;
        }
    }
    const auto line = [&](EventKind kind, QString words) {
        words.replace(QStringLiteral("%2"), QString::number(counts[kind].second)); // not every line has it
        if (const auto at = counts.find(kind); at->second.first > 0)
            sheet.health << words.arg(at->second.first);
    };
    line(EventKind::LinkDown, Text::tr("Connection lost: %1 times."));
    line(EventKind::NodeDeath, Text::tr("Sources gone: %1 times."));
    line(EventKind::SequenceGap, Text::tr("Gaps in what was sent: %1, at least %2 messages."));
    line(EventKind::Dropped, Text::tr("Dropped before they could be recorded: %2 messages, %1 times."));
    line(EventKind::LateData, Text::tr("Came late: %2 values, in %1 spells."));
    line(EventKind::Rejected, Text::tr("Not understood: %1 reports, %2 messages."));
    for (const GapMark& g : day.gaps) {
        if (g.to >= day.from && g.from <= day.until)
            sheet.health << Text::tr("Not recorded: %1 to %2.")
                                .arg(phrases.format().clockSeconds(g.from), phrases.format().clockSeconds(g.to));
    }
    if (sheet.health.isEmpty() && day.recorded.valid())
        sheet.health << Text::tr("No gaps, nothing dropped, nothing rejected in what is recorded.");
    sheet.health << Text::tr("Late data are not recorded by the day.");
}

void addNotes(DailySheet& sheet, const DayRecord& day, const Phrases& phrases)
{
    for (const auto& [at, name] : bookmarksOf(day.events)) {
        if (at >= day.from && at < day.until)
            sheet.notes << Text::tr("%1 bookmark: %2").arg(phrases.format().clock(at), name.isEmpty() ? kNone : name);
    }
    for (const twin::Event& e : day.events) {
        if (e.kind == EventKind::Act && e.at >= day.from && !bookmarkChange(e))
            sheet.notes << QStringLiteral("%1 %2").arg(phrases.format().clock(e.at), phrases.event(e));
    }
}

QString outputOf(const DayRecord& day, const Phrases& phrases)
{
    const twin::Plant* plant = phrases.plant();
    if (!plant || plant->output.tag == twin::kNoTag)
        return Text::tr("No output is described for this plant.");
    const twin::Tag& tag = plant->tag(plant->output.tag);
    const QString plan = Text::tr("plan %1").arg(phrases.format().withUnit(plant->output.plan, tag));
    if (day.output.buckets.empty())
        return Text::tr("%1: no record of this day; %2.").arg(phrases.tagName(plant->output.tag), plan);
    double mean = 0;
    for (const TrendBucket& b : day.output.buckets)
        mean += b.last / static_cast<double>(day.output.buckets.size());
    const QString basis = phrases.text(plant->output.basis);
    const QString words = Text::tr("%1: %2 on average of %3 min of record; %4.")
                              .arg(phrases.tagName(plant->output.tag), phrases.format().withUnit(mean, tag),
                                   QString::number(day.output.buckets.size()), plan);
    return basis.isEmpty() ? words : words + QLatin1Char(' ') + basis;
}

} // namespace

TimeRange siteDay(TimeNs t, const Format& format)
{
    const twin::ZoneOffset zone = [&](TimeNs at) { return format.offsetFromUtc(at); };
    const TimeNs local = t + zone(t) * twin::kSecond;
    const TimeNs midnight = local - (local % kDay + kDay) % kDay;
    return {twin::instantOf(midnight, zone), twin::instantOf(midnight + kDay, zone)};
}

DailySheet dailySheet(const DayRecord& day, const Phrases& phrases)
{
    const Format& format = phrases.format();
    DailySheet sheet;
    sheet.range = {day.from, day.to};
    // By its noon: midnight itself may have been skipped by the clock.
    const QString date = format.dateTime(day.from + (day.to - day.from) / 2).section(QLatin1Char(' '), 0, 1);
    sheet.day = Text::tr("%1 (%2 h), %3")
                    .arg(date)
                    .arg((day.to - day.from) / twin::kHour)
                    .arg(QString::fromLatin1(format.zone().id()));
    if (!day.recorded.valid())
        sheet.recorded = Text::tr("Nothing of this day is recorded.");
    else if (day.recorded.from <= day.from && day.recorded.to >= day.to)
        sheet.recorded = Text::tr("The whole day is recorded.");
    else
        sheet.recorded = Text::tr("Recorded: %1 to %2. Nothing is known of the rest.")
                             .arg(format.clockSeconds(day.recorded.from), format.clockSeconds(day.recorded.to));
    for (std::size_t i = 0; i < day.conditions.size(); ++i)
        sheet.machines.push_back(machineOf(twin::AssetId{static_cast<std::uint32_t>(i)}, day.conditions[i], phrases));
    std::stable_sort(sheet.machines.begin(), sheet.machines.end(), [](const auto& a, const auto& b) {
        return std::tuple(!a.known, a.least, a.mean) < std::tuple(!b.known, b.least, b.mean);
    });
    addAlerts(sheet, day, phrases);
    addHealth(sheet, day, phrases);
    addNotes(sheet, day, phrases);
    sheet.output = outputOf(day, phrases);
    return sheet;
}

} // namespace gemba::ui
