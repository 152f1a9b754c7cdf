// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mode_chip.h"

#include <algorithm>

#include <QPainter>

#include "ui/models/phrases.h"

namespace gemba::ui {

void ModeChip::setMode(Mode mode)
{
    if (mode == m_mode && !accessibleName().isEmpty())
        return;
    m_mode = mode;
    setAccessibleName(text());
    update();
}

QString ModeChip::text() const
{
    return Phrases::mode(m_mode);
}

QSize ModeChip::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(12, QFont::Bold));
    int width = 0;
    for (const Mode mode : {Mode::Live, Mode::LivePaused, Mode::ReplayFile, Mode::ReplayHistory})
        width = std::max(width, metrics.horizontalAdvance(Phrases::mode(mode)));
    return {width + 20, 26};
}

void ModeChip::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void ModeChip::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const bool live = m_mode == Mode::Live;
    const bool replay = m_mode == Mode::ReplayFile || m_mode == Mode::ReplayHistory;
    p.setPen(QPen(live ? m_theme.ink : replay ? m_theme.notLive : m_theme.text, 2));
    p.setBrush(live ? m_theme.ink : replay ? m_theme.replayGround : m_theme.raised);
    p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    p.setPen(live ? m_theme.inkText : replay ? m_theme.replayText : m_theme.text);
    p.setFont(Theme::font(12, QFont::Bold));
    p.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

} // namespace gemba::ui
