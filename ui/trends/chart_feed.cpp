// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/chart_feed.h"

#include <algorithm>

#include <QPointer>

namespace gemba::ui {
namespace {

constexpr int kLeastDelayMs = 100;

} // namespace

ChartFeed::ChartFeed(const ConsoleContext& context, TrendChart& chart, QObject* parent)
    : QObject(parent), m_context(context), m_chart(chart),
      m_firstTicket(context.history.reserveTickets(kTickets))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kLeastDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &ChartFeed::ask);
}

void ChartFeed::setPens(std::vector<FedPen> pens, AxisLayout layout)
{
    std::vector<TrendPen> drawn;
    for (const FedPen& p : pens)
        drawn.push_back(p.pen);
    m_chart.setPens(drawn, layout);
    // The chart takes what it has room for.
    std::erase_if(pens, [this](const FedPen& p) {
        return std::none_of(m_chart.pens().begin(), m_chart.pens().end(),
                            [&](const TrendPen& kept) { return kept.sameSource(p.pen); });
    });
    m_pens = std::move(pens);
}

void ChartFeed::setOverlay(const Overlay& overlay)
{
    m_overlay = overlay;
    m_chart.setOverlayLabel({overlay.label, false});
    for (std::size_t i = 0; i < m_pens.size() && overlay.label.isEmpty(); ++i)
        m_chart.setOverlay(i, {}, 0);
    ask();
}

TrendWindow ChartFeed::atCursor() const
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    return snapshot ? trendWindow(*snapshot, m_window.sight().span, m_context.view.range().from)
                    : TrendWindow{};
}

twin::TimeNs ChartFeed::column() const
{
    return std::max<twin::TimeNs>((m_shown.to - m_shown.from) / m_chart.columns(), 1);
}

/// Takes the window and the cursor of now to the chart.
void ChartFeed::place()
{
    const TrendWindow now = atCursor();
    m_cursor = now.to;
    m_shown = m_window.shown(now);
    if (m_cursor == twin::kNoTime)
        return;
    m_chart.setWindow(m_shown.from, m_shown.to, m_cursor, m_site);
    Q_EMIT moved();
}

void ChartFeed::windowMoved()
{
    m_chart.setSight(m_window.sight());
    place();
    m_delay.start(0); // wheel and drag come in bursts: the newest of them is asked for
}

void ChartFeed::follow(ChangeReason reason, const Format& site)
{
    m_site = site;
    const TrendWindow now = atCursor();
    if (now.to == twin::kNoTime)
        return;
    const TrendWindow next = m_window.shown(now);
    if (reason != ChangeReason::Tick) {
        m_delay.stop();
        m_delay.setInterval(kLeastDelayMs);
        place();
        return ask();
    }
    // New data only: a window that stays where it is needs it as long as the cursor is in it.
    const auto farFrom = [this](twin::TimeNs a, twin::TimeNs b) {
        return b == twin::kNoTime || std::abs(a - b) >= column();
    };
    const bool fills = farFrom(now.to, m_askedCursor) && std::min(now.to, m_askedCursor) <= next.to;
    const bool wanted = m_window.fixed() ? fills : farFrom(next.to, m_asked.to);
    if (m_window.fixed() && farFrom(now.to, m_cursor))
        place();
    if (wanted && !m_delay.isActive())
        m_delay.start(kLeastDelayMs);
}

TimeRange ChartFeed::known() const
{
    return {m_shown.from, std::min(m_shown.to, m_cursor + 1)};
}

void ChartFeed::ask()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    if (!snapshot)
        return;
    place();
    if (m_cursor == twin::kNoTime || m_pens.empty() || !m_chart.isVisible())
        return;
    m_asked = m_shown;
    m_askedCursor = m_cursor;
    const quint64 round = ++m_round;
    for (std::size_t i = 0; i < m_pens.size(); ++i) {
        m_context.history.penTrend(
            m_firstTicket + static_cast<int>(i), m_pens[i].source, m_asked.from, m_asked.to,
            m_chart.columns(), snapshot->at, [self = QPointer(this), i, round](Trend trend) {
                if (self && self->m_round == round && i < self->m_pens.size())
                    self->m_chart.setTrend(i, std::move(trend));
            });
    }
    if (!m_overlay.label.isEmpty())
        askOverlay(round);
}

void ChartFeed::askOverlay(quint64 round)
{
    const twin::TimeNs shift = m_overlay.shift;
    m_overlayOpen = m_pens.size();
    m_overlayEmpty = true;
    for (std::size_t i = 0; i < m_pens.size(); ++i) {
        const int ticket = m_firstTicket + static_cast<int>(TrendChart::kMostPens + i);
        m_context.history.penTrend(
            ticket, m_pens[i].source, m_asked.from - shift, m_asked.to - shift, m_chart.columns(),
            m_context.view.snapshot()->at, [self = QPointer(this), i, round, shift](Trend trend) {
                if (!self || self->m_round != round || i >= self->m_pens.size())
                    return;
                self->m_overlayEmpty = self->m_overlayEmpty && trend.buckets.empty();
                self->m_chart.setOverlay(i, std::move(trend), shift);
                if (--self->m_overlayOpen == 0)
                    self->m_chart.setOverlayLabel({self->m_overlay.label, self->m_overlayEmpty});
            });
    }
}

} // namespace gemba::ui
