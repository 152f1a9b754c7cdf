// SPDX-License-Identifier: GPL-3.0-or-later
// gembactl envelope and onset as scripts call them: options, exit codes, JSON, and files that are none.
#include <cmath>

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include "tests/app/program.h"
#include "tests/manipulation/made_up_signal.h"

using namespace gemba::test;

namespace {

constexpr double kRate = 12000.0, kRpm = 1800.0;
const QString kBearings = QStringLiteral(GEMBA_SOURCE_DIR "/resources/vibration/bearings/");

QByteArray floats(const std::vector<float>& values)
{
    return {reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(float))};
}

std::vector<float> damaged(double order)
{
    return MadeUpSignal(24000, kRate, 5).noise(0.2).impacts(1.0, order * kRpm / 60.0, 3000.0, 0.01).values();
}

QByteArray csv(const std::vector<float>& values, const char* header, double timeStep = 0.0)
{
    QByteArray out(header);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (timeStep > 0.0)
            out += QByteArray::number(static_cast<double>(i) * timeStep, 'g', 12) + ',';
        out += QByteArray::number(static_cast<double>(values[i]), 'g', 9) + '\n';
    }
    return out;
}

} // namespace

class TestGembactlEnvelope : public QObject
{
    Q_OBJECT

    QString write(const char* name, const QByteArray& bytes)
    {
        const QString path = m_dir.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
    static QStringList envelope(const QString& in, const QStringList& more = {}, double rate = kRate)
    {
        return QStringList{QStringLiteral("envelope"), QStringLiteral("--rate"), QString::number(rate), QStringLiteral("--rpm"),
                           QString::number(kRpm), QStringLiteral("--bearing"), kBearings + QStringLiteral("6205-2RS.json"),
                           QStringLiteral("--in"), in} + more;
    }
    static const QString& json()
    {
        static const QString word = QStringLiteral("--json");
        return word;
    }

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<double>("order");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("inner race") << 5.4152 << QStringLiteral("inner race");
        QTest::newRow("outer race") << 3.5848 << QStringLiteral("outer race");
        QTest::newRow("ball") << 4.7135 << QStringLiteral("ball");
        QTest::newRow("none") << 6.3 << QStringLiteral("none");
    }
    void verdicts()
    {
        QFETCH(double, order);
        QFETCH(QString, verdict);
        const auto signal = damaged(order);
        QJsonObject first;
        for (const QString& file : {write("s.f32", floats(signal)), write("s.csv", csv(signal, "accel\n")),
                                    write("t.csv", csv(signal, "when,g\n", 1.0 / kRate)),
                                    write("ms.csv", csv(signal, "when,g\n", 1e3 / kRate)), write("bare.csv", csv(signal, ""))}) {
            Program ctl(QStringLiteral(GEMBACTL_PROGRAM), envelope(file, {json()}));
            QCOMPARE(ctl.wait(), 0);
            const QJsonObject found = ctl.json();
            QCOMPARE(found.value(u"verdict").toString(), verdict);
            QCOMPARE(found.value(u"speed_hz").toDouble(), 30.0);
            const QStringList lines = found.value(u"lines_db").toObject().keys();
            QCOMPARE(lines, (QStringList{QStringLiteral("2xBSF"), QStringLiteral("BPFI"), QStringLiteral("BPFO"), QStringLiteral("FTF")}));
            if (first.isEmpty())
                first = found;
            QCOMPARE(found, first); // the same signal, however it is written
        }
    }

    void textAndSpectrum()
    {
        const QString out = m_dir.filePath(QStringLiteral("spectrum.csv"));
        for (const char* method : {"auto", "prewhitening", "kurtogram"}) {
            Program ctl(QStringLiteral(GEMBACTL_PROGRAM),
                        envelope(write("s.f32", floats(damaged(3.5848))), {QStringLiteral("--spectrum"), out, QStringLiteral("--method"), QLatin1String(method)}));
            QCOMPARE(ctl.wait(), 0);
            QVERIFY2(ctl.printed().contains("outer race"), ctl.printed());
            QFile file(out);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArrayList lines = file.readAll().split('\n');
            QCOMPARE(lines.first(), QByteArray("frequency_hz,order,amplitude,line"));
            QByteArrayList marked;
            for (const QByteArray& line : lines)
                if (line.contains("BPFO"))
                    marked << line;
            QCOMPARE(marked.size(), 3);
            QVERIFY2(marked.first().startsWith("107.5,") && marked.first().endsWith(",1xBPFO"), marked.first());
        }
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("word");
        const QString file = write("s.f32", floats(damaged(3.5848)));
        QTest::newRow("nothing") << QStringList{QStringLiteral("envelope")} << QByteArray("--rate");
        QTest::newRow("no rate") << envelope(file, {}, 0.0) << QByteArray("--rate");
        QTest::newRow("negative rate") << envelope(file, {}, -5.0) << QByteArray("--rate");
        QTest::newRow("endless rate") << envelope(file, {}, INFINITY) << QByteArray("--rate");
        QTest::newRow("no such method") << envelope(file, {QStringLiteral("--method"), QStringLiteral("guess")}) << QByteArray("kurtogram");
    }
    void wrongUse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, word);
        Program ctl(QStringLiteral(GEMBACTL_PROGRAM), arguments);
        QCOMPARE(ctl.wait(), 2);
        QVERIFY2(ctl.said().contains(word), ctl.said());
        QCOMPARE(ctl.printed(), QByteArray());
    }

    void filesThatAreNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("words"); ///< all of them, by "|"
        const auto signal = damaged(3.5848);
        QByteArray nan = floats(signal);
        const float none = NAN;
        std::memcpy(nan.data() + 4 * 100, &none, 4);
        QByteArray word = csv(signal, "accel\n"), gap = word, two = csv(signal, "t,g\n", 1.0 / 6000.0), ragged = csv(signal, "t,g\n", 1.0 / kRate);
        word.insert(word.indexOf('\n', 40) + 1, "broken\n");
        gap.insert(gap.indexOf('\n', 40) + 1, "nan\n");
        ragged.insert(ragged.indexOf('\n', 60) + 1, "1,2,3\n");
        QTest::newRow("nothing there") << QStringLiteral("absent/x.f32") << QByteArray() << QByteArray("absent/x.f32");
        QTest::newRow("empty floats") << QStringLiteral("x.f32") << QByteArray() << QByteArray("x.f32|at least one value");
        QTest::newRow("empty CSV") << QStringLiteral("x.csv") << QByteArray() << QByteArray("x.csv|at least one value");
        QTest::newRow("a header alone") << QStringLiteral("x.csv") << QByteArray("accel\n") << QByteArray("x.csv|at least one value");
        QTest::newRow("odd bytes") << QStringLiteral("x.f32") << floats(signal).chopped(1) << QByteArray("x.f32|95999 bytes");
        QTest::newRow("too short") << QStringLiteral("x.f32") << floats(signal).left(4 * 3999) << QByteArray("x.f32|at least 4000 values|3999");
        QTest::newRow("one value") << QStringLiteral("x.f32") << floats(signal).left(4) << QByteArray("x.f32|at least 4000 values");
        QTest::newRow("NaN among floats") << QStringLiteral("x.f32") << nan << QByteArray("x.f32|row 101|finite");
        QTest::newRow("a word among numbers") << QStringLiteral("x.csv") << word << QByteArray("x.csv|row 5|accel|broken");
        QTest::newRow("NaN among numbers") << QStringLiteral("x.csv") << gap << QByteArray("x.csv|row 5|accel|nan");
        QTest::newRow("a row too long") << QStringLiteral("x.csv") << ragged << QByteArray("x.csv|row|3");
        QTest::newRow("times of another rate") << QStringLiteral("x.csv") << two << QByteArray("x.csv|column t|--rate|0.000166667");
        QTest::newRow("two signals") << QStringLiteral("x.csv") << QByteArray("a,b\n1,5\n2,3\n1,9\n") << QByteArray("x.csv|--column");
        QTest::newRow("a number beyond floats") << QStringLiteral("x.csv") << QByteArray("a\n1e39\n") << QByteArray("x.csv|row 2|column a");
        QTest::newRow("nothing happens") << QStringLiteral("x.f32") << floats(std::vector<float>(8000, 2.0F)) << QByteArray("x.f32|change");
        QTest::newRow("binary as CSV") << QStringLiteral("x.csv") << floats(signal) << QByteArray("x.csv");
    }
    void filesThatAreNone()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, words);
        const QString path = m_dir.filePath(name);
        if (!name.contains(u'/'))
            write(name.toLatin1().constData(), bytes);
        Program ctl(QStringLiteral(GEMBACTL_PROGRAM), envelope(path, {json()}));
        QCOMPARE(ctl.wait(), 3);
        QCOMPARE(ctl.printed(), QByteArray());
        for (const QByteArray& w : words.split('|'))
            QVERIFY2(ctl.said().contains(w), ctl.said());
    }

    void machineIsJudgedToo()
    {
        const QString zones = QStringLiteral(GEMBA_SOURCE_DIR "/resources/vibration/zones.json");
        const QString file = write("s.f32", floats(damaged(3.5848)));
        const QStringList machine{QStringLiteral("--machine"), QStringLiteral("iso10816-7-category2-small"), QStringLiteral("--zones"), zones};
        Program plain(QStringLiteral(GEMBACTL_PROGRAM), envelope(file, machine + QStringList{json()}));
        QCOMPARE(plain.wait(), 0);
        const QJsonObject found = plain.json().value(u"machine").toObject();
        QCOMPARE(found.value(u"zone").toString(), QStringLiteral("A"));
        QCOMPARE(found.value(u"deductions").toArray().at(0).toObject().value(u"sign").toString(), QStringLiteral("bearing line"));
        double sum = found.value(u"score").toDouble();
        for (const QJsonValue& d : found.value(u"deductions").toArray())
            sum += d.toObject().value(u"points").toDouble();
        QVERIFY(std::abs(sum - 100.0) < 1e-9);
        Program inG(QStringLiteral(GEMBACTL_PROGRAM), envelope(file, machine + QStringList{QStringLiteral("--unit"), QStringLiteral("g"), json()}));
        QCOMPARE(inG.wait(), 0);
        const double ratio = inG.json().value(u"machine").toObject().value(u"velocity_mm_s").toDouble() / found.value(u"velocity_mm_s").toDouble();
        QVERIFY(std::abs(ratio - 9.80665) < 1e-3);
        for (const QStringList& wrong : {QStringList{QStringLiteral("--machine"), QStringLiteral("iso10816-7-category2-small")},
                                         {QStringLiteral("--machine"), QStringLiteral("mill"), QStringLiteral("--zones"), zones}}) {
            Program ctl(QStringLiteral(GEMBACTL_PROGRAM), envelope(file, wrong));
            QCOMPARE(ctl.wait(), 2);
        }
        Program check(QStringLiteral(GEMBACTL_PROGRAM), {QStringLiteral("check"), zones});
        QCOMPARE(check.wait(), 0);
    }

    void theRateMustReachTheLines()
    {
        Program ctl(QStringLiteral(GEMBACTL_PROGRAM), envelope(write("s.f32", floats(damaged(3.5848))), {}, 900.0));
        QCOMPARE(ctl.wait(), 3);
        QVERIFY2(ctl.said().contains("900 Hz") && ctl.said().contains("994"), ctl.said());
    }

    void bearingsThatAreNone()
    {
        const QString file = write("s.f32", floats(damaged(3.5848)));
        const QString bearing = write("bad.json", R"({"BPFI": 5.4, "BPFO": 3.5, "2xBSF": 0, "FTF": 0.4})");
        QStringList arguments = envelope(file);
        arguments[arguments.indexOf(QStringLiteral("--bearing")) + 1] = bearing;
        Program ctl(QStringLiteral(GEMBACTL_PROGRAM), arguments);
        QCOMPARE(ctl.wait(), 3);
        QVERIFY2(ctl.said().contains("bad.json") && ctl.said().contains("/2xBSF"), ctl.said());
        Program check(QStringLiteral(GEMBACTL_PROGRAM), {QStringLiteral("check"), json(), bearing});
        QCOMPARE(check.wait(), 1);
        QCOMPARE(check.json().value(u"problems").toArray().size(), 1);
        Program good(QStringLiteral(GEMBACTL_PROGRAM), {QStringLiteral("check"), json(), kBearings + QStringLiteral("6203-2RS.json")});
        QCOMPARE(good.wait(), 0);
    }

    void onset_data()
    {
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<bool>("floats");
        QTest::newRow("floats") << QStringList() << true;
        QTest::newRow("a column by number") << QStringList{QStringLiteral("2")} << false;
        QTest::newRow("two together") << QStringList{QStringLiteral("2"), QStringLiteral("3")} << false;
    }
    void onset() // records 10, 20, ... 600, written in another order; the last ten are twice as loud
    {
        QFETCH(QStringList, columns);
        QFETCH(bool, floats);
        QTemporaryDir life;
        for (int i = 60; i >= 1; --i) {
            const auto x = MadeUpSignal(256, 256.0, static_cast<std::uint32_t>(i)).noise(i > 50 ? 2.0 : 1.0).values();
            QByteArray bytes;
            if (floats)
                bytes = ::floats(x);
            for (const float v : x)
                if (!floats)
                    bytes += "7;" + QByteArray::number(static_cast<double>(v)) + ';' + QByteArray::number(2.0 * static_cast<double>(v)) + '\n';
            QFile file(life.filePath(QStringLiteral("bearing2_%1.%2").arg(i * 10).arg(QLatin1String(floats ? "f32" : "csv"))));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        }
        const QString out = m_dir.filePath(QStringLiteral("life.csv"));
        QStringList arguments{QStringLiteral("onset"), QStringLiteral("--in"), life.path(), QStringLiteral("--out"), out, json()};
        for (const QString& column : columns)
            arguments << QStringLiteral("--column") << column;
        Program ctl(QStringLiteral(GEMBACTL_PROGRAM), arguments);
        QCOMPARE(ctl.wait(), 0);
        const QJsonObject found = ctl.json();
        QCOMPARE(found.value(u"records").toInt(), 60);
        QVERIFY2(std::abs(found.value(u"onset").toInt() - 530) <= 20, ctl.printed());
        QVERIFY(std::abs(found.value(u"life_fraction").toDouble() - 530.0 / 600.0) < 0.04);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 62);
        QVERIFY(lines.at(1).startsWith("10,"));
    }

    void livesThatAreNone()
    {
        QTemporaryDir life;
        const auto put = [&](const QString& name, const QByteArray& bytes) {
            QFile file(life.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        };
        const QStringList arguments{QStringLiteral("onset"), QStringLiteral("--in"), life.path(), json()};
        const auto refused = [&](const QByteArray& word) {
            Program ctl(QStringLiteral(GEMBACTL_PROGRAM), arguments);
            QCOMPARE(ctl.wait(), 3);
            QVERIFY2(ctl.said().contains(word), ctl.said());
            QCOMPARE(ctl.printed(), QByteArray());
        };
        refused("0 rows are too few");
        for (int i = 0; i < 40; ++i)
            put(QStringLiteral("r%1.csv").arg(i), "1\n2\n3\n");
        put(QStringLiteral("r7.csv"), "1\nx\n");
        refused("r7.csv, row 2");
        put(QStringLiteral("r7.csv"), "1\n2\n");
        put(QStringLiteral("again7.csv"), "1\n2\n");
        refused("one record of each number");
        Program absent(QStringLiteral(GEMBACTL_PROGRAM), {QStringLiteral("onset"), QStringLiteral("--in"), life.filePath(QStringLiteral("absent"))});
        QCOMPARE(absent.wait(), 3);
        QVERIFY2(absent.said().contains("absent: The file cannot be read"), absent.said());
    }

    /// FEMTO-ST, run to failure; local: no licence is stated.
    void recordedLives()
    {
        if (!qEnvironmentVariableIsSet("GEMBA_FEMTO"))
            QSKIP("GEMBA_FEMTO names no folder with Bearing1_2 and Bearing2_1: the recorded lives are not looked at");
        const QDir folder(qEnvironmentVariable("GEMBA_FEMTO"));
        for (const auto& [name, fraction] : {std::pair{"Bearing1_2", 0.95}, {"Bearing2_1", 0.98}}) {
            for (const QStringList& columns : {QStringList{QStringLiteral("5")}, {QStringLiteral("6")}, {QStringLiteral("5"), QStringLiteral("6")}}) {
                QStringList arguments{QStringLiteral("onset"), QStringLiteral("--in"), folder.filePath(QLatin1String(name)), json()};
                for (const QString& column : columns)
                    arguments << QStringLiteral("--column") << column;
                Program ctl(QStringLiteral(GEMBACTL_PROGRAM), arguments);
                QCOMPARE(ctl.wait(), 0);
                QVERIFY2(std::abs(ctl.json().value(u"life_fraction").toDouble() - fraction) <= 0.05, ctl.printed());
            }
        }
    }

    /// Recorded at Case Western Reserve University; local: no licence is stated.
    void recordedBearings()
    {
        const QDir folder(qEnvironmentVariable("GEMBA_CWRU"));
        QFile index(folder.filePath(QStringLiteral("index.json")));
        if (!qEnvironmentVariableIsSet("GEMBA_CWRU") || !index.open(QIODevice::ReadOnly))
            QSKIP("GEMBA_CWRU names no folder with index.json: the recorded bearings are not looked at");
        const QJsonArray records = QJsonDocument::fromJson(index.readAll()).array();
        QVERIFY(!records.isEmpty());
        for (const QJsonValue& v : records) {
            const QJsonObject r = v.toObject();
            const QString fault = r.value(u"fault").toString(), file = r.value(u"file").toString();
            if (fault == QLatin1String("B") || file.contains(QLatin1String("OR@6_14_DE")))
                continue; // not to be seen in an envelope (Smith & Randall 2015)
            QStringList arguments = envelope(folder.filePath(file), {json()}, r.value(u"fs").toDouble());
            arguments[arguments.indexOf(QStringLiteral("--rpm")) + 1] = QString::number(r.value(u"rpm").toDouble());
            arguments[arguments.indexOf(QStringLiteral("--bearing")) + 1] = kBearings + r.value(u"bearing").toString() + QStringLiteral(".json");
            Program ctl(QStringLiteral(GEMBACTL_PROGRAM), arguments);
            QCOMPARE(ctl.wait(), 0);
            const QString wanted = fault == QLatin1String("IR") ? QStringLiteral("inner race")
                                   : fault == QLatin1String("none") ? fault : QStringLiteral("outer race");
            QVERIFY2(ctl.json().value(u"verdict").toString() == wanted, qPrintable(file + QString::fromUtf8(ctl.printed())));
        }
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestGembactlEnvelope)
#include "tst_gembactl_envelope.moc"
