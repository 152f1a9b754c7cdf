// SPDX-License-Identifier: GPL-3.0-or-later
// gembactl train, score and check for every task, as scripts call them.
#include <QDir>
#include <QTest>

#include <cmath>

#include "tests/app/program.h"

using namespace gemba::test;

namespace {

/// One of three levels a day, a number and a class that follow two inputs, and lives of 40 rows.
QByteArray table(int rows, const char* broken = nullptr, int at = -1)
{
    QByteArray csv = "unit,time,level,a,b,number,class\n";
    for (int r = 0; r < rows; ++r) {
        if (r == at) {
            csv += QByteArray(broken) + "\n";
            continue;
        }
        const int a = r * 7919 % 101, b = r * 104729 % 89;
        csv += QStringLiteral("u%1,%2,%3,%4,%5,%6,%7\n").arg(r / 40).arg(r % 40 + 1).arg(r % 3).arg(a + r % 40).arg(b)
                   .arg(a * b).arg(a * b > 6000 ? QStringLiteral("bad") : QStringLiteral("good")).toUtf8();
    }
    return csv;
}

const QByteArray kBoost = R"("boost":{"trees":30,"depth":3,"eta":0.2},)";

} // namespace

class TestGembactlTrain : public QObject
{
    Q_OBJECT

    QString path(const char* name) const { return m_dir.filePath(QLatin1String(name)); }
    QString write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    QByteArray read(const char* name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList train(const QByteArray& recipe, const QByteArray& csv, const char* out = "m.gmodel") const
    {
        return {QStringLiteral("train"), QStringLiteral("--recipe"), write("recipe.json", recipe), QStringLiteral("--data"),
                write("train.csv", csv), QStringLiteral("--out"), path(out), QStringLiteral("--json")};
    }
    QStringList score(const QByteArray& csv, const char* model = "m.gmodel") const
    {
        return {QStringLiteral("score"), QStringLiteral("--model"), path(model), QStringLiteral("--in"), write("in.csv", csv),
                QStringLiteral("--out"), path("out.csv"), QStringLiteral("--explain"), QStringLiteral("--json")};
    }

private Q_SLOTS:
    void init()
    {
        for (const QString& name : QDir(m_dir.path()).entryList(QDir::Files))
            QFile::remove(m_dir.filePath(name));
    }

    void everyTask_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<QByteArray>("added"); // to the header
        QTest::addColumn<QString>("metric");
        QTest::newRow("detect by pca") << QByteArray(R"({"task":"detect","inputs":["a","b","number"],"operating":["level"]})")
                                       << QByteArray("score,low,high,withheld,t2,t2_limit,spe,spe_limit,alarm,c:a,c:b,c:number")
                                       << QStringLiteral("components");
        QTest::newRow("detect by forest") << QByteArray(R"({"task":"detect","method":"isolation-forest","inputs":["a","b"],"trees":20})")
                                          << QByteArray("score,low,high,withheld,isolation,isolation_limit,alarm,c:a,c:b")
                                          << QStringLiteral("isolation_limit");
        QTest::newRow("regress") << "{" + kBoost + R"("task":"regress","target":"number","inputs":["a","b"]})"
                                 << QByteArray("score,low,high,withheld,c:a,c:b") << QStringLiteral("rmse");
        QTest::newRow("rul") << "{" + kBoost + R"("task":"rul","id":"unit","time":"time","inputs":["a","b"],"cap":30})"
                             << QByteArray("score,low,high,withheld,c:a,c:b,c:time") << QStringLiteral("coverage");
        QTest::newRow("classify") << "{" + kBoost + R"("task":"classify","target":"class","inputs":["a","b"]})"
                                  << QByteArray("prediction,p:bad,p:good,withheld,c:a,c:b") << QStringLiteral("f1");
    }
    void everyTask()
    {
        QFETCH(QByteArray, recipe);
        QFETCH(QByteArray, added);
        QFETCH(QString, metric);
        const QByteArray csv = table(600);
        Program first(kProgram, train(recipe, csv));
        QCOMPARE(first.wait(), 0);
        const QJsonObject report = first.json();
        QCOMPARE(report.keys(), (QStringList{QStringLiteral("metrics"), QStringLiteral("model"), QStringLiteral("rows"),
                                             QStringLiteral("seconds"), QStringLiteral("sha256")}));
        QVERIFY(report[QStringLiteral("metrics")].toObject().contains(metric));
        QVERIFY(first.said().contains("\"seed\":1")); // the defaults that were filled in
        const QByteArray model = read("m.gmodel");
        Program again(kProgram, train(recipe, csv, "again.gmodel"));
        QCOMPARE(again.wait(), 0);
        QVERIFY(read("again.gmodel") == model);
        QCOMPARE(again.json()[QStringLiteral("sha256")], report[QStringLiteral("sha256")]);

        Program check(kProgram, {QStringLiteral("check"), path("m.gmodel"), QStringLiteral("--json")});
        QCOMPARE(check.wait(), 0);

        Program scored(kProgram, score(table(600, "u99,1,1,,5,6,good", 3)));
        QCOMPARE(scored.wait(), 0);
        const QList<QByteArray> lines = read("out.csv").split('\n');
        QCOMPARE(lines.size(), 602); // the header, every row, and nothing after the last line
        QVERIFY2(lines[0].endsWith("," + added), lines[0].constData());
        QVERIFY(lines[4].startsWith("u99,1,1,,5,6,good,"));
        QVERIFY(lines[4].contains("missing: a"));
        QVERIFY(!lines[5].contains("missing"));
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("named"); // file, row and column, as far as there are any
        const QByteArray rul = R"({"task":"rul","id":"unit","time":"time","inputs":["a","b"]})";
        const QByteArray regress = R"({"task":"regress","target":"number","inputs":["a","b"]})";
        const auto row = [](const char* name, const QByteArray& recipe, const QByteArray& csv, const char* named) {
            QTest::newRow(name) << recipe << csv << QByteArray(named);
        };
        row("a cell is empty", regress, table(50, "u0,4,1,,2,3,good", 3), "train.csv;5;a");
        row("NaN", regress, table(50, "u0,4,1,NaN,2,3,good", 3), "train.csv;5;a");
        row("infinite", regress, table(50, "u0,4,1,5,-inf,3,good", 3), "train.csv;5;b");
        row("a text", regress, table(50, "u0,4,1,5,high,3,good", 3), "train.csv;5;b");
        row("decimal comma", regress, table(50, "u0,4,1,5,\"2,5\",3,good", 3), "train.csv;5;b");
        row("the target is a text", regress, table(50, "u0,4,1,5,2,x,good", 3), "train.csv;5;number");
        row("time stands still", rul, table(50, "u0,3,1,5,2,3,good", 3), "train.csv;5;time");
        row("time runs back", rul, table(50, "u0,1,1,5,2,3,good", 3), "train.csv;5;time");
        row("a field too many", regress, table(50, "u0,4,1,5,2,3,good,1", 3), "train.csv;5");
        row("a column twice", regress, "a,b,a,number\n1,2,3,4\n", "train.csv;a");
        row("a column is missing", regress, "a,number\n1,2\n", "train.csv;b");
        row("nothing but a header", regress, "a,b,number\n", "train.csv");
        row("an empty file", regress, "", "train.csv");
        row("nothing varies", regress, "a,b,number\n" + QByteArray("1,2,3\n").repeated(40), "a, b");
        row("too few rows", regress, table(29), "29;30");
        row("no such task", R"({"task":"guess"})", table(50), "recipe.json;/task");
        row("key of another task", R"({"task":"detect","cap":125})", table(50), "recipe.json;/cap");
        row("a formula that is none", R"({"task":"regress","target":"number","inputs":["a"],"features":{"f":"a +"}})", table(50), "recipe.json");
        row("one class", R"({"task":"classify","target":"class","inputs":["a"]})", "a,class\n" + QByteArray("1,good\n2,good\n").repeated(20), "recipe.json;class");
    }
    void badInput()
    {
        QFETCH(QByteArray, recipe);
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, named);
        write("m.gmodel", "what was here before");
        Program p(kProgram, train(recipe, csv));
        QCOMPARE(p.wait(), 3);
        const QByteArray said = p.said();
        for (const QByteArray& part : named.split(';'))
            QVERIFY2(said.contains(part), said.constData());
        QCOMPARE(read("m.gmodel"), QByteArray("what was here before"));
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files).size(), 3); // recipe, data and that: no left-overs
    }

    void badScoring_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("model"); // what is put in place of the model; empty: the good one
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("another table") << QByteArray("unit,time,a\nu,1,2\n") << QByteArray() << QByteArray("in.csv;b");
        QTest::newRow("time runs back") << QByteArray("unit,time,a,b\nu,2,2,3\nu,1,2,3\n") << QByteArray() << QByteArray("in.csv;3;time");
        QTest::newRow("no time") << QByteArray("unit,time,a,b\nu,,2,3\n") << QByteArray() << QByteArray("in.csv;2;time");
        QTest::newRow("not a model") << table(3) << QByteArray("{}") << QByteArray("m.gmodel;/format");
        QTest::newRow("half a model") << table(3) << QByteArray("half") << QByteArray("m.gmodel");
        QTest::newRow("a tree that bites its tail") << table(3) << QByteArray("tail") << QByteArray("m.gmodel;/trees/trees");
    }
    void badScoring()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, named);
        Program trained(kProgram, train("{" + kBoost + R"("task":"rul","id":"unit","time":"time","inputs":["a","b"]})", table(200)));
        QCOMPARE(trained.wait(), 0);
        QByteArray bytes = read("m.gmodel");
        if (model == "half")
            write("m.gmodel", bytes.left(bytes.size() / 2));
        else if (model == "tail")
            write("m.gmodel", bytes.replace("\"left\":[1,", "\"left\":[0,"));
        else if (!model.isEmpty())
            write("m.gmodel", model);
        Program p(kProgram, score(csv));
        QCOMPARE(p.wait(), 3);
        const QByteArray said = p.said();
        for (const QByteArray& part : named.split(';'))
            QVERIFY2(said.contains(part), said.constData());
        QVERIFY(!QFile::exists(path("out.csv")));
    }

    void tellsHowLongItWillTake()
    {
        // Enough trees to take longer than the two seconds after which people want to know.
        const QByteArray recipe = R"({"task":"rul","id":"unit","time":"time","inputs":["a","b","number"],"boost":{"trees":2000,"depth":6}})";
        Program p(kProgram, train(recipe, table(4'000)));
        QTRY_VERIFY_WITH_TIMEOUT(p.said().contains(" s left"), Program::kPatienceMs);
    }

    void severalTablesAreOne()
    {
        const QByteArray recipe = "{" + kBoost + R"("task":"rul","id":"unit","time":"time","inputs":["a","b"]})";
        QStringList arguments = train(recipe, table(200));
        arguments << QStringLiteral("--data") << write("more.csv", table(120));
        Program p(kProgram, arguments);
        QCOMPARE(p.wait(), 0); // u0 begins anew in the second file: an id is the file's own
        QCOMPARE(p.json()[QStringLiteral("rows")].toInt(), 320);
    }

private:
    const QString kProgram = QStringLiteral(GEMBACTL_PROGRAM);
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestGembactlTrain)
#include "tst_gembactl_train.moc"
