// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/signal_file.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

#include "twin/manipulation/real_fft.h"
#include "twin/training/byte_file.h"
#include "twin/training/csv_table.h"

namespace gemba {

using namespace twin;

namespace {

constexpr std::size_t kMaxSignalBytes = kMaxTransform * sizeof(float);
constexpr double kRateTolerance = 0.01; ///< clocks of recorders drift, texts are rounded

Error invalid(std::string expected, Place place)
{
    return {ErrorCode::WaveformInvalid, {std::move(expected)}, std::move(place)};
}

Place rowOf(const std::string& path, std::size_t row) { return {.file = path, .row = static_cast<std::int64_t>(row)}; }

Result<std::vector<float>> fromFloats(const std::string& bytes, const std::string& path)
{
    static_assert(std::endian::native == std::endian::little);
    if (bytes.size() % sizeof(float) != 0)
        return invalid(fmt::format("a whole number of 4-byte values, found {} bytes", bytes.size()), {.file = path});
    std::vector<float> values(bytes.size() / sizeof(float));
    if (!values.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
    const auto bad = std::find_if(values.begin(), values.end(), [](float v) { return !std::isfinite(v); });
    if (bad != values.end())
        return invalid("a finite number", rowOf(path, static_cast<std::size_t>(bad - values.begin()) + 1));
    return values;
}

/// Whether the first line is data already.
bool hasHeader(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    text = text.substr(0, text.find_first_of("\r\n"));
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(",;\t");
        if (!parseNumber(text.substr(0, end)))
            return true;
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
    return false;
}

/// A header of column numbers in front of a table that has none; rows are then told one too high.
std::string withHeader(const std::string& text)
{
    const std::string_view first = std::string_view(text).substr(0, text.find_first_of("\r\n"));
    const std::size_t at = first.find_first_of(",;\t");
    const char separator = at == first.npos ? ',' : first[at];
    std::string header = "1";
    for (std::int64_t i = 2; i <= std::count(first.begin(), first.end(), separator) + 1; ++i)
        header += separator + std::to_string(i);
    return header + '\n' + text;
}

class SignalTable
{
public:
    SignalTable(CsvTable table, bool headed) : m_table(std::move(table)), m_headed(headed) {}

    Result<std::vector<float>> signal(std::optional<double> rate, const std::string& wanted) const
    {
        const Result<std::size_t> column = wanted.empty() ? onlySignal(rate) : named(wanted);
        if (!column)
            return column.error();
        std::vector<float> values;
        values.reserve(m_table.rows());
        for (std::size_t row = 0; row < m_table.rows(); ++row) {
            const std::string_view cell = m_table.cell(row, *column);
            const std::optional<double> v = parseNumber(cell);
            if (!v)
                return Error{ErrorCode::CsvNotANumber, {std::string(cell.substr(0, 100))}, place(row, *column)};
            values.push_back(static_cast<float>(*v));
            if (!std::isfinite(values.back()))
                return invalid("a number that fits into 32 bits", place(row, *column));
        }
        return values;
    }

private:
    [[nodiscard]] Place place(std::size_t row, std::size_t column) const
    {
        Place p = m_table.place(row, column);
        p.row -= m_headed ? 0 : 1;
        return p;
    }

    Result<std::size_t> named(const std::string& wanted) const
    {
        if (const auto column = m_table.column(wanted))
            return *column;
        const std::optional<double> number = parseNumber(wanted);
        if (number && *number >= 1.0 && *number <= static_cast<double>(m_table.header().size()))
            return static_cast<std::size_t>(*number) - 1;
        return Error{ErrorCode::CsvMissingColumn, {wanted}, {.file = m_table.file()}};
    }

    /// The step of a column that rises in equal steps; nothing where it does not.
    [[nodiscard]] std::optional<double> timeStep(std::size_t column) const
    {
        const std::size_t rows = m_table.rows();
        if (rows < 3)
            return std::nullopt;
        const auto first = parseNumber(m_table.cell(0, column)), last = parseNumber(m_table.cell(rows - 1, column));
        if (!first || !last || !(*last > *first))
            return std::nullopt;
        const double step = (*last - *first) / static_cast<double>(rows - 1);
        for (std::size_t row = 0; row < rows; ++row) {
            const auto v = parseNumber(m_table.cell(row, column));
            if (!v || std::abs(*v - *first - step * static_cast<double>(row)) > 0.6 * step)
                return std::nullopt;
        }
        return step;
    }

    Result<std::size_t> onlySignal(std::optional<double> rate) const
    {
        std::vector<std::size_t> signals;
        for (std::size_t c = 0; c < m_table.header().size(); ++c) {
            const std::optional<double> step = m_table.header().size() > 1 ? timeStep(c) : std::nullopt;
            if (!step)
                signals.push_back(c);
            else if (auto wrong = rate ? wrongStep(*step, *rate, c) : std::nullopt)
                return *wrong;
        }
        if (signals.size() == 1)
            return signals.front();
        return invalid(fmt::format("one column besides time, found {}; name it with --column", signals.size()),
                       {.file = m_table.file()});
    }

    [[nodiscard]] std::optional<Error> wrongStep(double step, double rate, std::size_t column) const
    {
        for (const double unit : {1.0, 1e3, 1e6, 1e9, rate}) {
            if (std::abs(step * rate / unit - 1.0) <= kRateTolerance)
                return std::nullopt;
        }
        return invalid(fmt::format("times in steps of {:.6g} s, as --rate says, found steps of {:.6g}", 1.0 / rate, step),
                       place(1, column));
    }

    CsvTable m_table;
    bool m_headed;
};

} // namespace

Result<std::vector<float>> readSignal(const std::string& path, std::optional<double> rate, const std::string& column)
{
    const bool floats = path.ends_with(".f32");
    const auto bytes = readBytes(path, floats ? kMaxSignalBytes : kMaxCsvBytes);
    if (!bytes)
        return bytes.error();
    Result<std::vector<float>> values = [&]() -> Result<std::vector<float>> {
        if (floats)
            return fromFloats(*bytes, path);
        const bool headed = hasHeader(*bytes);
        auto table = CsvTable::parse(headed ? *bytes : withHeader(*bytes), path);
        if (!table)
            return table.error();
        return SignalTable(std::move(*table), headed).signal(rate, column);
    }();
    if (!values)
        return values;
    if (values->empty())
        return invalid("at least one value", {.file = path});
    if (values->size() > kMaxTransform)
        return invalid(fmt::format("at most {} values, found {}", kMaxTransform, values->size()), {.file = path});
    return values;
}

} // namespace gemba
