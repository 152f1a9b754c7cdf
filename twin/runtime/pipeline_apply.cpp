// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of record does to the state, and how a sample walks down the blocks.
#include <algorithm>
#include <cmath>

#include "twin/model/late.h"
#include "twin/runtime/pipeline_state.h"

namespace gemba::twin {
namespace {

constexpr std::size_t kMostLinks = 64;

SparkplugSettings settingsOf(const Plant& plant)
{
    SparkplugSettings settings;
    settings.reorderTimeout = plant.rules.reorderTimeout;
    settings.rebirthInterval = plant.rules.rebirthInterval;
    return settings;
}

std::string nameOf(const NodeRef& node)
{
    std::string name(node.group);
    name.append("/").append(node.node);
    if (!node.device.empty())
        name.append("/").append(node.device);
    return name;
}

EventKind eventOf(const AlertTransition& t)
{
    const bool dcs = t.alert.origin == AlertOrigin::DcsAlarm;
    switch (t.what) {
    case AlertTransition::What::Cleared:
        return dcs ? EventKind::DcsAlarmCleared : EventKind::AlertCleared;
    case AlertTransition::What::Acknowledged:
        return EventKind::AlertAcknowledged;
    default:
        return dcs ? EventKind::DcsAlarmRaised : EventKind::AlertRaised;
    }
}

} // namespace

Pipeline::Private::Private(std::shared_ptr<const Plant> thePlant, AssetScoring theScoring,
                           WaveformExaminer theWaveforms, std::string theHash)
    : plant(std::move(thePlant)), derivedHash(std::move(theHash)), table(*plant), json(*plant),
      scoring(std::move(theScoring)), jury(*plant), waveforms(std::move(theWaveforms)), limits(*plant)
{
    for (std::uint32_t i = 0; i < plant->tags.size(); ++i) {
        const Tag& tag = plant->tags[i];
        for (const Binding& binding : tag.bindings) {
            if (const auto* b = std::get_if<SparkplugBinding>(&binding))
                metrics[{b->group, b->node, b->device, b->metric}]
                    = {TagId{i}, tag.role == TagRole::Sequence};
        }
    }
}

MetricTarget Pipeline::Private::resolve(const NodeRef& node, std::string_view metric) const
{
    const auto found = metrics.find({std::string(node.group), std::string(node.node),
                                     std::string(node.device), std::string(metric)});
    return found == metrics.end() ? MetricTarget{} : found->second;
}

SourceLink& Pipeline::Private::link(SourceId source)
{
    const std::size_t wanted = std::min<std::size_t>(index(source), kMostLinks - 1);
    while (links.size() <= wanted)
        links.push_back(std::make_unique<SourceLink>(
            settingsOf(*plant),
            [this](const NodeRef& node, std::string_view metric) { return resolve(node, metric); },
            *this));
    return *links[wanted];
}

bool Pipeline::Private::everythingDown() const
{
    for (const auto& l : links) {
        if (l->state.up || l->state.since == kNoTime)
            return false;
    }
    return !links.empty();
}

void Pipeline::Private::apply(const Record& r, PipelineOutput& out)
{
    output = &out;
    seq = r.seq;
    now = r.arrival;
    expireTimers();
    switch (r.kind) {
    case RecordKind::Packet:
        applyPacket(r);
        break;
    case RecordKind::LinkUp:
    case RecordKind::LinkDown:
        ledger.record(r);
        applyLink(r, r.kind == RecordKind::LinkUp);
        break;
    case RecordKind::Tick:
        break;
    case RecordKind::Drop:
        ledger.record(r);
        applyDrop(r);
        break;
    case RecordKind::Act:
        ledger.record(r);
        applyAct(r);
        break;
    case RecordKind::Artefact:
        ledger.record(r);
        break;
    case RecordKind::ClockStep:
        ledger.record(r);
        emit({.kind = EventKind::ClockStep});
        break;
    }
    passTransitions();
    scoreDue();
    output = nullptr;
}

void Pipeline::Private::expireTimers()
{
    for (std::size_t i = 0; i < links.size(); ++i) {
        current = links[i].get();
        currentId = SourceId{static_cast<std::uint16_t>(i)};
        current->session.onTime(now);
        tellTallies(false);
    }
}

void Pipeline::Private::tellTallies(bool everything)
{
    while (const auto told = current->rejections.takeDue(now, everything))
        emitRejected(*told);
    if (const auto told = current->late.takeDue(now, everything))
        emitLate(*told);
}

void Pipeline::Private::emitLate(const LateTally::Told& told)
{
    const bool known = index(told.tag) < plant->tags.size();
    emit({.kind = EventKind::LateData, .asset = known ? plant->tag(told.tag).asset : kNoAsset, .tag = told.tag,
          .number = told.samples, .text = lateText(told.behind)});
}

void Pipeline::Private::emitRejected(const RejectionTally::Told& told)
{
    emit({.kind = EventKind::Rejected, .number = told.messages,
          .text = rejectedText(told.reason, told.topic)});
}

void Pipeline::Private::applyPacket(const Record& r)
{
    current = &link(r.source);
    currentId = r.source;
    SourceCounters& c = current->state.counters;
    ++c.handedOver;
    ++c.logged;
    const Result<PacketView> packet = decodePacket(r.bytes);
    if (!packet) {
        onRejected(packet.error());
        return;
    }
    c.bytes += packet->payload.size();
    if (packet->topic.starts_with("spBv1.0/") || packet->topic.starts_with("STATE/"))
        current->session.onMessage(*packet, now);
    else if (!json.onMessage(*packet, *this))
        onRejected({ErrorCode::TopicUnknown, {}, {.topic = std::string(packet->topic)}});
}

void Pipeline::Private::applyLink(const Record& r, bool up)
{
    const Result<LinkView> view = decodeLink(r.bytes);
    if (!view)
        return;
    current = &link(r.source);
    currentId = r.source;
    SourceState& s = current->state;
    s.address = view->address;
    s.host = view->host;
    s.reason = view->reason;
    if (s.up != up || s.since == kNoTime) {
        s.up = up;
        s.since = now;
        emit({.kind = up ? EventKind::LinkUp : EventKind::LinkDown, .number = index(r.source),
              .text = std::string(up ? view->address : view->reason)});
    }
    current->session.onLink(up, now);
    if (everythingDown())
        table.markAllOffline();
}

void Pipeline::Private::applyDrop(const Record& r)
{
    const Result<DropView> view = decodeDrop(r.bytes);
    if (!view)
        return;
    SourceCounters& c = link(r.source).state.counters;
    c.handedOver += view->messages;
    c.dropped += view->messages;
    emit({.kind = EventKind::Dropped, .number = static_cast<std::int64_t>(view->messages)});
}

void Pipeline::Private::applyAct(const Record& r)
{
    const Result<ActView> act = decodeAct(r.bytes);
    if (!act)
        return;
    for (const auto& l : links) { // a recording may end here: its events must add up
        current = l.get();
        tellTallies(true);
    }
    if (act->verb == "acknowledge") {
        std::uint64_t id = 0;
        for (const char c : act->subject)
            id = c >= '0' && c <= '9' ? id * 10 + static_cast<std::uint64_t>(c - '0') : 0;
        alerts.acknowledge(id, now);
        std::string by(act->actor);
        if (!act->text.empty())
            by.append("\n").append(act->text);
        passTransitions(by);
        return;
    }
    std::string text(act->verb);
    if (!act->text.empty())
        text.append(": ").append(act->text);
    emit({.kind = EventKind::Act, .text = std::move(text)});
}

bool Pipeline::Private::takeSample(TagId id, TimeNs source, Quality quality, bool historical,
                                   const Value& value)
{
    const Tag& tag = plant->tag(id);
    Sample sample{id, now, source, quality, historical, value};
    const double number = toNumber(value);
    if (std::isfinite(number) && tag.range.high > tag.range.low && quality == Quality::Good
        && (number < tag.range.low || number > tag.range.high))
        sample.quality = Quality::Uncertain; // outside what the instrument can measure
    const bool changed = tag.role == TagRole::Event && table.value(id) != value;
    ledger.sample(sample);
    output->onSample(sample);
    const TimeNs newest = table.source(id);
    if (table.take(sample) == TagTable::Taken::Late) {
        ++current->state.counters.late;
        const bool known = newest != kNoTime && source != kNoTime;
        if (const auto told = current->late.add(id, known ? std::max<TimeNs>(newest - source, 0) : 0, now))
            emitLate(*told);
        return false;
    }
    if (source != kNoTime) {
        if (firstSource == kNoTime || source < firstSource) {
            firstArrival = now;
            firstSource = source;
        }
        lastArrival = now;
        lastSource = source;
    }
    if (changed && std::holds_alternative<std::string>(value) && !std::get<std::string>(value).empty())
        emit({.kind = EventKind::PlantEvent, .asset = tag.asset, .tag = id,
              .text = std::get<std::string>(value)});
    if (std::isfinite(number) && sample.quality != Quality::Bad)
        limits.onValue(id, number, now, alerts);
    scoring.onSample(id, now);
    return true;
}

void Pipeline::Private::scoreDue()
{
    for (const AssetId id : scoring.takeDue(now)) {
        const Assessment& last = scoring.last(id);
        const Told before{last.state, last.withheld, last.word};
        const Assessment& a = scoring.score(id, table, everythingDown(), now);
        ledger.assessment(seq, id, a);
        noteChanges(id, before, a);
        output->onAssessment(id, a);
        passTransitions();
    }
}

void Pipeline::Private::noteChanges(AssetId id, const Told& before, const Assessment& a)
{
    if (a.state != before.state)
        emit({.kind = EventKind::StateChange, .asset = id, .number = static_cast<int>(a.state)});
    if (a.withheld != before.withheld)
        emit({.kind = EventKind::Withheld, .asset = id, .number = static_cast<int>(a.withheld)});
    if (a.withheld != Withheld::No)
        return; // the word stands as it was; an alert neither comes nor goes on silence
    if (a.word != before.word)
        emit({.kind = EventKind::WordChange, .asset = id, .number = static_cast<int>(a.word)});
    const Deduction* worst = a.deductions.empty() ? nullptr : &a.deductions.front();
    alerts.onWord(id, a.word, worst ? worst->tag : kNoTag, worst ? worst->side : Side::None, a.score,
                  now);
}

void Pipeline::Private::passTransitions(std::string_view by)
{
    if (!alerts.hasTransitions())
        return;
    for (const AlertTransition& t : alerts.takeTransitions()) {
        ledger.transition(seq, t);
        emit({.kind = eventOf(t), .priority = t.alert.priority, .asset = t.alert.asset,
              .tag = t.alert.tag, .alertId = t.alert.id,
              .number = static_cast<std::int64_t>(t.alert.side) * 2 + (t.alert.trip ? 1 : 0),
              .text = t.what == AlertTransition::What::Acknowledged ? std::string(by)
                                                                    : std::string()});
    }
}

void Pipeline::Private::emit(Event event)
{
    event.seq = seq;
    event.at = now;
    ledger.event(event);
    history.add(event);
    output->onEvent(event);
}

void Pipeline::Private::emitNode(EventKind kind, const NodeRef& node, std::int64_t number)
{
    emit({.kind = kind, .number = number, .text = nameOf(node)});
}

} // namespace gemba::twin
