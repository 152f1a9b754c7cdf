// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/null_viewport.h"

#include <QLabel>
#include <QVBoxLayout>

namespace gemba::ui {

NullViewport::NullViewport(const QString& reason, QWidget* parent)
    : SceneView(parent), m_reason(reason), m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setMargin(24);
    m_text->setText(tr("No 3D picture: %1\nEverything else works as usual.").arg(reason));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    setAutoFillBackground(true);
    setTheme(SceneColours::light());
}

void NullViewport::setTheme(const SceneColours& colours)
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, colours.canvas);
    palette.setColor(QPalette::WindowText, colours.dimText);
    setPalette(palette);
    m_text->setPalette(palette);
}

} // namespace gemba::ui
