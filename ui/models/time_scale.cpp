// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/time_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gemba::ui {
namespace {

using twin::kHour;
using twin::kMinute;
using twin::kSecond;
using twin::TimeNs;

constexpr std::array<TimeNs, 20> kSteps{
    kSecond,     2 * kSecond, 5 * kSecond,  10 * kSecond, 15 * kSecond,   30 * kSecond,   kMinute,
    2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute,   kHour,          2 * kHour,
    4 * kHour,   8 * kHour,   12 * kHour,   24 * kHour,   7 * 24 * kHour, 28 * 24 * kHour};

TimeNs stepOf(TimeNs length, int most)
{
    TimeNs step = kSteps.back();
    for (const TimeNs s : kSteps) {
        if (length / s < most) {
            step = s;
            break;
        }
    }
    return std::max(step, length / most);
}

/// Multiples of the step on the wall clock, at most `most`.
std::vector<TimeNs> roundInstants(TimeNs from, TimeNs to, TimeNs step, int most, TimeNs offset)
{
    std::vector<TimeNs> out;
    const TimeNs local = from + offset;
    TimeNs t = local - ((local % step) + step) % step;
    if (t < local)
        t += step;
    for (; t <= to + offset && out.size() < static_cast<std::size_t>(most); t += step)
        out.push_back(t - offset);
    return out;
}

} // namespace

double TimeScale::x(TimeNs t) const
{
    return static_cast<double>(t - from) / static_cast<double>(to - from) * width;
}

TimeNs TimeScale::at(double x) const
{
    const double share = std::clamp(x / width, 0.0, 1.0);
    return from + static_cast<TimeNs>(share * static_cast<double>(to - from));
}

std::vector<TimeNs> TimeScale::ticks(int most, int offsetFromUtcSeconds) const
{
    if (!valid() || most < 1)
        return {};
    return roundInstants(from, to, stepOf(to - from, most), most, offsetFromUtcSeconds * kSecond);
}

std::vector<TimeNs> TimeScale::ticks(int most, const Format& site) const
{
    std::vector<TimeNs> out;
    if (!valid() || most < 1)
        return out;
    const TimeNs step = stepOf(to - from, most);
    std::vector<TimeNs> ends = site.offsetChanges(from, to);
    ends.push_back(to + 1);
    TimeNs begin = from;
    for (const TimeNs end : ends) {
        if (end > begin) {
            const TimeNs offset = site.offsetFromUtc(begin) * kSecond;
            for (const TimeNs t : roundInstants(begin, end - 1, step, most, offset))
                out.push_back(t);
        }
        begin = std::max(begin, end);
    }
    if (out.size() > static_cast<std::size_t>(most))
        out.resize(static_cast<std::size_t>(most));
    return out;
}

std::vector<double> niceTicks(double low, double high, int most)
{
    std::vector<double> out;
    if (!(high > low) || !std::isfinite(high - low) || most < 2)
        return out;
    const double raw = (high - low) / (most - 1);
    const double magnitude = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10.0 * magnitude;
    for (const double m : {1.0, 2.0, 5.0}) {
        if (m * magnitude >= raw * 0.999) {
            step = m * magnitude;
            break;
        }
    }
    const double first = std::floor(low / step + 1e-9);
    const double last = std::ceil(high / step - 1e-9);
    for (double i = first; i <= last && out.size() < 50; ++i)
        out.push_back(i * step);
    return out;
}

std::vector<std::vector<QPointF>> trendLines(const Trend& trend, TimeNs origin, TimeNs gap)
{
    std::vector<std::vector<QPointF>> lines;
    const auto ms = [origin](TimeNs t) { return static_cast<double>(t - origin) / 1e6; };
    TimeNs previous = twin::kNoTime;
    for (const TrendBucket& b : trend.buckets) {
        if (previous == twin::kNoTime || b.from - previous > gap)
            lines.emplace_back();
        auto& line = lines.back();
        const double x0 = ms(b.from);
        const double x1 = ms(b.to);
        line.emplace_back(x0, b.first);
        if (b.count > 2) {
            line.emplace_back(x0 + (x1 - x0) / 3.0, b.minimum);
            line.emplace_back(x0 + (x1 - x0) * 2.0 / 3.0, b.maximum);
        }
        if (b.count > 1)
            line.emplace_back(x1, b.last);
        previous = b.to;
    }
    return lines;
}

TrendWindow trendWindow(const twin::Snapshot& snapshot, TimeNs span, TimeNs recordedFrom)
{
    constexpr double kFasterThanLife = 2.0;
    TimeNs newest = twin::kNoTime;
    for (const twin::TagState& t : snapshot.tags)
        newest = std::max(newest, t.source);
    if (snapshot.at == twin::kNoTime)
        return {};
    if (recordedFrom != twin::kNoTime)
        span = std::min(span, std::max(snapshot.at - recordedFrom, kMinute));
    if (snapshot.observedSpeed < kFasterThanLife || newest == twin::kNoTime)
        return {snapshot.at - span, snapshot.at, false};
    const double length = static_cast<double>(span) * std::min(snapshot.observedSpeed, 10'000.0);
    return {newest - static_cast<TimeNs>(length), newest, true};
}

} // namespace gemba::ui
