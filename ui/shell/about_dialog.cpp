// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about_dialog.h"

#include <QGridLayout>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

struct Part
{
    QString name, version, licence;
};

std::vector<Part> parts()
{
    return {
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion()), QStringLiteral("LGPL-3.0")},
        {QStringLiteral("Qt Charts"), QString::fromLatin1(qVersion()), QStringLiteral("GPL-3.0")},
        {QStringLiteral("VTK"), QStringLiteral(GEMBA_VTK_VERSION), QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("Eclipse Paho MQTT C++"), {}, QStringLiteral("EPL-2.0")},
        {QStringLiteral("SQLite"), {}, AboutDialog::tr("public domain")},
        {QStringLiteral("Protocol Buffers"), {}, QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("Eigen"), {}, QStringLiteral("MPL-2.0")},
        {QStringLiteral("OpenSSL"), {}, QStringLiteral("Apache-2.0")},
        {QStringLiteral("Zstandard"), {}, QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("simdjson"), {}, QStringLiteral("Apache-2.0")},
        {QStringLiteral("libcurl"), {}, QStringLiteral("curl")},
        {QStringLiteral("QtKeychain"), {}, QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("{fmt}"), {}, QStringLiteral("MIT")}};
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
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
        new TextLabel(TextLabel::Voice::Quiet, tr("Licence: GPL-3.0-or-later. Built with:")));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(3);
    int row = 0;
    for (const Part& part : parts()) {
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
