// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "twin/model/assessment.h"

namespace gemba::twin {

/// Points that a physical indicator deducts at its limits (DESIGN, "Two figures, one decision").
inline constexpr double kAlertPoints = 40.0;
inline constexpr double kTripPoints = 80.0;
inline constexpr double kFullPoints = 100.0;

/// A tag whose limits deduct from the condition. 0 points up to the edge of normal, 40 at the
/// alert limit, 80 at the trip limit, linear between, and on at the last slope to at most 100
/// beyond the trip limit. Where a limit is missing the rule is kept with what is there: no edge
/// of normal: 0 below the alert limit and 40 at it; no trip limit: 40 from the alert limit on; no
/// alert limit: linear from the edge of normal (or 80 at once) to the trip limit.
class Indicator
{
public:
    /// Nothing where the tag has neither an alert nor a trip limit: a mere edge of normal never
    /// deducts.
    [[nodiscard]] static std::optional<Indicator> of(TagId id, const Tag& tag) { return of(tag.limits, id); }
    /// The same for something that is no tag.
    [[nodiscard]] static std::optional<Indicator> of(const Limits& limits, TagId id = kNoTag);

    struct Reading {
        double points = 0.0; ///< 0..100
        Side side = Side::None;
        double limit = 0.0;  ///< the outermost limit crossed; none crossed: the first one ahead
    };
    [[nodiscard]] Reading read(double value) const;

    /// Most points that this tag can plausibly deduct: at its trip limit, else its alert limit.
    [[nodiscard]] double worstPoints() const;

    /// Outside its normal band on that side (where no edge is given: beyond the alert limit).
    [[nodiscard]] bool abnormal(double value, Side side) const;

    /// The limit by which somebody must have acted: trip, or alert where there is no trip limit.
    [[nodiscard]] std::optional<double> actLimit(Side side) const;

    [[nodiscard]] TagId tag() const { return m_tag; }

private:
    Indicator(TagId id, const Limits& limits) : m_tag(id), m_low(limits.low), m_high(limits.high) {}
    TagId m_tag;
    SideLimits m_low, m_high;
};

} // namespace gemba::twin
