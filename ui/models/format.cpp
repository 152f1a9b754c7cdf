// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <QDateTime>

namespace gemba::ui {
namespace {

constexpr QChar kDash{0x2013};
constexpr QChar kMinus{0x2212};
constexpr QChar kThinSpace{0x202f};

QString chars(double value, std::chars_format format, int precision)
{
    std::array<char, 64> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision);
    return error == std::errc{} ? QString::fromLatin1(buffer.data(), end - buffer.data())
                                : QString(kDash);
}

/// A space between groups of three digits before the decimal point; four digits get one too.
void group(QString& text)
{
    qsizetype end = text.indexOf(QLatin1Char('.'));
    if (end < 0)
        end = text.size();
    for (qsizetype i = end - 3; i > 0; i -= 3)
        text.insert(i, kThinSpace);
}

QString two(qint64 v)
{
    return QString::number(v).rightJustified(2, QLatin1Char('0'));
}

QString offsetText(int seconds)
{
    const int minutes = seconds / 60;
    return QLatin1Char(minutes < 0 ? '-' : '+') + two(std::abs(minutes) / 60) + QLatin1Char(':') +
           two(std::abs(minutes) % 60);
}

twin::TimeNs instantOf(const QDateTime& when)
{
    return when.toMSecsSinceEpoch() * twin::kMillisecond;
}

} // namespace

Format::Format(const QLocale& locale, const QTimeZone& site) : m_locale(locale), m_zone(site) {}

Format Format::forSite(const QLocale& locale, const std::string& zoneName)
{
    const QTimeZone zone(QByteArray::fromStdString(zoneName));
    return Format(locale, zone.isValid() ? zone : QTimeZone::utc());
}

QString Format::number(double value, int decimals) const
{
    if (!std::isfinite(value))
        return kDash;
    if (std::abs(value) >= 1e12)
        return chars(value, std::chars_format::scientific, 3);
    QString text = chars(std::abs(value), std::chars_format::fixed, std::clamp(decimals, 0, 9));
    const bool zero = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c == QLatin1Char('0') || c == QLatin1Char('.');
    });
    group(text);
    return value < 0 && !zero ? kMinus + text : text;
}

QString Format::value(const twin::Value& value, int decimals) const
{
    switch (twin::kindOf(value)) {
    case twin::ValueKind::Double: return number(std::get<double>(value), decimals);
    case twin::ValueKind::Int64: {
        QString text = QString::number(std::get<std::int64_t>(value));
        if (!text.startsWith(QLatin1Char('-')))
            group(text);
        return text;
    }
    case twin::ValueKind::Bool: return std::get<bool>(value) ? tr("yes") : tr("no");
    case twin::ValueKind::String: return QString::fromStdString(std::get<std::string>(value));
    case twin::ValueKind::Waveform:
        return tr("%1 values").arg(std::get<twin::Waveform>(value).values.size());
    case twin::ValueKind::Null: break;
    }
    return kDash;
}

QString Format::tagValue(const twin::Value& v, const twin::Tag& tag) const
{
    const twin::ValueKind kind = twin::kindOf(v);
    const bool isNumber = kind == twin::ValueKind::Double || kind == twin::ValueKind::Int64;
    const ShownUnit shown = m_units.of(tag);
    return isNumber && !shown.conversion.keeps() ? tagNumber(twin::toNumber(v), tag) : value(v, tag.decimals);
}

QString Format::unit(const twin::Tag& tag)
{
    return QString::fromStdString(tag.shownUnit.empty() ? tag.unit : tag.shownUnit);
}

QString Format::tagNumber(double value, const twin::Tag& tag) const
{
    const ShownUnit shown = m_units.of(tag);
    return number(shown.conversion.apply(value), shown.decimals);
}

QString Format::withUnit(double value, const twin::Tag& tag) const
{
    const QString symbol = unitText(tag);
    const QString text = tagNumber(value, tag);
    return symbol.isEmpty() ? text : text + QChar(0xa0) + symbol;
}

QString Format::limit(double value, const twin::Tag& tag) const
{
    QString text = tagNumber(value, tag);
    if (text.contains(QLatin1Char('.'))) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(QLatin1Char('.')))
            text.chop(1);
    }
    const QString symbol = unitText(tag);
    return symbol.isEmpty() ? text : text + QChar(0xa0) + symbol;
}

int Format::points(twin::MilliPoints score)
{
    return score >= 0 ? (score + 500) / 1000 : -((-score + 499) / 1000);
}

QString Format::age(twin::TimeNs length) const
{
    const QString sign = length < 0 ? QString(kMinus) : QString();
    const twin::TimeNs a = length < 0 ? -length : length;
    if (a < 10 * twin::kSecond)
        return sign + tr("%1 s").arg(chars(static_cast<double>(a / (twin::kSecond / 10)) / 10.0,
                                           std::chars_format::fixed, 1));
    if (a < 2 * twin::kMinute)
        return sign + tr("%1 s").arg(a / twin::kSecond);
    if (a < 2 * twin::kHour)
        return sign + tr("%1 min").arg(a / twin::kMinute);
    if (a < 48 * twin::kHour)
        return sign + tr("%1 h").arg(a / twin::kHour);
    return sign + tr("%1 d").arg(a / (24 * twin::kHour));
}

QString Format::length(twin::TimeNs length)
{
    const qint64 s = std::max<twin::TimeNs>(length, 0) / twin::kSecond;
    if (s < 60)
        return tr("%1 s").arg(s);
    if (s < 3600)
        return tr("%1 m %2 s").arg(s / 60).arg(s % 60);
    if (s < 24 * 3600)
        return tr("%1 h %2 m").arg(s / 3600).arg(s / 60 % 60);
    return tr("%1 d %2 h").arg(s / (24 * 3600)).arg(s / 3600 % 24);
}

QString Format::behind(twin::TimeNs length) const
{
    const qint64 s = std::max<twin::TimeNs>(length, 0) / twin::kSecond;
    const QString text =
        s < 3600 ? two(s / 60) : QString::number(s / 3600) + QLatin1Char(':') + two(s / 60 % 60);
    return QLatin1Char('+') + text + QLatin1Char(':') + two(s % 60);
}

QDateTime Format::local(twin::TimeNs t) const
{
    const qint64 ms = t / twin::kMillisecond - (t % twin::kMillisecond < 0 ? 1 : 0);
    return QDateTime::fromMSecsSinceEpoch(ms, m_zone);
}

QString Format::clock(twin::TimeNs t) const
{
    return t == twin::kNoTime ? QString(kDash)
                              : local(t).time().toString(QStringLiteral("HH:mm")) + ambiguity(t);
}

QString Format::clockSeconds(twin::TimeNs t) const
{
    return t == twin::kNoTime ? QString(kDash)
                              : local(t).time().toString(QStringLiteral("HH:mm:ss")) +
                                    ambiguity(t);
}

QString Format::dateTime(twin::TimeNs t) const
{
    if (t == twin::kNoTime)
        return kDash;
    const QDateTime when = local(t);
    const QString zone = offsetText(when.offsetFromUtc());
    const QString day = m_locale.dayName(when.date().dayOfWeek(), QLocale::ShortFormat);
    return day + when.toString(QStringLiteral(" yyyy-MM-dd HH:mm:ss ")) + zone;
}

QString Format::dayClock(twin::TimeNs t) const
{
    if (t == twin::kNoTime)
        return kDash;
    const QDateTime when = local(t);
    return tr("%1 %2 %3 %4", "weekday, day, month, time")
        .arg(m_locale.dayName(when.date().dayOfWeek(), QLocale::ShortFormat),
             QString::number(when.date().day()),
             m_locale.monthName(when.date().month(), QLocale::ShortFormat), clock(t));
}

QString Format::bytes(qint64 count) const
{
    const double b = static_cast<double>(count);
    if (count < 1'000'000)
        return tr("%1 kB").arg(number(b / 1e3, 0));
    if (count < 1'000'000'000)
        return tr("%1 MB").arg(number(b / 1e6, 1));
    return tr("%1 GB").arg(number(b / 1e9, 2));
}

QString Format::factor(double rate)
{
    std::array<char, 32> buffer{};
    const double rounded = rate >= 20 ? std::round(rate) : std::round(rate * 100.0) / 100.0;
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded,
                                            std::chars_format::fixed);
    return error == std::errc{} ? QString::fromLatin1(buffer.data(), end - buffer.data())
                                : QString(kDash);
}

QString Format::toolTip(const QString& plainText)
{
    return plainText.isEmpty() ? QString()
                               : QStringLiteral("<qt>%1</qt>").arg(plainText.toHtmlEscaped());
}

std::vector<twin::TimeNs> Format::offsetChanges(twin::TimeNs from, twin::TimeNs to) const
{
    std::vector<twin::TimeNs> out;
    if (!m_zone.hasTransitions())
        return out;
    for (const auto& change : m_zone.transitions(local(from), local(to))) {
        const twin::TimeNs at = instantOf(change.atUtc);
        if (at >= from && at <= to && offsetFromUtc(at) != offsetFromUtc(at - twin::kSecond))
            out.push_back(at);
    }
    return out;
}

bool Format::isAmbiguous(twin::TimeNs t) const
{
    constexpr twin::TimeNs kMostShift = 3 * twin::kHour; // more than a clock is ever put back
    if (t == twin::kNoTime || offsetFromUtc(t - kMostShift) == offsetFromUtc(t + kMostShift))
        return false;
    for (const twin::TimeNs change : offsetChanges(t - kMostShift, t + kMostShift)) {
        const twin::TimeNs back =
            (offsetFromUtc(change - twin::kSecond) - offsetFromUtc(change)) * twin::kSecond;
        if (back > 0 && t >= change - back && t < change + back)
            return true;
    }
    return false;
}

QString Format::ambiguity(twin::TimeNs t) const
{
    return isAmbiguous(t) ? QLatin1Char(' ') + offsetText(offsetFromUtc(t)) : QString();
}

Format::Day Format::dayOf(twin::TimeNs t) const
{
    const QDate day = local(t).date();
    return {instantOf(day.startOfDay(m_zone)), instantOf(day.addDays(1).startOfDay(m_zone))};
}

twin::TimeNs Format::daysLater(twin::TimeNs t, int days) const
{
    constexpr twin::TimeNs kNear = 3 * twin::kHour;
    const QDateTime here = local(t);
    const twin::TimeNs below = t - instantOf(here); // what milliseconds leave over
    const QDateTime there(here.date().addDays(days), here.time(), m_zone);
    const twin::TimeNs at = instantOf(there);
    const std::vector<twin::TimeNs> changes = offsetChanges(at - kNear, at + kNear);
    if (changes.empty())
        return at + below;
    if (local(at).time() != here.time())
        return changes.front(); // skipped; Qt went somewhere beside the jump
    for (const twin::TimeNs change : changes) {
        const twin::TimeNs back =
            (offsetFromUtc(change - twin::kSecond) - offsetFromUtc(change)) * twin::kSecond;
        if (back > 0 && at >= change && at < change + back)
            return at - back + below; // comes twice: the first
    }
    return at + below;
}

int Format::offsetFromUtc(twin::TimeNs t) const
{
    return local(t).offsetFromUtc();
}

} // namespace gemba::ui
