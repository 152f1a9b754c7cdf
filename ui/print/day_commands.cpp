// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/day_commands.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QPdfWriter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QSaveFile>

#include "ui/print/day_pages.h"

namespace gemba::ui {
namespace {

constexpr int kShowProgressAfterMs = 500;

} // namespace

DayCommands::DayCommands(const ConsoleContext& context, DayQuery& days, QWidget* window)
    : QObject(window), m_context(context), m_days(days), m_window(window)
{
}

DayCommands::~DayCommands()
{
    m_days.cancelDay();
}

void DayCommands::fill(QMenu& menu)
{
    menu.addSeparator();
    QAction* paper = menu.addAction(tr("Daily sheet…"));
    paper->setObjectName(QStringLiteral("dailySheet"));
    paper->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    m_window->addAction(paper);
    QAction* pdf = menu.addAction(tr("Daily sheet as PDF…"));
    pdf->setObjectName(QStringLiteral("dailySheetPdf"));
    connect(paper, &QAction::triggered, this,
            [this] { read([this](const DailySheet& s, const Stamp& stamp) { preview(s, stamp); }); });
    connect(pdf, &QAction::triggered, this,
            [this] { read([this](const DailySheet& s, const Stamp& stamp) { askPdf(s, stamp); }); });
}

void DayCommands::read(Then then)
{
    const twin::SnapshotPtr snapshot = m_context.view.snapshot();
    if (!snapshot || !snapshot->plant || snapshot->at == twin::kNoTime)
        return m_context.view.setNotice(tr("There is no day to print yet: nothing has arrived."));
    Phrases phrases(m_context.locale);
    phrases.setPlant(snapshot->plant, m_context.view.units());
    const TimeRange day = siteDay(snapshot->at, phrases.format());
    const Stamp stamp = Stamp::of(m_context.view, phrases); // of the instant at which it was asked for
    delete m_progress;
    m_progress = new QProgressDialog(tr("Reading the day…"), tr("Cancel"), 0, 100, m_window);
    m_progress->setWindowTitle(tr("Daily sheet"));
    m_progress->setMinimumDuration(kShowProgressAfterMs);
    m_progress->setAutoReset(false);
    connect(m_progress, &QProgressDialog::canceled, this, [this] { m_days.cancelDay(); });
    const auto end = [this] {
        if (m_progress)
            m_progress->deleteLater();
        m_progress = nullptr;
    };
    m_days.readDay(day.from, day.to, std::min(day.to, snapshot->at), *snapshot->plant,
                   {[this](int percent) {
                        if (m_progress)
                            m_progress->setValue(percent);
                    },
                    [phrases, stamp, end, then = std::move(then)](const DayRecord& record) {
                        end();
                        then(dailySheet(record, phrases), stamp);
                    },
                    [this, end](const QString& sentence) {
                        end();
                        m_context.view.setNotice(sentence);
                    }});
}

void DayCommands::preview(const DailySheet& sheet, const Stamp& stamp)
{
    QPrinter paper(QPrinter::HighResolution);
    paper.setPageSize(QPageSize(QPageSize::A4));
    QPrintPreviewDialog dialog(&paper, m_window);
    dialog.setWindowTitle(tr("Daily sheet"));
    connect(&dialog, &QPrintPreviewDialog::paintRequested, this, [&](QPrinter* to) {
        if (!printDay(*to, sheet, stamp))
            m_context.view.setNotice(tr("The printer took nothing. Check that it is on."));
    });
    dialog.exec();
}

void DayCommands::askPdf(const DailySheet& sheet, const Stamp& stamp)
{
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Daily sheet as PDF"), QStringLiteral("day.pdf"),
                                                      tr("PDF files (*.pdf)"));
    if (path.isEmpty())
        return;
    const QString problem = toPdf(sheet, stamp, path);
    m_context.view.setNotice(problem.isEmpty() ? tr("Saved as %1.").arg(path) : problem);
}

QString DayCommands::toPdf(const DailySheet& sheet, const Stamp& stamp, const QString& path)
{
    QSaveFile file(path); // nothing is left half-written
    const auto failed = [&] {
        return tr("%1 cannot be written: %2. Choose another place.").arg(path, file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    {
        QPdfWriter pdf(&file);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
        pdf.setCreator(QStringLiteral("Gemba"));
        if (!printDay(pdf, sheet, stamp))
            return failed();
    }
    return file.commit() ? QString() : failed();
}

} // namespace gemba::ui
