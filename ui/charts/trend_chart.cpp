// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart.h"

#include <algorithm>

#include <QTimer>
#include <QVBoxLayout>

#include "ui/charts/trend_lane.h"

namespace gemba::ui {
namespace {

constexpr int kMostColumns = 300; // times 4 points is what a series may hold

} // namespace

TrendChart::TrendChart(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

TrendChart::~TrendChart() = default;

void TrendChart::setPens(const std::vector<TrendPen>& pens)
{
    if (pens == m_pens)
        return;
    qDeleteAll(m_lanes);
    m_lanes.clear();
    m_places.clear();
    m_pens.clear();
    m_waiting.clear();
    for (const TrendPen& pen : pens) {
        auto lane = std::find_if(m_lanes.begin(), m_lanes.end(),
                                 [&](const TrendLane* l) { return l->unit() == pen.unit; });
        if (lane == m_lanes.end()) {
            if (m_lanes.size() == kMostLanes)
                continue;
            auto* made = new TrendLane(pen.unit, this);
            made->setTheme(m_theme);
            made->setScale(m_scale.from, m_scale.to, m_site);
            connect(made, &TrendLane::timePicked, this, &TrendChart::timePicked);
            connect(made, &TrendLane::hovered, this, [this](twin::TimeNs t) {
                for (TrendLane* l : m_lanes)
                    l->setHover(t);
            });
            m_layout->addWidget(made, 1);
            made->show();
            lane = m_lanes.insert(m_lanes.end(), made);
        }
        m_places.push_back({*lane, (*lane)->addPen(pen)});
        m_pens.push_back(pen);
    }
    for (TrendLane* l : m_lanes)
        l->setTimesShown(l == m_lanes.back());
}

void TrendChart::setWindow(twin::TimeNs from, twin::TimeNs to, const Format& site)
{
    m_scale.from = from;
    m_scale.to = to;
    m_site = site;
    for (TrendLane* l : m_lanes)
        l->setScale(from, to, site);
}

void TrendChart::setTrend(std::size_t pen, Trend trend)
{
    if (pen >= m_places.size())
        return;
    const bool idle = m_waiting.empty();
    std::erase_if(m_waiting, [pen](const auto& w) { return w.first == pen; });
    m_waiting.emplace_back(pen, std::move(trend));
    if (idle)
        QTimer::singleShot(0, this, &TrendChart::drawNext);
}

void TrendChart::drawNext()
{
    if (m_waiting.empty())
        return;
    auto [pen, trend] = std::move(m_waiting.front());
    m_waiting.erase(m_waiting.begin());
    m_places[pen].lane->setTrend(m_places[pen].index, std::move(trend));
    if (!m_waiting.empty())
        QTimer::singleShot(0, this, &TrendChart::drawNext);
}

void TrendChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (TrendLane* l : m_lanes)
        l->setTheme(theme);
}

int TrendChart::columns() const
{
    return std::clamp(width() - TrendLane::kLeft - TrendLane::kRight, 50, kMostColumns);
}

int TrendChart::pointCount(std::size_t pen) const
{
    return pen < m_places.size() ? m_places[pen].lane->pointCount(m_places[pen].index) : 0;
}

} // namespace gemba::ui
