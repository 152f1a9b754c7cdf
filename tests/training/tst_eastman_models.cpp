// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/training/eastman_models.h"
#include "twin/health/anomaly_monitor.h"
#include "twin/health/health_assessor.h"
#include "twin/model/plant_json.h"
#include "twin/training/byte_file.h"

using namespace gemba;
using namespace gemba::twin;

namespace {

const std::string kFolder = test::eastmanFolder(GEMBA_SOURCE_DIR);

/// Plays a run row by row, one a second, through one unit's assessor and keeps what came out.
std::vector<Assessment> assess(const std::string& unit, const std::string& runName)
{
    const auto plantText = readBytes(kFolder + "/plant.json", std::size_t{16} << 20);
    const auto plantValue = parsePlant(*plantText);
    const auto modelText = readBytes(kFolder + "/models/" + unit + ".gmodel", kMaxModelBytes);
    const auto model = std::make_shared<PcaModel>(parseModel(*modelText).value());
    const auto run = plant::loadRun(kFolder + "/runs/" + runName + ".run");
    const AssetId asset = plantValue->findAsset(unit);
    const std::vector<TagId>& tags = plantValue->asset(asset).tags;
    HealthAssessor h = std::move(HealthAssessor::create(*plantValue, asset, model).value());
    std::vector<AssetInput> inputs(tags.size());
    std::vector<Assessment> out(run->rows);
    for (std::size_t r = 0; r < run->rows; ++r) {
        const TimeNs now = static_cast<TimeNs>(1000 + r) * kSecond;
        for (std::size_t i = 0; i < tags.size(); ++i) {
            const auto at = std::find(run->columns.begin(), run->columns.end(), plantValue->tag(tags[i]).id);
            if (at != run->columns.end())
                inputs[i] = {run->row(r)[static_cast<std::size_t>(at - run->columns.begin())], now, Quality::Good, false};
        }
        h.assess({inputs, OperatingState::Running, 0, false}, now, out[r]);
    }
    return out;
}

} // namespace

class TestEastmanModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shippedModelsAreWhatTheRecipesGive_data() { units(); }
    void shippedModelsAreWhatTheRecipesGive()
    {
        QFETCH(std::string, unit);
        const auto shipped = readBytes(kFolder + "/models/" + unit + ".gmodel", kMaxModelBytes);
        QVERIFY(shipped.ok());
        const auto made = test::trainUnit(kFolder, unit);
        QVERIFY(made.ok());
        const auto again = test::trainUnit(kFolder, unit);
        QVERIFY2(*made == *again, "the same recipe and data gave other bytes");
        // Another build's libm may differ in the last digit: then the numbers must agree.
        const PcaModel a = parseModel(*shipped).value();
        const PcaModel b = parseModel(*made).value();
        QVERIFY(a.inputs == b.inputs);
        QVERIFY(a.facts.dataSha256 == b.facts.dataSha256 && a.facts.recipe == b.facts.recipe);
        const auto near = [](double l, double r) { return std::abs(l - r) <= 1e-6 * std::max(1.0, std::abs(r)); };
        QVERIFY(near(a.baseline.t2Limit, b.baseline.t2Limit));
        QVERIFY(near(a.baseline.speLimit, b.baseline.speLimit));
        QVERIFY(a.bootstrap.size() == b.bootstrap.size());
        for (std::size_t i = 0; i < a.baseline.loadings.size(); ++i)
            QVERIFY(near(a.baseline.loadings[i], b.baseline.loadings[i]));
    }

    void normalRunKeepsTheAlertBudget_data() { units(); }
    void normalRunKeepsTheAlertBudget()
    {
        QFETCH(std::string, unit);
        // 960 rows of 3 minutes are 2 of the 90 days in which one alert may come.
        for (const Assessment& a : assess(unit, "d00_te")) {
            QVERIFY(a.anomalySince == kNoTime);
            QVERIFY(a.withheld != Withheld::No || a.score == kFullCondition);
        }
    }

    void faultsAreSeen_data()
    {
        QTest::addColumn<std::string>("run");
        QTest::addColumn<std::string>("unit");
        QTest::addColumn<std::string>("culprit");
        QTest::addColumn<int>("rows");
        QTest::newRow("1: A/C feed ratio") << std::string("d01_te") << std::string("stripper") << std::string("xmeas_16") << 30;
        QTest::newRow("4: reactor cooling water") << std::string("d04_te") << std::string("reactor") << std::string("xmv_10") << 20;
        QTest::newRow("6: A feed loss") << std::string("d06_te") << std::string("reactor") << std::string("xmeas_01") << 12;
        QTest::newRow("7: C header pressure") << std::string("d07_te") << std::string("stripper") << std::string("xmeas_04") << 12;
        QTest::newRow("14: cooling water valve") << std::string("d14_te") << std::string("reactor") << std::string("xmeas_21") << 12; // its water's outlet
    }
    void faultsAreSeen() // and the input that the fault touches is among the three largest reasons
    {
        QFETCH(std::string, run);
        QFETCH(std::string, unit);
        QFETCH(std::string, culprit);
        QFETCH(int, rows);
        const auto all = assess(unit, run);
        for (std::size_t r = 10; r < 160; ++r)
            QCOMPARE(all[r].score, kFullCondition);
        const Assessment* first = nullptr;
        for (std::size_t r = 160; r < all.size() && !first; ++r) {
            if (all[r].word != ConditionWord::Normal) {
                first = &all[r];
                QVERIFY2(static_cast<int>(r) - 160 <= rows, qPrintable(QString::number(r - 160)));
            }
        }
        QVERIFY(first);
        const auto plantText = readBytes(kFolder + "/plant.json", std::size_t{16} << 20);
        const Plant plantValue = parsePlant(*plantText).value();
        const TagId wanted = plantValue.findTag(culprit);
        const auto end = first->deductions.begin() + 3;
        QVERIFY2(std::any_of(first->deductions.begin(), end, [&](const Deduction& d) { return d.tag == wanted; }),
                 plantValue.tag(first->deductions.front().tag).id.c_str());
    }

    void feedLossBecomesCriticalWithALimitCrossed()
    {
        const auto all = assess("reactor", "d06_te");
        const auto critical = std::find_if(all.begin(), all.end(), [](const Assessment& a) {
            return a.word == ConditionWord::Critical;
        });
        QVERIFY(critical != all.end());
        QVERIFY(std::any_of(critical->deductions.begin(), critical->deductions.end(),
                            [](const Deduction& d) { return d.kind == DeductionKind::Indicator; }));
    }

private:
    static void units()
    {
        QTest::addColumn<std::string>("unit");
        for (const std::string unit : test::kEastmanUnits)
            QTest::newRow(unit.c_str()) << unit;
    }
};

QTEST_APPLESS_MAIN(TestEastmanModels)
#include "tst_eastman_models.moc"
