// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/text_label.h"

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/models/format.h"

namespace gemba::ui {
namespace {

QFont fontOf(TextLabel::Voice voice)
{
    switch (voice) {
    case TextLabel::Voice::Heading: {
        QFont f = Theme::font(11, QFont::DemiBold);
        f.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
        return f;
    }
    case TextLabel::Voice::Title: return Theme::font(15, QFont::Bold);
    case TextLabel::Voice::Body: return Theme::font(13);
    case TextLabel::Voice::Quiet: return Theme::font(12);
    }
    return Theme::font(13);
}

} // namespace

TextLabel::TextLabel(Voice voice, const QString& text, QWidget* parent)
    : QLabel(text, parent), m_voice(voice)
{
    setTextFormat(Qt::PlainText);
    setFont(fontOf(voice));
    setTheme(m_theme);
}

void TextLabel::setWrapped(bool wrapped)
{
    setWordWrap(wrapped);
    updateGeometry();
}

void TextLabel::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QString TextLabel::shown() const
{
    return m_voice == Voice::Heading ? text().toUpper() : text();
}

QSize TextLabel::sizeHint() const
{
    if (wordWrap())
        return QLabel::sizeHint();
    const QMargins m = contentsMargins();
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(shown()) + m.left() + m.right() + 2,
            metrics.height() + m.top() + m.bottom() + 2};
}

QSize TextLabel::minimumSizeHint() const
{
    if (wordWrap())
        return QLabel::minimumSizeHint();
    return {std::min(sizeHint().width(), 40), sizeHint().height()};
}

void TextLabel::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setFont(font());
    p.setPen(m_voice == Voice::Heading || m_voice == Voice::Quiet ? m_theme.quietText
                                                                  : m_theme.text);
    const Qt::Alignment across = alignment() & Qt::AlignHorizontal_Mask;
    if (wordWrap()) {
        p.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextWordWrap, text());
        return;
    }
    const bool cut = QFontMetrics(font()).horizontalAdvance(shown()) > contentsRect().width() + 1;
    if (const QString tip = cut ? Format::toolTip(text()) : QString(); tip != toolTip())
        setToolTip(tip);
    drawLine(p, contentsRect(), across | Qt::AlignVCenter, shown());
}

} // namespace gemba::ui
