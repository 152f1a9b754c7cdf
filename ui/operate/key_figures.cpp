// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/key_figures.h"

#include <cmath>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/look/figures.h"
#include "ui/look/reading.h"

namespace gemba::ui {
namespace {

constexpr double kFullBar = 1.25; ///< share of the plan at the end of the bar

} // namespace

KeyFigures::KeyFigures(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Key figures"));
}

void KeyFigures::show(const PlantSummary& s, const PlantOutlook& o, const Phrases::Duty& duty)
{
    std::vector<Figure> next;
    if (!o.output.isEmpty())
        next.push_back({tr("output · plan %1").arg(o.plan), o.output, o.basis, o.outputUnit, 1.5,
                        std::isnan(o.share) ? -1.0 : o.share, o.missed}); // NaN equals nothing
    next.push_back({tr("not acknowledged"), QString::number(s.unacknowledged),
                    tr("alerts in the last 10 minutes: %1").arg(s.raisedLately)});
    next.push_back({tr("abnormal"), tr("%1 of %2").arg(s.abnormal).arg(s.machines)});
    next.push_back({o.outageNow ? tr("outage") : tr("next outage"), o.outage, o.outageText, {}, 1.5});
    next.push_back({duty.byRoster || duty.who.isEmpty() ? tr("on duty") : tr("on duty · no roster"),
                    duty.who.isEmpty() ? tr("not known") : duty.who, duty.note, {}, 1.4});
    next.push_back({tr("DCS alarms"), QString::number(s.dcsActive)});
    next.push_back({tr("data late"), tr("%1 of %2").arg(s.late + s.silent).arg(s.measured),
                    tr("late: %1, silent: %2").arg(s.late).arg(s.silent)});
    if (next == m_figures)
        return;
    m_figures = std::move(next);
    m_current = std::min(m_current, m_figures.size() - 1);
    update();
}

void KeyFigures::setScale(double scale)
{
    m_scale = scale;
    update();
}

void KeyFigures::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QString KeyFigures::spokenText() const
{
    QStringList all;
    for (const Figure& f : m_figures)
        all += f.caption + QStringLiteral(": ") + f.value;
    return all.join(QStringLiteral("; "));
}

QRectF KeyFigures::place(std::size_t figure) const
{
    double all = 0;
    double before = 0;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        before += i < figure ? m_figures[i].weight : 0;
        all += m_figures[i].weight;
    }
    const double unit = width() / std::max(all, 1.0);
    return {before * unit, 0, m_figures[figure].weight * unit, height() * 1.0};
}

void KeyFigures::paintFigure(QPainter& p, const QRectF& rect, const Figure& f) const
{
    const Reading r(m_scale);
    const QRectF text = rect.adjusted(10 * m_scale, 0, -10 * m_scale, 0);
    const bool bar = f.share >= 0;
    double y = rect.center().y() - (r.line(r.caption()) + r.line(r.figure())) / 2;
    p.setPen(m_theme.quietText);
    drawFitted(p, QRectF(text.left(), y, text.width(), r.line(r.caption())), Qt::AlignCenter,
               f.caption, Theme::font(r.caption()));
    y += r.line(r.caption());
    p.setPen(m_theme.text);
    drawFitted(p, QRectF(text.left(), y, text.width(), r.line(r.figure())), Qt::AlignCenter,
               f.missed ? QStringLiteral("▸ ") + f.value : f.value,
               Theme::font(r.figure(), QFont::Bold));
    if (!bar)
        return;
    const double half = std::min(text.width(), 300 * m_scale) / 2;
    const QRectF track(text.center().x() - half, rect.bottom() - 13 * m_scale, 2 * half,
                       7 * m_scale);
    const double plan = track.left() + track.width() / kFullBar;
    p.fillRect(track, m_theme.track);
    p.fillRect(QRectF(track.left(), track.top(),
                      track.width() * std::min(f.share, kFullBar) / kFullBar, track.height()),
               m_theme.ink);
    p.setPen(QPen(m_theme.text, std::max(1.5, 3 * m_scale)));
    p.drawLine(QPointF(plan, track.top() - 4 * m_scale), QPointF(plan, track.bottom()));
}

void KeyFigures::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        paintFigure(p, place(i), m_figures[i]);
        if (hasFocus() && i == m_current) {
            p.setPen(QPen(m_theme.text, 2));
            p.setBrush(Qt::NoBrush);
            p.drawRect(place(i).adjusted(3, 3, -3, -3));
        }
    }
}

std::optional<std::size_t> KeyFigures::at(const QPoint& position) const
{
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        if (place(i).contains(position))
            return i;
    }
    return std::nullopt;
}

QString KeyFigures::copyText() const
{
    if (!m_dated || m_current >= m_figures.size())
        return {};
    const Figure& f = m_figures[m_current];
    return m_dated(f.unit.isEmpty() ? f.value : f.value + QLatin1Char(' ') + f.unit, f.caption);
}

void KeyFigures::keyPressEvent(QKeyEvent* event)
{
    const bool back = event->key() == Qt::Key_Left;
    if (m_figures.empty() || (!back && event->key() != Qt::Key_Right))
        return QWidget::keyPressEvent(event);
    m_current = back ? std::max<std::size_t>(m_current, 1) - 1 : std::min(m_current + 1, m_figures.size() - 1);
    update();
}

void KeyFigures::contextMenuEvent(QContextMenuEvent* event)
{
    const bool mouse = event->reason() == QContextMenuEvent::Mouse;
    m_current = mouse ? at(event->pos()).value_or(m_current) : m_current;
    update();
    if (m_current < m_figures.size())
        popUpCopyMenu(*this, copyText(),
                      mouse ? event->globalPos() : mapToGlobal(place(m_current).center().toPoint()));
}

bool KeyFigures::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // With the keyboard here the arrows move here, not through time.
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString tip;
    if (const auto i = at(help->pos())) {
        const Figure& f = m_figures[*i];
        tip = f.caption + QStringLiteral(": ") + f.value +
              (f.more.isEmpty() ? QString() : QStringLiteral("\n") + f.more);
    }
    QToolTip::showText(help->globalPos(), Format::toolTip(tip), this);
    return true;
}

} // namespace gemba::ui
