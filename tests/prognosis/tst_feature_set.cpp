// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>

#include "twin/prognosis/feature_set.h"

using namespace gemba::twin;

namespace {

FeatureSet twoInputs()
{
    FeatureSet set;
    set.inputs = {"a", "b"};
    set.columns = {{FeatureColumn::Kind::Input, 0, 0, {}, {}}};
    return set;
}

std::vector<float> push(FeatureMaker& maker, const FeatureSet& set, double a, double b, double time = 0.0,
                        std::vector<double> settings = {})
{
    std::vector<float> out(set.size());
    const double row[] = {a, b};
    maker.push(row, settings, time, out);
    return out;
}

} // namespace

class TestFeatureSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsOfOneRow()
    {
        FeatureSet set = twoInputs();
        set.columns.push_back({FeatureColumn::Kind::Product, 0, 1, {}, {}});
        set.columns.push_back({FeatureColumn::Kind::Difference, 0, 1, {}, {}});
        set.columns.push_back({FeatureColumn::Kind::Formula, 0, 0, "f", "10 * a + b ^ 2"});
        auto maker = FeatureMaker::make(set);
        QVERIFY(maker.ok());
        QCOMPARE(push(*maker, set, 3.0, 4.0), (std::vector<float>{3.0F, 12.0F, -1.0F, 46.0F}));
    }

    void courseOverAWindow()
    {
        FeatureSet set = twoInputs();
        set.window = 3;
        auto maker = FeatureMaker::make(set);
        // value, mean, deviation, change, slope
        QCOMPARE(push(*maker, set, 2.0, 0.0), (std::vector<float>{2.0F, 2.0F, 0.0F, 0.0F, 0.0F}));
        QCOMPARE(push(*maker, set, 4.0, 0.0), (std::vector<float>{4.0F, 3.0F, std::sqrt(2.0F), 2.0F, 2.0F}));
        QCOMPARE(push(*maker, set, 9.0, 0.0), (std::vector<float>{9.0F, 5.0F, std::sqrt(13.0F), 7.0F, 3.5F}));
        QCOMPARE(push(*maker, set, 5.0, 0.0), (std::vector<float>{5.0F, 6.0F, std::sqrt(7.0F), 1.0F, 0.5F})); // 2 is forgotten
        maker->reset();
        QCOMPARE(push(*maker, set, 1.0, 0.0), (std::vector<float>{1.0F, 1.0F, 0.0F, 0.0F, 0.0F}));
    }

    void ageIsTimeOrTimeSince()
    {
        FeatureSet set = twoInputs();
        set.age = FeatureSet::Age::Time;
        auto maker = FeatureMaker::make(set);
        QCOMPARE(push(*maker, set, 0.0, 0.0, 7.0).back(), 7.0F);
        set.age = FeatureSet::Age::Since;
        maker = FeatureMaker::make(set);
        QCOMPARE(push(*maker, set, 0.0, 0.0, 7.0).back(), 0.0F);
        QCOMPARE(push(*maker, set, 0.0, 0.0, 9.5).back(), 2.5F);
        maker->reset();
        QCOMPARE(push(*maker, set, 0.0, 0.0, 100.0).back(), 0.0F);
    }

    void regimesStandardiseFirst()
    {
        FeatureSet set = twoInputs();
        set.columns.push_back({FeatureColumn::Kind::Product, 0, 1, {}, {}});
        set.regimes = RegimeScaling{{"load"}, {50.0}, {10.0}, {-2.0, 2.0}, {}, {0.0, 0.0, 100.0, 200.0}, {1.0, 1.0, 10.0, 20.0}};
        auto maker = FeatureMaker::make(set);
        QCOMPARE(push(*maker, set, 3.0, 4.0, 0.0, {31.0}), (std::vector<float>{3.0F, 12.0F}));
        QCOMPARE(push(*maker, set, 130.0, 240.0, 0.0, {69.0}), (std::vector<float>{3.0F, 6.0F}));
    }

    void whatIsNoNumberIsMissing_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<double>("a");
        QTest::newRow("division by zero") << "1 / b" << 1.0;
        QTest::newRow("logarithm of a negative number") << "ln(a)" << -1.0;
        QTest::newRow("larger than a float") << "a" << 1e60;
    }
    void whatIsNoNumberIsMissing()
    {
        QFETCH(QString, formula);
        QFETCH(double, a);
        FeatureSet set = twoInputs();
        set.columns = {{FeatureColumn::Kind::Formula, 0, 0, "f", formula.toStdString()}};
        auto maker = FeatureMaker::make(set);
        QVERIFY(maker.ok());
        QVERIFY(std::isnan(push(*maker, set, a, 0.0).front()));
    }

    void badFormulasNameTheFeature_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::newRow("unknown input") << "a + c";
        QTest::newRow("no formula") << "";
        QTest::newRow("unfinished") << "a *";
    }
    void badFormulasNameTheFeature()
    {
        QFETCH(QString, formula);
        FeatureSet set = twoInputs();
        set.columns.push_back({FeatureColumn::Kind::Formula, 0, 0, "power", formula.toStdString()});
        const auto maker = FeatureMaker::make(set);
        QVERIFY(!maker.ok());
        QCOMPARE(maker.error().code, ErrorCode::ExpressionInvalid);
        QCOMPARE(maker.error().place.column, std::string("power"));
    }

    void sharesGoToInputs()
    {
        FeatureSet set = twoInputs();
        set.columns.push_back({FeatureColumn::Kind::Product, 0, 1, {}, {}});
        set.columns.push_back({FeatureColumn::Kind::Formula, 0, 0, "twice", "b + b"});
        set.window = 2;
        set.age = FeatureSet::Age::Since;
        const auto maker = FeatureMaker::make(set);
        std::vector<float> parts(set.size());
        parts[4] = 1.0F;  // slope of a
        parts[5] = 4.0F;  // product
        parts[9] = 2.0F;  // its slope
        parts[10] = 8.0F; // formula of b alone
        parts[15] = 16.0F;
        std::vector<double> out(3);
        splitOverInputs(*maker, parts, out);
        QCOMPARE(out, (std::vector<double>{4.0, 11.0, 16.0}));
    }
};

QTEST_APPLESS_MAIN(TestFeatureSet)
#include "tst_feature_set.moc"
