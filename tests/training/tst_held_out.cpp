// SPDX-License-Identifier: GPL-3.0-or-later
// What is learnt from rows held out: bands, thresholds, folds, clusters.
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

#include "twin/training/folds.h"
#include "twin/training/held_out.h"
#include "twin/training/k_means.h"
#include "twin/training/split_mix.h"

using namespace gemba::twin;

namespace {

bool near(double a, double b, double by = 1e-12) { return std::abs(a - b) <= by; }

TrainingTable tableOf(std::size_t rows, std::size_t perRun, std::size_t classes)
{
    TrainingTable t;
    t.inputs = {"x"};
    t.values.resize(rows);
    for (std::size_t r = 0; r < rows; ++r) {
        if (r % perRun == 0)
            t.runs.push_back(r);
        t.targets.push_back(r % 20 == 0 ? 0.0 : static_cast<double>(classes - 1));
    }
    if (classes > 1)
        t.classes.assign(classes, "c");
    return t;
}

} // namespace

class TestHeldOut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kfoldOfLivesKeepsThemWhole()
    {
        Recipe recipe;
        recipe.task = LearningTask::Rul;
        recipe.split = Split::KFold;
        const TrainingTable table = tableOf(1'200, 100, 1); // 12 lives
        const auto fold = foldsOf(table, recipe);
        std::vector<int> lives(kHoldOutFolds);
        bool inTurn = true;
        for (std::size_t run = 0; run < 12; ++run) {
            for (std::size_t r = run * 100; r < (run + 1) * 100; ++r)
                QCOMPARE(fold[r], fold[run * 100]);
            ++lives[fold[run * 100]];
            inTurn = inTurn && fold[run * 100] == run % kHoldOutFolds;
        }
        QVERIFY(*std::min_element(lives.begin(), lives.end()) == 2 && *std::max_element(lives.begin(), lives.end()) == 3);
        QVERIFY(!inTurn);
        QVERIFY(foldsOf(table, recipe) == fold); // the same seed
        recipe.seed = 2;
        QVERIFY(foldsOf(table, recipe) != fold);
        QCOMPARE(foldsOf(tableOf(100, 100, 1), recipe).back(), 4U); // a single life: blocks of time
    }

    void kfoldOfDetectionKeepsNeighboursTogether_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("blocks");
        QTest::newRow("many rows") << 5'000 << 25;
        QTest::newRow("few rows: blocks that fill the filters") << 160 << 10;
        QTest::newRow("hardly any") << 30 << 5;
    }
    void kfoldOfDetectionKeepsNeighboursTogether()
    {
        QFETCH(int, rows);
        QFETCH(int, blocks);
        Recipe recipe;
        recipe.split = Split::KFold;
        const auto fold = foldsOf(tableOf(static_cast<std::size_t>(rows), static_cast<std::size_t>(rows), 1), recipe);
        int edges = 1;
        for (std::size_t r = 1; r < fold.size(); ++r)
            edges += fold[r] != fold[r - 1] ? 1 : 0;
        QVERIFY2(edges <= blocks && edges >= std::min(blocks, 5), qPrintable(QString::number(edges)));
        for (std::uint32_t f = 0; f < kHoldOutFolds; ++f) {
            const auto n = std::count(fold.begin(), fold.end(), f);
            QVERIFY(std::abs(static_cast<int>(n) - rows / 5) <= rows / blocks + 1);
        }
    }

    void bandIsTheTruthsDecile()
    {
        HeldOutRows rows;
        for (int i = 0; i <= 100; ++i) { // all predicted alike, errors -50 to 50
            rows.predicted.push_back(7.0);
            rows.truth.push_back(7.0 + i - 50.0);
            rows.fold.push_back(static_cast<std::uint32_t>(i % 5));
        }
        const auto band = bandOf(rows);
        QCOMPARE(band.size(), std::size_t{1});
        QVERIFY(near(band[0].score, 7.0, 1e-9) && near(band[0].low, -40.0) && near(band[0].high, 40.0));
        rows.uncapped = rows.truth;
        for (double& t : rows.uncapped)
            t += 1000.0;
        QVERIFY(near(bandOf(rows)[0].low, -40.0) && near(bandOf(rows)[0].high, 1040.0));
    }

    void bandFollowsThePrediction()
    {
        HeldOutRows rows;
        SplitMix64 random(4);
        for (int i = 0; i < 20'000; ++i) { // the error grows with the prediction
            const double p = 10.0 * random.unit();
            rows.predicted.push_back(p);
            rows.truth.push_back(p + p * (random.unit() - 0.5));
            rows.fold.push_back(static_cast<std::uint32_t>(i % 5));
        }
        const auto knots = bandOf(rows);
        QCOMPARE(knots.size(), std::size_t{20});
        const Band b = bandAt(knots, 5.0);
        QVERIFY(near(b.low, 3.0, 0.2) && near(b.high, 7.0, 0.2));
        QVERIFY(near(measures(rows).at("coverage"), 0.8, 0.015));
    }

    void bestThresholdByHand_data()
    {
        QTest::addColumn<QList<double>>("probabilities");
        QTest::addColumn<QList<double>>("truth");
        QTest::addColumn<double>("threshold");
        QTest::newRow("clean cut") << QList<double>{0.1, 0.2, 0.7, 0.9} << QList<double>{0, 0, 1, 1} << 0.45;
        QTest::newRow("one stray above") << QList<double>{0.1, 0.5, 0.6, 0.9} << QList<double>{0, 1, 0, 1} << 0.3;
        QTest::newRow("equal ones go together") << QList<double>{0.4, 0.4, 0.4, 0.9} << QList<double>{0, 0, 0, 1} << 0.65;
        QTest::newRow("all rare") << QList<double>{0.2, 0.4} << QList<double>{1, 1} << 0.1;
    }
    void bestThresholdByHand()
    {
        QFETCH(QList<double>, probabilities);
        QFETCH(QList<double>, truth);
        QFETCH(double, threshold);
        HeldOutRows rows;
        rows.predicted.assign(probabilities.begin(), probabilities.end());
        rows.truth.assign(truth.begin(), truth.end());
        rows.fold.assign(rows.truth.size(), 0);
        QVERIFY2(near(bestThreshold(rows), threshold, 1e-9), qPrintable(QString::number(bestThreshold(rows))));
    }

    void metricsByHand()
    {
        HeldOutRows rows;
        for (std::uint32_t f = 0; f < 5; ++f) { // in each part: 2 rare ones at 0.9, 8 others, one of them at 0.95
            for (int i = 0; i < 10; ++i) {
                rows.predicted.push_back(i < 2 ? 0.9 : i == 2 ? 0.95 : 0.1);
                rows.truth.push_back(i < 2 ? 1.0 : 0.0);
                rows.fold.push_back(f);
            }
        }
        const Metrics m = rareMetrics(rows);
        QVERIFY(near(m.at("precision"), 2.0 / 3.0) && near(m.at("recall"), 1.0) && near(m.at("f1"), 0.8));
        QVERIFY(near(m.at("accuracy"), 0.9) && near(m.at("auc"), 7.0 / 8.0));
        const std::vector<std::uint32_t> said{0, 1, 2, 2}, is{0, 1, 1, 2};
        QVERIFY(near(classMetrics(said, is, 3).at("accuracy"), 0.75));
        QVERIFY(near(classMetrics(said, is, 3).at("f1"), (1.0 + 2.0 / 3.0 + 2.0 / 3.0) / 3.0));
    }

    void foldsHoldOutWhatTheySay()
    {
        Recipe recipe;
        const TrainingTable table = tableOf(1'000, 90, 2);
        recipe.split = Split::Time;
        const auto time = foldsOf(table, recipe);
        QVERIFY(std::is_sorted(time.begin(), time.end()));
        QCOMPARE(std::set<std::uint32_t>(time.begin(), time.end()).size(), kHoldOutFolds);
        recipe.split = Split::Id;
        const auto id = foldsOf(table, recipe);
        for (std::size_t r = 0; r < 1'000; ++r)
            QCOMPARE(id[r], static_cast<std::uint32_t>(r / 90 % 5)); // a run is in one part
        recipe.split = Split::KFold;
        const auto random = foldsOf(table, recipe);
        std::vector<int> rare(5), all(5);
        for (std::size_t r = 0; r < 1'000; ++r) {
            ++all[random[r]];
            rare[random[r]] += table.targets[r] == 0.0 ? 1 : 0;
        }
        QCOMPARE(all, std::vector<int>(5, 200));
        QCOMPARE(rare, std::vector<int>(5, 10)); // each part has its share of the rarer class
        recipe.seed = 2;
        QVERIFY(foldsOf(table, recipe) != random);
        recipe.split = Split::Id;
        const auto alone = foldsOf(tableOf(1'000, 2'000, 2), recipe); // one run: blocks of time
        QVERIFY(alone == time);
    }

    void clusters()
    {
        std::vector<double> points;
        SplitMix64 random(9);
        for (int i = 0; i < 300; ++i) {
            points.push_back(10.0 * (i % 3) + random.unit());
            points.push_back(-5.0 * (i % 3) + random.unit());
        }
        auto found = kMeans(points, 2, 3, 1);
        QCOMPARE(found.centres.size(), std::size_t{6});
        std::set<int> near10;
        for (std::size_t c = 0; c < 6; c += 2) {
            near10.insert(static_cast<int>(std::lround((found.centres[c] - 0.5) / 10.0)));
            QVERIFY(near(found.centres[c + 1] - 0.5, -0.5 * (found.centres[c] - 0.5), 0.2));
        }
        QCOMPARE(near10, (std::set<int>{0, 1, 2}));
        QVERIFY(kMeans(points, 2, 3, 1).centres == found.centres);
        const std::vector<double> twoPlaces{1.0, 1.0, 2.0, 1.0, 2.0};
        QCOMPARE(kMeans(twoPlaces, 1, 4, 1).centres.size(), std::size_t{2});
        QCOMPARE(kMeans(twoPlaces, 1, 4, 1).spread, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestHeldOut)
#include "tst_held_out.moc"
