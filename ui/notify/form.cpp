// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/form.h"

#include <QGridLayout>
#include <QHeaderView>

#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

constexpr int kMostCharacters = 300; ///< as the schema of a roster bounds lines
constexpr int kFieldWidth = 220;

} // namespace

QLineEdit* makeField(const QString& name, const QString& hint)
{
    auto* field = new QLineEdit;
    field->setFont(Theme::font(13));
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setMaxLength(kMostCharacters);
    field->setMinimumWidth(kFieldWidth);
    // The theme's fields show their box under the mouse only; a form shows where to write.
    field->setProperty("inForm", true);
    return field;
}

QComboBox* makeChoice(const QString& name, const QStringList& choices)
{
    auto* box = new QComboBox;
    box->setFont(Theme::font(13));
    box->setAccessibleName(name);
    box->addItems(choices);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

QSpinBox* makeNumber(const QString& name, int most, const QString& unit)
{
    auto* box = new QSpinBox;
    box->setFont(Theme::font(13));
    box->setAccessibleName(name);
    box->setRange(0, most);
    box->setSuffix(unit.isEmpty() ? QString() : QChar(0xa0) + unit);
    box->setKeyboardTracking(false);
    box->setMinimumWidth(90);
    return box;
}

QCheckBox* makeCheck(const QString& words)
{
    auto* box = new QCheckBox(words);
    box->setFont(Theme::font(13));
    box->setAccessibleName(words);
    return box;
}

QTableView* makeTable(const QString& name)
{
    auto* table = new QTableView;
    table->setFont(Theme::font(13));
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(26);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void addRow(QGridLayout& grid, const QString& name, QWidget* editor)
{
    const int row = grid.rowCount();
    grid.addWidget(new TextLabel(TextLabel::Voice::Body, name), row, 0);
    grid.addWidget(editor, row, 1);
}

void showText(QLineEdit& field, const QString& text)
{
    if (field.text() == text || (field.hasFocus() && field.isModified()))
        return;
    field.setText(text);
    field.setCursorPosition(0);
}

} // namespace gemba::ui
