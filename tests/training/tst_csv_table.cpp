// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <random>

#include "twin/training/csv_table.h"

using namespace gemba::twin;

namespace {

/// "a|b / 1|2" for a header a, b and one row 1, 2.
QString shown(const CsvTable& t)
{
    QStringList lines;
    QStringList names;
    for (const std::string& name : t.header())
        names << QString::fromStdString(name);
    lines << names.join(u'|');
    for (std::size_t r = 0; r < t.rows(); ++r) {
        QStringList cells;
        for (std::size_t c = 0; c < t.header().size(); ++c) {
            const std::string_view cell = t.cell(r, c);
            cells << QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
        }
        lines << cells.join(u'|');
    }
    return lines.join(QStringLiteral(" / "));
}

} // namespace

class TestCsvTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("table");
        const auto row = [](const char* name, QByteArray text, const char* table) {
            QTest::newRow(name) << text << QString::fromUtf8(table);
        };
        row("plain", "a,b\n1,2\n", "a|b / 1|2");
        row("no final line end", "a,b\n1,2", "a|b / 1|2");
        row("CR LF", "a,b\r\n1,2\r\n3,4\r\n", "a|b / 1|2 / 3|4");
        row("byte order mark", "\xef\xbb\xbf" "a,b\n1,2\n", "a|b / 1|2");
        row("semicolon", "a;b\n1;2\n", "a|b / 1|2");
        row("tab", "a\tb\n1\t2\n", "a|b / 1|2");
        row("commas inside semicolons", "a;b,c;d\n1;2,5;3\n", "a|b,c|d / 1|2,5|3");
        row("quoted separator in the header", "\"a,x,y\";b\n1;2\n", "a,x,y|b / 1|2");
        row("quotes", "a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", "a|b / x, y|say \"hi\"");
        row("line end in quotes", "a,b\n\"1\n2\",3\n", "a|b / 1\n2|3");
        row("empty cells", "a,b,c\n,,\n", "a|b|c / ||");
        row("quoted empty cell", "a,b\n\"\",1\n", "a|b / |1");
        row("blank lines are skipped", "a,b\n\n1,2\n\n\n", "a|b / 1|2");
        row("one column: blank line is a row", "a\n1\n\n2\n\n\n", "a / 1 /  / 2");
        row("header only", "a,b\n", "a|b");
        row("umlauts", "Größe,b\n1,ä\n", "Größe|b / 1|ä");
        row("unnamed first column", ",b\n0,1\n", "|b / 0|1");
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        const auto t = CsvTable::parse(text.toStdString(), "x.csv");
        QVERIFY(t.ok());
        QTEST(shown(*t), "table");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qlonglong>("row");
        QTest::newRow("empty") << QByteArray() << 1LL;
        QTest::newRow("only a byte order mark") << QByteArray("\xef\xbb\xbf") << 1LL;
        QTest::newRow("too few fields") << QByteArray("a,b\n1,2\n3\n") << 3LL;
        QTest::newRow("too many fields") << QByteArray("a,b\n1,2,3\n") << 2LL;
        QTest::newRow("row after a quoted line end") << QByteArray("a,b\n\"1\n\n2\",3\n4\n") << 5LL;
        QTest::newRow("name twice") << QByteArray("a,a\n1,2\n") << 1LL;
        QTest::newRow("open quote") << QByteArray("a,b\n1,\"2\n") << 2LL;
        QTest::newRow("text after a quote") << QByteArray("a,b\n\"1\"x,2\n") << 2LL;
        QTest::newRow("UTF-16") << QByteArray("a\0,\0b\0\n\0", 8) << 1LL;
        QTest::newRow("Latin-1") << QByteArray("Gr\xf6\xdf" "e,b\n1,2\n") << 1LL;
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(qlonglong, row);
        const auto t = CsvTable::parse(text.toStdString(), "x.csv");
        QVERIFY(!t.ok());
        QVERIFY(t.error().code == ErrorCode::CsvSyntax);
        QCOMPARE(static_cast<qlonglong>(t.error().place.row), row);
        QCOMPARE(t.error().place.file, std::string("x.csv"));
    }

    void numbers_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("fine");
        QTest::addColumn<double>("value");
        const auto good = [](const char* t, double v) { QTest::newRow(t) << std::string(t) << true << v; };
        const auto bad = [](const char* t) { QTest::newRow(t) << std::string(t) << false << 0.0; };
        good("1.5", 1.5);
        good("-2", -2.0);
        good("+3e2", 300.0);
        good(" 4 ", 4.0);
        good(".5", 0.5);
        for (const char* t : {"", " ", "1,5", "nan", "NaN", "inf", "-Infinity", "1e999", "0x10", "1 2", "+-1", "+", "1.5.2", "12a"})
            bad(t);
    }
    void numbers()
    {
        QFETCH(std::string, text);
        const auto v = parseNumber(text);
        QTEST(v.has_value(), "fine");
        QTEST(v.value_or(0.0), "value");
    }

    void writtenCellsReadBack()
    {
        std::string out;
        CsvWriter w(out, ';');
        for (const char* name : {"a;b", "c\"d", "e\nf", "plain"})
            w.text(name);
        w.end();
        w.number(0.1);
        w.number(1.0 / 3.0);
        w.integer(-7);
        w.empty();
        w.end();
        QCOMPARE(QByteArray::fromStdString(out), QByteArray("\"a;b\";\"c\"\"d\";\"e\nf\";plain\n0.1;0.3333333333333333;-7;\n"));
        const auto t = CsvTable::parse(out, {});
        QVERIFY(t.ok());
        QCOMPARE(t->header()[2], std::string("e\nf"));
        QCOMPARE(*parseNumber(t->cell(0, 1)), 1.0 / 3.0);
    }

    void anyBytesGiveAnAnswer()
    {
        constexpr std::string_view kAlphabet = "a1,;\t\"\r\n.x";
        std::mt19937 random(2);
        for (int n = 0; n < 20'000; ++n) {
            std::string text(random() % 30, ' ');
            for (char& c : text)
                c = kAlphabet[random() % kAlphabet.size()];
            const auto t = CsvTable::parse(text, {});
            for (std::size_t r = 0; t && r < t->rows(); ++r) {
                for (std::size_t c = 0; c < t->header().size(); ++c)
                    QVERIFY(t->cell(r, c).size() <= text.size());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestCsvTable)
#include "tst_csv_table.moc"
