// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/flat_button.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/look/icons.h"
#include "ui/look/markers.h"

namespace gemba::ui {
namespace {

constexpr int kHeight = 26;
constexpr int kPadding = 10;
constexpr int kIcon = 16;
constexpr int kSpacing = 6;

} // namespace

FlatButton::FlatButton(const QString& text, QWidget* parent) : QPushButton(text, parent)
{
    setFont(Theme::font(12, QFont::DemiBold));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void FlatButton::setLabel(const QString& text)
{
    if (text == this->text())
        return;
    setText(text);
    updateGeometry();
}

void FlatButton::setIconName(const QString& name)
{
    if (name == m_iconName)
        return;
    m_iconName = name;
    updateGeometry();
    update();
}

void FlatButton::setFilled(bool filled)
{
    if (filled == m_filled)
        return;
    m_filled = filled;
    update();
}

void FlatButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QSize FlatButton::sizeHint() const
{
    int width = 2 * (text().isEmpty() ? 6 : kPadding);
    if (!text().isEmpty())
        width += QFontMetrics(font()).horizontalAdvance(text()) + 1;
    if (!m_iconName.isEmpty() || m_shape > 0)
        width += kIcon + (text().isEmpty() ? 0 : kSpacing);
    if (menu())
        width += 14;
    return {width, kHeight};
}

bool FlatButton::event(QEvent* e)
{
    if (e->type() == QEvent::ShortcutOverride) {
        const auto* pressed = static_cast<QKeyEvent*>(e);
        const int key = pressed->key();
        if (!(pressed->modifiers() & ~Qt::KeypadModifier) &&
            (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)) {
            e->accept();
            return true;
        }
    }
    if (e->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(e)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            click();
            return true;
        }
    }
    return QPushButton::event(e);
}

void FlatButton::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QColor quiet = m_theme.palette().color(QPalette::Disabled, QPalette::Text);
    const bool filled = looksFilled();
    const QColor front = !isEnabled() ? quiet : filled ? m_theme.inkText : m_theme.text;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ground = filled ? m_theme.ink : m_theme.raised;
    if (isEnabled() && (underMouse() || isDown()) && !filled)
        ground = m_theme.softLine;
    p.setPen(QPen(isEnabled() ? (filled ? m_theme.ink : m_theme.line) : m_theme.softLine, 1));
    p.setBrush(isEnabled() || filled ? QBrush(ground) : Qt::NoBrush);
    p.drawRoundedRect(box, 4, 4);
    if (hasFocus()) {
        p.setPen(QPen(m_theme.text, 2));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4);
    }
    QRectF content = QRectF(rect()).adjusted(text().isEmpty() ? 6 : kPadding, 0,
                                             -(text().isEmpty() ? 6 : kPadding), 0);
    const QRectF mark(content.left(), (height() - kIcon) / 2.0, kIcon, kIcon);
    if (m_shape > 0)
        drawPriority(p, mark.adjusted(1, 1, -1, -1), m_shape, false, m_theme);
    else if (!m_iconName.isEmpty())
        drawIcon(p, mark, m_iconName, front);
    if (m_shape > 0 || !m_iconName.isEmpty())
        content.setLeft(mark.right() + kSpacing);
    p.setPen(front);
    p.setFont(font());
    if (menu()) {
        const QPointF c(width() - 13.0, height() / 2.0);
        p.setBrush(front);
        p.drawPolygon(
            QPolygonF({{c.x() - 3.5, c.y() - 2}, {c.x() + 3.5, c.y() - 2}, {c.x(), c.y() + 2.5}}));
        content.setRight(content.right() - 14);
    }
    p.drawText(content,
               Qt::AlignVCenter | (menu() ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::TextSingleLine,
               text());
}

} // namespace gemba::ui
