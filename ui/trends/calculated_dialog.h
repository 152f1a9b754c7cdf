// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/models/pen_book.h"
#include "ui/operate/console_context.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace gemba::ui {

/// Makes and changes calculated tags. A formula is checked as it is typed; only what can be
/// calculated can be saved. Every change can be taken back.
class CalculatedDialog : public QDialog
{
    Q_OBJECT
public:
    CalculatedDialog(const ConsoleContext& context, std::shared_ptr<const twin::Plant> plant, QWidget* parent);

Q_SIGNALS:
    void added(const QString& id); ///< a person wants it on the chart

private:
    void build();
    void fillList();
    void showCurrent();
    void check();
    void save();
    void makeNew();
    void remove();
    [[nodiscard]] QString currentId() const; ///< empty: a new one is being made
    [[nodiscard]] QString problem() const;   ///< why it cannot be saved; empty: it can
    ConsoleContext m_context;
    PenBook& m_book;
    std::shared_ptr<const twin::Plant> m_plant;
    QListWidget* m_list = nullptr;
    QLineEdit *m_name = nullptr, *m_unit = nullptr, *m_formula = nullptr;
    QSpinBox* m_decimals = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton *m_save = nullptr, *m_delete = nullptr, *m_add = nullptr;
};

} // namespace gemba::ui
