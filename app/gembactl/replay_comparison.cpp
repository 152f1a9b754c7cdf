// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/replay_comparison.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "app/gembactl/command_line.h"
#include "twin/runtime/fingerprint.h"

namespace gemba {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

QString when(twin::TimeNs t)
{
    return QString::fromStdString(twin::toIso8601(t));
}

bool isWordOrAlert(const twin::Event& e)
{
    switch (e.kind) {
    case twin::EventKind::WordChange:
    case twin::EventKind::AlertRaised:
    case twin::EventKind::AlertCleared:
    case twin::EventKind::AlertAcknowledged:
    case twin::EventKind::DcsAlarmRaised:
    case twin::EventKind::DcsAlarmCleared:
        return true;
    default:
        return false;
    }
}

std::vector<twin::Event> wordsAndAlerts(std::vector<twin::Event> events)
{
    std::erase_if(events, [](const twin::Event& e) { return !isWordOrAlert(e); });
    return events;
}

} // namespace

ReplayComparison::ReplayComparison(const twin::SessionInfo& info, const ScoreSheet& sheet)
    : m_info(info), m_sheet(sheet)
{
}

void ReplayComparison::add(const std::vector<twin::SessionPlayer::Interval>& intervals)
{
    m_intervals.insert(m_intervals.end(), intervals.begin(), intervals.end());
}

std::string ReplayComparison::digest() const
{
    twin::DigestStream stream;
    for (const auto& i : m_intervals)
        stream.update({reinterpret_cast<const char*>(i.computed.data()), i.computed.size()});
    return twin::toHex(stream.finish());
}

int ReplayComparison::report(twin::SessionPlayer& player, bool whole)
{
    if (m_info.facts.fingerprint == twin::fingerprint())
        return compareExactly(whole);
    printProgress(Text::tr("Recorded by another build (%1): comparing stored words, alerts and scores.")
                      .arg(QString::fromStdString(m_info.facts.fingerprint)));
    return compareStored(player);
}

int ReplayComparison::compareExactly(bool whole) const
{
    qsizetype compared = 0;
    for (const auto& i : m_intervals) {
        if (i.differs()) {
            printProgress(Text::tr("The outcome differs from the record, first in interval %1 from %2.")
                              .arg(i.index).arg(when(i.from)));
            return kExitNo;
        }
        compared += i.stored ? 1 : 0;
    }
    if (whole && !m_info.digest.empty() && m_info.digest != digest()) {
        printProgress(Text::tr("The digest over all intervals differs from the record."));
        return kExitNo;
    }
    if (compared == 0) {
        printProgress(Text::tr("Nothing was compared: no interval with a recorded digest was run whole."));
        return kExitDone;
    }
    printProgress(Text::tr("Exact match: %1 of %2 intervals have a recorded digest, all are equal.")
                      .arg(compared).arg(m_intervals.size()));
    return kExitDone;
}

int ReplayComparison::compareStored(twin::SessionPlayer& player) const
{
    const auto stored = player.reader().events(m_info.from, player.at());
    if (!stored)
        return fail(stored.error());
    const auto recorded = wordsAndAlerts(*stored);
    auto computed = wordsAndAlerts(m_sheet.events());
    const std::uint64_t firstSeq = computed.empty() ? 0 : computed.front().seq;
    std::vector<twin::Event> expected;
    std::copy_if(recorded.begin(), recorded.end(), std::back_inserter(expected),
                 [&](const twin::Event& e) { return e.seq >= firstSeq; });
    const auto [a, b] = std::mismatch(expected.begin(), expected.end(), computed.begin(), computed.end());
    if (a != expected.end() || b != computed.end()) {
        const twin::TimeNs at = a != expected.end() ? a->at : b->at;
        printProgress(Text::tr("Words or alerts differ from the record, first at %1.").arg(when(at)));
        return kExitNo;
    }
    constexpr int kColumns = 4'000;
    qsizetype scores = 0;
    const twin::Plant& plant = *player.pipeline().plant();
    for (std::uint32_t i = 0; i < plant.assets.size(); ++i) {
        const auto trend = player.reader().conditionTrend(twin::AssetId{i}, m_info.from, m_info.to + 1,
                                                          kColumns, player.at());
        if (!trend)
            return fail(trend.error());
        for (const twin::TrendBucket& bucket : trend->buckets) {
            const std::pair<twin::TimeNs, double> ends[] = {{bucket.from, bucket.first}, {bucket.to, bucket.last}};
            for (const auto& [at, value] : ends) {
                const auto own = m_sheet.scoreAt(twin::AssetId{i}, at);
                if (!own)
                    continue;
                ++scores;
                if (std::abs(*own - value) > 1e-9 * std::abs(value)) {
                    printProgress(Text::tr("The score of %1 differs from the record at %2.")
                                      .arg(QString::fromStdString(plant.assets[i].id), when(at)));
                    return kExitNo;
                }
            }
        }
    }
    printProgress(Text::tr("Stored match: %1 words and alerts and %2 scores are equal.")
                      .arg(expected.size()).arg(scores));
    return kExitDone;
}

} // namespace gemba
