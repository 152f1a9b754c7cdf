// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/indicator.h"

#include <algorithm>

namespace gemba::twin {

namespace {

bool deducts(const SideLimits& s) { return s.alert || s.trip; }

// The rule for a high side; a low side is its mirror image.
Indicator::Reading readHigh(double v, const SideLimits& s)
{
    Indicator::Reading out;
    if (!deducts(s))
        return out;
    const auto between = [](double x, double x0, double x1, double y0, double y1) {
        return x1 > x0 ? y0 + (y1 - y0) * (x - x0) / (x1 - x0) : y1;
    };
    const double outer = s.trip.value_or(*(s.alert ? s.alert : s.trip));
    const double first = s.alert.value_or(outer);
    const double firstPoints = s.alert ? kAlertPoints : kTripPoints;
    const double inner = s.normal.value_or(first);
    if (v <= inner && v < first)
        return out;
    if (v < first) {
        out.points = between(v, inner, first, 0.0, firstPoints);
        out.limit = first;
    } else if (s.alert && s.trip && v < outer) {
        out.points = between(v, first, outer, kAlertPoints, kTripPoints);
        out.limit = first;
    } else if (!s.trip) {
        out.points = kAlertPoints;
        out.limit = first;
    } else {
        const double start = s.alert ? first : inner;
        const double startPoints = s.alert ? kAlertPoints : 0.0;
        out.points = std::min(kFullPoints, between(v, start, outer, startPoints, kTripPoints));
        out.limit = outer;
    }
    out.side = out.points > 0.0 ? Side::High : Side::None;
    return out;
}

SideLimits mirrored(const SideLimits& s)
{
    const auto negate = [](std::optional<double> v) { return v ? std::optional(-*v) : v; };
    return {negate(s.normal), negate(s.alert), negate(s.trip)};
}

} // namespace

std::optional<Indicator> Indicator::of(const Limits& limits, TagId id)
{
    if (!deducts(limits.low) && !deducts(limits.high))
        return std::nullopt;
    return Indicator(id, limits);
}

Indicator::Reading Indicator::read(double value) const
{
    const Reading high = readHigh(value, m_high);
    if (high.points > 0.0)
        return high;
    Reading low = readHigh(-value, mirrored(m_low));
    low.limit = -low.limit;
    if (low.points > 0.0)
        low.side = Side::Low;
    return low.points > 0.0 ? low : Reading{};
}

double Indicator::worstPoints() const
{
    return m_low.trip || m_high.trip ? kTripPoints : kAlertPoints;
}

bool Indicator::abnormal(double value, Side side) const
{
    const SideLimits& s = side == Side::High ? m_high : m_low;
    const std::optional<double> edge = s.normal ? s.normal : s.alert;
    if (!edge || side == Side::None)
        return false;
    return side == Side::High ? value > *edge : value < *edge;
}

std::optional<double> Indicator::actLimit(Side side) const
{
    const SideLimits& s = side == Side::High ? m_high : m_low;
    return s.trip ? s.trip : s.alert;
}

} // namespace gemba::twin
