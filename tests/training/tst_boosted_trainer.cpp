// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <random>

#include "twin/training/any_model.h"
#include "twin/training/score_table.h"

using namespace gemba::twin;

namespace {

constexpr const char* kQuick = R"("boost":{"trees":60,"depth":3,"eta":0.15},)";

double unit(std::mt19937& random) { return static_cast<double>(random()) / 4294967296.0; }

/// Units wear out: heat and noise rise with age over lives of different length, at two loads that
/// shift both. scale stands for other units of measure.
std::string lives(int units, unsigned seed, double scale = 1.0, const char* names = "unit,cycle,load,heat,noise,still")
{
    std::mt19937 random(seed);
    std::string csv = std::string(names) + "\n";
    CsvWriter w(csv, ',');
    for (int u = 0; u < units; ++u) {
        const int life = 60 + static_cast<int>(random() % 80);
        for (int t = 1; t <= life; ++t) {
            const double wear = std::pow(static_cast<double>(t) / life, 2.0);
            const bool high = random() % 2 == 0;
            w.text("u" + std::to_string(u));
            w.integer(t);
            w.number(high ? 10.0 : 2.0);
            w.number(scale * ((high ? 500.0 : 300.0) + 10.0 * wear + unit(random)));
            w.number(scale * ((high ? 9.0 : 5.0) + wear + 0.2 * unit(random)));
            w.number(7.0);
            w.end();
        }
    }
    return csv;
}

/// Fails where x * y is beyond 0.6, or z beyond 0.97: three in ten rows.
std::string cases(int rows, unsigned seed)
{
    std::mt19937 random(seed);
    std::string csv = "x,y,z,state\n";
    CsvWriter w(csv, ',');
    for (int r = 0; r < rows; ++r) {
        const double x = unit(random), y = unit(random), z = unit(random);
        w.number(x);
        w.number(y);
        w.number(z);
        w.text(x * y > 0.6 || z > 0.97 ? "fails" : "holds");
        w.end();
    }
    return csv;
}

std::string recipe(const char* keys) { return std::string("{") + kQuick + keys + "}"; }

Result<Model> train(const std::string& csv, const std::string& recipeText)
{
    const auto r = parseRecipe(recipeText);
    if (!r)
        return r.error();
    std::vector<CsvTable> tables;
    auto table = CsvTable::parse(csv, "made-up.csv");
    if (!table)
        return table.error();
    tables.push_back(std::move(*table));
    const auto rows = selectTrainingRows(tables, *r);
    return rows ? trainModel(*rows, *r, "00", {}) : Result<Model>(rows.error());
}

CsvTable scored(const Model& model, const std::string& csv, bool explain = false)
{
    const auto scores = scoreTable(model, CsvTable::parse(csv, "in.csv").value(), explain);
    return CsvTable::parse(scores.value().csv, "out.csv").value();
}

double number(const CsvTable& t, std::size_t row, const char* column) { return parseNumber(t.cell(row, *t.column(column))).value(); }

const char* const kLife = R"("task":"rul","id":"unit","time":"cycle","operating":["load"],"cap":60,"window":10)";
const char* const kClass = R"("task":"classify","target":"state")";

} // namespace

class TestBoostedTrainer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foretellsTheRestOfALife()
    {
        const auto model = train(lives(80, 1), recipe(kLife));
        QVERIFY(model.ok());
        const auto& m = std::get<BoostedModel>(*model);
        QCOMPARE(m.features.regimes->regimes(), std::size_t{2});
        QCOMPARE(m.features.inputs, (std::vector<std::string>{"heat", "noise"}));
        QCOMPARE(m.facts.dropped, std::vector<std::string>{"still"});
        QVERIFY(m.features.age == FeatureSet::Age::Time);
        const std::string fresh = lives(80, 2);
        const CsvTable out = scored(*model, fresh);
        double squares = 0.0, inside = 0.0, rows = 0.0;
        for (std::size_t r = 0, end = 0; r < out.rows(); ++r) {
            for (end = std::max(end, r); end + 1 < out.rows() && out.cell(end + 1, 0) == out.cell(r, 0);)
                ++end;
            const double truth = static_cast<double>(end - r);
            const double error = number(out, r, "score") - std::min(60.0, truth);
            squares += error * error;
            inside += number(out, r, "low") <= truth && truth <= number(out, r, "high") ? 1.0 : 0.0;
            QVERIFY(number(out, r, "score") <= 60.0 && number(out, r, "low") >= 0.0);
            ++rows;
        }
        QVERIFY2(std::sqrt(squares / rows) < 8.0, qPrintable(QString::number(std::sqrt(squares / rows))));
        QVERIFY2(inside / rows > 0.72 && inside / rows < 0.88, qPrintable(QString::number(inside / rows)));
        QVERIFY(std::abs(m.metrics.at("coverage") - 0.8) < 0.03);
        QVERIFY(std::abs(m.metrics.at("rmse") - std::sqrt(squares / rows)) < 2.0);
    }

    void namesAndUnitsDoNotMatter()
    {
        const auto a = train(lives(25, 1), recipe(kLife));
        const auto b = train(lives(25, 1, 4.0, "who,when,how,p,q,r"),
                             recipe(R"("task":"rul","id":"who","time":"when","operating":["how"],"cap":60,"window":10)"));
        const CsvTable x = scored(*a, lives(5, 3)), y = scored(*b, lives(5, 3, 4.0, "who,when,how,p,q,r"));
        for (std::size_t r = 0; r < x.rows(); ++r)
            QVERIFY(std::abs(number(x, r, "score") - number(y, r, "score")) < 1.0);
    }

    void aTargetColumnStandsForTheLife()
    {
        std::string csv = "t,x,left\n";
        for (int i = 0; i < 200; ++i)
            csv += std::to_string(i) + "," + std::to_string(i % 50) + "," + std::to_string(50 - i % 50) + "\n";
        const auto m = train(csv, recipe(R"("task":"rul","time":"t","target":"left","window":1)"));
        QVERIFY(m.ok());
        QVERIFY(std::abs(number(scored(*m, csv), 10, "score") - 40.0) < 3.0);
    }

    void classifiesRareCases()
    {
        const auto model = train(cases(3'000, 1), recipe(kClass));
        QVERIFY(model.ok());
        const auto& m = std::get<BoostedModel>(*model);
        QCOMPARE(m.classes, (std::vector<std::string>{"fails", "holds"}));
        QCOMPARE(m.rareClass, 0U);
        QVERIFY(m.metrics.at("f1") > 0.9);
        const CsvTable out = scored(*model, cases(1'000, 2), true);
        std::size_t wrong = 0, rightReasons = 0, products = 0;
        for (std::size_t r = 0; r < out.rows(); ++r) {
            QVERIFY(std::abs(number(out, r, "p:fails") + number(out, r, "p:holds") - 1.0) < 1e-6);
            wrong += out.cell(r, *out.column("state")) != out.cell(r, *out.column("prediction")) ? 1 : 0;
            if (number(out, r, "x") * number(out, r, "y") < 0.65 || number(out, r, "z") > 0.97)
                continue;
            ++products;
            const double z = number(out, r, "c:z");
            rightReasons += number(out, r, "c:x") > z && number(out, r, "c:y") > z ? 1 : 0;
        }
        QVERIFY2(wrong < 30, qPrintable(QString::number(wrong)));
        QVERIFY(rightReasons >= products * 95 / 100);
    }

    void moreClassesThanTwo()
    {
        std::string csv = "x,y,kind\n";
        std::mt19937 random(5);
        for (int i = 0; i < 600; ++i) {
            const double x = unit(random), y = unit(random);
            csv += std::to_string(x) + "," + std::to_string(y) + "," + (x < 0.3 ? "10" : y < 0.5 ? "9" : "none") + "\n";
        }
        const auto model = train(csv, recipe(R"("task":"classify","target":"kind")"));
        const auto& m = std::get<BoostedModel>(*model);
        QCOMPARE(m.classes, (std::vector<std::string>{"9", "10", "none"}));
        QVERIFY(m.metrics.at("accuracy") > 0.95);
        const CsvTable out = scored(*model, csv, true);
        QVERIFY(out.column("p:none") && out.column("c:x"));
        std::size_t wrong = 0;
        for (std::size_t r = 0; r < out.rows(); ++r)
            wrong += out.cell(r, 2) != out.cell(r, *out.column("prediction")) ? 1 : 0;
        QVERIFY(wrong < 20);
    }

    void regressesWithReasonsThatAddUp()
    {
        std::string csv = "a,b,y\n";
        std::mt19937 random(6);
        for (int i = 0; i < 800; ++i) {
            const double a = unit(random), b = unit(random);
            csv += std::to_string(a) + "," + std::to_string(b) + "," + std::to_string(1e6 * (a * b + 2.0 * a)) + "\n";
        }
        const auto model = train(csv, recipe(R"("task":"regress","target":"y","features":{"ab":"a * b"})"));
        QVERIFY(std::get<BoostedModel>(*model).metrics.at("r2") > 0.98);
        const CsvTable out = scored(*model, csv, true);
        const double rest = number(out, 0, "score") - number(out, 0, "c:a") - number(out, 0, "c:b");
        for (std::size_t r = 1; r < out.rows(); ++r)
            QVERIFY(std::abs(number(out, r, "score") - number(out, r, "c:a") - number(out, r, "c:b") - rest) < 10.0);
    }

    void sameInputsSameBytes()
    {
        for (const auto& [csv, keys] : {std::pair{lives(20, 1), kLife}, {cases(500, 1), kClass}}) {
            const std::string first = modelJson(*train(csv, recipe(keys)));
            QVERIFY(modelJson(*train(csv, recipe(keys))) == first);
            const std::string other = recipe((std::string(keys) + R"(,"seed":2)").c_str());
            QVERIFY(std::get<BoostedModel>(*train(csv, other)).trees != std::get<BoostedModel>(parseAnyModel(first).value()).trees);
        }
    }

    void aModelFromItsFileScoresTheSame()
    {
        const auto model = train(lives(20, 1), recipe(kLife));
        const auto back = parseAnyModel(modelJson(*model));
        QVERIFY(*back == *model);
        const CsvTable table = CsvTable::parse(lives(5, 4), "in.csv").value();
        QCOMPARE(QByteArray::fromStdString(scoreTable(*back, table, true)->csv),
                 QByteArray::fromStdString(scoreTable(*model, table, true)->csv));
    }

    void rowsWithGapsAreWithheld()
    {
        const auto model = train(lives(20, 1), recipe(kLife));
        const CsvTable out = scored(*model, "unit,cycle,load,heat,noise\nu,1,2,301,5\nu,2,2,,5\nu,3,nan,301,5\nu,4,2,301,inf\nu,5,2,301,5\n", true);
        const char* const reasons[] = {"", "missing: heat", "missing: load", "missing: noise", ""};
        for (std::size_t r = 0; r < 5; ++r) {
            QCOMPARE(std::string(out.cell(r, *out.column("withheld"))), std::string(reasons[r]));
            for (const char* column : {"score", "low", "high", "c:heat", "c:cycle"})
                QCOMPARE(out.cell(r, *out.column(column)).empty(), *reasons[r] != '\0');
        }
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("column");
        const auto row = [](const char* name, const char* csv, const char* keys, ErrorCode code, int line, const char* column) {
            QTest::newRow(name) << QByteArray(csv) << QByteArray(keys) << static_cast<int>(code) << line << QString::fromLatin1(column);
        };
        row("no such target", "x,y\n1,2\n", R"("task":"regress","target":"z")", ErrorCode::CsvMissingColumn, 1, "z");
        row("no such setting", "x,y\n1,2\n", R"("task":"regress","target":"y","operating":["w"])", ErrorCode::CsvMissingColumn, 1, "w");
        row("target is a text", "x,y\n1,2\n2,high\n", R"("task":"regress","target":"y")", ErrorCode::CsvNotANumber, 3, "y");
        row("target is missing", "x,y\n1,\n", R"("task":"regress","target":"y")", ErrorCode::CsvNotANumber, 2, "y");
        row("class is missing", "x,y\n1,a\n2,\n", R"("task":"classify","target":"y")", ErrorCode::CsvNoClass, 3, "y");
        row("setting is not finite", "x,y,w\n1,2,inf\n", R"("task":"regress","target":"y","operating":["w"])", ErrorCode::CsvNotANumber, 2, "w");
        row("input is not finite", "x,y\n1,2\nNaN,2\n", R"("task":"regress","target":"y")", ErrorCode::CsvNotANumber, 3, "x");
        row("one class", "x,y\n1,a\n2,a\n", R"("task":"classify","target":"y")", ErrorCode::RecipeInvalid, -1, "y");
        row("time stands still", "u,t,x\na,1,2\nb,1,2\na,1,3\n", R"("task":"rul","id":"u","time":"t")", ErrorCode::CsvTimeNotIncreasing, 4, "t");
        row("a column twice", "x,x,y\n1,2,3\n", R"("task":"regress","target":"y")", ErrorCode::CsvSyntax, 1, "");
        row("too few rows", "x,y\n1,2\n2,3\n", R"("task":"regress","target":"y")", ErrorCode::TrainTooFewRows, -1, "");
        row("no input left", "x,y\n1,2\n", R"("task":"regress","target":"y","inputs":["q"])", ErrorCode::CsvMissingColumn, 1, "q");
    }
    void badInput()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, keys);
        const auto m = train(csv.toStdString(), recipe(keys.constData()));
        QVERIFY(!m.ok());
        QTEST(static_cast<int>(m.error().code), "code");
        QTEST(static_cast<int>(m.error().place.row), "line");
        QTEST(QString::fromStdString(m.error().place.column), "column");
    }

    void constantsAndFormulas()
    {
        std::string csv = "a,k,y\n";
        for (int i = 0; i < 50; ++i)
            csv += std::to_string(i) + ",3," + std::to_string(i % 7) + "\n";
        const auto none = train(csv, recipe(R"("task":"regress","target":"y","inputs":["k"])"));
        QCOMPARE(none.error().code, ErrorCode::TrainNoInputs);
        const auto bad = train(csv, recipe(R"("task":"regress","target":"y","features":{"f":"a +"})"));
        QCOMPARE(bad.error().code, ErrorCode::ExpressionInvalid);
        QCOMPARE(bad.error().place.column, std::string("f"));
    }

    void otherColumnsThanTrainedOn()
    {
        const auto model = train(lives(20, 1), recipe(kLife));
        const auto scores = scoreTable(*model, CsvTable::parse("unit,cycle,load,heat\nu,1,2,3\n", "in.csv").value(), false);
        QCOMPARE(scores.error().code, ErrorCode::ModelInputMissing);
        QVERIFY((scores.error().place == Place{"in.csv", 1, "noise", {}, {}}));
    }
};

QTEST_APPLESS_MAIN(TestBoostedTrainer)
#include "tst_boosted_trainer.moc"
