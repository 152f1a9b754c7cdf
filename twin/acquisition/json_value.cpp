// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/json_value.h"

#include <charconv>
#include <cmath>

namespace gemba::twin {
namespace {

namespace dom = simdjson::dom;

std::optional<double> numberIn(std::string_view text)
{
    double v = 0.0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (failed != std::errc{} || end != text.data() + text.size() || !std::isfinite(v))
        return std::nullopt;
    return v;
}

} // namespace

bool isNotANumber(std::string_view payload)
{
    const auto first = payload.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return false;
    payload = payload.substr(first, payload.find_last_not_of(" \t\r\n") - first + 1);
    for (const std::string_view word : {"NaN", "nan", "Infinity", "-Infinity", "inf", "-inf"}) {
        if (payload == word)
            return true;
    }
    return false;
}

bool readValue(dom::element in, bool numeric, Value& value)
{
    switch (in.type()) {
    case dom::element_type::INT64:
        value = in.get_int64().value_unsafe();
        return true;
    case dom::element_type::UINT64: // only what no int64 holds
        value = static_cast<double>(in.get_uint64().value_unsafe());
        return true;
    case dom::element_type::DOUBLE:
        value = in.get_double().value_unsafe();
        return true;
    case dom::element_type::BOOL:
        value = in.get_bool().value_unsafe();
        return true;
    case dom::element_type::STRING: {
        const std::string_view text = in.get_string().value_unsafe();
        const auto number = numeric ? numberIn(text) : std::nullopt;
        if (number)
            value = *number;
        else if (auto* had = std::get_if<std::string>(&value); had != nullptr && !numeric)
            had->assign(text);
        else if (!numeric)
            value = std::string(text);
        else
            value = std::monostate{};
        return !numeric || number.has_value();
    }
    case dom::element_type::NULL_VALUE:
        value = std::monostate{};
        return true;
    default:
        value = std::monostate{};
        return false;
    }
}

bool readWaveform(dom::element in, Value& value)
{
    auto* had = std::get_if<Waveform>(&value);
    Waveform wave = had != nullptr ? std::move(*had) : Waveform(); // its memory is used again
    value = std::monostate{};
    wave.rateHz = 0.0;
    wave.values.clear();
    dom::element values = in, rate;
    if (in.is_object()) {
        if (in["values"].get(values) != simdjson::SUCCESS)
            return false;
        if (in["rate"].get(rate) == simdjson::SUCCESS
            && (rate.get(wave.rateHz) != simdjson::SUCCESS || !(wave.rateHz > 0.0)))
            return false;
    }
    dom::array list;
    if (values.get(list) != simdjson::SUCCESS)
        return false;
    for (const dom::element element : list) {
        double v = 0.0;
        if (element.get(v) != simdjson::SUCCESS)
            return false;
        wave.values.push_back(static_cast<float>(v));
        if (!std::isfinite(wave.values.back()))
            return false;
    }
    value = std::move(wave);
    return true;
}

std::optional<TimeNs> readTime(dom::element in)
{
    constexpr std::int64_t kMost = INT64_MAX / kMillisecond;
    if (in.is_int64()) {
        const std::int64_t ms = in.get_int64().value_unsafe();
        return ms > -kMost && ms < kMost ? std::optional(ms * kMillisecond) : std::nullopt;
    }
    if (in.is_double()) {
        const double ms = in.get_double().value_unsafe();
        if (std::abs(ms) < static_cast<double>(kMost))
            return static_cast<TimeNs>(std::llround(ms * 1e3)) * kMicrosecond;
        return std::nullopt;
    }
    return in.is_string() ? parseIso8601(in.get_string().value_unsafe()) : std::nullopt;
}

std::optional<std::uint64_t> readCount(dom::element in)
{
    if (in.is_uint64())
        return in.get_uint64().value_unsafe();
    std::uint64_t v = 0;
    if (!in.is_string()) // 64 bits do not fit the numbers of every sender: some write texts
        return std::nullopt;
    const std::string_view text = in.get_string().value_unsafe();
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), v);
    return failed == std::errc{} && end == text.data() + text.size() ? std::optional(v) : std::nullopt;
}

} // namespace gemba::twin
