// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/panel_heading.h"

#include <algorithm>

#include <QHBoxLayout>

namespace gemba::ui {

PanelHeading::PanelHeading(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(TextLabel::Voice::Heading, title)),
      m_note(new TextLabel(TextLabel::Voice::Heading))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_title, 1);
    row->addWidget(m_note, 0);
    m_note->setAlignment(Qt::AlignRight);
    setFixedHeight(32);
}

void PanelHeading::setTitle(const QString& title)
{
    m_title->setText(title);
}

void PanelHeading::setNote(const QString& note)
{
    m_note->setText(note);
    constexpr int kMost = 170; // a longer note gives way rather than widen the panel
    m_note->setMinimumWidth(std::min(m_note->sizeHint().width(), kMost));
}

void PanelHeading::addWidget(QWidget* widget)
{
    layout()->addWidget(widget);
}

} // namespace gemba::ui
