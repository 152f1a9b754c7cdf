// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/csv_table.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace gemba::twin {

class CsvParser
{
public:
    CsvParser(std::string_view text, CsvTable& table) : m_in(text), m_table(table) {}

    std::optional<Error> run()
    {
        if (m_in.starts_with("\xef\xbb\xbf"))
            m_in.remove_prefix(3);
        if (!simdjson::validate_utf8(m_in.data(), m_in.size()) || m_in.find('\0') != m_in.npos)
            return error("the text is not UTF-8", 1);
        m_table.m_separator = detectSeparator();
        if (auto e = readHeader())
            return e;
        while (m_at < m_in.size()) {
            const std::int64_t line = m_line;
            const std::size_t cells = m_table.m_ends.size();
            const std::size_t start = m_at;
            std::size_t fields = 0;
            if (auto e = readRecord([&](std::string_view) { ++fields; }))
                return e;
            const bool blank = fields == 1 && isBlank(start);
            if (blank && (m_table.m_header.size() > 1 || onlyBlankFrom(start))) {
                m_table.m_ends.resize(cells);
                continue;
            }
            if (fields != m_table.m_header.size())
                return error("expected " + std::to_string(m_table.m_header.size()) + " fields, found "
                                 + std::to_string(fields), line);
            m_table.m_lines.push_back(line);
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] Error error(std::string what, std::int64_t line) const
    {
        return {ErrorCode::CsvSyntax, {std::move(what)}, Place{m_table.m_file, line, {}, {}, {}}};
    }

    [[nodiscard]] char detectSeparator() const
    {
        constexpr std::array<char, 3> kSeparators{',', ';', '\t'};
        std::array<std::size_t, 3> seen{};
        bool quoted = false;
        for (const char c : m_in) {
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r'))
                break;
            for (std::size_t i = 0; i < kSeparators.size(); ++i)
                seen[i] += !quoted && c == kSeparators[i] ? 1 : 0;
        }
        return kSeparators[static_cast<std::size_t>(std::max_element(seen.begin(), seen.end()) - seen.begin())];
    }

    std::optional<Error> readHeader()
    {
        if (m_in.empty())
            return error("the file is empty", 1);
        std::set<std::string, std::less<>> seen;
        std::string twice;
        if (auto e = readRecord([&](std::string_view name) {
                if (!seen.emplace(name).second && twice.empty())
                    twice = name.empty() ? std::string("(empty)") : std::string(name);
                m_table.m_header.emplace_back(name);
            }))
            return e;
        m_table.m_text.clear();
        m_table.m_ends.clear();
        if (m_table.m_header.size() > kMaxCsvColumns)
            return error("more than " + std::to_string(kMaxCsvColumns) + " columns", 1);
        if (!twice.empty())
            return error("two columns are called " + twice, 1);
        return std::nullopt;
    }

    template <class Field>
    std::optional<Error> readRecord(Field&& field)
    {
        const std::int64_t line = m_line;
        for (;;) {
            const std::size_t start = m_table.m_text.size();
            if (m_at < m_in.size() && m_in[m_at] == '"') {
                if (!readQuoted())
                    return error("a quoted field does not end", line);
            } else {
                const std::size_t end = m_in.find_first_of(stops(), m_at);
                m_table.m_text.append(m_in.substr(m_at, std::min(end, m_in.size()) - m_at));
                m_at = std::min(end, m_in.size());
            }
            m_table.m_ends.push_back(static_cast<std::uint32_t>(m_table.m_text.size()));
            field(std::string_view(m_table.m_text).substr(start));
            if (m_at >= m_in.size())
                return std::nullopt;
            if (m_in[m_at] == m_table.m_separator) {
                ++m_at;
                continue;
            }
            if (!endLine())
                return error("text after a closing quote", line);
            return std::nullopt;
        }
    }

    [[nodiscard]] std::string_view stops()
    {
        m_stop = {m_table.m_separator, '\r', '\n'};
        return {m_stop.data(), m_stop.size()};
    }

    bool readQuoted()
    {
        ++m_at;
        while (m_at < m_in.size()) {
            const std::size_t quote = m_in.find('"', m_at);
            if (quote == m_in.npos)
                return false;
            const std::string_view part = m_in.substr(m_at, quote - m_at);
            m_table.m_text.append(part);
            m_line += std::count(part.begin(), part.end(), '\n');
            m_at = quote + 1;
            if (m_at >= m_in.size() || m_in[m_at] != '"')
                return true;
            m_table.m_text += '"';
            ++m_at;
        }
        return false;
    }

    bool endLine()
    {
        if (m_in.substr(m_at).starts_with("\r\n"))
            m_at += 2;
        else if (m_in[m_at] == '\n' || m_in[m_at] == '\r')
            ++m_at;
        else
            return false;
        ++m_line;
        return true;
    }

    [[nodiscard]] bool isBlank(std::size_t start) const
    {
        return m_in[start] == '\n' || m_in[start] == '\r';
    }
    [[nodiscard]] bool onlyBlankFrom(std::size_t start) const
    {
        return m_in.find_first_not_of("\r\n", start) == m_in.npos;
    }

    std::string_view m_in;
    CsvTable& m_table;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
    std::array<char, 3> m_stop{};
};

Result<CsvTable> CsvTable::parse(std::string_view text, std::string file)
{
    CsvTable table;
    table.m_file = std::move(file);
    if (text.size() > kMaxCsvBytes)
        return Error{ErrorCode::FileTooLarge,
                     {static_cast<std::int64_t>(text.size()), static_cast<std::int64_t>(kMaxCsvBytes)},
                     Place{table.m_file, -1, {}, {}, {}}};
    if (auto e = CsvParser(text, table).run())
        return *e;
    return table;
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const
{
    const auto it = std::find(m_header.begin(), m_header.end(), name);
    return it == m_header.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - m_header.begin()));
}

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const
{
    const std::size_t i = row * m_header.size() + column;
    const std::size_t start = i == 0 ? 0 : m_ends[i - 1];
    return std::string_view(m_text).substr(start, m_ends[i] - start);
}

Place CsvTable::place(std::size_t row, std::size_t column) const
{
    return {m_file, m_lines[row], m_header[column], {}, {}};
}

std::optional<double> parseNumber(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == text.npos)
        return std::nullopt;
    text = text.substr(first, text.find_last_not_of(" \t") - first + 1);
    if (text.size() > 1 && text[0] == '+' && text[1] != '-')
        text.remove_prefix(1);
    double v = 0.0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), v);
    if (end.ec != std::errc() || end.ptr != text.data() + text.size() || !std::isfinite(v))
        return std::nullopt;
    return v;
}

void CsvWriter::begin()
{
    if (!m_first)
        m_out += m_separator;
    m_first = false;
}

void CsvWriter::text(std::string_view v)
{
    begin();
    if (v.find_first_of(std::string{m_separator, '"', '\r', '\n'}) == v.npos) {
        m_out += v;
        return;
    }
    m_out += '"';
    for (const char c : v) {
        if (c == '"')
            m_out += '"';
        m_out += c;
    }
    m_out += '"';
}

void CsvWriter::number(double v)
{
    begin();
    char digits[32];
    m_out.append(digits, std::to_chars(digits, digits + sizeof digits, v).ptr);
}

void CsvWriter::integer(std::int64_t v)
{
    begin();
    char digits[24];
    m_out.append(digits, std::to_chars(digits, digits + sizeof digits, v).ptr);
}

void CsvWriter::end()
{
    m_out += '\n';
    m_first = true;
}

} // namespace gemba::twin
