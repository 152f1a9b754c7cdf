// SPDX-License-Identifier: GPL-3.0-or-later
// The site's wall clock on days that do not have 24 hours.
#include <QTest>

#include "ui/models/format.h"
#include "ui/models/time_scale.h"

using namespace gemba;
using namespace gemba::ui;

namespace {

twin::TimeNs at(const QString& iso)
{
    return twin::parseIso8601(iso.toStdString()).value_or(twin::kNoTime);
}

Format site(const QString& zone)
{
    return Format::forSite(QLocale(QLocale::English), zone.toStdString());
}

constexpr twin::TimeNs kHalfHour = 30 * twin::kMinute;

} // namespace

class TestSiteTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysHaveTheirLength_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<int>("halfHours");
        const auto row = [](const char* name, const char* zone, const char* instant, int halves) {
            QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(instant)
                                << halves;
        };
        row("Berlin, an ordinary day", "Europe/Berlin", "2026-03-28T12:00:00Z", 48);
        row("Berlin, spring", "Europe/Berlin", "2026-03-29T12:00:00Z", 46);
        row("Berlin, autumn", "Europe/Berlin", "2026-10-25T12:00:00Z", 50);
        row("New York, spring", "America/New_York", "2026-03-08T12:00:00Z", 46);
        row("New York, autumn", "America/New_York", "2026-11-01T12:00:00Z", 50);
        row("Lord Howe, spring", "Australia/Lord_Howe", "2026-10-04T02:00:00Z", 47);
        row("Lord Howe, autumn", "Australia/Lord_Howe", "2026-04-05T02:00:00Z", 49);
        row("UTC", "UTC", "2026-03-29T12:00:00Z", 48);
        row("no such zone is UTC", "Nowhere/At_All", "2026-03-29T12:00:00Z", 48);
    }
    void daysHaveTheirLength()
    {
        QFETCH(QString, zone);
        QFETCH(QString, instant);
        const Format::Day day = site(zone).dayOf(at(instant));
        QVERIFY(day.from <= at(instant) && at(instant) < day.to);
        QTEST(static_cast<int>((day.to - day.from) / kHalfHour), "halfHours");
        QCOMPARE(site(zone).clock(day.from), QStringLiteral("00:00"));
    }

    void yesterdayIsTheSameWallClock_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("yesterday");
        const auto row = [](const char* name, const char* zone, const char* now, const char* then) {
            QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(now)
                                << QString::fromLatin1(then);
        };
        row("ordinary", "Europe/Berlin", "2026-06-02T10:00:00Z", "2026-06-01T10:00:00Z");
        row("over 23 hours", "Europe/Berlin", "2026-03-29T10:00:00Z", "2026-03-28T11:00:00Z");
        row("over 25 hours", "America/New_York", "2026-11-01T15:00:00Z", "2026-10-31T14:00:00Z");
        // 02:30 of the 30th was skipped on the 29th: the jump itself.
        row("skipped", "Europe/Berlin", "2026-03-30T00:30:00Z", "2026-03-29T01:00:00Z");
        // 02:30 came twice on the 25th: the first.
        row("twice", "Europe/Berlin", "2026-10-26T01:30:00Z", "2026-10-25T00:30:00Z");
        row("half an hour twice", "Australia/Lord_Howe", "2026-04-05T15:15:00Z",
            "2026-04-04T14:45:00Z");
    }
    void yesterdayIsTheSameWallClock()
    {
        QFETCH(QString, zone);
        QFETCH(QString, now);
        QFETCH(QString, yesterday);
        const twin::TimeNs then = site(zone).daysLater(at(now) + 123, -1);
        QCOMPARE(QString::fromStdString(twin::toIso8601(then, 0)), yesterday);
    }

    void anHourThatComesTwiceSaysWhich_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("clock");
        const auto row = [](const char* zone, const char* instant, const char* clock) {
            QTest::newRow(instant) << QString::fromLatin1(zone) << QString::fromLatin1(instant)
                                   << QString::fromLatin1(clock);
        };
        row("Europe/Berlin", "2026-10-24T23:59:59Z", "01:59");
        row("Europe/Berlin", "2026-10-25T00:00:00Z", "02:00 +02:00");
        row("Europe/Berlin", "2026-10-25T00:59:59Z", "02:59 +02:00");
        row("Europe/Berlin", "2026-10-25T01:00:00Z", "02:00 +01:00");
        row("Europe/Berlin", "2026-10-25T01:59:59Z", "02:59 +01:00");
        row("Europe/Berlin", "2026-10-25T02:00:00Z", "03:00");
        row("Europe/Berlin", "2026-03-29T01:00:00Z", "03:00"); // skipped, not twice
        row("America/New_York", "2026-11-01T05:30:00Z", "01:30 -04:00");
        row("America/New_York", "2026-11-01T06:30:00Z", "01:30 -05:00");
        row("Australia/Lord_Howe", "2026-04-04T14:35:00Z", "01:35 +11:00");
        row("Australia/Lord_Howe", "2026-04-04T15:05:00Z", "01:35 +10:30");
        row("Australia/Lord_Howe", "2026-04-04T14:25:00Z", "01:25");
    }
    void anHourThatComesTwiceSaysWhich()
    {
        QFETCH(QString, zone);
        QFETCH(QString, instant);
        QTEST(site(zone).clock(at(instant)), "clock");
    }

    void ticksAreRoundOnBothSidesOfAJump_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("clocks");
        QTest::newRow("Berlin, 23 h")
            << QStringLiteral("Europe/Berlin") << QStringLiteral("2026-03-29T12:00:00Z")
            << QStringLiteral("00:00 04:00 08:00 12:00 16:00 20:00 00:00");
        QTest::newRow("Berlin, 25 h")
            << QStringLiteral("Europe/Berlin") << QStringLiteral("2026-10-25T12:00:00Z")
            << QStringLiteral("00:00 04:00 08:00 12:00 16:00 20:00 00:00");
        QTest::newRow("Lord Howe, 24.5 h")
            << QStringLiteral("Australia/Lord_Howe") << QStringLiteral("2026-04-05T02:00:00Z")
            << QStringLiteral("00:00 04:00 08:00 12:00 16:00 20:00 00:00");
    }
    void ticksAreRoundOnBothSidesOfAJump()
    {
        QFETCH(QString, zone);
        QFETCH(QString, day);
        const Format format = site(zone);
        const Format::Day d = format.dayOf(at(day));
        const TimeScale scale{d.from, d.to, 1000};
        QStringList clocks;
        twin::TimeNs last = twin::kNoTime;
        for (const twin::TimeNs t : scale.ticks(8, format)) {
            QVERIFY(t > last);
            last = t;
            clocks += format.clock(t);
        }
        QTEST(clocks.join(QLatin1Char(' ')), "clocks");
    }

    void anHourThatComesTwiceHasTwoTicks()
    {
        const Format berlin = site(QStringLiteral("Europe/Berlin"));
        const TimeScale scale{at(QStringLiteral("2026-10-24T23:00:00Z")),
                              at(QStringLiteral("2026-10-25T03:00:00Z")), 1000};
        QStringList clocks;
        for (const twin::TimeNs t : scale.ticks(5, berlin))
            clocks += berlin.clock(t);
        QCOMPARE(clocks.join(QStringLiteral(", ")),
                 QStringLiteral("01:00, 02:00 +02:00, 02:00 +01:00, 03:00, 04:00"));
    }
};

QTEST_APPLESS_MAIN(TestSiteTime)
#include "tst_site_time.moc"
