// SPDX-License-Identifier: GPL-3.0-or-later
// That the demo plant keeps its false-alert budget, and that the normal running it is measured on is like the recorded.
#include <QTest>

#include <algorithm>
#include <cmath>

#include "packaging/bench/normal_days.h"
#include "packaging/bench/plant_days.h"
#include "twin/store/plant_folder.h"

using namespace gemba;

namespace {

const std::string kFolder = GEMBA_SOURCE_DIR "/resources/plants/eastman";

plant::Run normalRun() { return plant::loadRun(plant::runPath(kFolder, "normal")).value(); }

/// Standard deviation of a column and what it shares with itself a row later.
struct Course {
    double mean = 0.0, deviation = 0.0, memory = 0.0, highest = -INFINITY;
};
Course courseOf(std::span<const double> values, std::size_t columns, std::size_t column)
{
    Course c;
    std::vector<double> v;
    for (std::size_t i = column; i < values.size(); i += columns)
        v.push_back(values[i]);
    const auto n = static_cast<double>(v.size());
    for (const double x : v) {
        c.mean += x / n;
        c.highest = std::max(c.highest, x);
    }
    double squares = 0.0, products = 0.0;
    for (std::size_t i = 0; i < v.size(); ++i) {
        squares += (v[i] - c.mean) * (v[i] - c.mean);
        products += i > 0 ? (v[i] - c.mean) * (v[i - 1] - c.mean) : 0.0;
    }
    c.deviation = std::sqrt(squares / n);
    c.memory = squares > 0.0 ? products / squares : 0.0;
    return c;
}

std::vector<double> continued(const plant::Run& run, std::size_t rows, std::uint64_t seed)
{
    auto process = bench::NormalDays::fit(bench::heldOutRows(kFolder).value(), run.columns.size(), seed);
    std::vector<double> out(rows * run.columns.size());
    for (std::size_t r = 0; r < rows && !process.empty(); ++r)
        process.front().next(std::span(out).subspan(r * run.columns.size(), run.columns.size()));
    return out;
}

} // namespace

class TestAlertBudget : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void continuedRunIsLikeTheRecorded()
    {
        const plant::Run run = normalRun();
        const std::size_t columns = run.columns.size();
        const std::vector<double> days = continued(run, 20'000, 7);
        std::size_t higher = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            const Course was = courseOf(run.values, columns, c), is = courseOf(days, columns, c);
            const QByteArray name = QByteArray::fromStdString(run.columns[c]);
            if (was.deviation < 1e-9) { // a valve that nobody moves
                QVERIFY2(std::abs(is.mean - was.mean) < 1e-9, name);
                continue;
            }
            QVERIFY2(std::abs(is.mean - was.mean) < 0.6 * was.deviation, name);
            QVERIFY2(is.deviation > 0.7 * was.deviation && is.deviation < 1.4 * was.deviation, name);
            QVERIFY2(std::abs(is.memory - was.memory) < 0.15, name);
            higher += is.highest > was.highest ? 1 : 0;
        }
        QVERIFY(higher > columns / 2); // 40 days go beyond what two of them saw
    }

    void sameSeedSameDays()
    {
        const plant::Run run = normalRun();
        const std::vector<double> once = continued(run, 200, 3);
        QVERIFY(once == continued(run, 200, 3));
        QVERIFY(once != continued(run, 200, 4));
    }

    void refusesWhatHasNoCourse_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("grows");
        QTest::newRow("nothing") << 0 << false;
        QTest::newRow("too few rows") << 5 << false;
        QTest::newRow("shorter than its blocks") << 20 << false;
        QTest::newRow("runs away") << 200 << true;
    }
    void refusesWhatHasNoCourse()
    {
        QFETCH(int, rows);
        QFETCH(bool, grows);
        std::vector<std::vector<double>> stretches(1);
        double x = 1.0;
        for (int r = 0; r < rows; ++r)
            stretches[0].push_back(grows ? (x *= 1.1) : std::sin(r * 1.7));
        QVERIFY(bench::NormalDays::fit(stretches, 1, 1).empty());
    }

    void ninetyDaysKeepTheBudget()
    {
        plant::Run run = normalRun();
        run.rows = 90 * 480;
        run.values = continued(run, run.rows, 1);
        run.faultRow = run.rows;
        run.events.clear();
        plant::Playlist playlist({std::move(run)}, {});
        const auto package = twin::loadPlantFolder(kFolder);
        QVERIFY(package.ok());
        const auto days = bench::PlantDays::open(*package, playlist);
        QVERIFY(days.ok());
        (*days)->play(playlist);
        std::uint64_t crossings = 0;
        const auto tally = (*days)->tally();
        for (const bench::AssetTally& t : tally) {
            QVERIFY2(t.scores > 43'000, t.asset.c_str());
            QVERIFY2(t.allAlerts() <= 1, t.asset.c_str());
            crossings += t.crossings;
        }
        QVERIFY(crossings <= tally.size()); // stricter: of the limits, from which an alert is still far
    }

    void aFaultIsCounted() // the same counting is not blind
    {
        plant::Playlist playlist({plant::loadRun(plant::runPath(kFolder, "6")).value()}, {130, 300, false});
        const auto package = twin::loadPlantFolder(kFolder);
        const auto days = bench::PlantDays::open(*package, playlist);
        QVERIFY(days.ok());
        (*days)->play(playlist);
        const auto tally = (*days)->tally();
        const auto reactor = std::find_if(tally.begin(), tally.end(), [](const auto& t) { return t.asset == "reactor"; });
        QVERIFY(reactor != tally.end() && reactor->crossings >= 1 && reactor->alerts[0] == 1);
    }
};

QTEST_APPLESS_MAIN(TestAlertBudget)
#include "tst_alert_budget.moc"
