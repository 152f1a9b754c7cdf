// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/print_commands.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QPdfWriter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QSaveFile>

namespace gemba::ui {

PrintCommands::PrintCommands(const ConsoleContext& context, Content content,
                             std::function<Theme()> screen, QWidget* window)
    : QObject(window), m_context(context), m_content(std::move(content)),
      m_screen(std::move(screen)), m_window(window)
{
}

PagePrinter PrintCommands::printer() const
{
    Phrases phrases(m_context.locale);
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    phrases.setPlant(snapshot ? snapshot->plant : nullptr);
    return {Stamp::of(m_context.view, phrases), m_screen()};
}

void PrintCommands::fill(QMenu& menu)
{
    QAction* view = menu.addAction(tr("Print view…"));
    view->setObjectName(QStringLiteral("printView"));
    view->setShortcut(QKeySequence::Print);
    m_window->addAction(view);
    connect(view, &QAction::triggered, this, [this] {
        if (const auto all = m_content(); !all.empty())
            preview({all.front()});
    });
    QMenu* panels = menu.addMenu(tr("Print panel"));
    QMenu* pdf = menu.addMenu(tr("Save as PDF"));
    const auto refill = [this, panels, pdf] {
        panels->clear();
        pdf->clear();
        for (const Printable& p : m_content()) {
            connect(panels->addAction(p.title), &QAction::triggered, this,
                    [this, p] { preview({p}); });
            connect(pdf->addAction(p.title), &QAction::triggered, this, [this, p] { askPdf({p}); });
        }
    };
    connect(&menu, &QMenu::aboutToShow, this, refill);
    refill();
}

void PrintCommands::preview(const std::vector<Printable>& what)
{
    QPrinter paper(QPrinter::HighResolution);
    paper.setPageSize(QPageSize(QPageSize::A4));
    paper.setPageOrientation(what.front().content &&
                                     what.front().content->width() > what.front().content->height()
                                 ? QPageLayout::Landscape
                                 : QPageLayout::Portrait);
    const PagePrinter pages = printer(); // of the instant at which printing was asked for
    QPrintPreviewDialog dialog(&paper, m_window);
    dialog.setWindowTitle(tr("Print"));
    connect(&dialog, &QPrintPreviewDialog::paintRequested, this, [&](QPrinter* to) {
        if (!pages.print(*to, what))
            m_context.view.setNotice(tr("The printer took nothing. Check that it is on."));
    });
    dialog.exec();
}

void PrintCommands::askPdf(const std::vector<Printable>& what)
{
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Save as PDF"),
                                                      QStringLiteral("gemba.pdf"),
                                                      tr("PDF files (*.pdf)"));
    if (path.isEmpty())
        return;
    const QString problem = toPdf(what, path);
    m_context.view.setNotice(problem.isEmpty() ? tr("Saved as %1.").arg(path) : problem);
}

QString PrintCommands::toPdf(const std::vector<Printable>& what, const QString& path, bool a3) const
{
    QSaveFile file(path); // nothing is left half-written
    const auto failed = [&] {
        return tr("%1 cannot be written: %2. Choose another place.").arg(path, file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    {
        QPdfWriter pdf(&file);
        pdf.setPageSize(QPageSize(a3 ? QPageSize::A3 : QPageSize::A4));
        const QWidget* first = what.empty() ? nullptr : what.front().content.data();
        pdf.setPageOrientation(first && first->width() > first->height() ? QPageLayout::Landscape
                                                                         : QPageLayout::Portrait);
        pdf.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
        pdf.setCreator(QStringLiteral("Gemba"));
        if (!printer().print(pdf, what))
            return failed();
    }
    return file.commit() ? QString() : failed();
}

} // namespace gemba::ui
