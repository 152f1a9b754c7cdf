// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/time.h"

#include <array>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace gemba::twin {
namespace {

using Days = std::chrono::sys_days;

TimeNs floorDiv(TimeNs a, TimeNs b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Takes exactly n digits off the front.
std::optional<int> digits(std::string_view& s, std::size_t n)
{
    if (s.size() < n)
        return std::nullopt;
    int v = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (s[i] < '0' || s[i] > '9')
            return std::nullopt;
        v = v * 10 + (s[i] - '0');
    }
    s.remove_prefix(n);
    return v;
}

bool take(std::string_view& s, char c)
{
    if (s.empty() || s.front() != c)
        return false;
    s.remove_prefix(1);
    return true;
}

/// Digits after the decimal point as nanoseconds; more than nine are truncated.
std::optional<TimeNs> fraction(std::string_view& s)
{
    TimeNs ns = 0;
    TimeNs unit = kSecond / 10;
    std::size_t n = 0;
    for (; n < s.size() && s[n] >= '0' && s[n] <= '9'; ++n) {
        ns += (s[n] - '0') * unit;
        unit /= 10;
    }
    if (n == 0)
        return std::nullopt;
    s.remove_prefix(n);
    return ns;
}

/// "Z" or "+01:00" as nanoseconds to subtract.
std::optional<TimeNs> offset(std::string_view s)
{
    if (s == "Z")
        return 0;
    const bool minus = !s.empty() && s.front() == '-';
    if (!take(s, '+') && !take(s, '-'))
        return std::nullopt;
    const auto h = digits(s, 2);
    take(s, ':');
    const auto m = digits(s, 2);
    if (!h || !m || !s.empty() || *h > 14 || *m > 59)
        return std::nullopt;
    const TimeNs v = *h * kHour + *m * kMinute;
    return minus ? -v : v;
}

} // namespace

std::string toIso8601(TimeNs t, int decimals)
{
    if (t == kNoTime)
        return "-";
    const TimeNs day = floorDiv(t, 24 * kHour);
    const TimeNs rest = t - day * 24 * kHour;
    const std::chrono::year_month_day date{Days{std::chrono::days{day}}};
    std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int{date.year()},
                                   unsigned{date.month()}, unsigned{date.day()}, rest / kHour,
                                   rest / kMinute % 60, rest / kSecond % 60);
    if (decimals > 0)
        text += fmt::format(".{:09}", rest % kSecond).substr(0, static_cast<std::size_t>(decimals) + 1);
    return text + "Z";
}

std::optional<TimeNs> parseIso8601(std::string_view s)
{
    const auto year = digits(s, 4);
    if (!year || !take(s, '-'))
        return std::nullopt;
    const auto month = digits(s, 2);
    if (!month || !take(s, '-'))
        return std::nullopt;
    const auto day = digits(s, 2);
    if (!day || !(take(s, 'T') || take(s, ' ')))
        return std::nullopt;
    const auto hour = digits(s, 2);
    if (!hour || !take(s, ':'))
        return std::nullopt;
    const auto minute = digits(s, 2);
    int second = 0;
    if (minute && take(s, ':')) {
        const auto v = digits(s, 2);
        if (!v)
            return std::nullopt;
        second = *v;
    }
    TimeNs ns = 0;
    if (take(s, '.')) {
        const auto v = fraction(s);
        if (!v)
            return std::nullopt;
        ns = *v;
    }
    const auto zone = offset(s);
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!zone || !minute || !date.ok() || *hour > 23 || *minute > 59 || second > 60 || *year < 1678
        || *year > 2261)
        return std::nullopt;
    const TimeNs days = Days{date}.time_since_epoch().count();
    return days * 24 * kHour + *hour * kHour + *minute * kMinute + second * kSecond + ns - *zone;
}

std::optional<TimeNs> parseDuration(std::string_view s)
{
    double number = 0.0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), number);
    if (error != std::errc{})
        return std::nullopt;
    s.remove_prefix(static_cast<std::size_t>(end - s.data()));
    static constexpr std::array<std::pair<std::string_view, TimeNs>, 8> kUnits{{{"", kSecond},
        {"ms", kMillisecond}, {"s", kSecond}, {"m", kMinute}, {"min", kMinute}, {"h", kHour},
        {"d", 24 * kHour}, {"us", kMicrosecond}}};
    for (const auto& [name, unit] : kUnits) {
        const double ns = number * static_cast<double>(unit);
        if (s == name && ns > -9e18 && ns < 9e18)
            return static_cast<TimeNs>(ns);
    }
    return std::nullopt;
}

} // namespace gemba::twin
