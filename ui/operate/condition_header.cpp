// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/condition_header.h"

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/look/markers.h"

namespace gemba::ui {

void ConditionHeader::setFlash(const FlashClock* flash)
{
    m_flash = flash;
    if (flash)
        connect(flash, &FlashClock::ticked, this, [this] {
            if (m_waits)
                update();
        });
}

void ConditionHeader::show(const twin::Assessment& a, bool waits, const Phrases& phrases,
                           const QString& earlier)
{
    m_waits = waits;
    if (a.withheld != twin::Withheld::No) {
        m_score = QString(QChar(0x2013));
        m_word.clear();
        m_priority = 0;
        m_lines = {phrases.withheld(a)};
    } else {
        m_score = QString::number(Format::points(a.score));
        m_word = Phrases::word(a.word);
        if (const QString next = Phrases::unconfirmed(a); !next.isEmpty())
            m_word = tr("%1 → %2", "word now, word to come").arg(m_word, next);
        m_priority = a.word == twin::ConditionWord::Normal ? 0 : 4 - static_cast<int>(a.word);
        m_lines = {
            tr("condition · band %1 – %2").arg(Format::points(a.low)).arg(Format::points(a.high)),
            tr("since %1").arg(phrases.format().clock(a.wordSince)), phrases.anomaly(a)};
        m_lines = {tr("%1 · %2", "band, since").arg(m_lines[0], m_lines[1]), m_lines[2]};
        if (!earlier.isEmpty())
            m_lines.insert(1, earlier);
    }
    const QString said = m_score + m_word + m_lines.join(QLatin1Char('|')) + QString::number(waits);
    if (said == m_said)
        return;
    m_said = said;
    setAccessibleName(
        tr("Condition %1, %2").arg(m_score, m_word.isEmpty() ? m_lines.value(0) : m_word));
    update();
}

void ConditionHeader::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void ConditionHeader::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QFont big = Theme::font(54, QFont::Bold);
    const double scoreWidth = figuresWidth(big, m_score);
    p.setFont(big);
    p.setPen(m_word.isEmpty() ? m_theme.quietText : m_theme.text);
    drawFigures(p, QRectF(12, 0, std::max(scoreWidth, 62.0) + 1, height()),
                Qt::AlignVCenter | (m_word.isEmpty() ? Qt::AlignHCenter : Qt::AlignLeft), m_score);
    const double left = 12 + std::max(scoreWidth, 62.0) + 14;
    const QRectF right(left, 0, width() - left - 10, height());
    const double blockHeight =
        (m_word.isEmpty() ? 0 : 24) + 17.0 * static_cast<double>(m_lines.size());
    double y = (height() - blockHeight) / 2;
    if (!m_word.isEmpty()) {
        drawPriority(p, QRectF(left, y + 2, 18, 18), m_priority,
                     m_flash   ? m_flash->attention(m_priority, m_waits)
                     : m_waits ? Attention::Ring
                               : Attention::None,
                     m_theme);
        p.setFont(Theme::font(16, QFont::Bold));
        p.setPen(m_theme.text);
        drawLine(p, QRectF(left + (m_priority > 0 ? 25 : 0), y, right.width() - 25, 22),
                 Qt::AlignVCenter, m_word);
        y += 24;
    }
    p.setFont(Theme::font(12));
    p.setPen(m_theme.quietText);
    if (m_word.isEmpty()) {
        p.drawText(right, Qt::AlignVCenter | Qt::TextWordWrap, m_lines.value(0));
        return;
    }
    for (const QString& line : m_lines) {
        drawLine(p, QRectF(left, y, right.width(), 17), Qt::AlignVCenter, line);
        y += 17;
    }
}

} // namespace gemba::ui
