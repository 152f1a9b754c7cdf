// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "twin/model/time.h"

namespace gemba::twin {

/// Of the values in a window. What cannot be said of so few values, or of values that do not
/// change, is NaN.
struct WindowStatistics {
    std::size_t count = 0;
    TimeNs from = kNoTime, to = kNoTime; ///< of its first and last value
    double mean = 0.0, rms = 0.0;
    double deviation = 0.0; ///< of the population
    double minimum = 0.0, maximum = 0.0;
    double peak = 0.0;      ///< largest distance from the mean
    double crest = 0.0;     ///< peak / deviation
    double skewness = 0.0, kurtosis = 0.0; ///< kurtosis of Gaussian noise: 3
    double slope = 0.0;     ///< of the least-squares line, per second
};

enum class WindowKind : std::uint8_t {
    Sliding,  ///< always the newest values
    Tumbling, ///< a window is completed, then the next one begins empty
};

/// Statistics over a window of values that come one by one, bounded by their number, by time or by
/// both. A value costs the same however long the window is (sums about a moving origin, renewed
/// each time the window has turned over once, so that rounding cannot pile up; extremes by
/// monotonic queues) and nothing is allocated after construction. A value type; reads no clock.
class StatisticsWindow
{
public:
    /// mostValues >= 1; longest: values older than this before the newest are left out; 0: by number
    /// alone.
    StatisticsWindow(WindowKind kind, std::size_t mostValues, TimeNs longest = 0);

    /// value is finite; at is not before the one before. True where a tumbling window is completed by
    /// this value: result() is that window's until the next call.
    bool add(TimeNs at, double value);
    [[nodiscard]] WindowStatistics result() const;
    void clear();

private:
    struct Point {
        TimeNs at = 0;
        double value = 0.0;
    };
    struct Extremes { ///< positions whose values only fall (or rise) from front to back
        std::vector<std::uint64_t> positions;
        std::uint64_t front = 0, back = 0;
    };
    [[nodiscard]] const Point& point(std::uint64_t position) const { return m_points[position % m_points.size()]; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(m_end - m_begin); }
    void push(const Point& p);
    void popOldest();
    void count(const Point& p, double sign);
    void recount();
    template <class Better>
    void enter(Extremes& e, Better better);

    WindowKind m_kind;
    TimeNs m_longest;
    std::vector<Point> m_points; ///< a ring
    std::uint64_t m_begin = 0, m_end = 0; ///< positions since the beginning of time
    std::size_t m_removed = 0;   ///< since the sums were renewed
    Extremes m_largest, m_smallest;
    bool m_completed = false;
    // Sums about an origin near the mean, time in seconds
    Point m_origin;
    double m_sum[5] = {};
    double m_times = 0.0, m_timeSquares = 0.0, m_products = 0.0;
};

} // namespace gemba::twin
