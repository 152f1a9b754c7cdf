// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

#include "tests/prognosis/small_boosted.h"
#include "twin/prognosis/tree_predictor.h"

using namespace gemba::twin;

namespace {

constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();
using Damage = std::function<void(TreeEnsemble&)>;

} // namespace

class TestTreePredictor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void predictsByHand_data()
    {
        QTest::addColumn<float>("x0");
        QTest::addColumn<float>("x1");
        QTest::addColumn<float>("margin");
        QTest::newRow("left") << 1.0F << 9.0F << 11.75F;
        QTest::newRow("right left") << 2.0F << 4.0F << 21.75F; // 2 is not less than 2
        QTest::newRow("right right") << 3.0F << 5.0F << 31.75F;
        QTest::newRow("first missing") << kMissing << 9.0F << 11.75F;
        QTest::newRow("second missing") << 3.0F << kMissing << 31.75F;
        QTest::newRow("huge") << 3e38F << -3e38F << 21.75F;
    }
    void predictsByHand()
    {
        QFETCH(float, x0);
        QFETCH(float, x1);
        QFETCH(float, margin);
        auto p = TreePredictor::make(test::smallEnsemble());
        QVERIFY(p.ok());
        const float row[] = {x0, x1};
        float out = 0.0F;
        QVERIFY(p->predict(row, {&out, 1}).ok());
        QCOMPARE(out, margin);
        float parts[3];
        QVERIFY(p->contributions(row, parts).ok());
        QVERIFY(std::abs(parts[0] + parts[1] + parts[2] - margin) < 1e-4F);
        // The mean over the training rows: 4 of 8 left, 1 and 3 right.
        QVERIFY(std::abs(parts[2] - (0.5F + 1.25F + (4.0F * 10.0F + 1.0F * 20.0F + 3.0F * 30.0F) / 8.0F)) < 1e-4F);
    }

    void aBatchIsItsRows()
    {
        auto p = TreePredictor::make(test::smallEnsemble());
        std::vector<float> rows, together(5'000), alone(1);
        for (int i = 0; i < 5'000; ++i) {
            rows.push_back(static_cast<float>(i % 7) - 2.0F);
            rows.push_back(static_cast<float>(i % 11));
        }
        QVERIFY(p->predict(rows, together).ok());
        for (std::size_t i = 0; i < 50; ++i) {
            QVERIFY(p->predict(std::span(rows).subspan(2 * i, 2), alone).ok());
            QCOMPARE(alone.front(), together[i]);
        }
    }

    void linksTurnMarginsIntoProbabilities()
    {
        TreeEnsemble e = test::smallEnsemble();
        e.link = TreeEnsemble::Link::Logistic;
        e.baseMargin = 0.0F;
        e.trees = {test::leaf(-1.0F)};
        const float row[] = {0.0F, 0.0F};
        float out[3];
        QVERIFY(TreePredictor::make(e)->predict(row, {out, 1}).ok());
        QVERIFY(std::abs(out[0] - 1.0F / (1.0F + std::exp(1.0F))) < 1e-6F);

        e.link = TreeEnsemble::Link::Softmax;
        e.outputs = 3;
        e.baseMargin = 0.5F;
        e.trees = {test::leaf(0.0F), test::leaf(1.0F), test::leaf(0.0F), test::leaf(0.0F), test::leaf(1.0F), test::leaf(0.0F)};
        QVERIFY(TreePredictor::make(e)->predict(row, out).ok());
        QVERIFY(std::abs(out[1] - std::exp(2.0F) / (std::exp(2.0F) + 2.0F)) < 1e-6F);
        QVERIFY(std::abs(out[0] - out[2]) < 1e-7F);
    }

    void hostileTreesAreRefused_data()
    {
        QTest::addColumn<Damage>("damage");
        const auto row = [](const char* name, Damage d) { QTest::newRow(name) << d; };
        row("no trees", [](TreeEnsemble& e) { e.trees.clear(); });
        row("empty tree", [](TreeEnsemble& e) { e.trees[0] = {}; });
        row("no features", [](TreeEnsemble& e) { e.features = 0; });
        row("too many features", [](TreeEnsemble& e) { e.features = 2'000'000; });
        row("no output", [](TreeEnsemble& e) { e.outputs = 0; });
        row("two outputs of one", [](TreeEnsemble& e) { e.outputs = 2; });
        row("softmax of two", [](TreeEnsemble& e) { e.link = TreeEnsemble::Link::Softmax; e.outputs = 2; });
        row("trees for half the outputs", [](TreeEnsemble& e) { e.link = TreeEnsemble::Link::Softmax; e.outputs = 3; });
        row("base not finite", [](TreeEnsemble& e) { e.baseMargin = INFINITY; });
        row("short list", [](TreeEnsemble& e) { e.trees[0].value.pop_back(); });
        row("short cover", [](TreeEnsemble& e) { e.trees[0].cover.pop_back(); });
        row("feature beyond the last", [](TreeEnsemble& e) { e.trees[0].feature[0] = 2; });
        row("feature below 0", [](TreeEnsemble& e) { e.trees[0].feature[0] = -2; });
        row("child beyond the last", [](TreeEnsemble& e) { e.trees[0].left[2] = 4; });
        row("child before its parent", [](TreeEnsemble& e) { e.trees[0].left[2] = 0; });
        row("child of two parents", [](TreeEnsemble& e) { e.trees[0].left[2] = 1; });
        row("own child", [](TreeEnsemble& e) { e.trees[0].left[0] = 0; });
        row("nodes never reached", [](TreeEnsemble& e) { e.trees[0].feature[2] = -1; e.trees[0].left[2] = -1; });
        row("leaf with a child", [](TreeEnsemble& e) { e.trees[0].feature[2] = -1; });
        row("value not a number", [](TreeEnsemble& e) { e.trees[0].value[1] = kMissing; });
        row("cover of nothing", [](TreeEnsemble& e) { e.trees[0].cover[1] = 0.0F; });
        row("deeper than anyone needs", [](TreeEnsemble& e) {
            RegressionTree t;
            for (std::int32_t level = 0; level < 1'000; ++level) { // each right child splits again
                t.feature.insert(t.feature.end(), level == 0 ? 1 : 2, 0);
                t.left.insert(t.left.end(), level == 0 ? 1 : 2, -1);
            }
            for (std::size_t i = 0, next = 1; i < t.left.size(); ++i) {
                const bool inner = (i == 0 || i % 2 == 0) && next + 1 < t.left.size();
                t.feature[i] = inner ? 0 : -1;
                t.left[i] = inner ? static_cast<std::int32_t>(next) : -1;
                next += inner ? 2 : 0;
            }
            t.value.assign(t.left.size(), 1.0F);
            t.cover.assign(t.left.size(), 1.0F);
            t.missingLeft.assign(t.left.size(), 0);
            e.trees[0] = t;
        });
    }
    void hostileTreesAreRefused()
    {
        QFETCH(Damage, damage);
        TreeEnsemble e = test::smallEnsemble();
        QVERIFY(!faultOf(e));
        damage(e);
        QVERIFY(faultOf(e));
        const auto p = TreePredictor::make(e);
        QVERIFY(!p.ok());
        QCOMPARE(p.error().code, ErrorCode::ModelInvalid);
    }
};

QTEST_APPLESS_MAIN(TestTreePredictor)
#include "tst_tree_predictor.moc"
