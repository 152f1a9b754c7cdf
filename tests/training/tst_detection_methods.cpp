// SPDX-License-Identifier: GPL-3.0-or-later
// Regimes and the isolation forest, from table to sheet.
#include <QTest>

#include <cmath>
#include <random>

#include <nlohmann/json.hpp>

#include "twin/training/any_model.h"
#include "twin/training/find_regimes.h"
#include "twin/training/score_table.h"

using namespace gemba::twin;

namespace {

double unit(std::mt19937& random) { return static_cast<double>(random()) / 4294967296.0; }
double nearlyNormal(std::mt19937& random)
{
    double sum = -6.0;
    for (int i = 0; i < 12; ++i)
        sum += unit(random);
    return sum;
}

/// Three inputs that depend on the load; from row `from` on the first moves by shift deviations.
std::string plant(int rows, unsigned seed, int from = 1 << 30, double shift = 0.0)
{
    std::mt19937 random(seed);
    std::string csv = "time,load,a,b,c\n";
    CsvWriter w(csv, ',');
    for (int r = 0; r < rows; ++r) {
        const int load = (r / 25) % 3;
        const double u = nearlyNormal(random);
        w.integer(r);
        w.number(10.0 * load + 0.01 * unit(random));
        w.number(100.0 * load + u + (r >= from ? shift : 0.0));
        w.number(50.0 - 20.0 * load + 2.0 * (u + 0.2 * nearlyNormal(random)));
        w.number(5.0 * load * load + nearlyNormal(random));
        w.end();
    }
    return csv;
}

Result<Model> train(const std::string& csv, const char* recipeText)
{
    const auto r = parseRecipe(recipeText);
    std::vector<CsvTable> tables{CsvTable::parse(csv, "made-up.csv").value()};
    const auto rows = selectTrainingRows(tables, *r);
    return rows ? trainModel(*rows, *r, "00", {}) : Result<Model>(rows.error());
}

CsvTable scored(const Model& model, const std::string& csv, bool explain = false)
{
    return CsvTable::parse(scoreTable(model, CsvTable::parse(csv, "in.csv").value(), explain).value().csv, "out.csv").value();
}

double alarmRate(const CsvTable& t, std::size_t from, std::size_t to)
{
    double alarms = 0.0;
    for (std::size_t r = from; r < to; ++r)
        alarms += t.cell(r, *t.column("alarm")) == "1" ? 1.0 : 0.0;
    return alarms / static_cast<double>(to - from);
}

double number(const CsvTable& t, std::size_t row, const char* column) { return parseNumber(t.cell(row, *t.column(column))).value(); }

constexpr const char* kPca = R"({"task":"detect","time":"time","components":2,"operating":["load"],"period":1})";
constexpr const char* kPlainPca = R"({"task":"detect","time":"time","components":2,"inputs":["a","b","c"],"period":1})";
constexpr const char* kForest = R"({"task":"detect","method":"isolation-forest","time":"time","operating":["load"],"confidence":0.9,"period":1})";

} // namespace

class TestDetectionMethods : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void regimesShowWhatOneBaselineHides()
    {
        const std::string normal = plant(1'500, 1), sick = plant(600, 2, 300, 5.0);
        const auto model = train(normal, kPca);
        QCOMPARE(std::get<PcaModel>(*model).regimes->regimes(), std::size_t{3});
        const CsvTable out = scored(*model, sick);
        QVERIFY(alarmRate(out, 0, 300) < 0.05);
        QVERIFY(alarmRate(out, 300, 600) > 0.95);
        QVERIFY(alarmRate(scored(*train(normal, kPlainPca), sick), 300, 600) < 0.5);
    }

    void forestFindsAndNamesTheInput()
    {
        const auto model = train(plant(1'500, 1), kForest);
        const CsvTable out = scored(*model, plant(600, 2, 300, 12.0), true);
        QVERIFY(alarmRate(out, 0, 300) < 0.15);
        QVERIFY2(alarmRate(out, 300, 600) > 0.9, qPrintable(QString::number(alarmRate(out, 300, 600))));
        QVERIFY(number(out, 500, "isolation") > number(out, 100, "isolation"));
        std::size_t named = 0;
        for (std::size_t r = 300; r < 600; ++r) {
            const double a = number(out, r, "c:a"), b = number(out, r, "c:b"), c = number(out, r, "c:c");
            QVERIFY(a >= 0.0 && b >= 0.0 && c >= 0.0);
            named += a > b && a > c ? 1 : 0;
        }
        QVERIFY2(named > 270, qPrintable(QString::number(named)));
        QVERIFY(std::abs(std::get<ForestModel>(*model).facts.heldOutAlarmRate - 0.1) < 0.005);
    }

    void sameInputsSameBytes_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::newRow("pca by regime") << QByteArray(kPca);
        QTest::newRow("isolation forest") << QByteArray(kForest);
    }
    void sameInputsSameBytes()
    {
        QFETCH(QByteArray, recipe);
        const std::string csv = plant(600, 1);
        const auto model = train(csv, recipe.constData());
        const std::string bytes = modelJson(*model);
        QVERIFY(modelJson(*train(csv, recipe.constData())) == bytes);
        const auto back = parseAnyModel(bytes);
        QVERIFY(back.ok());
        QVERIFY(*back == *model);
    }

    void anyBytesGiveAnAnswer()
    {
        const auto model = train(plant(300, 1), R"({"task":"detect","method":"isolation-forest","trees":3,"operating":["load"],"period":1})");
        const std::string good = modelJson(*model);
        const CsvTable table = CsvTable::parse(plant(20, 3), "in.csv").value();
        std::mt19937 random(7);
        for (int n = 0; n < 2'000; ++n) {
            std::string text = good;
            for (unsigned k = 0; k <= random() % 4; ++k)
                text[random() % text.size()] = n % 5 == 0 ? static_cast<char>(random()) : static_cast<char>('0' + random() % 10);
            const auto m = parseAnyModel(text);
            if (m.ok()) { // whatever is accepted can be walked
                (void)scoreTable(*m, table, true);
                QVERIFY(parseAnyModel(modelJson(*m)).ok());
            }
        }
    }

    void hostileForests_data()
    {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* pointer, const char* value) { QTest::newRow(pointer) << QByteArray(pointer) << QByteArray(value); };
        row("/trees", "[]");
        row("/trees/0/left/0", "0");
        row("/trees/0/left/0", "100000");
        row("/trees/0/input/0", "4");
        row("/trees/0/input/0", "-1");
        row("/trees/0/value", "[1]");
        row("/trees/0/value/0", "null");
        row("/sample", "1");
        row("/limit", "1");
        row("/operating_limit", "0");
        row("/usual", "[1,2]");
        row("/regimes/settings", "[]");
        row("/regimes/scale", "[]");
        row("/median", "0");
    }
    void hostileForests()
    {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        static const std::string good = modelJson(*train(plant(300, 1), R"({"task":"detect","method":"isolation-forest","trees":3,"operating":["load"],"period":1})"));
        auto document = nlohmann::json::parse(good);
        document[nlohmann::json::json_pointer(pointer.toStdString())] = nlohmann::json::parse(value.toStdString());
        const auto m = parseAnyModel(document.dump());
        QVERIFY(!m.ok());
        QCOMPARE(m.error().code, ErrorCode::ModelInvalid);
    }

    void regimesAreFound_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("found");
        QTest::newRow("one place") << 1 << 0.0 << 1;
        QTest::newRow("two places") << 2 << 0.0 << 2;
        QTest::newRow("six groups") << 6 << 0.02 << 6;
        QTest::newRow("six wide groups") << 6 << 0.15 << 6;
        QTest::newRow("no groups at all") << 1 << 1.0 << 1;
        QTest::newRow("groups that touch") << 4 << 1.0 << 1;
    }
    void regimesAreFound()
    {
        QFETCH(int, groups);
        QFETCH(double, width);
        QFETCH(int, found);
        std::mt19937 random(11);
        std::vector<double> settings, values;
        for (int r = 0; r < 1'200; ++r) {
            const auto g = static_cast<double>(r % groups);
            settings.push_back(1e6 * (g + width * (unit(random) - 0.5)));
            settings.push_back(g * g + 2.0 * width * (unit(random) - 0.5));
            values.push_back(g + unit(random));
        }
        const RegimeScaling s = findRegimes({"p", "q"}, settings, values, 0, 1);
        QCOMPARE(static_cast<int>(s.regimes()), found);
        for (std::size_t r = 0; r < settings.size(); r += 2) // what was seen is known
            QVERIFY(!s.outside(std::span(settings).subspan(r, 2)));
        QVERIFY(s.outside(std::array{-2e6, 0.0}) && s.outside(std::array{0.0, -40.0}));
    }
};

QTEST_APPLESS_MAIN(TestDetectionMethods)
#include "tst_detection_methods.moc"
