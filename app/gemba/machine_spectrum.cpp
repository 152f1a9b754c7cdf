// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/machine_spectrum.h"

#include <algorithm>
#include <cmath>

#include "twin/detection/bearing_examiner.h"
#include "twin/manipulation/spectrum.h"

namespace gemba {

using ui::SpectrumFigure;
using ui::SpectrumKind;
using ui::SpectrumLine;
using ui::SpectrumQuestion;

namespace {

constexpr std::size_t kFewest = 64, kMost = std::size_t{1} << 18; ///< values, as the pipeline takes them
constexpr int kShaftHarmonics = 5, kBearingHarmonics = 3;

bool flat(std::span<const float> values)
{
    return std::all_of(values.begin(), values.end(), [&](float v) { return v == values.front(); });
}

std::optional<twin::Bearing> bearingOf(const SpectrumQuestion& q)
{
    twin::Bearing bearing;
    bearing.orders = q.bearingOrders;
    const bool known = std::all_of(bearing.orders.begin(), bearing.orders.end(),
                                   [](double order) { return std::isfinite(order) && order > 0; });
    return known ? std::optional(bearing) : std::nullopt;
}

void addBearingLines(const twin::Bearing& bearing, const twin::BearingReading& reading, SpectrumFigure& figure)
{
    for (std::size_t i = 0; i < twin::kBearingLines; ++i) {
        SpectrumLine line;
        line.what = static_cast<SpectrumLine::What>(i + 1);
        line.frequency = reading.found[i] > 0 ? reading.found[i] : bearing.orders[i] * figure.speed;
        line.harmonics = kBearingHarmonics;
        line.decibels = reading.decibels[i];
        line.verdict = static_cast<std::size_t>(reading.verdict) == i + 1;
        figure.lines.push_back(line);
    }
}

void takeEnvelope(const SpectrumQuestion& q, std::span<const float> values, SpectrumFigure& figure)
{
    const double rate = q.record.rateHz;
    const auto bearing = bearingOf(q);
    const auto length = static_cast<double>(values.size());
    if (bearing && q.speed > 0 && rate > twin::lowestRate(*bearing, q.speed) &&
        length >= twin::fewestValues(rate, q.speed)) {
        twin::BearingExaminer examiner(values.size(), rate, twin::BearingMethod::Auto);
        const twin::BearingReading reading = examiner.examine(*bearing, values, q.speed);
        figure.amplitudes.assign(examiner.spectrum().begin(), examiner.spectrum().end());
        figure.step = examiner.step();
        addBearingLines(*bearing, reading, figure);
        return;
    }
    twin::EnvelopeMeter meter(values.size(), rate, twin::EnvelopeMethod::Prewhitening);
    const auto amplitudes = meter.spectrum(values);
    figure.amplitudes.assign(amplitudes.begin(), amplitudes.end());
    figure.step = meter.step();
}

void takeVibration(const SpectrumQuestion& q, std::span<const float> values, SpectrumFigure& figure)
{
    twin::SpectrumMeter meter(values.size(), q.record.rateHz, twin::Taper::Hann);
    const auto amplitudes = meter.amplitude(values);
    figure.amplitudes.assign(amplitudes.begin(), amplitudes.end());
    figure.step = meter.step();
    figure.unit = q.unit;
}

} // namespace

SpectrumFigure machineSpectrum(const SpectrumQuestion& q)
{
    SpectrumFigure figure;
    figure.kind = q.kind;
    figure.speed = std::isfinite(q.speed) && q.speed > 0 ? q.speed : 0;
    const std::vector<float>& all = q.record.values;
    const std::size_t length = twin::fastLength(std::min(all.size(), kMost));
    const std::span<const float> values(all.data(), length);
    const bool numbers = std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
    if (length < kFewest || !std::isfinite(q.record.rateHz) || q.record.rateHz <= 0 || !numbers || flat(values))
        return figure;
    if (q.kind == SpectrumKind::Envelope)
        takeEnvelope(q, values, figure);
    else
        takeVibration(q, values, figure);
    if (figure.speed > 0)
        figure.lines.insert(figure.lines.begin(),
                            {SpectrumLine::What::Shaft, figure.speed, kShaftHarmonics, std::nullopt, false});
    return figure;
}

} // namespace gemba
