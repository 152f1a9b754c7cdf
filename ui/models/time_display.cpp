// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/time_display.h"

#include <cstdlib>

#include <QRegularExpression>

#include "ui/models/time_input.h"

namespace gemba::ui {
namespace {

QString elapsedText(twin::TimeNs length)
{
    const qint64 s = std::abs(length) / twin::kSecond;
    return QStringLiteral("%1%2:%3:%4")
        .arg(length < 0 ? QStringLiteral("\u2212") : QStringLiteral("+"))
        .arg(s / 3600)
        .arg(s / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(s % 60, 2, 10, QLatin1Char('0'));
}

/// "1:04:12" and "4:12", with or without a sign, as a length of time.
std::optional<twin::TimeNs> parseElapsed(QString text)
{
    static const QRegularExpression kForm(
        QStringLiteral("^([+-]?)(?:(\\d{1,6}):)?(\\d{1,2}):(\\d{2})$"));
    text.replace(QChar(0x2212), QLatin1Char('-'));
    const auto match = kForm.match(text.trimmed());
    if (!match.hasMatch() || match.captured(3).toInt() > 59 || match.captured(4).toInt() > 59)
        return std::nullopt;
    const twin::TimeNs length = match.captured(2).toLongLong() * twin::kHour +
                                match.captured(3).toLongLong() * twin::kMinute +
                                match.captured(4).toLongLong() * twin::kSecond;
    return match.captured(1) == QLatin1String("-") ? -length : length;
}

} // namespace

TimeDisplay::TimeDisplay(Basis basis, const Format& site, twin::TimeNs origin)
    : m_basis(basis), m_format(basis == Basis::Utc ? site.inUtc() : site), m_origin(origin)
{
}

TimeDisplay::Basis TimeDisplay::basisByName(const QString& name)
{
    return name == QLatin1String("utc")       ? Basis::Utc
           : name == QLatin1String("elapsed") ? Basis::Elapsed
                                              : Basis::Site;
}

QString TimeDisplay::text(twin::TimeNs t) const
{
    return elapsed() ? elapsedText(t - m_origin) : m_format.dateTime(t);
}

QString TimeDisplay::brief(twin::TimeNs t, bool seconds) const
{
    if (elapsed())
        return elapsedText(t - m_origin);
    return seconds ? m_format.clockSeconds(t) : m_format.clock(t);
}

QString TimeDisplay::basisText() const
{
    switch (m_basis) {
    case Basis::Utc: return tr("UTC");
    case Basis::Elapsed: return tr("since the start");
    case Basis::Site: break;
    }
    return tr("site time");
}

int TimeDisplay::roundOffset(twin::TimeNs t) const
{
    if (!elapsed())
        return m_format.offsetFromUtc(t);
    return -static_cast<int>(m_origin / twin::kSecond % (24 * 3600));
}

std::optional<twin::TimeNs> TimeDisplay::parse(const QString& text, twin::TimeNs cursor,
                                               twin::TimeNs newest) const
{
    if (elapsed()) {
        if (const auto length = parseElapsed(text))
            return m_origin + *length;
    }
    return parseTimeInput(text, cursor, newest, m_format);
}

} // namespace gemba::ui
