// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hours_text.h"

#include <QRegularExpression>

namespace gemba::ui {
namespace {

constexpr int kDays = 7;
constexpr QChar kDash{0x2013};
constexpr std::uint8_t kEveryDay = 0x7f;
constexpr std::size_t kMost = 50; ///< as the schema of a roster bounds them

QString dayName(int day, const QLocale& locale)
{
    QString name = locale.dayName(day + 1, QLocale::ShortFormat);
    return name.remove(QLatin1Char('.'));
}

int dayOf(const QString& word, const QLocale& locale)
{
    for (int d = 0; d < kDays; ++d) {
        for (const QLocale& l : {locale, QLocale::c()}) {
            if (word.compare(dayName(d, l), Qt::CaseInsensitive) == 0 ||
                word.compare(l.dayName(d + 1), Qt::CaseInsensitive) == 0)
                return d;
        }
    }
    return -1;
}

QString daysText(std::uint8_t days, const QLocale& locale)
{
    QStringList parts;
    for (int d = 0; d < kDays; ++d) {
        if ((days >> d & 1) == 0)
            continue;
        int last = d;
        while (last + 1 < kDays && (days >> (last + 1) & 1))
            ++last;
        if (last - d >= 2) {
            parts << dayName(d, locale) + kDash + dayName(last, locale);
            d = last;
        } else {
            parts << dayName(d, locale);
        }
    }
    return parts.join(QStringLiteral(", "));
}

std::optional<std::uint8_t> parseDays(const QString& text, const QLocale& locale)
{
    unsigned days = 0;
    for (const QString& part : text.split(QLatin1Char(','))) {
        const QStringList ends = part.trimmed().split(QLatin1Char('-'));
        const int from = dayOf(ends.front().trimmed().remove(QLatin1Char('.')), locale);
        const int to = dayOf(ends.back().trimmed().remove(QLatin1Char('.')), locale);
        if (from < 0 || to < 0 || ends.size() > 2)
            return std::nullopt;
        for (int d = from;; d = (d + 1) % kDays) { // Fri-Mon goes over the weekend
            days |= 1U << d;
            if (d == to)
                break;
        }
    }
    return static_cast<std::uint8_t>(days);
}

QString clock(int minutes)
{
    return QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString hoursText(const std::vector<twin::WeeklyHours>& hours, const QLocale& locale)
{
    QStringList parts;
    for (const twin::WeeklyHours& h : hours)
        parts << daysText(h.days, locale) + QLatin1Char(' ') + clock(h.from) + kDash + clock(h.to);
    return parts.join(QStringLiteral("; "));
}

std::optional<std::vector<twin::WeeklyHours>> parseHours(const QString& text, const QLocale& locale)
{
    static const QRegularExpression kPart(
        QStringLiteral("^(?<days>.*?)\\s*(?<h1>\\d{1,2}):(?<m1>\\d{2})\\s*-\\s*(?<h2>\\d{1,2}):(?<m2>\\d{2})$"));
    QString plain = text;
    plain.replace(kDash, QLatin1Char('-')).replace(QChar(0x2212), QLatin1Char('-'));
    std::vector<twin::WeeklyHours> out;
    for (const QString& part : plain.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const auto match = kPart.match(part.trimmed());
        const auto number = [&](const char* name) { return match.captured(QLatin1String(name)).toInt(); };
        if (!match.hasMatch() || number("h1") > 23 || number("m1") > 59 || number("h2") > 24 || number("m2") > 59 ||
            (number("h2") == 24 && number("m2") > 0) || out.size() == kMost)
            return std::nullopt;
        const QString words = match.captured(QStringLiteral("days"));
        const auto days = words.isEmpty() ? std::optional(kEveryDay) : parseDays(words, locale);
        if (!days)
            return std::nullopt;
        out.push_back({*days, number("h1") * 60 + number("m1"), (number("h2") % 24) * 60 + number("m2")});
    }
    return out;
}

} // namespace gemba::ui
