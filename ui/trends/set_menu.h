// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

#include "ui/models/pen_book.h"
#include "ui/operate/console_context.h"

class QMenu;
class QWidget;

namespace gemba::ui {

/// The pen sets that a person keeps: shown, saved, deleted with undo, made the default of a
/// machine, passed on as a file and taken from one.
class SetMenu : public QObject
{
    Q_OBJECT
public:
    /// What is on the charts now.
    using Charts = std::function<std::vector<ChartSpec>()>;
    SetMenu(const ConsoleContext& context, Charts charts, QWidget* window);
    void fill(QMenu& menu);
    void saveAs(const QString& name, bool defaultOfMachine);
    void remove(const QString& name);
    void importFrom(const QString& path);
    void exportTo(const QString& path);

Q_SIGNALS:
    void chosen(const gemba::ui::PenSet& set);

private:
    [[nodiscard]] QString machineId() const; ///< of the selected one; empty: none
    void askName(bool defaultOfMachine);
    ConsoleContext m_context;
    PenBook& m_book;
    Charts m_charts;
    QWidget* m_window;
};

} // namespace gemba::ui
