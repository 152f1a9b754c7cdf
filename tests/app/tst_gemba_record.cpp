// SPDX-License-Identifier: GPL-3.0-or-later
// What the console records while its window is open replays to the bit, however the window looks and
// however the console ends.
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program.h"
#include "tests/runtime/live_plant.h"
#include "twin/store/session_reader.h"

using namespace gemba::twin;
using namespace gemba::test;

namespace {

/// Records of a file that another process is writing, committed so far.
std::uint64_t recorded(const QString& file)
{
    if (!QFile::exists(file))
        return 0;
    const auto reader = SessionReader::open(file.toStdString(), SessionReader::OpenMode::OwnRing);
    const auto last = reader ? (*reader)->lastSeq() : Result<std::uint64_t>(reader.error());
    return last ? *last : 0;
}

} // namespace

class TestGembaRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid() && m_broker.start()); }

    void endsInOrder_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QStringList>("look");
        QTest::newRow("SIGTERM, light, English") << SIGTERM << look("light", "en");
        QTest::newRow("SIGINT, dark, German") << SIGINT << look("dark", "de");
    }
    void endsInOrder()
    {
        QFETCH(int, signal);
        QFETCH(QStringList, look);
        const QString file = m_dir.filePath(QStringLiteral("ring%1.gmb").arg(signal));
        Program gemba(QStringLiteral(GEMBA_PROGRAM), arguments(file) + look);
        PlantProcess plant(m_broker, "--run 6 --from-row 150 --speed 30 --loop --wait-for-host");
        QTRY_VERIFY_WITH_TIMEOUT(recorded(file) > 300 || !gemba.running(), kPatience);
        gemba.send(signal);
        QCOMPARE(gemba.wait(), 0);
        QVERIFY(!QFile::exists(file + QStringLiteral("-wal"))); // one file, to be passed on
        const auto reader = SessionReader::open(file.toStdString(), SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        QVERIFY((*reader)->info().complete);
        QVERIFY((*reader)->info().packets > 200);
        const QString digest = QString::fromStdString((*reader)->info().digest);
        for (const char* way : {"--speed=max", "--no-keyframes", "--speed=60"}) {
            Program ctl(QStringLiteral(GEMBACTL_PROGRAM),
                        {QStringLiteral("replay"), QStringLiteral("--digest"), QLatin1String(way), file});
            QVERIFY2(ctl.wait() == 0, ctl.said());
            QVERIFY2(ctl.said().contains("Exact match"), ctl.said());
            QCOMPARE(ctl.lines().constLast(), digest);
        }
    }

    void killed() // what was recorded is kept when the console starts again, and says what it is
    {
        const QString file = m_dir.filePath(QStringLiteral("killed.gmb"));
        const QString earlier = m_dir.filePath(QStringLiteral("killed-earlier.gmb"));
        PlantProcess plant(m_broker, "--run normal --speed 30 --loop");
        {
            Program gemba(QStringLiteral(GEMBA_PROGRAM), arguments(file));
            QTRY_VERIFY_WITH_TIMEOUT(recorded(file) > 300 || !gemba.running(), kPatience);
            gemba.send(SIGKILL);
            QCOMPARE(gemba.wait(), -1);
        }
        Program again(QStringLiteral(GEMBA_PROGRAM), arguments(file));
        QTRY_VERIFY_WITH_TIMEOUT((QFile::exists(earlier) && recorded(file) > 0) || !again.running(), kPatience);
        again.send(SIGTERM);
        QCOMPARE(again.wait(), 0);
        Program info(QStringLiteral(GEMBACTL_PROGRAM), {QStringLiteral("info"), earlier});
        QCOMPARE(info.wait(), 0);
        QVERIFY2(info.printed().contains("cut off"), info.printed());
        Program replay(QStringLiteral(GEMBACTL_PROGRAM), {QStringLiteral("replay"), earlier});
        QVERIFY2(replay.wait() == 0, replay.said());
    }

private:
    static QStringList look(const char* theme, const char* language)
    {
        return {QStringLiteral("--theme"), QLatin1String(theme), QStringLiteral("--locale"), QLatin1String(language)};
    }
    QStringList arguments(const QString& ring) const
    {
        return {QStringLiteral("--plant"), QStringLiteral(GEMBA_SOURCE_DIR "/resources/plants/eastman"),
                QStringLiteral("--broker"), QString::fromStdString(m_broker.url()),
                QStringLiteral("--host"), QStringLiteral("tester"), QStringLiteral("--ring"), ring};
    }

    QTemporaryDir m_dir;
    Mosquitto m_broker;
};

QTEST_GUILESS_MAIN(TestGembaRecord)
#include "tst_gemba_record.moc"
