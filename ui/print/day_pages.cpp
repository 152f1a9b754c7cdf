// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/day_pages.h"

#include "ui/look/figures.h"
#include "ui/look/markers.h"
#include "ui/look/sparkline.h"
#include "ui/print/printed_pages.h"

namespace gemba::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::DayPages)
};

constexpr std::size_t kMostMachines = 20, kMostAlerts = 20;
constexpr qsizetype kMostLines = 8; ///< of notes, and of what befell the data
constexpr double kRow = 21, kMachineRow = 26, kGap = 9;

/// Goes down the page, and on to the next one.
class Column
{
public:
    Column(PrintedPages& pages, const Theme& theme) : m_pages(pages), m_theme(theme), m_y(pages.body().top()) {}

    [[nodiscard]] QPainter& painter() { return m_pages.painter(); }
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    QRectF take(double height)
    {
        if (m_y + height > m_pages.body().bottom()) {
            m_pages.again();
            m_y = m_pages.body().top();
        }
        const QRectF rect(0, m_y, PrintedPages::kWidth, height);
        m_y += height;
        return rect;
    }
    void heading(const QString& words)
    {
        take(kGap);
        const QRectF rect = take(kRow + kRow); // with the first line below it
        m_y -= kRow;
        write({0, rect.top(), rect.width(), kRow}, words, QFont::Bold);
    }
    void write(const QRectF& rect, const QString& words, QFont::Weight weight = QFont::Normal,
               Qt::Alignment align = Qt::AlignLeft)
    {
        painter().setPen(Qt::black);
        painter().setFont(Theme::font(12, weight));
        drawLine(painter(), rect, align | Qt::AlignVCenter, words);
    }
    void line(const QString& words) { write(take(kRow), words); }
    void paragraph(const QString& words)
    {
        painter().setFont(Theme::font(12));
        const QRectF room(0, 0, PrintedPages::kWidth, 400);
        const double height = painter().boundingRect(room, Qt::TextWordWrap, words).height();
        const QRectF rect = take(height + 4);
        painter().setPen(Qt::black);
        painter().drawText(rect, Qt::TextWordWrap, words);
    }

private:
    PrintedPages& m_pages;
    const Theme& m_theme;
    double m_y;
};

/// The part of a row between two shares of its width.
QRectF cell(const QRectF& row, double from, double to)
{
    return {row.left() + row.width() * from, row.top(), row.width() * (to - from) - 8, row.height()};
}

void machines(Column& c, const DailySheet& sheet)
{
    c.heading(Text::tr("Machines, worst first"));
    const QRectF head = c.take(kRow);
    c.write(cell(head, 0.40, 0.52), Text::tr("least"), QFont::Normal, Qt::AlignRight);
    c.write(cell(head, 0.52, 0.60), Text::tr("at"), QFont::Normal, Qt::AlignRight);
    c.write(cell(head, 0.60, 0.68), Text::tr("mean"), QFont::Normal, Qt::AlignRight);
    c.write(cell(head, 0.70, 1), Text::tr("condition, 0 to 100, over the day"));
    std::size_t shown = 0;
    for (const DailySheet::Machine& m : sheet.machines) {
        if (shown++ == kMostMachines) {
            c.line(Text::tr("… and %1 more, none worse than these.")
                       .arg(sheet.machines.size() - kMostMachines));
            return;
        }
        const QRectF row = c.take(kMachineRow);
        c.write(cell(row, 0, 0.40), m.name);
        if (!m.known) {
            c.write(cell(row, 0.44, 1), Text::tr("no figure recorded"));
            continue;
        }
        c.write(cell(row, 0.40, 0.52), QString::number(qRound(m.least)), QFont::Bold, Qt::AlignRight);
        c.write(cell(row, 0.52, 0.60), m.leastAt, QFont::Normal, Qt::AlignRight);
        c.write(cell(row, 0.60, 0.68), QString::number(qRound(m.mean)), QFont::Normal, Qt::AlignRight);
        drawSparkline(c.painter(), cell(row, 0.70, 1).adjusted(0, 3, 0, -3),
                      {sheet.range.from, sheet.range.to, m.line}, c.theme());
    }
}

void alerts(Column& c, const DailySheet& sheet)
{
    c.heading(Text::tr("Alerts (advisory): %1").arg(sheet.alertCount));
    if (sheet.alerts.empty())
        return c.line(Text::tr("None is recorded."));
    const QRectF head = c.take(kRow);
    c.write(cell(head, 0.64, 0.76), Text::tr("raised"), QFont::Normal, Qt::AlignRight);
    c.write(cell(head, 0.76, 0.88), Text::tr("seen"), QFont::Normal, Qt::AlignRight);
    c.write(cell(head, 0.88, 1), Text::tr("over"), QFont::Normal, Qt::AlignRight);
    std::size_t shown = 0;
    for (const DailySheet::AlertLine& a : sheet.alerts) {
        if (shown++ == kMostAlerts)
            return c.line(Text::tr("… and %1 more.").arg(sheet.alerts.size() - kMostAlerts));
        const QRectF row = c.take(kRow);
        drawPriority(c.painter(), QRectF(row.left(), row.top() + 3, 15, 15), a.priority, false, c.theme());
        c.write(cell(row, 0.03, 0.64), a.title);
        c.write(cell(row, 0.64, 0.76), a.raised, QFont::Normal, Qt::AlignRight);
        c.write(cell(row, 0.76, 0.88), a.acknowledged, QFont::Normal, Qt::AlignRight);
        c.write(cell(row, 0.88, 1), a.over, QFont::Normal, Qt::AlignRight);
    }
}

void lines(Column& c, const QString& heading, const QStringList& all, const QString& none)
{
    c.heading(heading);
    if (all.isEmpty())
        return c.line(none);
    for (const QString& words : all.first(std::min(all.size(), kMostLines)))
        c.line(words);
    if (all.size() > kMostLines)
        c.line(Text::tr("… and %1 more.").arg(all.size() - kMostLines));
}

} // namespace

bool printDay(QPagedPaintDevice& device, const DailySheet& sheet, const Stamp& stamp)
{
    PrintedPages pages(device, stamp);
    if (!pages.open())
        return false;
    const Theme theme = Theme::paper();
    //: name of a plant, day
    pages.begin(Text::tr("Daily sheet – %1 – %2").arg(stamp.plant, sheet.day));
    Column c(pages, theme);
    c.paragraph(sheet.recorded);
    machines(c, sheet);
    alerts(c, sheet);
    c.heading(Text::tr("Output against plan"));
    c.paragraph(sheet.output);
    lines(c, Text::tr("Data"), sheet.health, Text::tr("Nothing is recorded."));
    lines(c, Text::tr("Notes and acts"), sheet.notes, Text::tr("None is recorded."));
    return true;
}

} // namespace gemba::ui
