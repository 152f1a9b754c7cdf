// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plant_summary.h"

namespace gemba::ui {

using twin::AlertState;

bool waitsForAcknowledgement(AlertState state)
{
    return state == AlertState::Unacknowledged || state == AlertState::ReturnedUnacknowledged ||
           state == AlertState::LatchedUnacknowledged;
}

bool isActive(AlertState state)
{
    return state == AlertState::Unacknowledged || state == AlertState::Acknowledged;
}

namespace {

void countAlerts(const twin::Snapshot& snapshot, PlantSummary& out)
{
    for (const twin::Alert& a : snapshot.alerts) {
        if (a.origin == twin::AlertOrigin::DcsAlarm) {
            out.dcsActive += isActive(a.state) ? 1 : 0;
            continue;
        }
        out.unacknowledged += waitsForAcknowledgement(a.state) ? 1 : 0;
        out.critical += a.priority == 1 && isActive(a.state) ? 1 : 0;
    }
    if (!snapshot.events)
        return;
    for (auto e = snapshot.events->rbegin(); e != snapshot.events->rend(); ++e) {
        if (e->at < snapshot.at - 10 * twin::kMinute)
            break;
        out.raisedLately += e->kind == twin::EventKind::AlertRaised ? 1 : 0;
    }
}

} // namespace

PlantSummary summarize(const twin::Snapshot& snapshot)
{
    PlantSummary out;
    out.machines = static_cast<int>(snapshot.assets.size());
    for (const twin::AssetState& s : snapshot.assets) {
        const bool scored = s.assessment.withheld == twin::Withheld::No;
        out.withheld += scored ? 0 : 1;
        out.abnormal += scored && s.assessment.word != twin::ConditionWord::Normal ? 1 : 0;
    }
    countAlerts(snapshot, out);
    for (std::size_t i = 0; snapshot.plant && i < snapshot.tags.size(); ++i) {
        if (i >= snapshot.plant->tags.size() ||
            snapshot.plant->tags[i].role == twin::TagRole::Event)
            continue; // a tag of events speaks when something happens, not by the clock
        ++out.measured;
        if (snapshot.tags[i].arrival == twin::kNoTime)
            ++out.silent;
        else if (snapshot.tags[i].stale)
            ++out.late;
    }
    for (const twin::SourceState& s : snapshot.sources)
        out.sourcesDown += s.up ? 0 : 1;
    return out;
}

} // namespace gemba::ui
