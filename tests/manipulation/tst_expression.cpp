// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "twin/manipulation/expression.h"

using namespace gemba::twin;

namespace {

/// Tags a, b, min and pump-1.flow; their ids are 0, 1, 2 and 3.
TagId resolve(std::string_view id)
{
    const std::vector<std::string_view> known{"a", "b", "min", "pump-1.flow"};
    for (std::uint32_t i = 0; i < known.size(); ++i) {
        if (known[i] == id)
            return TagId{i};
    }
    return kNoTag;
}

} // namespace

class TestExpression : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void calculates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<double>("result");
        using V = QList<double>;
        QTest::newRow("number") << "2.5e1" << V{} << 25.0;
        QTest::newRow("order") << "1 + 2 * 3 ^ 2" << V{} << 19.0;
        QTest::newRow("tags") << "a / b + a" << V{6, 3} << 8.0;
        QTest::newRow("order of first appearance") << "b - a" << V{6, 3} << 3.0;
        QTest::newRow("bracketed id") << "[pump-1.flow] * 2" << V{4} << 8.0;
        QTest::newRow("tag named like a function") << "min + min(a, 1)" << V{10, 5} << 11.0;
        QTest::newRow("condition") << "a >= 2 && a != 3 ? 10 : 20" << V{2} << 10.0;
        QTest::newRow("compared") << "a == 2" << V{2} << 1.0;
        QTest::newRow("constant") << "rint(_pi)" << V{} << 3.0;
    }
    void calculates()
    {
        QFETCH(QString, text);
        QFETCH(QList<double>, values);
        QFETCH(double, result);
        auto e = Expression::compile(text.toStdString(), resolve);
        QVERIFY(e.ok());
        QCOMPARE(e->inputs().size(), static_cast<std::size_t>(values.size()));
        QCOMPARE(e->evaluate({values.data(), static_cast<std::size_t>(values.size())}), result);
    }

    void whatIsNoNumberIsNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"1/0", "sqrt(-1)", "ln(0-1)", "9^9^9^9", "a"})
            QTest::newRow(text) << text;
    }
    void whatIsNoNumberIsNone()
    {
        QFETCH(QString, text);
        auto e = Expression::compile(text.toStdString(), resolve);
        QVERIFY(e.ok());
        const double nothing = std::nan("");
        QVERIFY(std::isnan(e->evaluate({&nothing, 1})));
    }

    void errorsSayWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("place"); // from 1
        QTest::newRow("empty") << "" << 1;
        QTest::newRow("blank") << "   " << 1;
        QTest::newRow("unknown tag") << "a + nosuch" << 5;
        QTest::newRow("unknown function") << "a + nosuch(1)" << 5;
        QTest::newRow("ends early") << "a +" << 4;
        QTest::newRow("two values") << "a b" << 3;
        QTest::newRow("assignment") << "a = 3" << 3;
        QTest::newRow("two results") << "a, b" << 2;
        QTest::newRow("decimal comma") << "2,5" << 2;
        QTest::newRow("text") << "a + \"x\"" << 5;
        QTest::newRow("not closed") << "(a" << 3;
        QTest::newRow("not opened") << "a)" << 2;
        QTest::newRow("bracket") << "a + [b" << 5;
        QTest::newRow("other script") << "a + \u03c0" << 5;
        QTest::newRow("command") << "a; b" << 2;
        QTest::newRow("too long") << QString(2001, QLatin1Char('1')) << 2001;
        QTest::newRow("deep") << QString(51, QLatin1Char('(')) << 51;
        QTest::newRow("newline") << "a\n+b" << 2;
        QTest::newRow("colon") << "a : b" << 4; // the library looks one further
    }
    void errorsSayWhere()
    {
        QFETCH(QString, text);
        QFETCH(int, place);
        const auto e = Expression::compile(text.toStdString(), resolve);
        QVERIFY(!e.ok());
        QCOMPARE(e.error().code, ErrorCode::ExpressionInvalid);
        QCOMPARE(std::get<std::int64_t>(e.error().args.at(0)), std::int64_t{place});
        QVERIFY(!std::get<std::string>(e.error().args.at(1)).empty());
    }

    void hostileTextsEndInAWord()
    {
        // Every mixture of pieces either compiles or says why not; nothing else happens.
        const std::vector<std::string> pieces{"a", "(", ")", "-", "?", ":", ",", "1e", ".", "&&", "==", "<",
                                              "sin", "[b]", "!", "^", "1.2.3", " ", "sum(", "_e", "\xff"};
        std::uint32_t state = 12345;
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (int i = 0; i < round % 40; ++i) {
                state = state * 1664525u + 1013904223u;
                text += pieces[(state >> 16) % pieces.size()];
            }
            auto e = Expression::compile(text, resolve);
            if (e) {
                const double values[Expression::kMostInputs] = {1, 2};
                (void)e->evaluate(values);
            } else {
                QCOMPARE(e.error().code, ErrorCode::ExpressionInvalid);
                const auto place = std::get<std::int64_t>(e.error().args.at(0));
                QVERIFY(place >= 1 && place <= static_cast<std::int64_t>(text.size()) + 1);
                ++refused;
            }
        }
        QVERIFY(refused > 1000);
    }

    void manyTagsAreRefused()
    {
        std::string text = "x0";
        for (int i = 1; i <= 16; ++i)
            text += "+x" + std::to_string(i);
        const auto e = Expression::compile(text, [](std::string_view id) {
            return TagId{static_cast<std::uint32_t>(std::stoul(std::string(id.substr(1))))};
        });
        QVERIFY(!e.ok());
    }
};

QTEST_APPLESS_MAIN(TestExpression)
#include "tst_expression.moc"
