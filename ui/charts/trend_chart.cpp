// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart.h"

#include <algorithm>

#include <QTimer>
#include <QVBoxLayout>

#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

constexpr int kMostColumns = 300; // times 4 points is what a series may hold

} // namespace

TrendChart::TrendChart(QWidget* parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)),
      m_overlayText(new TextLabel(TextLabel::Voice::Quiet))
{
    m_layout->setContentsMargins(2, 2, 2, 2); // for the frame of the focus
    m_layout->setSpacing(0);
    m_layout->addWidget(m_overlayText);
    m_overlayText->setContentsMargins(TrendLane::kAxisWidth, 0, TrendLane::kRight, 0);
    m_overlayText->hide();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chart"));
    setPointer(new ChartPointer(this));
}

TrendChart::~TrendChart() = default;

void TrendChart::setPointer(ChartPointer* pointer)
{
    if (m_pointer)
        disconnect(m_pointer, nullptr, this, nullptr);
    m_pointer = pointer;
    connect(pointer, &ChartPointer::moved, this, &TrendChart::showView);
}

void TrendChart::setPens(const std::vector<TrendPen>& pens, AxisLayout layout)
{
    if (pens == m_pens && layout == m_axisLayout)
        return;
    const bool onlyStyles =
        layout == m_axisLayout && std::equal(pens.begin(), pens.end(), m_pens.begin(), m_pens.end(),
                                             [](TrendPen a, const TrendPen& b) {
                                                 a.style = b.style;
                                                 return a == b;
                                             });
    if (onlyStyles) {
        for (std::size_t i = 0; i < pens.size(); ++i)
            m_places[i].lane->setStyle(m_places[i].index, pens[i].style);
        m_pens = pens;
        return;
    }
    std::vector<std::pair<TrendPen, Trend>> drawn;
    for (std::size_t i = 0; i < m_pens.size(); ++i)
        drawn.emplace_back(m_pens[i], trend(i));
    qDeleteAll(m_lanes);
    m_lanes.clear();
    m_places.clear();
    m_pens.clear();
    m_waiting.clear();
    m_axisLayout = layout;
    for (const TrendPen& pen : pens)
        place(pen, layout);
    m_view.axes = 1;
    for (TrendLane* l : m_lanes) {
        m_view.axes = std::max(m_view.axes, static_cast<int>(l->axisCount()));
        l->setTimesShown(l == m_lanes.back());
        l->setZoom(m_sight);
    }
    showView();
    for (std::size_t i = 0; i < m_pens.size(); ++i) {
        for (auto& [pen, trend] : drawn) {
            if (pen.sameSource(m_pens[i]) && pen.unit == m_pens[i].unit) // numbers of another unit would lie
                m_places[i].lane->setTrend(m_places[i].index, trend);
        }
    }
}

void TrendChart::place(const TrendPen& pen, AxisLayout layout)
{
    if (m_pens.size() == kMostPens)
        return;
    const bool own = layout == AxisLayout::Own;
    const QString key = own ? QStringLiteral("%1/%2").arg(m_pens.size()).arg(pen.unit) : pen.unit;
    auto lane = std::find_if(m_lanes.begin(), m_lanes.end(), [&](const TrendLane* l) {
        return own ? l->axisCount() < TrendLane::kMostAxes : l->axisOf(key) >= 0;
    });
    if (lane == m_lanes.end()) {
        if (m_lanes.size() == kMostLanes)
            return;
        lane = m_lanes.insert(m_lanes.end(), makeLane());
    }
    if ((*lane)->axisOf(key) < 0)
        (*lane)->addAxis(key, pen.unit);
    const auto axis = static_cast<std::size_t>((*lane)->axisOf(key));
    m_places.push_back({*lane, (*lane)->addPen(pen, axis), axis});
    m_pens.push_back(pen);
}

TrendLane* TrendChart::makeLane()
{
    auto* lane = new TrendLane(this);
    lane->setTheme(m_theme);
    lane->setView(m_view);
    connect(lane, &TrendLane::timePicked, this, &TrendChart::timePicked);
    connect(lane, &TrendLane::hovered, this, [this](twin::TimeNs t) { m_pointer->set(t); });
    connect(lane, &TrendLane::boxed, this, &TrendChart::boxed);
    connect(lane, &TrendLane::wheeled, this, &TrendChart::zoomed);
    connect(lane, &TrendLane::axisZoomed, this, &TrendChart::axisZoomed);
    connect(lane, &TrendLane::panned, this, &TrendChart::panned);
    connect(lane, &TrendLane::selected, this, &TrendChart::selected);
    connect(lane, &TrendLane::menuWanted, this, [this, lane](int pen, const QPoint& at) {
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (pen >= 0 && m_places[i].lane == lane && m_places[i].index == static_cast<std::size_t>(pen))
                return Q_EMIT menuWanted(static_cast<int>(i), at);
        }
        Q_EMIT menuWanted(-1, at);
    });
    m_layout->addWidget(lane, 1);
    lane->show();
    return lane;
}

void TrendChart::setWindow(twin::TimeNs from, twin::TimeNs to, twin::TimeNs cursor, const Format& site)
{
    // Under a mouse that rests the time moves on with the picture, so that its values stay true.
    const TimeScale before{m_view.from, m_view.to, 1.0};
    const bool hovered = m_pointer->at() != twin::kNoTime && before.valid() && underMouse();
    const double share = hovered ? before.x(m_pointer->at()) : 0.0;
    m_view.from = from;
    m_view.to = to;
    m_view.cursor = cursor;
    m_view.site = site;
    if (hovered && to > from)
        m_pointer->set(TimeScale{from, to, 1.0}.at(share));
    showView();
}

void TrendChart::setSight(const ChartSight& sight)
{
    m_sight = sight;
    for (TrendLane* l : m_lanes)
        l->setZoom(sight);
}

void TrendChart::setSelected(TimeRange selected)
{
    m_view.selected = selected;
    showView();
}

void TrendChart::showView()
{
    m_view.pointer = m_pointer->at();
    for (TrendLane* l : m_lanes)
        l->setView(m_view);
    if (hasFocus())
        describe();
}

void TrendChart::setTrend(std::size_t pen, Trend trend)
{
    enqueue({pen, std::move(trend), {}});
}

void TrendChart::setOverlay(std::size_t pen, Trend trend, twin::TimeNs shift)
{
    enqueue({pen, std::move(trend), shift});
}

void TrendChart::setOverlayLabel(const OverlayLabel& label)
{
    m_overlay = label;
    m_overlayText->setVisible(!label.text.isEmpty());
    m_overlayText->setText(QStringLiteral("╌╌╌ ") +
                           (label.nothing ? tr("%1: no record of that time").arg(label.text) : label.text));
    m_overlayText->setContentsMargins(TrendLane::kAxisWidth * m_view.axes, 0, TrendLane::kRight, 0);
}

void TrendChart::enqueue(Waiting waiting)
{
    if (waiting.pen >= m_places.size())
        return;
    const bool idle = m_waiting.empty();
    std::erase_if(m_waiting, [&](const Waiting& w) {
        return w.pen == waiting.pen && w.overlay.has_value() == waiting.overlay.has_value();
    });
    m_waiting.push_back(std::move(waiting));
    if (idle)
        QTimer::singleShot(0, this, &TrendChart::drawNext);
}

void TrendChart::drawNext()
{
    if (m_waiting.empty())
        return;
    Waiting next = std::move(m_waiting.front());
    m_waiting.erase(m_waiting.begin());
    const PenPlace& at = m_places[next.pen];
    if (next.overlay)
        at.lane->setOverlay(at.index, std::move(next.trend), *next.overlay);
    else
        at.lane->setTrend(at.index, std::move(next.trend));
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
    return std::clamp(width() - TrendLane::kAxisWidth * m_view.axes - TrendLane::kRight, 50, kMostColumns);
}

int TrendChart::pointCount(std::size_t pen) const
{
    return pen < m_places.size() ? m_places[pen].lane->pointCount(m_places[pen].index) : 0;
}

const Trend& TrendChart::trend(std::size_t pen) const
{
    return m_places[pen].lane->trend(m_places[pen].index);
}

twin::Interval TrendChart::valueRange(std::size_t pen) const
{
    return m_places[pen].lane->axisRange(m_places[pen].axis);
}

std::optional<double> TrendChart::reading(std::size_t pen, twin::TimeNs t) const
{
    return m_places[pen].lane->reading(m_places[pen].index, t);
}

} // namespace gemba::ui
