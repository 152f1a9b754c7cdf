// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about_dialog.h"

#include <QGridLayout>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"

namespace gemba::ui {
AboutDialog::AboutDialog(const std::vector<LibraryLine>& libraries, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("About Gemba"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    column->addWidget(
        new TextLabel(TextLabel::Voice::Title, tr("Gemba %1").arg(QStringLiteral(GEMBA_VERSION))));
    auto* what = new TextLabel(
        TextLabel::Voice::Body,
        tr("Operations console for industrial digital twins. It advises; it never commands a "
           "controller, and it is not the alarm system of record."));
    what->setWrapped(true);
    column->addWidget(what);
    column->addWidget(
        new TextLabel(TextLabel::Voice::Quiet, tr("Licence: GPL-3.0-or-later. Runs with:")));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(3);
    int row = 0;
    for (const LibraryLine& part : libraries) {
        int col = 0;
        for (const QString& text : {part.name, part.version, part.licence})
            grid->addWidget(new TextLabel(TextLabel::Voice::Body, text), row, col++);
        ++row;
    }
    grid->setColumnMinimumWidth(0, 170);
    grid->setColumnMinimumWidth(1, 60);
    grid->setColumnMinimumWidth(2, 110);
    column->addLayout(grid);
    auto* close = new FlatButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    column->addSpacing(6);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace gemba::ui
