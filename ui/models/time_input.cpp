// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/time_input.h"

#include <QDateTime>
#include <QRegularExpression>

namespace gemba::ui {
namespace {

using twin::TimeNs;

std::optional<TimeNs> atSite(const QDate& day, const QTime& time, const Format& site)
{
    const QDateTime when(day, time, site.zone());
    // A time skipped by summer time is moved by Qt: it does not exist, so it is not taken.
    if (!when.isValid() || when.time() != time)
        return std::nullopt;
    return when.toMSecsSinceEpoch() * twin::kMillisecond;
}

QTime wallTime(const QString& text)
{
    const QTime seconds = QTime::fromString(text, QStringLiteral("H:mm:ss"));
    return seconds.isValid() ? seconds : QTime::fromString(text, QStringLiteral("H:mm"));
}

} // namespace

std::optional<TimeNs> parseTimeInput(const QString& input, TimeNs cursor, TimeNs newest,
                                     const Format& site)
{
    QString text = input.trimmed();
    text.replace(QChar(0x2212), QLatin1Char('-'));
    if (text.compare(QLatin1String("now"), Qt::CaseInsensitive) == 0)
        return newest == twin::kNoTime ? std::nullopt : std::optional(newest);
    if (const auto iso = twin::parseIso8601(text.toStdString()))
        return iso;
    static const QRegularExpression kLong(
        QStringLiteral("^(?:\\S+ )?(\\d{4}-\\d{2}-\\d{2})[ T](\\d{1,2}:\\d{2}(?::\\d{2})?)"
                       "(?: ?([+-]\\d{2}:\\d{2}))?$"));
    if (const auto match = kLong.match(text); match.hasMatch()) {
        const QDate day = QDate::fromString(match.captured(1), Qt::ISODate);
        const QTime time = wallTime(match.captured(2));
        if (!day.isValid() || !time.isValid())
            return std::nullopt;
        if (match.captured(3).isEmpty())
            return atSite(day, time, site);
        const QString iso = day.toString(Qt::ISODate) + QLatin1Char('T') +
                            time.toString(QStringLiteral("HH:mm:ss")) + match.captured(3);
        return twin::parseIso8601(iso.toStdString());
    }
    if (cursor == twin::kNoTime)
        return std::nullopt;
    if (text.startsWith(QLatin1Char('-')) || text.startsWith(QLatin1Char('+'))) {
        const auto length = twin::parseDuration(text.mid(1).trimmed().toStdString());
        const bool back = text.startsWith(QLatin1Char('-'));
        TimeNs t = 0;
        if (!length || *length < 0 ||
            (back ? __builtin_sub_overflow(cursor, *length, &t)
                  : __builtin_add_overflow(cursor, *length, &t)))
            return std::nullopt;
        return t;
    }
    Format zone = site;
    for (const auto suffix : {QLatin1String("utc"), QLatin1String("z")}) {
        if (text.endsWith(suffix, Qt::CaseInsensitive)) {
            text = text.chopped(suffix.size()).trimmed();
            zone = site.inUtc();
            break;
        }
    }
    const QTime time = wallTime(text);
    if (!time.isValid())
        return std::nullopt;
    const QDate day =
        QDateTime::fromMSecsSinceEpoch(cursor / twin::kMillisecond, zone.zone()).date();
    return atSite(day, time, zone);
}

} // namespace gemba::ui
