// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/snapshot_builder.h"

#include <algorithm>

#include <QFile>
#include <QtGlobal>

#include "twin/health/jury.h"
#include "twin/health/roll_up.h"
#include "twin/model/plant_json.h"

namespace gemba::ui::test {

using namespace twin;

std::shared_ptr<const Plant> eastman()
{
    QFile file(QStringLiteral(GEMBA_SOURCE_DIR "/resources/plants/eastman/plant.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demo plant is missing");
    auto plant = parsePlant(file.readAll().toStdString());
    if (!plant)
        qFatal("the demo plant is not readable");
    return std::make_shared<const Plant>(std::move(plant).value());
}

std::shared_ptr<const Plant> oddNames()
{
    Plant plant = *eastman();
    const std::string names[] = {"<b>Bold</b> & <img src=x>", "مفاعل كيميائي", "Pump 🏭🔥",
                                 std::string(300, 'W'), ""};
    for (std::size_t i = 0; i < plant.assets.size(); ++i)
        plant.assets[i].name.byLanguage = {{"en", names[i % 5]}};
    for (std::size_t i = 0; i < plant.tags.size(); ++i)
        plant.tags[i].name.byLanguage = {{"en", names[i % 5]}};
    plant.site.byLanguage = {{"en", std::string(200, 'S')}};
    plant.notice.byLanguage = {{"en", std::string(200, 'n')}};
    plant.areas[0].name.byLanguage = {{"en", "<u>Area</u> " + std::string(120, 'a')}};
    return std::make_shared<const Plant>(std::move(plant));
}

SnapshotBuilder::SnapshotBuilder(std::shared_ptr<const Plant> plant, TimeNs at)
{
    snapshot.plant = std::move(plant);
    snapshot.at = at;
    snapshot.seq = 1;
    snapshot.events = std::make_shared<std::vector<Event>>();
    for (const Tag& tag : snapshot.plant->tags) {
        const double low =
            tag.limits.low.normal.value_or(tag.limits.high.normal.value_or(tag.range.high) * 0.9);
        const double high =
            tag.limits.high.normal.value_or(tag.limits.low.normal.value_or(tag.range.low) * 1.1);
        snapshot.tags.push_back({(low + high) / 2, at - 200 * kMillisecond, at - 250 * kMillisecond,
                                 Quality::Good, false});
    }
    for (std::size_t i = 0; i < snapshot.plant->assets.size(); ++i) {
        AssetState state;
        Assessment& a = state.assessment;
        a.at = at;
        a.state = OperatingState::Running;
        a.stateSince = a.wordSince = at - kHour;
        a.withheld = Withheld::No;
        a.t2 = a.spe = 0.4;
        a.t2Limit = a.speLimit = 1.0;
        a.score = kFullCondition;
        a.low = 97'000;
        a.high = kFullCondition;
        snapshot.assets.push_back(std::move(state));
    }
}

SnapshotBuilder& SnapshotBuilder::value(const std::string& id, double v)
{
    snapshot.tags[index(tag(id))].value = v;
    return *this;
}

SnapshotBuilder& SnapshotBuilder::stale(const std::string& id, TimeNs age)
{
    TagState& t = snapshot.tags[index(tag(id))];
    t.arrival = t.source = snapshot.at - age;
    t.stale = true;
    const AssetId owner = snapshot.plant->tag(tag(id)).asset;
    if (owner != kNoAsset)
        ++snapshot.assets[index(owner)].assessment.staleInputs;
    return *this;
}

SnapshotBuilder& SnapshotBuilder::silent(const std::string& id)
{
    snapshot.tags[index(tag(id))] = {};
    return *this;
}

SnapshotBuilder& SnapshotBuilder::allSilent()
{
    for (TagState& t : snapshot.tags)
        t = {};
    for (AssetState& s : snapshot.assets)
        s.assessment = {};
    return *this;
}

SnapshotBuilder& SnapshotBuilder::deduct(const std::string& id, std::vector<Deduction> deductions)
{
    Assessment& a = snapshot.assets[index(asset(id))].assessment;
    int sum = 0;
    for (const Deduction& d : deductions)
        sum += d.points;
    a.score = kFullCondition - std::min(sum, int{kFullCondition});
    a.low = std::max(a.score - 9'000, 0);
    a.high = std::min(a.score + 6'000, int{kFullCondition});
    a.word = a.score >= 80'000   ? ConditionWord::Normal
             : a.score >= 60'000 ? ConditionWord::Watch
             : a.score >= 40'000 ? ConditionWord::Act
                                 : ConditionWord::Critical;
    a.wordSince = snapshot.at - 8 * kMinute;
    a.t2 = sum > 20'000 ? 3.2 : 1.3;
    a.anomalySince = snapshot.at - 40 * kMinute;
    a.deductions = std::move(deductions);
    return *this;
}

SnapshotBuilder& SnapshotBuilder::withhold(const std::string& id, Withheld why,
                                           OperatingState state)
{
    Assessment& a = snapshot.assets[index(asset(id))].assessment;
    a.withheld = why;
    a.state = state;
    a.withheldSince = a.stateSince = snapshot.at - 6 * kHour;
    a.deductions.clear();
    return *this;
}

SnapshotBuilder& SnapshotBuilder::actBefore(const std::string& id, TimeNs in,
                                            const std::string& tagId, double limit)
{
    snapshot.assets[index(asset(id))].assessment.actBefore =
        ActBefore{snapshot.at + in, tag(tagId), limit};
    return *this;
}

SnapshotBuilder& SnapshotBuilder::alert(std::uint64_t id, const std::string& assetId, int priority,
                                        AlertState state, const std::string& tagId)
{
    Alert a;
    a.id = id;
    a.asset = asset(assetId);
    a.tag = tagId.empty() ? kNoTag : tag(tagId);
    a.priority = priority;
    a.state = state;
    a.raisedAt = a.changedAt = snapshot.at - static_cast<TimeNs>(id) * kMinute;
    snapshot.alerts.push_back(a);
    return *this;
}

SnapshotBuilder& SnapshotBuilder::dcsAlarm(std::uint64_t id, const std::string& tagId, bool trip)
{
    Alert a;
    a.id = id;
    a.origin = AlertOrigin::DcsAlarm;
    a.tag = tag(tagId);
    a.asset = snapshot.plant->tag(a.tag).asset;
    a.side = Side::High;
    a.trip = trip;
    a.state = AlertState::Unacknowledged;
    a.raisedAt = snapshot.at - 3 * kMinute;
    snapshot.alerts.push_back(a);
    return *this;
}

SnapshotBuilder& SnapshotBuilder::source(const std::string& address, bool up)
{
    SourceState s;
    s.address = address;
    s.up = up;
    s.since = snapshot.at - 2 * kHour;
    s.reason = up ? "" : "connection refused";
    snapshot.sources.push_back(s);
    return *this;
}

Deduction SnapshotBuilder::deduction(DeductionKind kind, const std::string& tagId, Side side,
                                     MilliPoints points, double limit) const
{
    return {kind, tag(tagId), side, points, 0.0, limit};
}

SnapshotPtr SnapshotBuilder::build() const
{
    auto whole = std::make_shared<Snapshot>(snapshot);
    Jury(*whole->plant).judge(*whole);
    whole->rollUp = rollUp(*whole);
    return whole;
}

SnapshotBuilder troubled(std::shared_ptr<const Plant> plant, TimeNs at)
{
    SnapshotBuilder b(std::move(plant), at);
    b.value("xmeas_07", 2921)
        .value("xmeas_09", 131.2)
        .stale("xmeas_12", 6 * kMinute)
        .silent("xmeas_17");
    b.deduct("reactor",
             {b.deduction(DeductionKind::Indicator, "xmeas_07", Side::High, 43'900, 2895),
              b.deduction(DeductionKind::AnomalyT2, "xmeas_09", Side::High, 11'300),
              b.deduction(DeductionKind::AnomalySpe, "xmeas_21", Side::Low, 5'700),
              b.deduction(DeductionKind::AnomalyT2, "xmeas_01", Side::Low, 2'200),
              b.deduction(DeductionKind::AnomalyT2, "xmeas_08", Side::High, 1'150),
              b.deduction(DeductionKind::AnomalyT2, "xmeas_06", Side::High, 700),
              b.deduction(DeductionKind::AnomalyT2, "xmeas_02", Side::High, 350)});
    b.deduct("separator", {b.deduction(DeductionKind::AnomalyT2, "xmeas_13", Side::High, 16'400),
                           b.deduction(DeductionKind::AnomalySpe, "xmeas_12", Side::Low, 8'100)});
    b.deduct("condenser", {b.deduction(DeductionKind::AnomalyT2, "xmeas_11", Side::High, 6'000)});
    b.withhold("compressor", Withheld::NotRunning, OperatingState::Standby);
    b.actBefore("reactor", 22 * kMinute, "xmeas_07", 3000);
    b.alert(8, "reactor", 1, AlertState::Unacknowledged, "xmeas_07");
    b.alert(31, "separator", 3, AlertState::Acknowledged, "xmeas_13");
    b.dcsAlarm(40, "xmeas_07", false);
    b.source("mqtt://localhost:1883", true);
    b.snapshot.observedSpeed = 180;
    auto events = std::make_shared<std::vector<Event>>();
    events->push_back(
        {1, at - 31 * kMinute, EventKind::AlertRaised, 3, b.asset("separator"), kNoTag, 31, 0, {}});
    events->push_back(
        {2, at - 8 * kMinute, EventKind::AlertRaised, 1, b.asset("reactor"), kNoTag, 8, 0, {}});
    events->push_back({3,
                       at - 3 * kMinute,
                       EventKind::DcsAlarmRaised,
                       0,
                       b.asset("reactor"),
                       b.tag("xmeas_07"),
                       40,
                       0,
                       {}});
    b.snapshot.events = events;
    return b;
}

} // namespace gemba::ui::test
