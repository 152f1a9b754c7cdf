// SPDX-License-Identifier: GPL-3.0-or-later
// How a waveform walks down: checked, kept, and what is worked out of it taken like any sample.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "twin/runtime/pipeline_state.h"

namespace gemba::twin {
namespace {

constexpr double kRateTolerance = 1e-3;

/// What is wrong with a waveform for a tag of that rate.
std::optional<Error> unfit(const Tag& tag, const Waveform* wave)
{
    const auto error = [&](std::string expected) {
        return Error{ErrorCode::WaveformInvalid, {std::move(expected)}, {.column = tag.id}};
    };
    if (wave == nullptr)
        return error("a list of numbers");
    if (wave->rateHz != 0.0 && !(std::abs(wave->rateHz / tag.rateHz - 1.0) <= kRateTolerance))
        return error(fmt::format("{:g} values per second, found {:g}", tag.rateHz, wave->rateHz));
    if (!std::all_of(wave->values.begin(), wave->values.end(), [](float v) { return std::isfinite(v); }))
        return error("finite numbers");
    return std::nullopt;
}

} // namespace

void Pipeline::Private::takeWaveform(TagId id, TimeNs source, Quality quality, bool historical, const Value& value)
{
    const Tag& tag = plant->tag(id);
    const auto* wave = std::get_if<Waveform>(&value);
    const std::optional<Error> wrong = unfit(tag, wave);
    if (wrong) {
        if (kindOf(value) != ValueKind::Null) // a node may say that it has none
            onRejected(*wrong);
        takeSample(id, source, Quality::Bad, historical, Value());
        return;
    }
    Waveform told = *wave; // Sparkplug's arrays have no rate: the plant knows it
    told.rateHz = tag.rateHz;
    const Value kept = std::move(told);
    if (!takeSample(id, source, quality, historical, kept) || quality == Quality::Bad)
        return;
    const TagId speedTag = waveforms.speedOf(id);
    const AssetInput speed = speedTag == kNoTag ? AssetInput() : table.input(speedTag, now);
    const bool known = !speed.stale && speed.quality != Quality::Bad;
    for (const WaveformExaminer::Derived& d : waveforms.examine(id, std::get<Waveform>(kept), known ? speed.value : 0.0))
        takeSample(d.tag, source, quality, false, d.value);
}

} // namespace gemba::twin
