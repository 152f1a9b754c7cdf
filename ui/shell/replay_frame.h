// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QPainter>
#include <QWidget>

#include "ui/look/theme.h"

namespace gemba::ui {

/// The amber frame around everything that is not live. Lies over the window's content, so that
/// nothing moves when it comes or goes, and takes no clicks.
class ReplayFrame : public QWidget, public Themed
{
    Q_OBJECT
public:
    static constexpr int kWidth = 4;
    explicit ReplayFrame(QWidget* parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        parent->installEventFilter(this);
        cover();
    }
    void setTheme(const Theme& theme) override
    {
        m_theme = theme;
        update();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize)
            cover();
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), m_theme.notLive); }

private:
    void cover()
    {
        const QRect all = parentWidget()->rect();
        setGeometry(all);
        setMask(QRegion(all) - QRegion(all.adjusted(kWidth, kWidth, -kWidth, -kWidth)));
        raise();
    }
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
