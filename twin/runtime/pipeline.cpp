// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/pipeline.h"

#include "twin/health/roll_up.h"
#include "twin/model/plant_json.h"
#include "twin/runtime/fingerprint.h"
#include "twin/runtime/pipeline_state.h"

namespace gemba::twin {
namespace {

std::string derivedHashOf(const PlantPackage& package)
{
    Bytes all = "gemba derived state " + std::to_string(kOutputsRevision);
    for (const Blob& blob : package.blobs) {
        if (blob.kind == "plant" || blob.kind == "model" || blob.kind == "zones" || blob.kind == "bearing")
            all += '\n' + blob.name + ' ' + blob.sha256;
    }
    return sha256Hex(all);
}

// Versions of the acquisition part of a keyframe: the one written, and an older one that is read.
constexpr std::uint8_t kStateVersion = 3, kWithoutLate = 2;

Error damaged(const char* part)
{
    return {ErrorCode::SessionDamaged, {std::string(part)}, {}};
}

} // namespace

Result<std::unique_ptr<Pipeline>> Pipeline::create(const PlantPackage& package)
{
    const Blob* blob = package.find("plant");
    if (!blob)
        return Error{ErrorCode::PlantUnknownReference, {std::string("file"), std::string("plant.json")}, {}};
    Result<Plant> parsed = parsePlant(blob->bytes);
    if (!parsed) {
        Error error = parsed.error();
        error.place.file = blob->name;
        return error;
    }
    Result<WaveformExaminer> waveforms = WaveformExaminer::create(*parsed, package);
    if (!waveforms)
        return waveforms.error();
    waveforms->completeLimits(*parsed);
    auto plant = std::make_shared<const Plant>(std::move(*parsed));
    Result<AssetScoring> scoring = AssetScoring::create(*plant, package);
    if (!scoring)
        return scoring.error();
    return std::unique_ptr<Pipeline>(new Pipeline(
        std::make_unique<Private>(std::move(plant), std::move(*scoring), std::move(*waveforms), derivedHashOf(package))));
}

Pipeline::Pipeline(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Pipeline::~Pipeline() = default;

void Pipeline::apply(const Record& record, PipelineOutput& output)
{
    m_d->apply(record, output);
}

Sha256 Pipeline::takeIntervalDigest()
{
    for (const auto& link : m_d->links)
        m_d->ledger.source(link->state);
    return m_d->ledger.finish();
}

const std::string& Pipeline::derivedHash() const
{
    return m_d->derivedHash;
}

const std::shared_ptr<const Plant>& Pipeline::plant() const
{
    return m_d->plant;
}

PipelineState Pipeline::state() const
{
    PipelineState state;
    ByteWriter a(state.acquisition);
    a.u8(kStateVersion);
    a.u64(m_d->seq);
    a.i64(m_d->now);
    for (const TimeNs t : {m_d->firstArrival, m_d->firstSource, m_d->lastArrival, m_d->lastSource})
        a.i64(t);
    m_d->table.save(a);
    a.varint(m_d->links.size());
    for (const auto& link : m_d->links)
        link->save(a);
    m_d->json.save(a);

    ByteWriter d(state.derived);
    m_d->scoring.save(d);
    m_d->alerts.save(d);
    m_d->history.save(d);
    if (m_d->waveforms.asksAnything())
        m_d->waveforms.save(d);
    return state;
}

Result<void> Pipeline::restore(const PipelineState& state, TimeNs at)
{
    ByteReader a(state.acquisition);
    const std::uint8_t version = a.u8();
    if (version != kStateVersion && version != kWithoutLate)
        return damaged("keyframe of an unknown version");
    m_d->seq = a.u64();
    m_d->now = a.time();
    m_d->firstArrival = a.time();
    m_d->firstSource = a.i64(); // by a clock that may be anywhere
    m_d->lastArrival = a.time();
    m_d->lastSource = a.i64();
    if (!m_d->table.load(a))
        return damaged("keyframe, latest values");
    m_d->links.clear();
    const std::uint64_t links = a.count(16);
    for (std::uint64_t i = 0; i < links; ++i) {
        if (!m_d->link(SourceId{static_cast<std::uint16_t>(i)}).load(a, version != kWithoutLate))
            return damaged("keyframe, links");
    }
    if (!m_d->json.load(a).ok() || a.failed())
        return damaged("keyframe, counters");

    ByteReader d(state.derived);
    const bool derived = !state.derived.empty() && m_d->scoring.load(d) && m_d->alerts.load(d)
                         && m_d->history.load(d)
                         && (!m_d->waveforms.asksAnything() || m_d->waveforms.load(d)) && !d.failed();
    if (!derived) {
        m_d->scoring.reset(at);
        m_d->waveforms.reset();
        m_d->alerts = {};
        m_d->history.clear();
    }
    return {};
}

SnapshotPtr Pipeline::snapshot(std::uint64_t epoch) const
{
    auto s = std::make_shared<Snapshot>();
    s->plant = m_d->plant;
    s->at = m_d->now;
    s->seq = m_d->seq;
    s->epoch = epoch;
    s->assets.reserve(m_d->scoring.size());
    for (std::uint32_t i = 0; i < m_d->scoring.size(); ++i)
        s->assets.push_back({m_d->scoring.last(AssetId{i})});
    s->tags.reserve(m_d->table.size());
    for (std::uint32_t i = 0; i < m_d->table.size(); ++i)
        s->tags.push_back(m_d->table.state(TagId{i}, m_d->now));
    m_d->jury.judge(*s);
    s->rollUp = rollUp(*s);
    for (const auto& link : m_d->links) {
        s->sources.push_back(link->state);
        const std::vector<NodeState> nodes = link->nodes();
        s->nodes.insert(s->nodes.end(), nodes.begin(), nodes.end());
    }
    s->alerts = m_d->alerts.list();
    s->events = m_d->history.list();
    s->eventsForgotten = m_d->history.forgotten();
    const bool timed = m_d->firstArrival != kNoTime && m_d->lastArrival != kNoTime;
    const TimeNs elapsed = timed ? m_d->lastArrival - m_d->firstArrival : 0;
    if (elapsed >= 5 * kSecond)
        s->observedSpeed = (static_cast<double>(m_d->lastSource) - static_cast<double>(m_d->firstSource))
                           / static_cast<double>(elapsed);
    return s;
}

} // namespace gemba::twin
