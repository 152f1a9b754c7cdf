// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/bearing.h"

#include <algorithm>
#include <cmath>

namespace gemba::twin {

namespace {

constexpr int kHarmonics = 3;
constexpr double kSlip = 0.02; ///< of the rolling elements and of the speed as told, either way

std::size_t nearest(double frequency, double step) { return static_cast<std::size_t>(std::lround(frequency / step)); }

/// The largest of three: a line between two bins shows in both.
double lineAt(std::span<const double> spectrum, std::size_t bin)
{
    return std::max({spectrum[bin - 1], spectrum[bin], spectrum[bin + 1]});
}

/// What is usual around a frequency: the median of one shaft frequency to either side.
double floorAround(std::span<const double> spectrum, double step, double frequency, double speed,
                   std::span<double> scratch)
{
    constexpr double kFewestBins = 20.0;
    const double reach = std::max(kFewestBins, speed / step);
    const double last = static_cast<double>(spectrum.size() - 1);
    const auto from = static_cast<std::size_t>(std::clamp(frequency / step - reach, 1.0, last));
    const auto to = static_cast<std::size_t>(std::clamp(frequency / step + reach, 1.0, last));
    const auto bins = scratch.first(to - from + 1);
    std::copy_n(spectrum.begin() + static_cast<std::ptrdiff_t>(from), bins.size(), bins.begin());
    const auto middle = bins.begin() + static_cast<std::ptrdiff_t>(bins.size() / 2);
    std::nth_element(bins.begin(), middle, bins.end());
    return *middle;
}

struct Line {
    double decibels = 0.0, frequency = 0.0;
};

Line findLine(std::span<const double> spectrum, double step, double frequency, double speed,
              std::span<double> scratch)
{
    std::array<double, kHarmonics> floors{};
    for (int h = 1; h <= kHarmonics; ++h) {
        floors[static_cast<std::size_t>(h - 1)] = floorAround(spectrum, step, h * frequency, speed, scratch);
        if (!(floors[static_cast<std::size_t>(h - 1)] > 0.0))
            return {0.0, frequency}; // nothing but zeros: nothing stands out
    }
    // One slip for all harmonics, in steps that move the highest of them by half a bin.
    const auto steps = static_cast<int>(std::ceil(kSlip * 2.0 * kHarmonics * frequency / step));
    double best = 1.0, at = frequency;
    for (int i = -steps; i <= steps; ++i) {
        const double slipped = frequency * (1.0 + kSlip * i / steps);
        double ratio = 1.0;
        for (int h = 1; h <= kHarmonics; ++h) {
            const std::size_t bin = std::clamp<std::size_t>(nearest(h * slipped, step), 1, spectrum.size() - 2);
            ratio *= lineAt(spectrum, bin) / floors[static_cast<std::size_t>(h - 1)];
        }
        if (ratio > best) {
            best = ratio;
            at = slipped;
        }
    }
    return {20.0 / kHarmonics * std::log10(best), at};
}

BearingVerdict verdictOf(const BearingReading& r)
{
    constexpr std::array kRaces{BearingLine::InnerRace, BearingLine::OuterRace, BearingLine::Ball};
    const auto largest = std::max_element(kRaces.begin(), kRaces.end(),
                                          [&](BearingLine a, BearingLine b) { return r.of(a) < r.of(b); });
    if (r.of(*largest) >= r.threshold)
        return static_cast<BearingVerdict>(static_cast<int>(*largest) + 1);
    // The cage's line comes with damage of a ball too, and lies where much else does.
    const double cage = r.of(BearingLine::Cage);
    return cage >= kClearDecibels && cage >= r.of(*largest) + kCageLead ? BearingVerdict::Cage : BearingVerdict::None;
}

} // namespace

std::array<double, kBearingLines> bearingOrders(int elements, double elementDiameter,
                                                double pitchDiameter, double contactAngle)
{
    const double ratio = elementDiameter / pitchDiameter * std::cos(contactAngle);
    const double half = static_cast<double>(elements) / 2.0;
    return {half * (1.0 + ratio), half * (1.0 - ratio), pitchDiameter / elementDiameter * (1.0 - ratio * ratio),
            (1.0 - ratio) / 2.0};
}

double highestOrder(const Bearing& bearing)
{
    return kHarmonics * (1.0 + kSlip) * *std::max_element(bearing.orders.begin(), bearing.orders.end());
}

BearingReading readBearing(const Bearing& bearing, std::span<const double> spectrum, double step,
                           double speed, double threshold, std::span<double> scratch)
{
    BearingReading r;
    for (std::size_t i = 0; i < kBearingLines; ++i) {
        const Line line = findLine(spectrum, step, bearing.orders[i] * speed, speed, scratch);
        r.decibels[i] = line.decibels;
        r.found[i] = line.frequency;
    }
    r.threshold = threshold;
    r.verdict = verdictOf(r);
    return r;
}

} // namespace gemba::twin
