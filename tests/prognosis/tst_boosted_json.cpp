// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <random>

#include <nlohmann/json.hpp>

#include "tests/prognosis/small_boosted.h"
#include "twin/prognosis/boosted_scorer.h"
#include "twin/training/any_model.h"

using namespace gemba::twin;

namespace {

BoostedModel classifier()
{
    BoostedModel m = test::smallBoosted();
    m.task = LearningTask::Classify;
    m.trees.link = TreeEnsemble::Link::Logistic;
    m.trees.baseMargin = 0.0F;
    m.classes = {"good", "bad, \"very\""};
    m.rareClass = 1;
    m.threshold = 0.25;
    m.targetMean = 0.0;
    m.targetScale = 1.0;
    m.cap = 0.0;
    m.band.clear();
    return m;
}

BoostedModel back(const std::string& text)
{
    return std::get<BoostedModel>(parseAnyModel(text).value());
}

} // namespace

class TestBoostedJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsBackTheSame()
    {
        for (const BoostedModel& m : {test::smallBoosted(), classifier()}) {
            const std::string text = modelJson(m);
            QVERIFY(parseAnyModel(text).ok());
            QVERIFY(back(text) == m);
            QVERIFY(modelJson(back(text)) == text);
        }
    }

    void thresholdsKeepEveryBit()
    {
        BoostedModel m = test::smallBoosted();
        std::mt19937 random(3);
        for (int i = 0; i < 1'000; ++i) {
            m.trees.trees[0].value[0] = std::ldexp(static_cast<float>(random()), static_cast<int>(random() % 80) - 60);
            QVERIFY(back(modelJson(m)).trees == m.trees);
        }
    }

    void bandsAndCaps_data()
    {
        QTest::addColumn<double>("margin"); // 50 + 2 margin
        QTest::addColumn<double>("score");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("before the first knot") << -21.0 << 8.0 << 3.0 << 13.0;
        QTest::newRow("between") << 0.0 << 50.0 << 37.5 << 72.5;
        QTest::newRow("after the last") << 22.5 << 95.0 << 75.0 << 135.0;
        QTest::newRow("over the cap") << 1'000.0 << 100.0 << 80.0 << 140.0;
        QTest::newRow("no life is negative") << -1'000.0 << 0.0 << 0.0 << 5.0;
    }
    void bandsAndCaps()
    {
        QFETCH(double, margin);
        auto m = std::make_shared<BoostedModel>(test::smallBoosted());
        m->trees.baseMargin = 0.0F;
        m->trees.trees = {test::leaf(static_cast<float>(margin))};
        auto scorer = BoostedScorer::make(m);
        const float row[] = {0.0F, 0.0F};
        QVERIFY(scorer->score(row).ok());
        QTEST(scorer->predictions()[0].score, "score");
        QTEST(scorer->predictions()[0].low, "low");
        QTEST(scorer->predictions()[0].high, "high");
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* pointer, const char* value) { QTest::newRow(pointer) << QByteArray(pointer) << QByteArray(value); };
        row("/task", "\"detect\"");
        row("/method", "\"lightgbm\"");
        row("/inputs", "[]");
        row("/inputs/1", "\"a\"");
        row("/features/window", "0");
        row("/features/age", "\"old\"");
        row("/features/columns", "[]");
        row("/features/columns/0/of", "[2]");
        row("/features/columns/0/kind", "\"magic\"");
        row("/features/columns/1/formula", "\"a +\"");
        row("/features/regimes/count", "3");
        row("/features/regimes/scale/0", "0");
        row("/trees/link", "\"softmax\"");
        row("/trees/features", "3");
        row("/trees/outputs", "1e9");
        row("/trees/trees", "{}");
        row("/trees/trees/0/left", "[1,-1,3,-1]");
        row("/trees/trees/0/left/0", "\"1\"");
        row("/trees/trees/0/feature/0", "1e300");
        row("/trees/trees/0/value/0", "1e300");
        row("/trees/trees/0/value/1", "null");
        row("/trees/trees/0/cover/0", "-1");
        row("/band", "[]");
        row("/band/0", "[10,5,-5]");
        row("/band/1/0", "10");
        row("/cap", "0");
        row("/target_scale", "0");
        row("/metrics/rmse", "\"good\"");
        row("/training/recipe", "[]");
        row("/training/library", "7");
    }
    void refused()
    {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        auto document = nlohmann::json::parse(modelJson(test::smallBoosted()));
        document[nlohmann::json::json_pointer(pointer.toStdString())] = nlohmann::json::parse(value.toStdString());
        const auto m = parseAnyModel(document.dump());
        QVERIFY(!m.ok());
        QVERIFY(m.error().code == ErrorCode::ModelInvalid || m.error().code == ErrorCode::ExpressionInvalid);
    }

    void anyBytesGiveAnAnswer()
    {
        std::mt19937 random(7);
        const float row[] = {1.0F, 2.0F};
        for (int n = 0; n < 3'000; ++n) {
            std::string text = modelJson(n % 2 == 0 ? test::smallBoosted() : classifier());
            for (unsigned k = 0; k <= random() % 3; ++k)
                text[random() % text.size()] = n % 5 == 0 ? static_cast<char>(random()) : static_cast<char>('0' + random() % 10);
            if (n % 7 == 0)
                text.resize(random() % text.size());
            const auto m = parseAnyModel(text);
            const auto* boosted = m ? std::get_if<BoostedModel>(&*m) : nullptr;
            if (!boosted)
                continue;
            // Whatever is accepted can be evaluated, written and read again.
            auto scorer = BoostedScorer::make(std::make_shared<BoostedModel>(*boosted));
            QVERIFY(scorer.ok());
            if (boosted->trees.features == 2)
                QVERIFY(scorer->score(row).ok());
            QVERIFY(parseAnyModel(modelJson(*m)).ok());
        }
    }
};

QTEST_APPLESS_MAIN(TestBoostedJson)
#include "tst_boosted_json.moc"
