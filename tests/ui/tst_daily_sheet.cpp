// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/snapshot_builder.h"
#include "ui/print/day_commands.h"

using namespace gemba;
using namespace gemba::ui;
using twin::TimeNs;

namespace {

TimeNs at(const char* iso)
{
    return twin::parseIso8601(iso).value();
}

Phrases phrasesOf(const std::shared_ptr<const twin::Plant>& plant)
{
    Phrases phrases;
    phrases.setPlant(plant);
    return phrases;
}

twin::Event happened(twin::EventKind kind, TimeNs t, std::uint64_t alertId = 0, int priority = 0)
{
    twin::Event e;
    e.kind = kind;
    e.at = t;
    e.alertId = alertId;
    e.priority = priority;
    e.asset = twin::AssetId{0};
    return e;
}

/// A day of the demo plant (New York), recorded from 10:00 to 16:00: the first machine goes down
/// to 30, the second is steady at 90, nothing is known of the others.
DayRecord someDay(const twin::Plant& plant, const Format& format)
{
    DayRecord day;
    const TimeRange range = siteDay(at("2026-11-23T15:00:00Z"), format);
    day.from = range.from;
    day.to = range.to;
    day.until = at("2026-11-23T21:00:00Z");
    day.recorded = {at("2026-11-23T15:00:00Z"), day.until};
    day.conditions.resize(plant.assets.size());
    for (int minute = 0; minute < 360; ++minute) {
        const TimeNs t = day.recorded.from + minute * twin::kMinute;
        const double low = minute == 127 ? 30 : 50;
        day.conditions[0].buckets.push_back({t, t + twin::kSecond, 50, low, 50, 50, 60, false});
        day.conditions[1].buckets.push_back({t, t + twin::kSecond, 90, 90, 90, 90, 60, false});
    }
    using K = twin::EventKind;
    day.events = {happened(K::AlertRaised, at("2026-11-23T03:00:00Z"), 1, 3), // the day before, over
                  happened(K::AlertCleared, at("2026-11-23T04:00:00Z"), 1, 3),
                  happened(K::AlertRaised, at("2026-11-23T04:30:00Z"), 2, 2), // the day before, open
                  happened(K::AlertRaised, at("2026-11-23T17:07:00Z"), 3, 1),
                  happened(K::AlertAcknowledged, at("2026-11-23T17:09:00Z"), 3, 1),
                  happened(K::LinkDown, at("2026-11-23T18:00:00Z"))};
    day.events.push_back(happened(K::Dropped, at("2026-11-23T18:10:00Z")));
    day.events.back().number = 4711;
    day.gaps = {{at("2026-11-23T19:00:00Z"), at("2026-11-23T19:05:00Z")}};
    return day;
}

Stamp stamp(bool live)
{
    Stamp s;
    s.mode = live ? QStringLiteral("LIVE") : QStringLiteral("REPLAY");
    s.live = live;
    s.plant = QStringLiteral("Eastman works");
    s.time = QStringLiteral("Mon 2026-11-23 16:00:00 -05:00");
    s.zone = QStringLiteral("America/New_York");
    return s;
}

QString run(const QString& program, const QStringList& arguments)
{
    QProcess p;
    p.start(program, arguments);
    p.waitForFinished(20'000);
    return QString::fromUtf8(p.readAllStandardOutput());
}

/// Words and figures only: Inter draws "12:07" with a colon of its own that a PDF does not name.
QString wordsOf(QString text)
{
    static const QRegularExpression kMarks(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return text.replace(kMarks, QStringLiteral(" ")).simplified();
}

QString textOf(const QString& pdf)
{
    return wordsOf(run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")}));
}

} // namespace

class TestDailySheet : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QString print(const DailySheet& sheet, bool live)
    {
        const QString path = m_folder.filePath(QStringLiteral("day.pdf"));
        const QString problem = DayCommands::toPdf(sheet, stamp(live), path);
        return problem.isEmpty() ? path : QString();
    }
    static int pages(const QString& pdf)
    {
        static const QRegularExpression kPages(QStringLiteral("Pages:\\s+(\\d+)"));
        return kPages.match(run(QStringLiteral("pdfinfo"), {pdf})).captured(1).toInt();
    }

private Q_SLOTS:
    void daysHaveTheHoursThatTheyHave_data()
    {
        QTest::addColumn<QByteArray>("when");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<int>("hours");
        QTest::newRow("24 h") << QByteArray("2026-11-23T15:00:00Z") << QByteArray("2026-11-23T05:00:00Z") << 24;
        QTest::newRow("23 h") << QByteArray("2026-03-08T15:00:00Z") << QByteArray("2026-03-08T05:00:00Z") << 23;
        QTest::newRow("25 h") << QByteArray("2026-11-01T15:00:00Z") << QByteArray("2026-11-01T04:00:00Z") << 25;
        QTest::newRow("its last second") << QByteArray("2026-11-02T04:59:59Z") << QByteArray("2026-11-01T04:00:00Z") << 25;
        QTest::newRow("its first") << QByteArray("2026-11-02T05:00:00Z") << QByteArray("2026-11-02T05:00:00Z") << 24;
    }
    void daysHaveTheHoursThatTheyHave()
    {
        QFETCH(QByteArray, when);
        QFETCH(QByteArray, from);
        QFETCH(int, hours);
        const TimeRange day = siteDay(at(when.constData()), Format::forSite(QLocale::c(), "America/New_York"));
        QCOMPARE(day.from, at(from.constData()));
        QCOMPARE(day.to - day.from, hours * twin::kHour);
    }

    void theSheetSaysWhatIsRecordedAndNoMore()
    {
        const auto plant = test::eastman();
        const Phrases phrases = phrasesOf(plant);
        const DailySheet sheet = dailySheet(someDay(*plant, phrases.format()), phrases);
        QCOMPARE(sheet.day, QStringLiteral("Mon 2026-11-23 (24 h), America/New_York"));
        QCOMPARE(sheet.recorded, QStringLiteral("Recorded: 10:00:00 to 16:00:00. Nothing is known of the rest."));
        QCOMPARE(sheet.machines.size(), plant->assets.size());
        QCOMPARE(sheet.machines[0].least, 30.0);
        QCOMPARE(sheet.machines[0].leastAt, QStringLiteral("12:07"));
        QVERIFY(std::abs(sheet.machines[0].mean - 50.0) < 1e-9);
        QVERIFY(std::abs(sheet.machines[1].mean - 90.0) < 1e-9);
        QVERIFY(!sheet.machines[2].known);
        QCOMPARE(sheet.alerts.size(), std::size_t(2));
        QCOMPARE(sheet.alertCount, QStringLiteral("1 raised, 1 acknowledged, 2 still there"));
        QCOMPARE(sheet.alerts[0].raised, QStringLiteral("2026-11-22 23:30:00"));
        QCOMPARE(sheet.alerts[1].raised, QStringLiteral("12:07"));
        QCOMPARE(sheet.alerts[1].acknowledged, QStringLiteral("12:09"));
        QCOMPARE(sheet.alerts[1].over, QStringLiteral("–"));
        const QString health = sheet.health.join(QLatin1Char('|'));
        QVERIFY2(health.contains(QStringLiteral("4711 messages, 1 times")), qPrintable(health));
        QVERIFY(health.contains(QStringLiteral("Not recorded: 14:00:00 to 14:05:00.")));
        QVERIFY(sheet.output.contains(QStringLiteral("no record of this day")));
    }

    void theOutputStandsAgainstThePlan()
    {
        const auto plant = test::eastman();
        const Phrases phrases = phrasesOf(plant);
        DayRecord day = someDay(*plant, phrases.format());
        for (int i = 0; i < 10; ++i)
            day.output.buckets.push_back({day.from + i * twin::kMinute, day.from + i * twin::kMinute, 22, 22, 22, 22, 1, false});
        const QString words = dailySheet(day, phrases).output;
        QVERIFY2(words.contains(QStringLiteral("22.0")) && words.contains(QStringLiteral("plan ")), qPrintable(words));
    }

    void thePdfIsStampedAndFits_data()
    {
        QTest::addColumn<bool>("live");
        QTest::newRow("live") << true;
        QTest::newRow("replay") << false;
    }
    void thePdfIsStampedAndFits()
    {
        QFETCH(bool, live);
        const auto plant = test::eastman();
        const Phrases phrases = phrasesOf(plant);
        const QString pdf = print(dailySheet(someDay(*plant, phrases.format()), phrases), live);
        QCOMPARE(pages(pdf), 1);
        const QString text = textOf(pdf);
        for (const char* words : {"Daily sheet", "Eastman works", "Mon 2026-11-23 16:00:00 -05:00", "America/New_York",
                                  "Machines, worst first", "no figure recorded", "12:07", "page 1"})
            QVERIFY2(text.contains(wordsOf(QLatin1String(words))), qPrintable(text));
        QCOMPARE(text.contains(QStringLiteral("REPLAY")), !live);
        QCOMPARE(text.contains(QStringLiteral("LIVE")), live);
        QVERIFY(run(QStringLiteral("pdfinfo"), {pdf}).contains(QStringLiteral("(A4)")));
    }

    void itIsLegibleInGrey()
    {
        const auto plant = test::eastman();
        const Phrases phrases = phrasesOf(plant);
        const QString pdf = print(dailySheet(someDay(*plant, phrases.format()), phrases), true);
        const QString stem = m_folder.filePath(QStringLiteral("page"));
        run(QStringLiteral("pdftoppm"), {QStringLiteral("-png"), QStringLiteral("-r"), QStringLiteral("75"),
                                         QStringLiteral("-singlefile"), pdf, stem});
        const QImage page(stem + QStringLiteral(".png"));
        QVERIFY(!page.isNull());
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                const QColor c = page.pixelColor(x, y);
                QVERIFY2(std::max({c.red(), c.green(), c.blue()}) - std::min({c.red(), c.green(), c.blue()}) < 8,
                         qPrintable(QStringLiteral("colour at %1,%2").arg(x).arg(y)));
            }
        }
    }

    void aBadDayStillFitsTwoPages()
    {
        const auto plant = test::oddNames();
        const Phrases phrases = phrasesOf(plant);
        DayRecord day = someDay(*test::eastman(), phrases.format());
        const Trend down = day.conditions[0];
        day.conditions.assign(std::max<std::size_t>(plant->assets.size(), 40), down);
        for (std::uint64_t id = 10; id < 500; ++id)
            day.events.push_back(happened(twin::EventKind::AlertRaised, day.from + TimeNs(id) * twin::kMinute, id, 1 + int(id % 3)));
        for (int i = 0; i < 100; ++i) {
            day.gaps.push_back({day.from + i * twin::kMinute, day.from + i * twin::kMinute + twin::kSecond});
            day.events.push_back(happened(twin::EventKind::Act, day.from + i * twin::kMinute));
        }
        const QString pdf = print(dailySheet(day, phrases), false);
        QVERIFY(pages(pdf) <= 2);
        const QString text = textOf(pdf);
        // Counted, not left out in silence: alerts, machines, and what befell the data.
        static const QRegularExpression kMore(QStringLiteral("and (\\d+) more"));
        QSet<int> counts;
        for (auto m = kMore.globalMatch(text); m.hasNext();)
            counts.insert(m.next().captured(1).toInt());
        QVERIFY(counts.size() >= 2);
        QVERIFY(text.contains(QStringLiteral("none worse than these")));
    }

    void whereItCannotBeWrittenItSaysSo()
    {
        const auto plant = test::eastman();
        const Phrases phrases = phrasesOf(plant);
        const DailySheet sheet = dailySheet(someDay(*plant, phrases.format()), phrases);
        QVERIFY(!DayCommands::toPdf(sheet, stamp(true), QStringLiteral("/nowhere/day.pdf")).isEmpty());
    }
};

QTEST_MAIN(TestDailySheet)
#include "tst_daily_sheet.moc"
