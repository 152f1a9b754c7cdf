// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twin/model/result.h"

namespace gemba::twin {

inline constexpr std::size_t kMaxCsvBytes = std::size_t{512} << 20;
inline constexpr std::size_t kMaxCsvColumns = 10'000;

/// A table of texts read from CSV as RFC 4180 has it: UTF-8 with or without byte order mark;
/// comma, semicolon or tab, whichever the header has most of; a header with distinct names;
/// quoted fields; CR LF or LF. Empty lines are skipped (in a table of one column only at the
/// end, where they are no rows). Every record has as many fields as the header.
class CsvTable
{
public:
    /// file only names the source in errors (place: file, row = line in the file, column).
    /// Errors: FileTooLarge, CsvSyntax.
    [[nodiscard]] static Result<CsvTable> parse(std::string_view text, std::string file);

    [[nodiscard]] const std::string& file() const { return m_file; }
    [[nodiscard]] char separator() const { return m_separator; }
    [[nodiscard]] const std::vector<std::string>& header() const { return m_header; }
    [[nodiscard]] std::size_t rows() const { return m_lines.size(); }
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
    [[nodiscard]] std::int64_t line(std::size_t row) const { return m_lines[row]; } ///< 1-based
    [[nodiscard]] Place place(std::size_t row, std::size_t column) const;

private:
    std::string m_file;
    char m_separator = ',';
    std::vector<std::string> m_header;
    std::string m_text; ///< all cells, unquoted, one after the other
    std::vector<std::uint32_t> m_ends; ///< of each cell in m_text
    std::vector<std::int64_t> m_lines; ///< where each row starts in the file
    friend class CsvParser;
};

/// A finite number with a decimal point; blanks around it and a plus sign are allowed. Nothing
/// where the text is anything else, NaN and infinity included.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

/// Writes one record per call of end(). Texts are quoted where RFC 4180 asks for it, numbers have
/// the fewest digits that read back the same. Lines end in LF.
class CsvWriter
{
public:
    CsvWriter(std::string& out, char separator) : m_out(out), m_separator(separator) {}
    void text(std::string_view v);
    void number(double v);
    void integer(std::int64_t v);
    void empty() { begin(); }
    void end();

private:
    void begin();
    std::string& m_out;
    char m_separator;
    bool m_first = true;
};

} // namespace gemba::twin
