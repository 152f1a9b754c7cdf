// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty recordings, no two alike in timing and faults: each replays to the bit.
#include <QTemporaryDir>
#include <QTest>

#include "live_plant.h"
#include "replayed.h"
#include "twin/runtime/replay_runtime.h"

using namespace gemba::twin;
using namespace gemba::test;

class TestLiveReplayRepeats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid() && m_broker.start()); }

    void everyOneReplays_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 20; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void everyOneReplays()
    {
        QFETCH(int, seed);
        const std::string path = m_dir.filePath(QStringLiteral("%1.gmb").arg(seed)).toStdString();
        std::optional<Load> load;
        if (seed % 2 == 0)
            load.emplace();
        LiveRuntime::Options options;
        options.ringPath = path;
        LiveSide live(m_broker, std::move(options));
        live.start();
        QTRY_VERIFY_WITH_TIMEOUT(live.connected(), kPatience);
        PlantProcess plant(m_broker,
                           "--run 6 --from-row 130 --rows 150 --speed 100 --fault drop=0.02,"
                           "duplicate=0.03,delay=0.03:100ms,reorder=0.03,death=0.01:100ms --seed "
                               + QByteArray::number(seed));
        QTRY_VERIFY_WITH_TIMEOUT(live.logged() > 20, kPatience);
        std::unique_ptr<ReplayRuntime> onlooker;
        if (seed % 3 == 0) {
            // There is nothing to look at before the first commit.
            QTRY_VERIFY_WITH_TIMEOUT(live.runtime().status().ring.writer.committedSeq > 0, kPatience);
            auto opened = ReplayRuntime::open(path, SessionReader::OpenMode::OwnRing);
            QVERIFY(opened.ok());
            onlooker = std::move(*opened);
            onlooker->start(onlooker->info().from);
            onlooker->play();
        }
        QTRY_VERIFY_WITH_TIMEOUT(!plant.running(), kPatience);
        live.stop();
        QVERIFY(live.settled());
        onlooker.reset();
        for (const bool keyframes : {false, true}) {
            const Replayed r = replay(path, keyframes);
            QVERIFY(!r.error && !r.firstDifferent);
            QVERIFY(r.intervals > 0);
            QCOMPARE(r.compared, r.intervals);
            const auto reader = SessionReader::open(path, SessionReader::OpenMode::Foreign);
            QVERIFY(reader.ok());
            QVERIFY((*reader)->info().complete);
            QCOMPARE(r.digest, (*reader)->info().digest);
        }
    }

private:
    QTemporaryDir m_dir;
    Mosquitto m_broker;
};

QTEST_GUILESS_MAIN(TestLiveReplayRepeats)
#include "tst_live_replay_repeats.moc"
