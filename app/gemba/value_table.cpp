// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/value_table.h"

#include <charconv>
#include <cmath>

namespace gemba {

using twin::SeriesPoint;
using twin::TimeNs;

namespace {

QByteArray field(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    bool quoted = false;
    for (const char c : {',', '"', '\r', '\n'})
        quoted = quoted || bytes.contains(c);
    return quoted ? '"' + bytes.replace('"', "\"\"") + '"' : bytes;
}

/// Whole seconds stay short; else as many digits as there are.
QByteArray timeText(TimeNs t)
{
    const int decimals = t % twin::kSecond == 0 ? 0 : t % twin::kMillisecond == 0 ? 3 : 9;
    return QByteArray::fromStdString(twin::toIso8601(t, decimals));
}

constexpr int kConvertedDigits = 12; ///< what the arithmetic of another unit adds is not written

/// As stored: the shortest that reads back the same.
void addNumber(QByteArray& out, double value, bool asStored)
{
    if (!std::isfinite(value))
        return;
    char digits[32];
    const auto end = asStored ? std::to_chars(digits, digits + sizeof digits, value)
                              : std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general,
                                              kConvertedDigits);
    out.append(digits, end.ptr - digits);
}

} // namespace

twin::Error ValueTableWriter::notWritable() const
{
    return {twin::ErrorCode::FileNotWritable, {m_file.errorString().toStdString()},
            {.file = m_table.path.toStdString()}};
}

twin::Result<void> ValueTableWriter::begin()
{
    std::vector<ui::PenSource> sources;
    QByteArray header = "time";
    for (const ui::ValueTable::Column& c : m_table.columns) {
        sources.push_back(c.source);
        header += ',' + field(c.title);
    }
    auto pens = StoredPens::create(sources, m_table.from, m_table.to, m_table.knownAt);
    if (!pens)
        return pens.error();
    m_pens = std::move(*pens);
    if (!m_file.open(QIODevice::WriteOnly) || m_file.write(header + "\r\n") < 0)
        return notWritable();
    return {};
}

void ValueTableWriter::addRows(const std::vector<std::vector<SeriesPoint>>& points, QByteArray& out) const
{
    std::vector<std::size_t> next(points.size());
    for (;;) {
        TimeNs at = std::numeric_limits<TimeNs>::max();
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (next[i] < points[i].size())
                at = std::min(at, points[i][next[i]].at);
        }
        if (at == std::numeric_limits<TimeNs>::max())
            return;
        out += timeText(at);
        for (std::size_t i = 0; i < points.size(); ++i) {
            out += ',';
            // Of several samples at one instant the others get rows of their own.
            if (next[i] < points[i].size() && points[i][next[i]].at == at)
                addNumber(out, points[i][next[i]++].value, m_table.columns[i].source.shown.keeps());
        }
        out += "\r\n";
    }
}

twin::Result<bool> ValueTableWriter::step(twin::SessionReader& reader)
{
    if (!m_pens) {
        if (auto r = begin(); !r)
            return r.error();
    }
    std::vector<std::vector<SeriesPoint>> points;
    const auto more = m_pens->next(reader, points);
    if (!more)
        return more.error();
    if (!*more) {
        if (!m_file.commit())
            return notWritable();
        return false;
    }
    QByteArray rows;
    addRows(points, rows);
    if (m_file.write(rows) != rows.size())
        return notWritable();
    return true;
}

} // namespace gemba
