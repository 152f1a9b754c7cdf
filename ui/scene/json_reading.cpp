// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/json_reading.h"

#include <algorithm>
#include <charconv>

namespace gemba::ui {

using twin::Error;
using twin::ErrorCode;

namespace {

constexpr int kMaxDepth = 64;
constexpr std::size_t kMaxValues = 2'000'000; ///< a parsed value takes many times its text

const Json kNothing;

std::string shown(double v)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, v).ptr;
    return {text, end};
}

} // namespace

twin::Result<Json> parseJson(std::string_view text, std::size_t limit)
{
    if (text.size() > limit) {
        return Error{ErrorCode::FileTooLarge,
                     {static_cast<std::int64_t>(text.size()), static_cast<std::int64_t>(limit)}, {}};
    }
    std::size_t values = 0;
    bool tooMuch = false;
    const auto watch = [&](int depth, Json::parse_event_t, Json&) {
        tooMuch = tooMuch || depth > kMaxDepth || ++values > kMaxValues;
        return !tooMuch; // what is not kept takes no memory
    };
    Json value = Json::parse(text.begin(), text.end(), watch, false);
    if (tooMuch)
        return Error{ErrorCode::JsonSyntax, {std::string("too many values or levels")}, {}};
    if (value.is_discarded())
        return Error{ErrorCode::JsonSyntax, {std::string("not JSON")}, {}};
    return value;
}

JsonPlace JsonPlace::member(const char* key) const
{
    const std::string path = m_path + "/" + key;
    if (!m_value.is_object())
        fail("an object");
    else if (const auto found = m_value.find(key); found != m_value.end())
        return {*found, path, m_error};
    else
        fail(std::string("a member \"") + key + "\"");
    return {kNothing, path, m_error};
}

JsonPlace JsonPlace::item(std::size_t i) const
{
    const std::string path = m_path + "/" + std::to_string(i);
    if (m_value.is_array() && i < m_value.size())
        return {m_value[i], path, m_error};
    fail("an array of more than " + std::to_string(i) + " items");
    return {kNothing, path, m_error};
}

void JsonPlace::onlyMembers(std::initializer_list<std::string_view> known) const
{
    if (!m_value.is_object())
        return fail("an object");
    for (const auto& [key, value] : m_value.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            return JsonPlace(value, m_path + "/" + key, m_error).fail("no such member");
    }
}

std::size_t JsonPlace::arraySize(std::size_t low, std::size_t high) const
{
    if (!m_value.is_array() || m_value.size() < low || m_value.size() > high) {
        fail("an array of " + std::to_string(low) + " to " + std::to_string(high) + " items");
        return 0;
    }
    return m_value.size();
}

double JsonPlace::number(double low, double high) const
{
    const double v = m_value.is_number() ? m_value.get<double>() : std::nan("");
    if (!(v >= low && v <= high)) {
        fail("a number from " + shown(low) + " to " + shown(high));
        return low;
    }
    return v;
}

std::size_t JsonPlace::count(std::size_t high) const
{
    if (!m_value.is_number_unsigned() || m_value.get<std::uint64_t>() > high) {
        fail("a whole number from 0 to " + std::to_string(high));
        return 0;
    }
    return m_value.get<std::size_t>();
}

std::string JsonPlace::text(std::size_t maximum) const
{
    if (!m_value.is_string() || m_value.get_ref<const std::string&>().size() > maximum) {
        fail("a text of at most " + std::to_string(maximum) + " bytes");
        return {};
    }
    return m_value.get<std::string>();
}

double JsonPlace::number(const char* key, double low, double high, double otherwise) const
{
    return has(key) ? member(key).number(low, high) : otherwise;
}

std::size_t JsonPlace::count(const char* key, std::size_t high, std::size_t otherwise) const
{
    return has(key) ? member(key).count(high) : otherwise;
}

std::string JsonPlace::text(const char* key, std::size_t maximum) const
{
    return has(key) ? member(key).text(maximum) : std::string();
}

void JsonPlace::fail(const std::string& expected) const
{
    if (m_error)
        return;
    m_error = Error{ErrorCode::JsonSchema, {expected}, {}};
    m_error->place.jsonPath = m_path.empty() ? "/" : m_path;
}

} // namespace gemba::ui
