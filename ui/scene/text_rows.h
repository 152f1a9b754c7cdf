// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "ui/scene/mesh_file.h"

namespace gemba::ui {

[[nodiscard]] inline bool isUsable(const Point3& p)
{
    return std::all_of(p.begin(), p.end(), [](float v) { return std::abs(v) <= kMaxMeshCoordinate; }); // no NaN
}

/// Words and numbers of a text, row by row, in place.
class TextRows
{
public:
    explicit TextRows(std::string_view text) : m_rest(text) {}

    bool next()
    {
        if (m_rest.empty())
            return false;
        const std::size_t end = m_rest.find('\n');
        m_line = m_rest.substr(0, end);
        m_rest = end == std::string_view::npos ? std::string_view() : m_rest.substr(end + 1);
        ++m_row;
        return true;
    }
    [[nodiscard]] std::int64_t row() const { return m_row; } ///< 1-based

    std::string_view word() ///< empty at the end of the row
    {
        constexpr std::string_view kBlank = " \t\r";
        m_line.remove_prefix(std::min(m_line.find_first_not_of(kBlank), m_line.size()));
        const std::string_view w = m_line.substr(0, m_line.find_first_of(kBlank));
        m_line.remove_prefix(w.size());
        return w;
    }
    template <class Number>
    bool number(Number& value) { return parse(word(), value); }
    bool point(Point3& p) { return number(p[0]) && number(p[1]) && number(p[2]); }

    /// The whole word and nothing else.
    template <class Number>
    static bool parse(std::string_view w, Number& value)
    {
        if (!w.empty() && w.front() == '+')
            w.remove_prefix(1);
        const auto [end, error] = std::from_chars(w.data(), w.data() + w.size(), value);
        return error == std::errc() && end == w.data() + w.size() && !w.empty();
    }

private:
    std::string_view m_rest, m_line;
    std::int64_t m_row = 0;
};

} // namespace gemba::ui
