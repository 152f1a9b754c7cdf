// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_sheet.h"

#include <QGridLayout>
#include <QScrollArea>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/shell/palette_entries.h"

namespace gemba::ui {

KeySheet::KeySheet(const QMenuBar& menus, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setObjectName(QStringLiteral("keys"));
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(4, 0, 12, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    int row = 0;
    QString menu;
    for (const PaletteEntry& e : actionEntries(menus)) {
        if (e.keys.isEmpty())
            continue;
        if (e.detail != menu) {
            menu = e.detail;
            grid->addWidget(new TextLabel(TextLabel::Voice::Heading, menu), row++, 0, 1, 2);
        }
        auto* keys = new TextLabel(TextLabel::Voice::Body, e.keys);
        keys->setAlignment(Qt::AlignRight);
        grid->addWidget(new TextLabel(TextLabel::Voice::Body, e.title), row, 0);
        grid->addWidget(keys, row++, 1);
    }
    grid->setColumnMinimumWidth(1, 190);
    grid->setRowStretch(row, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // QScrollArea turned it on
    scroll->viewport()->setAutoFillBackground(false);
    auto* close = new FlatButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->addWidget(scroll, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(520, 600);
}

} // namespace gemba::ui
