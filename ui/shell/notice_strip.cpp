// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notice_strip.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/look/flat_button.h"

namespace gemba::ui {

NoticeStrip::NoticeStrip(ViewState& view, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 12, 6);
    auto* text = new TextLabel(TextLabel::Voice::Body);
    text->setWrapped(true);
    text->setObjectName(QStringLiteral("notice"));
    auto* close = new FlatButton;
    close->setIconName(QStringLiteral("close"));
    close->setAccessibleName(tr("Close this notice"));
    close->setToolTip(close->accessibleName());
    connect(close, &QPushButton::clicked, this, [&view] { view.setNotice({}); });
    row->addWidget(text, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    const auto show = [this, &view, text] {
        text->setText(view.notice());
        setVisible(!view.notice().isEmpty());
    };
    connect(&view, &ViewState::noticeChanged, this, show);
    show();
}

void NoticeStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void NoticeStrip::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), m_theme.raised);
    p.setPen(m_theme.line);
    p.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace gemba::ui
