// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "twin/model/result.h"

namespace gemba::ui {

using Json = nlohmann::json;

/// Parses text without throwing. Errors: FileTooLarge, JsonSyntax (also for nesting beyond 64).
[[nodiscard]] twin::Result<Json> parseJson(std::string_view text, std::size_t limit);

/// Reads a JSON value and remembers where it stands. The first thing that is wrong is kept, with
/// its JSON pointer; from then on every value reads as its default, and the caller looks once, at
/// the end. Only for .cpp files: the JSON library stays out of the public headers.
class JsonPlace
{
public:
    JsonPlace(const Json& value, std::string path, std::optional<twin::Error>& error)
        : m_value(value), m_path(std::move(path)), m_error(error)
    {
    }

    [[nodiscard]] bool has(const char* key) const { return m_value.is_object() && m_value.contains(key); }
    [[nodiscard]] JsonPlace member(const char* key) const; ///< error if it is not there
    [[nodiscard]] JsonPlace item(std::size_t i) const;     ///< error if it is not there
    [[nodiscard]] bool isObject() const { return m_value.is_object(); }
    [[nodiscard]] bool isArray() const { return m_value.is_array(); }

    void onlyMembers(std::initializer_list<std::string_view> known) const;
    [[nodiscard]] std::size_t arraySize(std::size_t low, std::size_t high) const;
    [[nodiscard]] double number(double low, double high) const;
    [[nodiscard]] std::size_t count(std::size_t high) const; ///< whole number 0..high
    [[nodiscard]] std::string text(std::size_t maximum) const;

    /// The member, or the default where it is left out.
    [[nodiscard]] double number(const char* key, double low, double high, double otherwise) const;
    [[nodiscard]] std::size_t count(const char* key, std::size_t high, std::size_t otherwise) const;
    [[nodiscard]] std::string text(const char* key, std::size_t maximum) const;

    void fail(const std::string& expected) const;
    [[nodiscard]] bool failed() const { return m_error.has_value(); }

private:
    const Json& m_value;
    std::string m_path;
    std::optional<twin::Error>& m_error;
};

} // namespace gemba::ui
