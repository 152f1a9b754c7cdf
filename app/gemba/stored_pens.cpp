// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/stored_pens.h"

#include <algorithm>

namespace gemba {

using twin::SeriesPoint;
using twin::TimeNs;

namespace {

constexpr TimeNs kForEver = std::numeric_limits<TimeNs>::max() / 4;

} // namespace

TimeNs StoredPens::longestAge(const ui::PenSource& pen, twin::TagId tag)
{
    if (!pen.plant || twin::index(tag) >= pen.plant->tags.size())
        return kForEver;
    const TimeNs period = pen.plant->tag(tag).expectedPeriod;
    if (period == 0)
        return kForEver; // speaks only when something changes
    const double age = static_cast<double>(period) * pen.plant->rules.staleAfterPeriods * std::max(pen.speed, 1.0);
    return static_cast<TimeNs>(std::min(age, static_cast<double>(kForEver)));
}

twin::Result<StoredPens> StoredPens::create(const std::vector<ui::PenSource>& pens, TimeNs from, TimeNs to,
                                            TimeNs knownAt)
{
    StoredPens walk;
    walk.m_from = walk.m_at = from;
    walk.m_to = std::max(from, to);
    walk.m_slice = std::max<TimeNs>(walk.m_to - from, 1);
    walk.m_knownAt = knownAt;
    for (const ui::PenSource& source : pens) {
        Pen pen;
        if (source.formula.empty()) {
            pen.tags = {source.tag};
        } else {
            auto formula = twin::Expression::compile(source.formula, [&](std::string_view id) {
                return source.plant ? source.plant->findTag(id) : twin::kNoTag;
            });
            if (!formula)
                return formula.error();
            pen.tags = formula->inputs();
            std::vector<TimeNs> ages;
            for (const twin::TagId tag : pen.tags)
                ages.push_back(longestAge(source, tag));
            pen.join = twin::SeriesJoin(std::move(ages));
            pen.formula = std::move(*formula);
        }
        pen.shown = source.shown;
        walk.m_pens.push_back(std::move(pen));
    }
    return walk;
}

double StoredPens::progress() const
{
    return m_to <= m_from ? 1.0 : static_cast<double>(m_at - m_from) / static_cast<double>(m_to - m_from);
}

/// False: there is too much in it.
twin::Result<bool> StoredPens::readSlice(twin::SessionReader& reader, TimeNs to,
                                         std::vector<std::vector<std::vector<SeriesPoint>>>& inputs) const
{
    inputs.assign(m_pens.size(), {});
    for (std::size_t i = 0; i < m_pens.size(); ++i) {
        for (const twin::TagId tag : m_pens[i].tags) {
            auto series = reader.samples(tag, m_at, to, m_knownAt, kMostAtOnce);
            if (series) {
                inputs[i].push_back(std::move(series->points));
                continue;
            }
            if (series.error().code == twin::ErrorCode::LimitReached && to - m_at > 1)
                return false;
            return series.error();
        }
    }
    return true;
}

twin::Result<bool> StoredPens::next(twin::SessionReader& reader, std::vector<std::vector<SeriesPoint>>& points)
{
    if (m_at >= m_to)
        return false;
    std::vector<std::vector<std::vector<SeriesPoint>>> inputs;
    TimeNs end = m_to;
    for (;;) {
        end = m_to - m_at <= m_slice ? m_to : m_at + m_slice;
        const auto fits = readSlice(reader, end, inputs);
        if (!fits)
            return fits.error();
        if (*fits)
            break;
        m_slice = std::max<TimeNs>((end - m_at) / 4, 1);
    }
    points.assign(m_pens.size(), {});
    std::size_t most = 0;
    for (std::size_t i = 0; i < m_pens.size(); ++i) {
        for (const auto& input : inputs[i])
            most = std::max(most, input.size());
        if (!m_pens[i].formula) {
            points[i] = std::move(inputs[i].front());
            if (m_pens[i].shown.keeps())
                continue; // to the last bit
            for (SeriesPoint& p : points[i])
                p.value = m_pens[i].shown.apply(p.value);
            continue;
        }
        m_pens[i].join.add(inputs[i], [&](TimeNs at, std::span<const double> values, twin::Quality quality) {
            points[i].push_back({at, m_pens[i].formula->evaluate(values), quality});
        });
    }
    m_at = end;
    if (most < kMostAtOnce / 8)
        m_slice = std::min(m_slice, kForEver / 2) * 2;
    return true;
}

} // namespace gemba
