// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

#include "ui/models/daily_sheet.h"
#include "ui/operate/console_context.h"
#include "ui/look/stamp.h"

class QMenu;
class QProgressDialog;

namespace gemba::ui {

/// The daily sheet of the day that is being looked at, up to the cursor: read off the window's
/// thread with progress, then previewed for paper or saved as PDF.
class DayCommands : public QObject
{
    Q_OBJECT
public:
    DayCommands(const ConsoleContext& context, DayQuery& days, QWidget* window);
    ~DayCommands() override;
    void fill(QMenu& menu);

    /// Into a PDF file, A4; empty: done, else why not.
    [[nodiscard]] static QString toPdf(const DailySheet& sheet, const Stamp& stamp, const QString& path);

private:
    using Then = std::function<void(const DailySheet&, const Stamp&)>;
    void read(Then then);
    void preview(const DailySheet& sheet, const Stamp& stamp);
    void askPdf(const DailySheet& sheet, const Stamp& stamp);
    ConsoleContext m_context;
    DayQuery& m_days;
    QWidget* m_window;
    QProgressDialog* m_progress = nullptr;
};

} // namespace gemba::ui
