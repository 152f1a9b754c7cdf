// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/waveform_examiner.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gemba::twin {

namespace {

constexpr double kStandardGravity = 9.80665;
constexpr std::size_t kFewestValues = 32;

template <class T>
Result<T> parsed(const PlantPackage& package, const char* kind, const std::string& name, Result<T> (*parse)(std::string_view))
{
    const Blob* blob = package.find(kind, name);
    if (blob == nullptr)
        return Error{ErrorCode::PlantUnknownReference, {std::string(kind), name}, {}};
    Result<T> value = parse(blob->bytes);
    if (value)
        return value;
    Error error = value.error();
    error.place.file = name;
    return error;
}

/// As people say it; data, so not translated.
const char* nameOf(BearingVerdict verdict)
{
    switch (verdict) {
    case BearingVerdict::InnerRace:
        return "inner race";
    case BearingVerdict::OuterRace:
        return "outer race";
    case BearingVerdict::Ball:
        return "ball";
    case BearingVerdict::Cage:
        return "cage";
    case BearingVerdict::None:
        break;
    }
    return "";
}

} // namespace

bool WaveformExaminer::before(const Input& input, TagId tag)
{
    return input.tag < tag;
}

Result<WaveformExaminer::Input> WaveformExaminer::inputOf(const Plant& plant, TagId id, const PlantPackage& package, Tables& tables)
{
    const Tag& tag = plant.tag(id);
    const VibrationSetup& setup = *plant.asset(tag.asset).vibration;
    auto& table = tables[setup.zonesName];
    if (!table) {
        Result<VibrationZones> zones = parsed(package, "zones", setup.zonesName, parseZones);
        if (!zones)
            return zones.error();
        table = std::make_shared<const VibrationZones>(std::move(*zones));
    }
    Input input;
    input.tag = id;
    input.speed = setup.speed;
    input.rate = tag.rateHz;
    input.scale = tag.unit == "[g]" ? kStandardGravity : 1.0;
    input.zones = table;
    input.zonesName = setup.zonesName;
    input.machine = table->find(setup.machineClass);
    if (input.machine == nullptr)
        return Error{ErrorCode::PlantUnknownReference, {std::string("machine class"), setup.machineClass}, {.file = setup.zonesName}};
    if (!setup.bearingName.empty()) {
        Result<Bearing> bearing = parsed(package, "bearing", setup.bearingName, parseBearing);
        if (!bearing)
            return bearing.error();
        input.bearing = std::move(*bearing);
    }
    return input;
}

Result<WaveformExaminer> WaveformExaminer::create(const Plant& plant, const PlantPackage& package)
{
    WaveformExaminer examiner;
    Tables tables;
    for (std::uint32_t i = 0; i < plant.tags.size(); ++i) {
        const Tag& tag = plant.tags[i];
        if (tag.role != TagRole::Waveform || tag.asset == kNoAsset || !plant.asset(tag.asset).vibration)
            continue;
        Result<Input> input = inputOf(plant, TagId{i}, package, tables);
        if (!input)
            return input.error();
        examiner.m_inputs.push_back(std::move(*input));
    }
    for (std::uint32_t i = 0; i < plant.tags.size(); ++i) {
        for (const Binding& binding : plant.tags[i].bindings) {
            const auto* feature = std::get_if<FeatureBinding>(&binding);
            if (Input* input = feature ? examiner.find(feature->waveform) : nullptr)
                input->asked.push_back({TagId{i}, feature->feature});
        }
    }
    return examiner;
}

WaveformExaminer::Input* WaveformExaminer::find(TagId tag)
{
    const auto at = std::lower_bound(m_inputs.begin(), m_inputs.end(), tag, before);
    return at != m_inputs.end() && at->tag == tag ? &*at : nullptr;
}

TagId WaveformExaminer::speedOf(TagId waveform) const
{
    const auto at = std::lower_bound(m_inputs.begin(), m_inputs.end(), waveform, before);
    return at != m_inputs.end() && at->tag == waveform ? at->speed : kNoTag;
}

void WaveformExaminer::completeLimits(Plant& plant) const
{
    for (const Input& input : m_inputs) {
        if (input.bearing)
            plant.assets[index(plant.tag(input.tag).asset)].vibration->bearingOrders = input.bearing->orders;
        for (const Asked& asked : input.asked) {
            Limits& limits = plant.tags[index(asked.tag)].limits;
            if (!limits.owner.empty())
                continue;
            switch (asked.feature) {
            case WaveformFeature::Velocity:
                limits = input.machine->limits();
                break;
            case WaveformFeature::Crest:
                limits = {{}, input.zones->crest, input.zonesName};
                break;
            case WaveformFeature::Kurtosis:
                limits = {{}, input.zones->kurtosis, input.zonesName};
                break;
            case WaveformFeature::BearingLine:
                limits = {{}, input.zones->bearingLine, input.zonesName};
                break;
            case WaveformFeature::Damage:
            case WaveformFeature::Health:
                break;
            }
        }
    }
}

const std::vector<WaveformExaminer::Derived>& WaveformExaminer::examine(TagId tag, const Waveform& waveform, double speed)
{
    m_derived.clear();
    Input* input = find(tag);
    if (input == nullptr || input->asked.empty())
        return m_derived;
    const std::size_t length = fastLength(std::min(waveform.values.size(), kMostValues));
    if (length < kFewestValues) {
        for (const Asked& asked : input->asked)
            m_derived.push_back({asked.tag, {}});
        return m_derived;
    }
    if (!input->health || input->health->length() != length)
        input->health = std::make_unique<VibrationHealth>(length, input->rate, *input->machine, *input->zones, input->bearing);
    m_scaled.resize(length);
    for (std::size_t i = 0; i < length; ++i)
        m_scaled[i] = static_cast<float>(input->scale * static_cast<double>(waveform.values[i]));
    const bool turning = std::isfinite(speed) && speed > 0.0;
    const VibrationReport& report = input->health->assess(m_scaled, turning ? speed / 60.0 : 0.0);
    if (turning) { // a machine at rest says nothing of its life
        input->onset.add(report.features.deviation);
        watchDamage(*input, report);
    }
    for (const Asked& asked : input->asked)
        m_derived.push_back({asked.tag, valueOf(*input, asked.feature, report)});
    return m_derived;
}

void WaveformExaminer::watchDamage(Input& input, const VibrationReport& report)
{
    if (!report.bearing)
        return;
    const double before = std::exchange(input.bearingHealth, report.bearingHealth);
    const BearingVerdict now = report.bearing->verdict;
    input.seenFor = now == input.seen ? input.seenFor + 1 : 1;
    input.seen = now;
    if (input.seenFor >= kSure) {
        input.told = now;
        input.seenFor = kSure;
        input.toldHealth = now == BearingVerdict::None ? 1.0 : std::max(before, report.bearingHealth);
    }
}

Value WaveformExaminer::valueOf(const Input& input, WaveformFeature feature, const VibrationReport& report)
{
    switch (feature) {
    case WaveformFeature::Velocity:
        return report.velocityRms;
    case WaveformFeature::Crest:
        return report.features.crest;
    case WaveformFeature::Kurtosis:
        return report.features.kurtosis;
    case WaveformFeature::BearingLine:
        return report.bearing ? Value(report.bearingLine) : Value();
    case WaveformFeature::Damage:
        return std::string(nameOf(input.told));
    case WaveformFeature::Health:
        // Against what was usual, or by the damage itself: it may be older than the first record.
        return std::min(input.onset.health(), input.toldHealth);
    }
    return {};
}

void WaveformExaminer::save(ByteWriter& out) const
{
    out.varint(m_inputs.size());
    for (const Input& input : m_inputs) {
        input.onset.save(out);
        out.u8(static_cast<std::uint8_t>(input.told));
        out.u8(static_cast<std::uint8_t>(input.seen));
        out.u32(input.seenFor);
        out.f64(input.bearingHealth);
        out.f64(input.toldHealth);
    }
}

bool WaveformExaminer::load(ByteReader& in)
{
    bool fine = in.varint() == m_inputs.size();
    for (Input& input : m_inputs) {
        fine = fine && input.onset.load(in);
        const std::uint8_t told = in.u8(), seen = in.u8();
        constexpr auto kLast = static_cast<std::uint8_t>(BearingVerdict::Cage);
        fine = fine && told <= kLast && seen <= kLast;
        input.told = static_cast<BearingVerdict>(told);
        input.seen = static_cast<BearingVerdict>(seen);
        input.seenFor = in.u32();
        for (double* health : {&input.bearingHealth, &input.toldHealth}) {
            *health = in.f64();
            fine = fine && *health >= 0.0 && *health <= 1.0;
        }
        if (!fine)
            break;
    }
    if (!fine || in.failed())
        reset();
    return fine && !in.failed();
}

void WaveformExaminer::reset()
{
    for (Input& input : m_inputs) {
        input.onset.clear();
        input.told = input.seen = BearingVerdict::None;
        input.seenFor = 0;
        input.bearingHealth = input.toldHealth = 1.0;
    }
}

} // namespace gemba::twin
