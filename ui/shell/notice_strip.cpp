// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notice_strip.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/look/flat_button.h"

namespace gemba::ui {

SentenceStrip::SentenceStrip(QWidget* parent)
    : QWidget(parent), m_text(new TextLabel(TextLabel::Voice::Body)), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(12, 5, 12, 6);
    m_text->setWrapped(true);
    auto* close = new FlatButton;
    close->setIconName(QStringLiteral("close"));
    close->setAccessibleName(tr("Close this notice"));
    close->setToolTip(close->accessibleName());
    connect(close, &QPushButton::clicked, this, &SentenceStrip::closed);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(close, 0, Qt::AlignTop);
}

FlatButton* SentenceStrip::addButton()
{
    auto* button = new FlatButton;
    m_row->insertWidget(1, button, 0, Qt::AlignTop);
    return button;
}

void SentenceStrip::setSentence(const QString& sentence)
{
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
}

void SentenceStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void SentenceStrip::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), m_theme.raised);
    p.setPen(m_theme.line);
    p.drawLine(0, height() - 1, width(), height() - 1);
}

NoticeStrip::NoticeStrip(ViewState& view, QWidget* parent) : SentenceStrip(parent)
{
    label()->setObjectName(QStringLiteral("notice"));
    connect(this, &SentenceStrip::closed, &view, [&view] { view.setNotice({}); });
    const auto show = [this, &view] { setSentence(view.notice()); };
    connect(&view, &ViewState::noticeChanged, this, show);
    show();
}

OfferStrip::OfferStrip(ViewState& view, QWidget* parent) : SentenceStrip(parent)
{
    FlatButton* take = addButton();
    take->setObjectName(QStringLiteral("takeOffer"));
    take->setFilled(true);
    connect(take, &QPushButton::clicked, this, [&view] {
        const Offer offer = view.offered();
        view.offer({}); // once
        if (offer.take)
            offer.take();
    });
    connect(this, &SentenceStrip::closed, &view, [&view] { view.offer({}); });
    const auto show = [this, &view, take] {
        take->setLabel(view.offered().button);
        setSentence(view.offered().take ? view.offered().sentence : QString());
    };
    connect(&view, &ViewState::offerChanged, this, show);
    show();
}

} // namespace gemba::ui
