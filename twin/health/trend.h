// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include "twin/model/bytes.h"
#include "twin/model/time.h"

namespace gemba::twin {

/// The recent course of one value: at most the last 64 points and 60 s of log time.
class Trend
{
public:
    static constexpr std::size_t kPoints = 64;
    static constexpr std::size_t kFewestPoints = 12;
    static constexpr TimeNs kWindow = kMinute;

    /// A straight line by the median of all slopes between two points, which up to 29 % of outliers
    /// do not move, with distribution-free bands of the slope (Theil 1950; Sen, JASA 63 (1968)
    /// 1379-1389, by the variance of Kendall's S).
    struct Line {
        double value = 0.0; ///< at the time asked for
        double slope = 0.0; ///< per second of log time
        double slopeLow = 0.0, slopeHigh = 0.0; ///< its P10 and P90
        bool significant = false; ///< zero lies outside the band of three standard deviations
    };

    void add(TimeNs t, double value); ///< a point older than the last one is left out
    void clear() { m_size = 0; }

    /// The line through the points of the last kWindow before now; nothing where they are fewer
    /// than kFewestPoints or all at one time.
    [[nodiscard]] std::optional<Line> fit(TimeNs now) const;

    void save(ByteWriter& out) const;
    [[nodiscard]] bool load(ByteReader& in);

private:
    struct Point {
        TimeNs time = 0;
        double value = 0.0;
    };
    [[nodiscard]] const Point& at(std::size_t age) const; ///< 0: the oldest
    std::array<Point, kPoints> m_points{};
    std::size_t m_next = 0;
    std::size_t m_size = 0;
};

} // namespace gemba::twin
