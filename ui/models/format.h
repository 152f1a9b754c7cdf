// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include "twin/model/assessment.h"
#include "ui/models/display_units.h"

namespace gemba::ui {

/// The one place where numbers, units, ages and times become text. Decimal point and narrow
/// spaces everywhere, whatever the system's locale; the locale gives the day names only.
/// Times are shown in the site's zone. A value; cheap to copy. GUI thread.
class Format
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::Format)
public:
    explicit Format(const QLocale& locale = QLocale::c(), const QTimeZone& site = QTimeZone::utc());
    /// An unknown or empty zone name gives UTC.
    [[nodiscard]] Format inUtc() const { return Format(m_locale, QTimeZone::utc()); }
    static Format forSite(const QLocale& locale, const std::string& zoneName);

    /// "2 705.0"; "–" for NaN and infinities; scientific from 1e12 upwards.
    [[nodiscard]] QString number(double value, int decimals) const;
    /// Numbers with the tag's decimals, texts and yes/no as they are, "–" for null.
    [[nodiscard]] QString value(const twin::Value& value, int decimals) const;
    [[nodiscard]] QString tagValue(const twin::Value& value, const twin::Tag& tag) const;
    [[nodiscard]] static QString unit(const twin::Tag& tag); ///< as printed in the plant
    /// Units that a person has chosen: the six below show the tag's value in them.
    void setUnits(const DisplayUnits& units) { m_units = units; }
    [[nodiscard]] ShownUnit shown(const twin::Tag& tag) const { return m_units.of(tag); }
    [[nodiscard]] QString unitText(const twin::Tag& tag) const { return m_units.of(tag).text; }
    /// The number alone, with the tag's decimals.
    [[nodiscard]] QString tagNumber(double value, const twin::Tag& tag) const;
    /// "2 895 kPa"
    [[nodiscard]] QString withUnit(double value, const twin::Tag& tag) const;
    /// Like withUnit, without decimals that say nothing: "2 895 kPa", not "2 895.00 kPa".
    [[nodiscard]] QString limit(double value, const twin::Tag& tag) const;
    /// Whole points of the condition scale, rounded half up: 30'500 gives 31.
    [[nodiscard]] static int points(twin::MilliPoints score);

    /// "0.2 s", "45 s", "6 min", "3 h", "2 d"; negative lengths (clock skew) keep their sign.
    [[nodiscard]] QString age(twin::TimeNs length) const;
    [[nodiscard]] static QString length(twin::TimeNs length); ///< "42 s", "3 h 10 m", "12 d 4 h"
    [[nodiscard]] QString behind(twin::TimeNs length) const;  ///< "+04:12", "+1:04:12"
    [[nodiscard]] QString clock(twin::TimeNs t) const;        ///< "13:07", "02:30 +02:00" if twice
    [[nodiscard]] QString clockSeconds(twin::TimeNs t) const; ///< "13:07:42"
    [[nodiscard]] QString dateTime(twin::TimeNs t) const;     ///< "Mon 2026-11-23 13:07:42 +01:00"
    [[nodiscard]] QString dayClock(twin::TimeNs t) const;     ///< "Sat 28 Nov 06:00"
    [[nodiscard]] QString bytes(qint64 count) const;          ///< "12.4 MB"
    [[nodiscard]] static QString factor(double rate);         ///< "180", "0.5", "2.25"
    /// For tool tips, which would take a name with a tag in it for markup.
    [[nodiscard]] static QString toolTip(const QString& plainText);

    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }
    /// The site's calendar day that holds t: 23, 24 or 25 hours, half hours at Lord Howe.
    struct Day
    {
        twin::TimeNs from = 0, to = 0;
    };
    [[nodiscard]] Day dayOf(twin::TimeNs t) const;
    /// The same wall clock so many days later (earlier where negative). A wall clock that is
    /// skipped there gives the instant of the jump; one that comes twice the first.
    [[nodiscard]] twin::TimeNs daysLater(twin::TimeNs t, int days) const;
    [[nodiscard]] bool isAmbiguous(twin::TimeNs t) const; ///< its wall clock comes twice that day
    /// Instants in from..to at which the offset from UTC changes, increasing.
    [[nodiscard]] std::vector<twin::TimeNs> offsetChanges(twin::TimeNs from, twin::TimeNs to) const;
    /// Seconds to add to UTC at t.
    [[nodiscard]] int offsetFromUtc(twin::TimeNs t) const;

private:
    [[nodiscard]] QDateTime local(twin::TimeNs t) const;
    [[nodiscard]] QString ambiguity(twin::TimeNs t) const; ///< " +02:00" in an hour that is twice
    DisplayUnits m_units;
    QLocale m_locale;
    QTimeZone m_zone;
};

} // namespace gemba::ui
