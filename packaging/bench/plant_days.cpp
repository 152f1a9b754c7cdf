// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/bench/plant_days.h"

#include <algorithm>

#include "twin/model/plant_json.h"

namespace gemba::bench {

using twin::kMillisecond;
using twin::kSecond;

twin::Result<std::unique_ptr<PlantDays>> PlantDays::open(const twin::PlantPackage& package, const plant::Playlist& first)
{
    auto pipeline = twin::Pipeline::create(package);
    if (!pipeline)
        return pipeline.error();
    auto layout = plant::makeLayout(*(*pipeline)->plant(), first.columns(), plant::Format::Sparkplug, 1, first.waveforms());
    if (!layout)
        return layout.error();
    return std::unique_ptr<PlantDays>(new PlantDays(std::move(*pipeline), plant::makeSparkplugSpeaker(std::move(*layout))));
}

PlantDays::PlantDays(std::unique_ptr<twin::Pipeline> pipeline, std::unique_ptr<plant::NodeSpeaker> speaker)
    : m_pipeline(std::move(pipeline)), m_speaker(std::move(speaker)), m_now(1'700'000'000 * kSecond)
{
    m_over.assign(plant()->assets.size(), twin::kNoTime);
    for (const twin::Asset& asset : plant()->assets) {
        m_tally.emplace_back();
        m_tally.back().asset = asset.id;
    }
}

void PlantDays::apply(twin::RecordKind kind, twin::TimeNs arrival, std::string_view bytes)
{
    m_pipeline->apply({++m_seq, arrival, kind, twin::SourceId{0}, bytes}, *this);
}

void PlantDays::say(const std::vector<plant::Message>& messages)
{
    twin::TimeNs at = m_now;
    for (const plant::Message& m : messages) {
        encode(twin::PacketView{m.topic, m.payload, static_cast<std::uint8_t>(m.qos), false, false}, m_bytes);
        apply(twin::RecordKind::Packet, at += kMillisecond, m_bytes);
    }
}

void PlantDays::play(plant::Playlist& rows)
{
    if (!m_begun) {
        encode(twin::LinkView{"mqtt://127.0.0.1:1883", "", false, true}, m_bytes);
        apply(twin::RecordKind::LinkUp, m_now, m_bytes);
        (void)m_speaker->connecting(m_now);
        say(m_speaker->births(rows.beginning(), m_now));
        m_begun = true;
    }
    while (const auto frame = rows.next()) {
        m_now += kSecond;
        say(m_speaker->row(*frame, m_now, true));
        for (int tick = 1; tick <= 3; ++tick)
            apply(twin::RecordKind::Tick, m_now + tick * 250 * kMillisecond, {});
    }
}

void PlantDays::onAssessment(twin::AssetId asset, const twin::Assessment& a)
{
    AssetTally& t = m_tally[index(asset)];
    if (a.withheld != twin::Withheld::No) {
        ++t.withheld;
        return;
    }
    ++t.scores;
    t.lowest = std::min(t.lowest, static_cast<int>(a.score));
    twin::TimeNs& over = m_over[index(asset)];
    t.crossings += over == twin::kNoTime && a.anomalySince != twin::kNoTime ? 1 : 0;
    over = a.anomalySince;
}

void PlantDays::onEvent(const twin::Event& event)
{
    if (event.asset == twin::kNoAsset)
        return;
    if (event.kind == twin::EventKind::DcsAlarmRaised)
        ++m_tally[index(event.asset)].plantAlarms;
    if (event.kind != twin::EventKind::AlertRaised)
        return;
    const auto [at, isNew] = m_alerts.try_emplace(event.alertId, event.asset, event.priority);
    if (!isNew)
        at->second.second = std::min(at->second.second, event.priority);
}

std::vector<AssetTally> PlantDays::tally() const
{
    std::vector<AssetTally> out = m_tally;
    for (const auto& [id, alert] : m_alerts)
        ++out[index(alert.first)].alerts[static_cast<std::size_t>(std::clamp(alert.second, 1, 3) - 1)];
    return out;
}

twin::Result<std::vector<std::vector<double>>> heldOutRows(const std::string& plantFolder)
{
    std::vector<std::vector<double>> out;
    for (const char* name : {"normal", "1", "2", "4", "5", "6", "7", "8", "11", "13", "14"}) {
        const auto run = plant::loadRun(plant::runPath(plantFolder, name));
        if (!run)
            return run.error();
        const auto end = run->values.begin() + static_cast<std::ptrdiff_t>(run->faultRow * run->columns.size());
        out.emplace_back(run->values.begin(), end);
    }
    return out;
}

} // namespace gemba::bench
