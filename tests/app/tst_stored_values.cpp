// SPDX-License-Identifier: GPL-3.0-or-later
// What charts ask of stored samples, answered from a real file by the thread that reads it.
#include <charconv>
#include <cmath>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/gemba/recorded_history.h"
#include "tests/store/synthetic_session.h"
#include "twin/manipulation/series_statistics.h"

using namespace gemba;
using namespace gemba::twin;
using namespace gemba::twin::testing;

class TestStoredValues : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    SyntheticPlant m_plant;
    std::shared_ptr<Plant> m_names = std::make_shared<Plant>();
    std::unique_ptr<RecordedHistory> m_history;

    [[nodiscard]] ui::PenSource pen(std::uint32_t tag) const { return {TagId{tag}, {}, m_names, 1.0}; }
    [[nodiscard]] ui::PenSource formula(const char* text) const { return {kNoTag, text, m_names, 1.0}; }
    /// The stored numbers of a tag in [from, to), by the time at which they are shown.
    [[nodiscard]] std::vector<std::pair<TimeNs, double>> exact(std::uint32_t tag, TimeNs from, TimeNs to) const
    {
        std::vector<std::pair<TimeNs, double>> out;
        for (const Sample& s : m_plant.samples()) {
            const TimeNs shown = s.source == kNoTime ? s.arrival : s.source;
            if (s.tag == TagId{tag} && shown >= from && shown < to)
                out.emplace_back(shown, toNumber(s.value));
        }
        std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const std::string path = m_folder.filePath(QStringLiteral("a.gmb")).toStdString();
        auto writer = SessionWriter::create(path, SyntheticPlant::package(), SyntheticPlant::facts(), {});
        QVERIFY(writer.ok());
        m_plant.play(**writer, 30'000);
        QVERIFY((*writer)->close(std::nullopt).ok());
        for (const char* id : {"a", "b", "c"}) {
            Tag tag;
            tag.id = id;
            tag.expectedPeriod = SyntheticPlant::kStep;
            m_names->tags.push_back(tag);
        }
        m_history = std::make_unique<RecordedHistory>();
        m_history->setFile(path, SessionReader::OpenMode::Foreign);
    }
    void cleanupTestCase() { m_history.reset(); }

    void tablesHoldTheStoredValues()
    {
        const TimeNs from = SyntheticPlant::kStart + kMinute, to = from + 5 * kMinute;
        ui::ValueTable table;
        table.path = m_folder.filePath(QStringLiteral("values.csv"));
        table.columns = {{pen(0), QStringLiteral("Pressure, \"gauge\" [kPa]")}, {pen(1), QStringLiteral("ä")},
                         {formula("b * 2"), QStringLiteral("twice")}};
        table.from = from;
        table.to = to;
        table.knownAt = INT64_MAX;
        QString problem = QStringLiteral("not yet");
        m_history->writeTable(1, table, [](double) {}, [&](const QString& p) { problem = p; });
        QTRY_COMPARE(problem, QString());
        QFile file(table.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY(all.startsWith("time,\"Pressure, \"\"gauge\"\" [kPa]\",\xc3\xa4,twice\r\n"));
        QVERIFY(all.endsWith("\r\n"));
        std::vector<std::pair<TimeNs, double>> read;
        for (const QByteArray& line : all.chopped(2).split('\n').mid(1)) {
            const QList<QByteArray> fields = line.trimmed().split(',');
            QCOMPARE(fields.size(), 4);
            const auto at = parseIso8601(fields[0].toStdString());
            QVERIFY(at);
            double v = 0, b = 0, twice = 0;
            if (std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), v).ec == std::errc())
                read.emplace_back(*at, v);
            if (std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), b).ec == std::errc()) {
                QVERIFY(std::from_chars(fields[3].data(), fields[3].data() + fields[3].size(), twice).ec == std::errc());
                QCOMPARE(twice, b * 2);
            }
        }
        auto wanted = exact(0, from, to);
        std::erase_if(wanted, [](const auto& p) { return !std::isfinite(p.second); });
        QVERIFY(wanted.size() > 1000);
        QVERIFY(read == wanted); // to the last digit
    }

    void answersAreInTheUnitThatIsShown()
    {
        const TimeNs from = SyntheticPlant::kStart + kMinute, to = from + kMinute;
        const auto stored = exact(0, from, to);
        ui::PenSource shown = pen(0);
        shown.shown = {0.01, 5.0};
        const auto there = [](double v) { return v * 0.01 + 5.0; };
        std::optional<ui::StretchStatistics> plain, other;
        std::optional<ui::Trend> trend, otherTrend;
        m_history->statistics(20, pen(0), {}, from, to, INT64_MAX, [&](const ui::StretchStatistics& s) { plain = s; });
        m_history->statistics(21, shown, {}, from, to, INT64_MAX, [&](const ui::StretchStatistics& s) { other = s; });
        m_history->penTrend(22, pen(0), from, to, 50, INT64_MAX, [&](const ui::Trend& t) { trend = t; });
        m_history->penTrend(23, shown, from, to, 50, INT64_MAX, [&](const ui::Trend& t) { otherTrend = t; });
        QTRY_VERIFY(plain && other && trend && otherTrend);
        QCOMPARE(other->figures.count, plain->figures.count);
        QVERIFY(std::abs(other->figures.maximum - there(plain->figures.maximum)) < 1e-9);
        QVERIFY(std::abs(other->figures.deviation - plain->figures.deviation * 0.01) < 1e-9);
        QVERIFY(!trend->buckets.empty() && trend->buckets.size() == otherTrend->buckets.size());
        for (std::size_t i = 0; i < trend->buckets.size(); ++i)
            QCOMPARE(otherTrend->buckets[i].maximum, there(trend->buckets[i].maximum));
        ui::ValueTable table;
        table.path = m_folder.filePath(QStringLiteral("other-unit.csv"));
        table.columns = {{shown, QStringLiteral("a [bar]")}};
        table.from = from;
        table.to = to;
        table.knownAt = INT64_MAX;
        QString problem = QStringLiteral("not yet");
        m_history->writeTable(24, table, [](double) {}, [&](const QString& p) { problem = p; });
        QTRY_COMPARE(problem, QString());
        QFile file(table.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        const QByteArray first = lines[1].trimmed().split(',')[1];
        double value = 0;
        QVERIFY(std::from_chars(first.data(), first.data() + first.size(), value).ec == std::errc());
        QVERIFY(std::abs(value - there(stored.front().second)) < 1e-9);
    }

    void aCancelledTableLeavesNothing()
    {
        ui::ValueTable table;
        table.path = m_folder.filePath(QStringLiteral("cancelled.csv"));
        table.columns = {{pen(0), QStringLiteral("a")}};
        table.from = SyntheticPlant::kStart;
        table.to = m_plant.now();
        table.knownAt = INT64_MAX;
        bool answered = false;
        m_history->writeTable(2, table, [](double) {}, [&](const QString&) { answered = true; });
        m_history->cancel(2);
        QTRY_COMPARE(m_history->pending(), 0);
        QVERIFY(!answered);
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("cancelled*")}).isEmpty());
    }

    void tablesThatCannotBeWrittenSayWhy()
    {
        for (const auto& [path, source] : {std::pair{QStringLiteral("no/such/x.csv"), pen(0)},
                                           std::pair{QStringLiteral("formula.csv"), formula("a +")}}) {
            ui::ValueTable table;
            table.path = m_folder.filePath(path);
            table.columns = {{source, QStringLiteral("a")}};
            table.from = SyntheticPlant::kStart;
            table.to = m_plant.now();
            QString problem;
            m_history->writeTable(3, table, [](double) {}, [&](const QString& p) { problem = p; });
            QTRY_VERIFY(!problem.isEmpty());
            QVERIFY(!QFile::exists(table.path));
        }
    }

    void statisticsAreExact()
    {
        const TimeNs from = SyntheticPlant::kStart + kMinute, to = from + 20 * kMinute;
        Limits limits;
        limits.high.alert = 100;
        StatisticsMeter meter(limits, 3 * SyntheticPlant::kStep);
        std::vector<SeriesPoint> points;
        for (const Sample& s : m_plant.samples()) {
            const TimeNs shown = s.source == kNoTime ? s.arrival : s.source;
            if (s.tag == TagId{0} && shown >= from && shown < to)
                points.push_back({shown, toNumber(s.value), s.quality});
        }
        std::stable_sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
        for (const SeriesPoint& p : points)
            meter.add(p);
        std::optional<ui::StretchStatistics> answer;
        m_history->statistics(4, pen(0), limits, from, to, INT64_MAX, [&](const ui::StretchStatistics& s) { answer = s; });
        QTRY_VERIFY(answer);
        const SeriesStatistics wanted = meter.result(to);
        QVERIFY(wanted.count > 1000);
        QCOMPARE(answer->figures.count, wanted.count);
        QCOMPARE(answer->figures.mean, wanted.mean);
        QCOMPARE(answer->figures.deviation, wanted.deviation);
        QCOMPARE(answer->figures.slopePerHour, wanted.slopePerHour);
        QVERIFY(answer->figures.outside == wanted.outside);
    }

    void calculatedPensAreDrawnFromStoredSamples()
    {
        const TimeNs from = SyntheticPlant::kStart + kMinute, to = from + 10 * kMinute;
        ui::Trend plain, calculated;
        m_history->penTrend(5, pen(1), from, to, 100, INT64_MAX, [&](const ui::Trend& t) { plain = t; });
        m_history->penTrend(6, formula("b * 2 + 1"), from, to, 100, INT64_MAX, [&](const ui::Trend& t) { calculated = t; });
        QTRY_VERIFY(!plain.buckets.empty() && !calculated.buckets.empty());
        double high = -INFINITY, wanted = -INFINITY;
        for (const ui::TrendBucket& b : calculated.buckets)
            high = std::max(high, b.maximum);
        for (const auto& [at, v] : exact(1, from, to))
            wanted = std::max(wanted, v * 2 + 1);
        QCOMPARE(high, wanted);
        ui::Trend wrong;
        m_history->penTrend(6, formula("nosuch"), from, to, 100, INT64_MAX, [&](const ui::Trend& t) { wrong = t; });
        QTRY_VERIFY(!wrong.problem.isEmpty());
        QVERIFY(m_history->formulaProblem(QStringLiteral("a / b"), *m_names).isEmpty());
        QVERIFY(m_history->formulaProblem(QStringLiteral("a / nosuch"), *m_names).contains(QLatin1Char('5')));
        QVERIFY(!m_history->formulaProblem(QStringLiteral("1 + 1"), *m_names).isEmpty());
    }

    void pairsAreThinnedEvenlyAndCounted()
    {
        const TimeNs from = SyntheticPlant::kStart, to = m_plant.now();
        ui::ValuePairs all, few;
        m_history->valuePairs(7, pen(1), pen(1), from, to, INT64_MAX, 1'000'000, [&](const ui::ValuePairs& p) { all = p; });
        m_history->valuePairs(8, pen(1), pen(1), from, to, INT64_MAX, 500, [&](const ui::ValuePairs& p) { few = p; });
        QTRY_VERIFY(few.all > 0 && all.all > 0);
        QCOMPARE(all.pairs.size(), static_cast<std::size_t>(all.all));
        QCOMPARE(few.all, all.all);
        QVERIFY(few.pairs.size() >= 500 && few.pairs.size() < 1000);
        for (const ui::ValuePair& p : all.pairs)
            QCOMPARE(p.x, p.y);
        QVERIFY(few.pairs.back().at > from + (to - from) * 9 / 10); // up to now
    }
};

QTEST_GUILESS_MAIN(TestStoredValues)
#include "tst_stored_values.moc"
