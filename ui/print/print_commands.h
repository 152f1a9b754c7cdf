// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

#include "ui/operate/console_context.h"
#include "ui/print/page_printer.h"

class QMenu;

namespace gemba::ui {

/// The menu of what can be printed: preview and printer for paper (A4, A3, either way round), or
/// straight into a PDF. What there is to print is asked for when the menu opens.
class PrintCommands : public QObject
{
    Q_OBJECT
public:
    using Content = std::function<std::vector<Printable>()>; ///< the whole view comes first
    PrintCommands(const ConsoleContext& context, Content content, std::function<Theme()> screen,
                  QWidget* window);
    void fill(QMenu& menu); ///< and gives the window Ctrl+P

    /// Into a PDF file, A4 or A3; empty: done, else why not and what to do.
    [[nodiscard]] QString toPdf(const std::vector<Printable>& what, const QString& path,
                                bool a3 = false) const;

private:
    void preview(const std::vector<Printable>& what);
    void askPdf(const std::vector<Printable>& what);
    [[nodiscard]] PagePrinter printer() const;
    ConsoleContext m_context;
    Content m_content;
    std::function<Theme()> m_screen;
    QWidget* m_window;
};

} // namespace gemba::ui
