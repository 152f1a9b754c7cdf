// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableView>

class QGridLayout;

namespace gemba::ui {

/// The parts that the pages of notifications are made of, all alike: with an accessible name, plain
/// text, and wide enough for their words in every language.
[[nodiscard]] QLineEdit* makeField(const QString& name, const QString& hint = {});
[[nodiscard]] QComboBox* makeChoice(const QString& name, const QStringList& choices);
[[nodiscard]] QSpinBox* makeNumber(const QString& name, int most, const QString& unit);
[[nodiscard]] QCheckBox* makeCheck(const QString& words);
/// A table of whole rows, one selected, without a grid.
[[nodiscard]] QTableView* makeTable(const QString& name);
/// The name in the first column, the editor in the second.
void addRow(QGridLayout& grid, const QString& name, QWidget* editor);
/// Sets the text unless a person is just typing there.
void showText(QLineEdit& field, const QString& text);

} // namespace gemba::ui
