// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/life_bar.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/look/figures.h"

namespace gemba::ui {
namespace {

constexpr double kTrackTop = 22, kTrackHeight = 12, kMargin = 12;

QString number(double life)
{
    return QString::number(life, 'f', life < 10 && life != std::floor(life) ? 1 : 0);
}

} // namespace

bool LifeFigure::valid() const
{
    return std::isfinite(low) && std::isfinite(high) && low >= 0 && low <= median && median <= high &&
           std::isfinite(horizon) && horizon > 0;
}

LifeBar::LifeBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("lifeBar"));
    setAccessibleName(tr("Life if it runs on"));
    setAccessibleDescription(tr("P10, P50 and P90 of what is left, and by when to act"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVisible(false);
}

void LifeBar::show(const std::optional<LifeFigure>& life)
{
    const bool there = life && life->valid();
    m_life = there ? life : std::nullopt;
    setVisible(there);
    setToolTip(spokenText());
    update();
}

void LifeBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QString LifeBar::spokenText() const
{
    if (!m_life)
        return {};
    QString text = tr("Life if it runs on: %1 %2, between %3 and %4 with 80 % confidence")
                       .arg(number(m_life->median), m_life->unit, number(m_life->low), number(m_life->high));
    if (m_life->actBefore)
        text += QStringLiteral(" · ") + tr("act within %1 %2").arg(number(*m_life->actBefore), m_life->unit);
    if (m_life->threshold)
        text += QStringLiteral(" · ") + tr("%1 at %2 %3", "a planned outage or a limit, life, unit")
                                            .arg(m_life->thresholdName, number(*m_life->threshold), m_life->unit);
    return text;
}

double LifeBar::x(double life, const QRectF& track) const
{
    return track.left() + std::clamp(life / m_life->horizon, 0.0, 1.0) * track.width();
}

void LifeBar::paintEvent(QPaintEvent*)
{
    if (!m_life)
        return;
    QPainter p(this);
    const QRectF track(kMargin, kTrackTop, std::max(width() - 2 * kMargin, 20.0), kTrackHeight);
    p.fillRect(track, m_theme.track);
    const double from = x(m_life->low, track), to = std::max(x(m_life->high, track), from + 2);
    p.fillRect(QRectF(from, track.top(), to - from, track.height()), m_theme.band);
    p.fillRect(QRectF(x(m_life->median, track) - 1.5, track.top() - 3, 3, track.height() + 6), m_theme.text);
    if (m_life->threshold) {
        p.setPen(QPen(m_theme.text, 1, Qt::DashLine));
        const double at = std::round(x(*m_life->threshold, track)) + 0.5;
        p.drawLine(QPointF(at, track.top() - 5), QPointF(at, track.bottom() + 5));
    }
    if (m_life->actBefore) {
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(Qt::NoPen);
        p.setBrush(m_theme.text);
        const double at = x(*m_life->actBefore, track);
        p.drawPolygon(QPolygonF({{at - 5, track.top() - 9}, {at + 5, track.top() - 9}, {at, track.top() - 1}}));
    }
    paintLabels(p, track);
}

/// Above: by when to act, and the threshold; below: P10, P50 and P90, moved apart where they are near.
void LifeBar::paintLabels(QPainter& p, const QRectF& track) const
{
    struct Label { QString text; double at; bool strong; };
    std::vector<Label> below{{number(m_life->low), m_life->low, false},
                             {number(m_life->median) + QChar(0xa0) + m_life->unit, m_life->median, true},
                             {(m_life->high > m_life->horizon ? QStringLiteral(">") : QString()) + number(std::min(m_life->high, m_life->horizon)),
                              m_life->high, false}};
    std::vector<QRectF> boxes;
    for (const Label& l : below) {
        p.setFont(Theme::font(12, l.strong ? QFont::Bold : QFont::Normal));
        const double w = std::ceil(QFontMetricsF(p.font()).horizontalAdvance(l.text)) + 2;
        boxes.push_back({std::clamp(x(l.at, track) - w / 2, track.left(), track.right() - w), track.bottom() + 4, w, 16});
    }
    constexpr double kGap = 8;
    boxes[0].moveRight(std::min(boxes[0].right(), boxes[1].left() - kGap));
    boxes[2].moveLeft(std::max(boxes[2].left(), boxes[1].right() + kGap));
    if (const double over = kMargin - boxes[0].left(); over > 0) { // all three together fit in any width
        for (QRectF& box : boxes)
            box.translate(box.left() < boxes[1].right() + kGap + 1 ? over : 0, 0);
        boxes[2].moveLeft(std::max(boxes[2].left(), boxes[1].right() + kGap));
    }
    if (const double over = boxes[2].right() - track.right(); over > 0) {
        boxes[2].translate(-over, 0);
        boxes[1].moveRight(std::min(boxes[1].right(), boxes[2].left() - kGap));
        boxes[0].moveRight(std::min(boxes[0].right(), boxes[1].left() - kGap));
    }
    p.setPen(m_theme.text);
    for (std::size_t i = 0; i < below.size(); ++i) {
        p.setFont(Theme::font(12, below[i].strong ? QFont::Bold : QFont::Normal));
        p.drawText(boxes[i], Qt::AlignCenter, below[i].text);
    }
    p.setFont(Theme::font(11));
    p.setPen(m_theme.quietText);
    const QRectF above(track.left(), 0, track.width(), 14);
    if (m_life->actBefore)
        drawLine(p, above, Qt::AlignLeft | Qt::AlignVCenter,
                 tr("▼ act within %1 %2").arg(number(*m_life->actBefore), m_life->unit));
    if (m_life->threshold)
        drawLine(p, above.adjusted(track.width() / 2, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                 QStringLiteral("┆ %1 %2").arg(m_life->thresholdName, number(*m_life->threshold)));
}

} // namespace gemba::ui
