// SPDX-License-Identifier: GPL-3.0-or-later
// What a TrendChart says in words of what it draws.
#include <algorithm>
#include <iterator>

#include "ui/charts/trend_chart.h"

namespace gemba::ui {
namespace {

constexpr std::size_t kEndShare = 5;  ///< its beginning and its end: a fifth of the columns each
constexpr double kSteadyShare = 0.15; ///< of lowest to highest: less of a change is none

using Bucket = std::vector<TrendBucket>::const_iterator;

double meanOf(Bucket from, Bucket to)
{
    double sum = 0;
    for (Bucket b = from; b != to; ++b)
        sum += (b->minimum + b->maximum) / 2;
    return sum / static_cast<double>(to - from);
}

} // namespace

QString TrendChart::spokenText() const
{
    if (m_pens.empty() || m_view.to <= m_view.from)
        return {};
    QStringList parts{tr("from %1 to %2", "times")
                          .arg(m_view.site.clockSeconds(m_view.from), m_view.site.clockSeconds(m_view.to))};
    for (std::size_t i = 0; i < m_pens.size(); ++i)
        parts += spoken(m_pens[i], trend(i));
    return parts.join(QStringLiteral("; "));
}

QString TrendChart::spoken(const TrendPen& pen, const Trend& trend) const
{
    const twin::TimeNs end = m_view.cursor == twin::kNoTime ? m_view.to : std::min(m_view.to, m_view.cursor);
    std::vector<TrendBucket> seen;
    std::copy_if(trend.buckets.begin(), trend.buckets.end(), std::back_inserter(seen),
                 [&](const TrendBucket& b) { return b.to >= m_view.from && b.from <= end; });
    if (seen.empty())
        return tr("%1: no record").arg(pen.name);
    double low = seen.front().minimum, high = seen.front().maximum;
    for (const TrendBucket& b : seen) {
        low = std::min(low, b.minimum);
        high = std::max(high, b.maximum);
    }
    const auto share = static_cast<std::ptrdiff_t>(std::max<std::size_t>(seen.size() / kEndShare, 1));
    const double change = meanOf(seen.cend() - share, seen.cend()) - meanOf(seen.cbegin(), seen.cbegin() + share);
    const QString course = std::abs(change) <= kSteadyShare * (high - low) ? tr("steady")
                           : change > 0                                    ? tr("rising")
                                                                           : tr("falling");
    const auto text = [&](double v) {
        const QString number = m_view.site.number(v, pen.decimals);
        return pen.unit.isEmpty() ? number : number + QLatin1Char(' ') + pen.unit;
    };
    return tr("%1: last %2, lowest %3, highest %4, %5", "pen, three values, where it goes")
        .arg(pen.name, text(seen.back().last), text(low), text(high), course);
}

} // namespace gemba::ui
