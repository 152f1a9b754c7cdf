// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <random>

#include "twin/detection/pca_statistics.h"
#include "twin/training/pca_fit.h"
#include "twin/training/pca_trainer.h"
#include "twin/training/score_table.h"

using namespace gemba::twin;

namespace {

/// Two hidden causes, four inputs that follow them, one constant. Sum of twelve even numbers: nearly normal.
std::string madeUp(int rows, unsigned seed, double shiftOfLast = 0.0, int from = 1 << 30)
{
    std::mt19937 random(seed);
    const auto noise = [&] {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i)
            sum += static_cast<double>(random()) / 4294967296.0;
        return sum;
    };
    std::string csv;
    CsvWriter w(csv, ',');
    for (const char* name : {"time", "a", "b", "c", "d", "k", "note"})
        w.text(name);
    w.end();
    for (int r = 0; r < rows; ++r) {
        const double u = noise(), v = noise();
        w.integer(10 * r);
        w.number(u + 0.1 * noise());
        w.number(2.0 * u + 0.2 * noise());
        w.number(v + 0.1 * noise());
        w.number(5.0 - v + 0.1 * noise() + (r >= from ? shiftOfLast : 0.0));
        w.integer(3);
        w.text("x");
        w.end();
    }
    return csv;
}

Result<PcaModel> train(const std::string& csv, const char* recipeText)
{
    const auto recipe = parseRecipe(recipeText);
    std::vector<CsvTable> tables{CsvTable::parse(csv, "made-up.csv").value()};
    const auto rows = selectTrainingRows(tables, *recipe);
    if (!rows)
        return rows.error();
    return trainPca(*rows, *recipe, "00");
}

constexpr const char* kRecipe = R"({"task":"detect","time":"time","components":2})";

} // namespace

class TestPcaTrainer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void learnsTheStructure()
    {
        const auto m = train(madeUp(600, 1), kRecipe);
        QVERIFY(m.ok());
        QCOMPARE(m->inputs, (std::vector<std::string>{"a", "b", "c", "d"}));
        QCOMPARE(m->facts.dropped, std::vector<std::string>{"k"});
        QCOMPARE(m->budget.rowSeconds, 10.0); // from the time column
        QVERIFY(m->facts.varianceExplained > 0.97);
        QCOMPARE(m->bootstrap.size(), kBootstrapRefits);
        QVERIFY(m->facts.heldOutAlarmRate > 0.002 && m->facts.heldOutAlarmRate < 0.05);
        QVERIFY(m->baseline.t2Limit > m->t2Textbook); // one alert in 90 days is rarer than 1 % of rows
        QVERIFY(m->baseline.speLimit > m->speTextbook);
        const double perMonth = m->budget.t2PerMonth + m->budget.spePerMonth;
        QVERIFY(perMonth > 0.0 && perMonth <= 1.0 / 3.0);
    }

    void loadingsAreOrthonormalWithAFixedSign()
    {
        const auto m = train(madeUp(600, 1), kRecipe);
        const std::size_t a = m->componentCount();
        for (std::size_t k = 0; k < a; ++k) {
            double largest = 0.0;
            for (std::size_t l = 0; l < a; ++l) {
                double dot = 0.0;
                for (std::size_t i = 0; i < 4; ++i)
                    dot += m->baseline.loadings[i * a + k] * m->baseline.loadings[i * a + l];
                QVERIFY(std::abs(dot - (k == l ? 1.0 : 0.0)) < 1e-12);
            }
            for (std::size_t i = 0; i < 4; ++i) {
                const double p = m->baseline.loadings[i * a + k];
                if (std::abs(p) > std::abs(largest) * (1.0 + 1e-9))
                    largest = p;
            }
            QVERIFY(largest > 0.0);
        }
    }

    void sameInputsSameBytes()
    {
        const std::string csv = madeUp(300, 2);
        const std::string first = modelJson(*train(csv, kRecipe));
        QVERIFY(modelJson(*train(csv, kRecipe)) == first);
        const auto seeded = train(csv, R"({"task":"detect","time":"time","components":2,"seed":2})");
        QVERIFY(seeded->baseline == train(csv, kRecipe)->baseline); // the seed is the bootstrap's alone
        QVERIFY(seeded->bootstrap != train(csv, kRecipe)->bootstrap);
        QVERIFY(parseModel(first).ok());
    }

    void shareOfVariance()
    {
        const auto m = train(madeUp(300, 2), R"({"task":"detect","time":"time","components":0.9})");
        QCOMPARE(m->componentCount(), std::size_t{2});
    }

    void oneInput()
    {
        const auto m = train(madeUp(300, 2), R"({"task":"detect","inputs":["a"]})");
        QVERIFY(m.ok());
        QCOMPARE(m->componentCount(), std::size_t{1});
        QCOMPARE(m->speTextbook, 0.0);
        QCOMPARE(m->baseline.speLimit, 0.0);
        QVERIFY(parseModel(modelJson(*m)).ok());
    }

    void onlyNormalRowsCount()
    {
        std::string csv = "x,y,bad\n";
        for (int r = 0; r < 100; ++r) {
            const bool bad = r >= 50 && r < 60;
            csv += std::to_string((r * 37) % 11 + (bad ? 1000 : 0)) + ',' + std::to_string((r * 53) % 13)
                + (r % 2 == 0 ? (bad ? ",1\n" : ",0\n") : (bad ? ",leak\n" : ",normal\n"));
        }
        const auto m = train(csv, R"({"task":"detect","label":"bad","components":1})");
        QVERIFY(m.ok());
        QCOMPARE(m->facts.rows, std::uint64_t{90});
        QVERIFY(m->baseline.mean[0] < 11.0);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<int>("code");
        QTest::addColumn<qlonglong>("row");
        QTest::addColumn<std::string>("column");
        const auto row = [](const char* name, QByteArray csv, QByteArray recipe, ErrorCode code, qlonglong line, const char* column) {
            QTest::newRow(name) << csv << recipe << static_cast<int>(code) << line << std::string(column);
        };
        const QByteArray plain = "{\"task\":\"detect\"}";
        const QByteArray timed = "{\"task\":\"detect\",\"time\":\"t\"}";
        const QByteArray byId = "{\"task\":\"detect\",\"time\":\"t\",\"id\":\"u\"}";
        row("empty cell", "x,y\n1,2\n3,\n", plain, ErrorCode::CsvNotANumber, 3, "y");
        row("NaN", "x,y\n1,2\nnan,4\n", plain, ErrorCode::CsvNotANumber, 3, "x");
        row("infinite", "x,y\n1,inf\n3,4\n", plain, ErrorCode::CsvNotANumber, 2, "y");
        row("decimal comma", "x;y\n1;2,5\n3;4\n", plain, ErrorCode::CsvNotANumber, 2, "y");
        row("no such input", "x,y\n1,2\n", "{\"task\":\"detect\",\"inputs\":[\"z\"]}", ErrorCode::CsvMissingColumn, 1, "z");
        row("no such label", "x,y\n1,2\n", "{\"task\":\"detect\",\"label\":\"z\"}", ErrorCode::CsvMissingColumn, 1, "z");
        row("time stands still", "t,x\n1,2\n2,2\n2,2\n", timed, ErrorCode::CsvTimeNotIncreasing, 4, "t");
        row("time goes back", "t,x\n2026-01-01 00:00:10,2\n2026-01-01 00:00:09,2\n", timed, ErrorCode::CsvTimeNotIncreasing, 3, "t");
        row("no time", "t,x\n1,2\nsoon,2\n", timed, ErrorCode::CsvNotANumber, 3, "t");
        row("time goes back within one id", "t,u,x\n5,1,2\n1,2,2\n4,1,2\n", byId, ErrorCode::CsvTimeNotIncreasing, 4, "t");
        row("too few", "x,y\n1,2\n3,4\n", plain, ErrorCode::TrainTooFewRows, -1, "");
        row("no rows", "x,y\n", plain, ErrorCode::TrainTooFewRows, -1, "");
        row("no numbers", "x,y\na,b\n", plain, ErrorCode::TrainNoInputs, -1, "");
        QByteArray constant = "x,y\n";
        for (int i = 0; i < 100; ++i)
            constant += "0.1,7\n";
        row("nothing varies", constant, plain, ErrorCode::TrainNoInputs, -1, "");
    }
    void refused()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, recipe);
        const auto m = train(csv.toStdString(), recipe.constData());
        QVERIFY(!m.ok());
        QTEST(static_cast<int>(m.error().code), "code");
        QTEST(static_cast<qlonglong>(m.error().place.row), "row");
        QTEST(m.error().place.column, "column");
    }

    void idsMayInterleave()
    {
        std::string csv = "t,u,x,y\n";
        for (int r = 0; r < 60; ++r) {
            for (const char* unit : {"p", "q"})
                csv += std::to_string(r) + ',' + unit + ',' + std::to_string((r * 37) % 11) + ',' + std::to_string((r * 53) % 13) + '\n';
        }
        const auto recipe = parseRecipe(R"({"task":"detect","time":"t","id":"u"})");
        std::vector<CsvTable> tables;
        tables.push_back(CsvTable::parse(csv, "1.csv").value());
        tables.push_back(CsvTable::parse(csv, "2.csv").value()); // its ids are other runs
        const auto rows = selectTrainingRows(tables, *recipe);
        QVERIFY(rows.ok());
        QCOMPARE(rows->runs, (std::vector<std::size_t>{0, 60, 120, 180}));
        QCOMPARE(rows->stretches, rows->runs);
        QCOMPARE(rows->inputs, (std::vector<std::string>{"x", "y"}));
    }

    void scoresATable()
    {
        const auto m = train(madeUp(600, 1), kRecipe);
        const std::string csv = madeUp(200, 9, 3.0, 100);
        const auto table = CsvTable::parse(csv, "new.csv");
        const auto scores = scoreTable(*m, *table, true);
        QVERIFY(scores.ok());
        const auto out = CsvTable::parse(scores->csv, "scores.csv");
        QVERIFY(out.ok());
        QCOMPARE(out->rows(), table->rows());
        const std::vector<std::string> expected{"time", "a", "b", "c", "d", "k", "note", "score", "low", "high",
            "withheld", "t2", "t2_limit", "spe", "spe_limit", "alarm", "c:a", "c:b", "c:c", "c:d"};
        QCOMPARE(out->header(), expected);
        const auto at = [&](std::size_t r, const char* name) { return out->cell(r, *out->column(name)); };
        QCOMPARE(at(0, "withheld"), std::string_view("baselining"));
        QVERIFY(!at(0, "t2").empty());
        int before = 0, after = 0;
        for (std::size_t r = 0; r < out->rows(); ++r) {
            QCOMPARE(at(r, "a"), table->cell(r, 1));
            (r < 100 ? before : after) += at(r, "alarm") == "1" ? 1 : 0;
            const double t2 = *parseNumber(at(r, "t2")) / m->t2Textbook;
            const double spe = *parseNumber(at(r, "spe")) / m->speTextbook;
            double parts = 0.0;
            for (const char* name : {"c:a", "c:b", "c:c", "c:d"})
                parts += *parseNumber(at(r, name));
            QVERIFY(std::abs(parts - t2 - spe) < 1e-9 * std::max(1.0, parts));
            if (r >= 102) {
                QCOMPARE(*parseNumber(at(r, "score")), 60.0);
                QVERIFY(*parseNumber(at(r, "c:d")) > *parseNumber(at(r, "c:a")));
            }
        }
        QVERIFY(before < 10);
        QCOMPARE(after, 100);
        QCOMPARE(scores->alarms, static_cast<std::uint64_t>(before + after));
    }

    void gapsAreWithheldByName()
    {
        const auto m = train(madeUp(600, 1), kRecipe);
        const auto table = CsvTable::parse("time,a,b,c,d,score\n1,0,0,0,5,x\n2,0,,0,5,x\n3,0,0,nan,5,x\n4,0,0,0,5,x\n5,0,0,0,5,x\n", "g.csv");
        const auto scores = scoreTable(*m, *table, false);
        QVERIFY(scores.ok());
        QCOMPARE(scores->replaced, std::vector<std::string>{"score"});
        const auto out = CsvTable::parse(scores->csv, {});
        QStringList reasons;
        for (std::size_t r = 0; r < out->rows(); ++r)
            reasons << QString::fromStdString(std::string(out->cell(r, *out->column("withheld"))));
        QCOMPARE(reasons.join(u'/'), QStringLiteral("baselining/missing: b/missing: c/baselining/"));
        QVERIFY(out->cell(1, *out->column("t2")).empty());
        QVERIFY(out->cell(1, *out->column("alarm")).empty());
        QCOMPARE(out->cell(4, *out->column("score")), std::string_view("100"));
        QCOMPARE(scores->withheld, std::uint64_t{4});
    }

    void medianFilter()
    {
        const auto m = train(madeUp(600, 1), R"({"task":"detect","time":"time","components":2,"filter":{"median":5},"on_delay":1})");
        std::string csv = "time,a,b,c,d\n";
        for (int r = 0; r < 20; ++r)
            csv += std::to_string(r) + (r == 10 ? ",0,0,0,50\n" : ",0,0,0,5\n");
        const auto table = CsvTable::parse(csv, {});
        QCOMPARE(scoreTable(*m, *table, false)->alarms, std::uint64_t{0}); // one spike
    }

    void theModelNeedsItsInputs()
    {
        const auto m = train(madeUp(600, 1), kRecipe);
        const auto table = CsvTable::parse("time,a,b,c\n1,0,0,0\n", "x.csv");
        const auto scores = scoreTable(*m, *table, false);
        QVERIFY(!scores.ok());
        QVERIFY(scores.error().code == ErrorCode::ModelInputMissing);
        QCOMPARE(scores.error().place.column, std::string("d"));
    }
};

QTEST_APPLESS_MAIN(TestPcaTrainer)
#include "tst_pca_trainer.moc"
