// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/time_ruler.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QToolTip>

#include "ui/shell/time_ruler_metrics.h"

namespace gemba::ui {
namespace {

constexpr double kReach = 7;       ///< pixels to the nearest mark
constexpr double kZoomStep = 0.8;  ///< for one notch of the wheel
constexpr int kTicket = 7'000;     ///< of the history's questions, with room for ten windows

int nextTicket()
{
    static int windows = 0; // GUI thread
    return kTicket + 3 * windows++;
}

} // namespace

TimeRuler::TimeRuler(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_phrases(context.locale), m_bounds(context.view),
      m_lanes(context.view, context.history, m_bounds, nextTicket())
{
    speakOf();
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Recorded time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_seek.setSingleShot(true);
    connect(&m_seek, &QTimer::timeout, this, [this] { m_context.transport.seek(m_wanted); });
    const auto redraw = qOverload<>(&QWidget::update);
    connect(&context.view, &ViewState::snapshotChanged, this, [this] {
        if (const twin::SnapshotPtr& snapshot = m_context.view.snapshot())
            m_phrases.setPlant(snapshot->plant);
        updateIfMoved();
    });
    connect(&context.view, &ViewState::selectionChanged, this, redraw);
    connect(&m_bounds, &TimeBounds::changed, this, &TimeRuler::updateIfMoved);
    connect(&m_lanes, &TimeLanes::changed, this, redraw);
    connect(&m_lanes, &TimeLanes::lanesChanged, this, &TimeRuler::layOut);
    layOut();
}

void TimeRuler::layOut()
{
    int height = kLanesTop + kTimesHeight;
    int widest = 0;
    const QFontMetrics metrics(Theme::font(kNamePixels));
    for (const Lane lane : m_lanes.lanes()) {
        height += heightOf(lane) + kLaneGap;
        widest = std::max(widest, metrics.horizontalAdvance(nameOf(lane)));
    }
    m_left = kNameLeft + widest + kNameGap;
    setFixedHeight(height);
    look();
    update();
}

void TimeRuler::setDisplay(const TimeDisplay& display)
{
    m_display = display;
    update();
}

twin::TimeNs TimeRuler::cursor() const
{
    return m_context.view.snapshot() ? m_context.view.snapshot()->at : twin::kNoTime;
}

QString TimeRuler::cursorText() const
{
    return cursor() == twin::kNoTime ? tr("no record") : m_display.text(cursor());
}

TimeScale TimeRuler::scale() const
{
    const TimeRange shown = m_bounds.shown();
    return {shown.from, shown.to, std::max(1.0, static_cast<double>(width() - m_left - kRight))};
}

/// Snapshots come 25 times a second, and half an hour moves by a pixel a second.
void TimeRuler::updateIfMoved()
{
    constexpr double kSeen = 0.5; // pixels
    const TimeScale s = scale();
    const auto moved = [&](twin::TimeNs was, twin::TimeNs is) {
        return (was == twin::kNoTime) != (is == twin::kNoTime) || std::abs(s.x(was) - s.x(is)) >= kSeen;
    };
    if (!s.valid() || !m_drawn.valid() || moved(m_drawn.from, s.from) || moved(m_drawn.to, s.to) ||
        moved(m_drawnCursor, cursor()))
        update();
}

void TimeRuler::look()
{
    m_lanes.setColumns(isVisible() ? std::max(1, width() - m_left - kRight) : 0);
}

void TimeRuler::resizeEvent(QResizeEvent*)
{
    look();
}

void TimeRuler::showEvent(QShowEvent*)
{
    look();
}

void TimeRuler::hideEvent(QHideEvent*)
{
    look();
}

void TimeRuler::seekTo(double x)
{
    const TimeScale s = scale();
    if (!s.valid())
        return;
    m_wanted = s.at(x - m_left);
    m_seek.start(0);
}

void TimeRuler::select(double x)
{
    const TimeScale s = scale();
    const twin::TimeNs t = s.at(x - m_left);
    const TimeRange selection{std::min(t, m_dragFrom), std::max(t, m_dragFrom)};
    m_context.transport.setSelection(selection.valid() ? selection : TimeRange{});
}

void TimeRuler::mousePressEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (!scale().valid())
        return;
    if (event->button() == Qt::MiddleButton) {
        m_drag = Drag::Pan;
        m_panX = x;
    } else if (event->button() == Qt::LeftButton && event->modifiers() & Qt::ShiftModifier) {
        m_drag = Drag::Select;
        m_dragFrom = scale().at(x - m_left);
    } else if (event->button() == Qt::LeftButton) {
        m_drag = Drag::Scrub;
        m_bounds.hold(true);
        seekTo(x);
    }
}

void TimeRuler::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    const TimeScale s = scale();
    m_hoverX = x;
    if (!s.valid())
        return;
    if (m_drag == Drag::Scrub) {
        seekTo(x);
    } else if (m_drag == Drag::Select) {
        select(x);
    } else if (m_drag == Drag::Pan) {
        m_bounds.pan(static_cast<twin::TimeNs>((m_panX - x) / s.width *
                                               static_cast<double>(s.to - s.from)));
        m_panX = x;
    }
    if (x >= m_left)
        QToolTip::showText(event->globalPosition().toPoint(), Format::toolTip(hoverText(x)), this);
    update();
}

void TimeRuler::mouseReleaseEvent(QMouseEvent*)
{
    m_drag = Drag::None;
    m_bounds.hold(false);
}

void TimeRuler::mouseDoubleClickEvent(QMouseEvent*)
{
    m_bounds.reset();
}

void TimeRuler::wheelEvent(QWheelEvent* event)
{
    const TimeScale s = scale();
    const double notches = event->angleDelta().y() / 120.0;
    if (!s.valid() || notches == 0)
        return event->ignore();
    m_bounds.zoom(s.at(event->position().x() - m_left), std::pow(kZoomStep, notches));
    event->accept();
}

void TimeRuler::leaveEvent(QEvent*)
{
    m_hoverX = -1;
    update();
}

QString TimeRuler::hoverText(double x) const
{
    const TimeScale s = scale();
    const twin::TimeNs t = s.at(x - m_left);
    const auto reach = static_cast<twin::TimeNs>(kReach / s.width * static_cast<double>(s.to - s.from));
    const Bookmark* bookmark = m_lanes.nearestBookmark(t, reach);
    const twin::Event* mark = m_lanes.nearestMark(t, reach);
    if (bookmark && (!mark || std::abs(bookmark->at - t) <= std::abs(mark->at - t)))
        return tr("%1 · bookmark %2").arg(m_display.text(bookmark->at), bookmark->name);
    if (mark)
        return tr("%1 · %2", "time, event").arg(m_display.text(mark->at), m_phrases.event(*mark));
    const auto& density = m_lanes.density();
    const TimeScale columns{density.range.from, density.range.to,
                            static_cast<double>(density.what.perSecond.size())};
    if (columns.valid() && t >= columns.from && t < columns.to) {
        const auto c = static_cast<std::size_t>(columns.x(t));
        const double n = c < density.what.perSecond.size() ? density.what.perSecond[c] : 0.0;
        const QString rate = m_phrases.format().number(n, n < 10 ? 1 : 0);
        return density.what.records ? tr("%1 · %2 records/s").arg(m_display.text(t), rate)
                                    : tr("%1 · %2 messages/s").arg(m_display.text(t), rate);
    }
    return m_display.text(t);
}

void TimeRuler::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

} // namespace gemba::ui
