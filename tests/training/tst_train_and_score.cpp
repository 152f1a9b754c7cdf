// SPDX-License-Identifier: GPL-3.0-or-later
// The commands as a shell would run them, on the recorded runs: protocol B of the benchmark.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "app/gembactl/command_line.h"
#include "app/gembactl/score_command.h"
#include "app/gembactl/train_command.h"
#include "tests/training/eastman_models.h"
#include "twin/training/byte_file.h"
#include "twin/training/csv_table.h"

using namespace gemba;
using namespace gemba::twin;

namespace {

QByteArray recipeB() // 33 variables, 9 components, 99 % limits (Yin et al. 2012)
{
    QByteArray names;
    for (int i = 1; i <= 33; ++i)
        names += QStringLiteral("%1\"%2_%3\"").arg(i > 1 ? QStringLiteral(",") : QString(), i <= 22 ? QStringLiteral("xmeas") : QStringLiteral("xmv"))
                     .arg(i <= 22 ? i : i - 22, 2, 10, QLatin1Char('0')).toLatin1();
    return "{\"task\":\"detect\",\"method\":\"pca\",\"components\":9,\"confidence\":0.99,\"period\":\"180s\",\"inputs\":[" + names + "]}";
}

} // namespace

class TestTrainAndScore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        write("recipe.json", recipeB());
        writeRun(QStringLiteral("d00"));
        QCOMPARE(train("recipe.json", "d00.csv", "b.gmodel"), kExitDone);
    }

    void protocolB_data()
    {
        QTest::addColumn<QString>("run");
        QTest::addColumn<double>("published");
        const auto row = [](const char* run, double rate) { QTest::newRow(run) << QString::fromLatin1(run) << rate; };
        row("d01_te", 99.88);
        row("d02_te", 98.75);
        row("d04_te", 100.0);
        row("d05_te", 33.63);
        row("d06_te", 100.0);
        row("d07_te", 100.0);
        row("d08_te", 98.0);
        row("d11_te", 78.88);
        row("d13_te", 95.38);
        row("d14_te", 100.0);
    }
    void protocolB()
    {
        QFETCH(QString, run);
        QFETCH(double, published);
        const double rate = alarmRate(run, 160);
        QVERIFY2(std::abs(rate - published) <= 1.0, qPrintable(QString::number(rate)));
    }

    void falseAlarmsOnTheNormalRun()
    {
        const double rate = alarmRate(QStringLiteral("d00_te"), 0);
        QVERIFY2(std::abs(rate - 5.62) < 0.5, qPrintable(QString::number(rate))); // recomputed; published 6.13
    }

    void sameInputsSameFile()
    {
        QCOMPARE(train("recipe.json", "d00.csv", "again.gmodel"), kExitDone);
        QVERIFY(read("again.gmodel") == read("b.gmodel"));
    }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* line, int code) {
            QTest::newRow(name) << QString::fromLatin1(line).split(u' ') << code;
        };
        row("help", "train --help", kExitDone);
        row("unknown option", "train --frobnicate", kExitUsage);
        row("nothing given", "train", kExitUsage);
        row("no data", "train --recipe @/recipe.json --out @/x", kExitUsage);
        row("stray word", "train x --recipe @/recipe.json --data @/d00.csv --out @/x", kExitUsage);
        row("no such recipe", "train --recipe @/none.json --data @/d00.csv --out @/x", kExitUnreadable);
        row("no such data", "train --recipe @/recipe.json --data @/none.csv --out @/x", kExitUnreadable);
        row("data is no table of these", "train --recipe @/recipe.json --data @/recipe.json --out @/x", kExitUnreadable);
        row("nowhere to write", "train --recipe @/recipe.json --data @/d00.csv --out @/none/x", kExitNo);
        row("score: nothing given", "score", kExitUsage);
        row("score: no such model", "score --model @/none --in @/d00.csv --out @/y", kExitUnreadable);
        row("score: not a model", "score --model @/recipe.json --in @/d00.csv --out @/y", kExitUnreadable);
        row("score: other table", "score --model @/b.gmodel --in @/recipe.json --out @/y", kExitUnreadable);
    }
    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        arguments.replaceInStrings(QStringLiteral("@"), m_folder.path());
        const bool isTrain = arguments.first() == QLatin1String("train");
        QTEST(isTrain ? runTrain(arguments) : runScore(arguments), "code");
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("x"))));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("y"))));
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const char* name, const QByteArray& bytes)
    {
        QVERIFY(writeBytes(path(QLatin1String(name)).toStdString(), bytes.toStdString()).ok());
    }
    std::string read(const char* name) const
    {
        return readBytes(path(QLatin1String(name)).toStdString(), kMaxCsvBytes).value();
    }
    void writeRun(const QString& id)
    {
        const auto run = plant::loadRun(test::eastmanFolder(GEMBA_SOURCE_DIR) + "/runs/" + id.toStdString() + ".run");
        QVERIFY(run.ok());
        write(qPrintable(id + QStringLiteral(".csv")), QByteArray::fromStdString(test::csvOf(*run)));
    }
    int train(const char* recipe, const char* data, const char* out) const
    {
        return runTrain({QStringLiteral("train"), QStringLiteral("--recipe"), path(QLatin1String(recipe)), QStringLiteral("--data"),
                         path(QLatin1String(data)), QStringLiteral("--out"), path(QLatin1String(out)), QStringLiteral("--json")});
    }
    double alarmRate(const QString& run, std::size_t from)
    {
        writeRun(run);
        const int code = runScore({QStringLiteral("score"), QStringLiteral("--model"), path(QStringLiteral("b.gmodel")), QStringLiteral("--in"),
                                   path(run + QStringLiteral(".csv")), QStringLiteral("--out"), path(QStringLiteral("scores.csv"))});
        if (code != kExitDone)
            return -1.0;
        const auto table = CsvTable::parse(read("scores.csv"), "scores.csv");
        const std::size_t column = *table->column("alarm");
        double alarms = 0.0;
        for (std::size_t r = from; r < table->rows(); ++r)
            alarms += table->cell(r, column) == "1" ? 1.0 : 0.0;
        return 100.0 * alarms / static_cast<double>(table->rows() - from);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTrainAndScore)
#include "tst_train_and_score.moc"
