// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/day_sheet.h"

#include <algorithm>
#include <cstdio>

#include <QDate>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/gemba/render.h"
#include "twin/wording/error_text.h"
#include "ui/models/daily_sheet.h"
#include "ui/print/day_commands.h"

namespace gemba {
namespace {

constexpr int kDone = 0, kNothingThere = 1, kUsage = 2, kUnreadable = 3;

int refuse(int code, const QString& sentence)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    return code;
}

/// Noon of the day that was asked for, or the session's end; nothing: that is no day.
std::optional<twin::TimeNs> instantIn(const QString& day, twin::TimeNs end, const ui::Format& site)
{
    if (day.isEmpty())
        return end;
    const QDate date = QDate::fromString(day, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    return QDateTime(date, QTime(12, 0), site.zone()).toMSecsSinceEpoch() * twin::kMillisecond;
}

/// Reads the day beside this thread and waits for it.
twin::Result<ui::DayRecord> readDay(RecordedDay& days, const ui::TimeRange& day, twin::TimeNs until,
                                    const twin::Plant& plant, QString& problem)
{
    QEventLoop loop;
    std::optional<ui::DayRecord> read;
    const auto end = [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); };
    days.readDay(day.from, day.to, until, plant,
                 {[](int) {},
                  [&](const ui::DayRecord& record) {
                      read = record;
                      end();
                  },
                  [&](const QString& sentence) {
                      problem = sentence;
                      end();
                  }});
    loop.exec();
    if (read)
        return std::move(*read);
    return twin::Error{twin::ErrorCode::FileNotReadable, {}, {}};
}

} // namespace

int writeDaySheet(Console& console, const SheetWanted& wanted)
{
    if (const auto shown = console.showSession(wanted.file.toStdString(), twin::kNoTime); !shown)
        return refuse(kUnreadable, twin::errorText(shown.error()));
    const twin::SessionInfo info = console.replay()->info();
    settle(console, console.history(), info.to);
    const twin::SnapshotPtr last = console.view().snapshot();
    if (!last || !last->plant)
        return refuse(kNothingThere, Console::tr("There is nothing in this session to print."));
    ui::Phrases phrases((QLocale()));
    phrases.setPlant(last->plant, console.view().units());
    const ui::Format& site = phrases.format();
    const auto instant = instantIn(wanted.day, info.to, site);
    if (!instant)
        return refuse(kUsage, Console::tr("--day takes a date such as 2026-11-24."));
    const ui::TimeRange day = ui::siteDay(*instant, site);
    if (day.to <= info.from || day.from > info.to)
        return refuse(kNothingThere, Console::tr("Nothing of this day is recorded: the session goes from %1 to %2.")
                                         .arg(site.dateTime(info.from), site.dateTime(info.to)));
    const twin::TimeNs until = std::min(day.to, info.to);
    console.seek(until); // the sheet is stamped with where it ends
    settle(console, console.history(), until);
    QString problem;
    const auto record = readDay(console.days(), day, until, *last->plant, problem);
    if (!record)
        return refuse(kUnreadable, problem);
    const ui::Stamp stamp = ui::Stamp::of(console.view(), phrases);
    if (const QString failed = ui::DayCommands::toPdf(ui::dailySheet(*record, phrases), stamp, wanted.out); !failed.isEmpty())
        return refuse(kUnreadable, failed);
    const QString date = site.dateTime(*instant).section(QLatin1Char(' '), 1, 1);
    const QByteArray said = QJsonDocument(QJsonObject{{QStringLiteral("day"), date}, {QStringLiteral("out"), wanted.out}})
                                .toJson(QJsonDocument::Compact);
    std::printf("%s\n", said.constData());
    std::fflush(stdout);
    return kDone;
}

} // namespace gemba
