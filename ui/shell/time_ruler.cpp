// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/time_ruler.h"

#include <cmath>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace gemba::ui {
namespace {

constexpr int kMargin = 14;
constexpr double kReach = 7; ///< pixels to the nearest event

} // namespace

TimeRuler::TimeRuler(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_phrases(context.locale)
{
    setFixedHeight(38);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Recorded time"));
    m_seek.setSingleShot(true);
    connect(&m_seek, &QTimer::timeout, this, [this] { m_context.transport.seek(m_wanted); });
    connect(&context.view, &ViewState::snapshotChanged, this, &TimeRuler::follow);
    connect(&context.view, &ViewState::rangeChanged, this, &TimeRuler::follow);
    connect(&context.view, &ViewState::modeChanged, this, &TimeRuler::follow);
    connect(&context.view, &ViewState::timelineChanged, this, qOverload<>(&QWidget::update));
    follow();
}

void TimeRuler::setSpan(twin::TimeNs span)
{
    m_span = span;
    m_from = m_to = 0;
    follow();
}

twin::TimeNs TimeRuler::cursor() const
{
    return m_context.view.snapshot() ? m_context.view.snapshot()->at : twin::kNoTime;
}

/// The shown stretch stands still while one plays or scrubs within it, and turns the page when
/// the cursor leaves it.
void TimeRuler::follow()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    m_phrases.setPlant(snapshot ? snapshot->plant : nullptr);
    TimeRange range = m_context.view.range();
    const twin::TimeNs at = cursor();
    if (range.from == twin::kNoTime || range.to == twin::kNoTime) {
        m_from = m_to = 0;
        return update();
    }
    range.to = std::max(range.to, at);
    const bool all = m_span == 0 || range.to - range.from <= m_span;
    if (all) {
        m_from = range.from;
        m_to = range.to;
    } else if (m_context.view.mode() == Mode::Live) {
        m_to = range.to;
        m_from = m_to - m_span;
    } else if (!m_dragging && at != twin::kNoTime && (at < m_from || at > m_to)) {
        m_to = std::clamp(at + m_span / 2, range.from + m_span, range.to);
        m_from = m_to - m_span;
    }
    update();
}

TimeScale TimeRuler::scale() const
{
    return {m_from, m_to, std::max(1.0, width() - 2.0 * kMargin)};
}

void TimeRuler::seekTo(double x)
{
    const TimeScale s = scale();
    if (!s.valid())
        return;
    m_wanted = s.at(x - kMargin);
    m_seek.start(0);
}

void TimeRuler::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    seekTo(event->position().x());
}

void TimeRuler::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging)
        seekTo(event->position().x());
}

void TimeRuler::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
}

const twin::Event* TimeRuler::nearestEvent(double x) const
{
    const TimeScale s = scale();
    const twin::Event* best = nullptr;
    double distance = kReach;
    for (const twin::Event& e : m_context.view.timeline()) {
        const double d = std::abs(s.x(e.at) + kMargin - x);
        if (d <= distance) {
            distance = d;
            best = &e;
        }
    }
    return best;
}

bool TimeRuler::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !scale().valid())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const twin::Event* near = nearestEvent(help->pos().x());
    const QString when =
        m_phrases.format().dateTime(near ? near->at : scale().at(help->pos().x() - kMargin));
    QToolTip::showText(
        help->globalPos(),
        Format::toolTip(near ? tr("%1 · %2", "time, event").arg(when, m_phrases.event(*near))
                             : when),
        this);
    return true;
}

void TimeRuler::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

} // namespace gemba::ui
