// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/watch_plant_dialog.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

constexpr int kFieldWidth = 360;

} // namespace

WatchPlantDialog::WatchPlantDialog(const QString& folder, QWidget* parent)
    : QDialog(parent), m_missing(new TextLabel(TextLabel::Voice::Quiet)),
      m_ok(new FlatButton(tr("Watch it")))
{
    setWindowTitle(tr("Watch a plant"));
    setObjectName(QStringLiteral("watchPlant"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    m_folder = addField(*grid, tr("Folder of the plant"), tr("with plant.json in it"), true, false);
    m_broker = addField(*grid, tr("Broker"), QStringLiteral("mqtts://broker:8883"), false, false);
    m_ca = addField(*grid, tr("Certificate authority"), tr("as the system knows it"), false, true);
    m_cert = addField(*grid, tr("Own certificate"), tr("none"), false, true);
    m_key = addField(*grid, tr("Its key"), tr("none"), false, true);
    m_user = addField(*grid, tr("User"), tr("none"), false, false);
    m_password = addField(*grid, tr("File with the password"),
                          tr("none; nobody else may read it"), false, true);
    m_folder->setText(folder);
    auto* note = new TextLabel(TextLabel::Voice::Quiet,
                               tr("Gemba only listens to a broker added here: it publishes nothing."));
    note->setWrapped(true);
    auto* cancel = new FlatButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_missing, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_ok);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    column->addLayout(grid);
    column->addWidget(note);
    column->addLayout(buttons);
    for (QLineEdit* field : {m_folder, m_broker})
        connect(field, &QLineEdit::textChanged, this, &WatchPlantDialog::check);
    m_ok->setFilled(true);
    m_ok->setObjectName(QStringLiteral("watchIt"));
    for (QPushButton* b : findChildren<QPushButton*>())
        b->setAutoDefault(false); // Return in a field is for the main one
    m_ok->setDefault(true);
    check();
    (folder.isEmpty() ? m_folder : m_broker)->setFocus();
}

QLineEdit* WatchPlantDialog::addField(QGridLayout& grid, const QString& name, const QString& hint,
                                      bool browseFolder, bool browseFile)
{
    const int row = grid.rowCount();
    auto* field = new QLineEdit;
    field->setPlaceholderText(hint);
    field->setAccessibleName(name);
    field->setMinimumWidth(kFieldWidth);
    auto* label = new TextLabel(TextLabel::Voice::Body, name);
    label->setBuddy(field);
    grid.addWidget(label, row, 0);
    grid.addWidget(field, row, 1);
    if (!browseFolder && !browseFile)
        return field;
    auto* browse = new FlatButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose: %1").arg(name));
    grid.addWidget(browse, row, 2);
    connect(browse, &QPushButton::clicked, this, [this, field, name, browseFolder] {
        const QString chosen = browseFolder ? QFileDialog::getExistingDirectory(this, name)
                                            : QFileDialog::getOpenFileName(this, name);
        if (!chosen.isEmpty())
            field->setText(chosen);
    });
    return field;
}

/// Only what can be told at a glance; whether it works is said when it has been tried.
void WatchPlantDialog::check()
{
    const QString broker = m_broker->text().trimmed();
    const bool url = broker.startsWith(QLatin1String("mqtt://")) ||
                     broker.startsWith(QLatin1String("mqtts://"));
    m_missing->setText(m_folder->text().trimmed().isEmpty() ? tr("The folder is missing.")
                       : broker.isEmpty()                   ? tr("The broker is missing.")
                       : !url ? tr("A broker begins with mqtts:// or mqtt://.")
                              : QString());
    m_ok->setEnabled(m_missing->text().isEmpty());
}

PlantSource WatchPlantDialog::source() const
{
    const auto text = [](const QLineEdit* field) { return field->text().trimmed(); };
    return {text(m_folder), text(m_broker), text(m_ca), text(m_cert), text(m_key), text(m_user),
            text(m_password)};
}

} // namespace gemba::ui
