// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "twin/training/recipe.h"

using namespace gemba::twin;

class TestRecipe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaultsArePrintedAndReadBack()
    {
        const auto r = parseRecipe(R"({"task":"detect"})");
        QVERIFY(r.ok());
        QVERIFY(*r == Recipe());
        const std::string text = recipeJson(*r);
        QCOMPARE(QByteArray::fromStdString(text),
                 QByteArray(R"({"budget":{"alerts":1,"days":90},"components":0.9,"confidence":0.99,)"
                            R"("filter":{"median":1},"method":"pca","on_delay":3,"seed":1,"split":"time","task":"detect"})"));
        QVERIFY(*parseRecipe(text) == *r);
    }

    void defaultsFollowTheTask_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("complete");
        QTest::newRow("rul") << QByteArray(R"({"task":"rul","id":"u"})")
                             << QByteArray(R"({"boost":{"alpha":0.0025,"colsample":0.3,"depth":5,"eta":0.05,"min_child_weight":5,"subsample":0.8,)"
                                           R"("trees":500},"cap":125,"features":{},"id":"u","method":"xgboost","seed":1,"split":"id","task":"rul","window":60})");
        QTest::newRow("regress") << QByteArray(R"({"task":"regress","target":"y"})")
                                 << QByteArray(R"({"boost":{"alpha":0.0025,"colsample":0.7,"depth":5,"eta":0.05,"min_child_weight":5,"subsample":0.8,)"
                                               R"("trees":500},"features":"auto","method":"xgboost","seed":1,"split":"time","target":"y","task":"regress","window":1})");
        QTest::newRow("classify") << QByteArray(R"({"task":"classify","target":"y","features":{"p":"a*b"}})")
                                  << QByteArray(R"({"boost":{"alpha":0.1,"colsample":1,"depth":5,"eta":0.05,"min_child_weight":2,"subsample":0.8,)"
                                                R"("trees":500},"features":{"p":"a*b"},"method":"xgboost","seed":1,"split":"kfold","target":"y","task":"classify","window":1})");
        QTest::newRow("forest") << QByteArray(R"({"task":"detect","method":"isolation-forest","operating":["s"],"regimes":4})")
                                << QByteArray(R"({"budget":{"alerts":1,"days":90},"confidence":0.99,"filter":{"median":1},"method":"isolation-forest",)"
                                              R"("on_delay":3,"operating":["s"],"regimes":4,"seed":1,"split":"time","task":"detect","trees":200})");
    }
    void defaultsFollowTheTask()
    {
        QFETCH(QByteArray, text);
        const auto r = parseRecipe(text.toStdString());
        QVERIFY(r.ok());
        QTEST(QByteArray::fromStdString(recipeJson(*r)), "complete");
        QVERIFY(*parseRecipe(recipeJson(*r)) == *r);
    }

    void everyKey()
    {
        const auto r = parseRecipe(R"({"task":"detect","method":"pca","id":"unit","time":"t","label":"bad",
            "inputs":["x","y"],"components":2,"confidence":0.95,"filter":{"median":5},"seed":18446744073709551615,
            "split":"id","budget":{"alerts":2,"days":30},"on_delay":4,"period":"3min","target":null})");
        QVERIFY(r.ok());
        const Recipe expected{.id = "unit", .time = "t", .label = "bad", .inputs = {"x", "y"}, .components = 2.0,
                              .confidence = 0.95, .median = 5, .seed = UINT64_MAX, .split = Split::Id,
                              .budgetAlerts = 2.0, .budgetDays = 30.0, .onDelay = 4, .period = 180.0};
        QVERIFY(*r == expected);
        QVERIFY(*parseRecipe(recipeJson(*r)) == expected);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* text, const char* path) {
            QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(path);
        };
        row("{}", "/task");
        row("[]", "");
        row("{\"task\":\"detect\"", "");
        row(R"({"task":"guess"})", "/task");
        row(R"({"task":"detect","method":"xgboost"})", "/method");
        row(R"({"task":"rul","method":"pca"})", "/method");
        row(R"({"task":"regress"})", "/target");
        row(R"({"task":"classify","inputs":["x"]})", "/target");
        row(R"({"task":"regress","target":"y","split":"id"})", "/split");
        row(R"({"task":"regress","target":"y","cap":125})", "/cap");
        row(R"({"task":"rul","cap":0})", "/cap");
        row(R"({"task":"rul","window":0})", "/window");
        row(R"({"task":"rul","window":1001})", "/window");
        row(R"({"task":"rul","components":2})", "/components");
        row(R"({"task":"rul","operating":[]})", "/operating");
        row(R"({"task":"rul","operating":["a","a"]})", "/operating/1");
        row(R"({"task":"rul","regimes":6})", "/regimes");
        row(R"({"task":"rul","boost":{"trees":0}})", "/boost/trees");
        row(R"({"task":"rul","boost":{"eta":2}})", "/boost/eta");
        row(R"({"task":"rul","boost":{"gamma":2}})", "/boost/gamma");
        row(R"({"task":"classify","target":"y","features":"all"})", "/features");
        row(R"({"task":"classify","target":"y","features":{"power":3}})", "/features/power");
        row(R"({"task":"detect","inputs":[]})", "/inputs");
        row(R"({"task":"detect","inputs":"x"})", "/inputs");
        row(R"({"task":"detect","inputs":["x",1]})", "/inputs/1");
        row(R"({"task":"detect","inputs":["x","x"]})", "/inputs/1");
        row(R"({"task":"detect","components":0})", "/components");
        row(R"({"task":"detect","components":2.5})", "/components");
        row(R"({"task":"detect","components":"9"})", "/components");
        row(R"({"task":"detect","confidence":1})", "/confidence");
        row(R"({"task":"detect","confidence":99})", "/confidence");
        row(R"({"task":"detect","filter":{"mean":3}})", "/filter");
        row(R"({"task":"detect","filter":{"median":0}})", "/filter/median");
        row(R"({"task":"detect","seed":-1})", "/seed");
        row(R"({"task":"detect","seed":1.5})", "/seed");
        row(R"({"task":"detect","split":"random"})", "/split");
        row(R"({"task":"detect","split":"id"})", "/split");
        row(R"({"task":"detect","budget":{"alerts":0}})", "/budget/alerts");
        row(R"({"task":"detect","budget":{"weeks":3}})", "/budget/weeks");
        row(R"({"task":"detect","on_delay":0})", "/on_delay");
        row(R"({"task":"detect","period":"soon"})", "/period");
        row(R"({"task":"detect","target":"y"})", "/target");
        row(R"({"task":"detect","features":"auto"})", "/features");
        row(R"({"task":"detect","a/b":1})", "/a~1b");
    }
    void refused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        const auto r = parseRecipe(text.toStdString());
        QVERIFY(!r.ok());
        QCOMPARE(QString::fromStdString(r.error().place.jsonPath), path);
        QVERIFY(r.error().code == ErrorCode::RecipeInvalid || r.error().code == ErrorCode::JsonSyntax);
    }
};

QTEST_APPLESS_MAIN(TestRecipe)
#include "tst_recipe.moc"
