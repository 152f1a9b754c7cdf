// SPDX-License-Identifier: GPL-3.0-or-later
// Recompute equals record: what a real broker brought, in three files of one afternoon, replayed in
// every way there is.
#include <mutex>
#include <optional>
#include <random>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "live_plant.h"
#include "replayed.h"
#include "snapshot_print.h"
#include "twin/runtime/interval_meter.h"
#include "twin/runtime/replay_runtime.h"
#include "twin/wording/error_text.h"

using namespace gemba::twin;
using namespace gemba::test;

namespace {

constexpr auto kForeign = SessionReader::OpenMode::Foreign;

/// Pictures of the live side as a window takes them: latest wins, so some are skipped.
class Album
{
public:
    explicit Album(LiveRuntime& runtime) : m_runtime(runtime) {}
    void take()
    {
        const SnapshotPtr s = m_runtime.snapshot();
        const std::lock_guard lock(m_mutex);
        if (++m_seen % 5 == 0)
            m_pictures.push_back(s);
    }
    std::vector<SnapshotPtr> pictures()
    {
        const std::lock_guard lock(m_mutex);
        return m_pictures;
    }

private:
    LiveRuntime& m_runtime;
    std::mutex m_mutex;
    int m_seen = 0;
    std::vector<SnapshotPtr> m_pictures;
};

std::unique_ptr<SessionPlayer> open(const std::string& path, bool keyframes = false)
{
    auto player = SessionPlayer::open(path, kForeign, {keyframes, {}});
    return player ? std::move(*player) : nullptr;
}

bool hasSeen(const LiveRuntime& runtime, EventKind kind)
{
    const auto events = runtime.eventsFrom(0).events;
    return std::any_of(events.begin(), events.end(), [kind](const Event& e) { return e.kind == kind; });
}

Bytes printOf(const SessionPlayer& player)
{
    const SnapshotPtr s = player.snapshot(0);
    return s ? print(*s) : Bytes();
}

} // namespace

class TestLiveReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One recorded afternoon: every transport fault, a disk, a window and a reader at once, and
    /// all cores busy.
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_ring = file("ring");
        m_recording = file("recording");
        m_saved = file("saved");
        Mosquitto broker;
        QVERIFY(broker.start());
        const Load load;
        LiveRuntime::Options options;
        options.ringPath = m_ring;
        LiveSide live(broker, std::move(options));
        Album album(live.runtime());
        live.runtime().onSnapshot([&] { album.take(); });
        live.start();
        QTRY_VERIFY_WITH_TIMEOUT(live.connected(), kPatience);
        const QByteArray faults = " --loop --speed 80 --fault drop=0.01,duplicate=0.02,delay=0.01:2500ms,"
                                  "reorder=0.02,stall=0.004:400ms";
        std::optional<PlantProcess> plant(std::in_place, broker, "--run 1 --from-row 150" + faults);
        QTRY_VERIFY_WITH_TIMEOUT(live.logged() > 200, kPatience);
        // There is nothing to look at before the first commit.
        QTRY_VERIFY_WITH_TIMEOUT(live.runtime().status().ring.writer.committedSeq > 0, kPatience);
        auto onlooker = ReplayRuntime::open(m_ring, SessionReader::OpenMode::OwnRing);
        QVERIFY(onlooker.ok());
        (*onlooker)->setRate(20.0);
        (*onlooker)->start((*onlooker)->info().from);
        (*onlooker)->play();
        live.runtime().startRecording(m_recording);
        QTRY_VERIFY_WITH_TIMEOUT(live.logged() > 800, kPatience);
        live.runtime().act({"tester", "note", "reactor", "a fault is coming"});
        live.runtime().act({"tester", "acknowledge", "1", ""});
        (*onlooker)->seek((*onlooker)->info().from);
        QTRY_VERIFY_WITH_TIMEOUT(live.logged() > 1'400, kPatience);
        plant.reset(); // dies without a word; another one takes its place
        plant.emplace(broker, "--run 2 --from-row 200" + faults);
        QTRY_VERIFY_WITH_TIMEOUT(live.logged() > 2'200, kPatience);
        std::atomic<int> closed{0};
        live.runtime().stopRecording([&](const Result<void>& r) { closed = r ? 1 : -1; });
        QTRY_VERIFY_WITH_TIMEOUT(live.logged() > 3'000, kPatience);
        std::atomic<int> saved{0};
        live.runtime().saveLast(kMinute, m_saved, [&](const Result<SessionWriter::Saved>& r) { saved = r ? 1 : -1; });
        QTRY_VERIFY_WITH_TIMEOUT(live.logged() > 3'500, kPatience);
        // How many rows that takes depends on how busy the machine is.
        QTRY_VERIFY_WITH_TIMEOUT(hasSeen(live.runtime(), EventKind::AlertRaised), kPatience);
        QVERIFY(plant->running());
        plant->stop();
        QTRY_VERIFY_WITH_TIMEOUT(live.settled(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(closed.load(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(saved.load(), 1, kPatience);
        QVERIFY(!(*onlooker)->state().error);
        live.stop();
        m_status = live.runtime().status();
        QVERIFY(!m_status.ring.error && !m_status.recording.error);
        QCOMPARE(m_status.ring.writer.unrecorded, 0U);
        m_last = print(*live.runtime().snapshot());
        m_pictures = album.pictures();
        QVERIFY(m_pictures.size() > 10);
    }

    void theAfternoonHadEverything() // else the rest proves little
    {
        QCOMPARE(m_status.handedOver, m_status.logged + m_status.dropped);
        const auto player = open(m_ring);
        QVERIFY(player);
        QVERIFY(player->playTo(INT64_MAX, m_nowhere).ok());
        const SnapshotPtr s = player->snapshot(0);
        const SourceCounters& c = s->sources.at(0).counters;
        qInfo("%d packets, %d lost by the 64-bit sequence, at least %d by seq, %d duplicates, %d late",
              int(c.logged), int(c.gapExact), int(c.gapAtLeast), int(c.duplicates), int(c.late));
        QVERIFY(c.gapExact > 0 && c.duplicates > 0 && c.late > 0);
        std::set<EventKind> kinds;
        const auto events = player->reader().events(0, INT64_MAX);
        QVERIFY(events.ok());
        for (const Event& e : *events)
            kinds.insert(e.kind);
        for (const EventKind k : {EventKind::NodeDeath, EventKind::NodeBirth, EventKind::SequenceGap,
                                  EventKind::WordChange, EventKind::AlertRaised, EventKind::Act})
            QVERIFY2(kinds.contains(k), QByteArray::number(static_cast<int>(k)));
    }

    void everyFileReplays_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<bool>("keyframes");
        for (const auto& [name, path] : {std::pair{"ring", m_ring}, {"recording", m_recording}, {"saved", m_saved}}) {
            QTest::addRow("%s, carrying state", name) << path << false;
            QTest::addRow("%s, taking keyframes", name) << path << true;
        }
    }
    void everyFileReplays()
    {
        QFETCH(std::string, path);
        QFETCH(bool, keyframes);
        const auto player = open(path, keyframes);
        QVERIFY(player);
        const SessionInfo info = player->reader().info();
        for (const Error& problem : info.problems)
            qWarning("%s", qUtf8Printable(errorText(problem)));
        QVERIFY(info.complete);
        const Replayed r = playOn(*player);
        QVERIFY(!r.error);
        QCOMPARE(r.problems, 0U);
        QVERIFY(!r.firstDifferent);
        QCOMPARE(r.compared, r.intervals);
        QCOMPARE(r.intervals, player->reader().intervals().value().size());
        QCOMPARE(r.digest, info.digest);
    }

    void theEndIsTheLiveEnd()
    {
        QCOMPARE(replay(m_ring, false).last, m_last);
        QCOMPARE(replay(m_ring, true).last, m_last);
    }

    void theLivePicturesComeAgain() // the identical screen, record by record
    {
        const auto player = open(m_ring);
        QVERIFY(player);
        for (const SnapshotPtr& picture : m_pictures) {
            QVERIFY(player->playTo(picture->at - 1, m_nowhere).ok());
            while (player->at() == kNoTime || player->snapshot(0)->seq < picture->seq)
                QVERIFY(player->step(m_nowhere).value());
            QCOMPARE(printOf(*player), print(*picture));
        }
    }

    void seekIsPlayTo_data()
    {
        everyFileReplays_data();
    }
    void seekIsPlayTo() // state(seek t) = state(play to t), and so is what follows
    {
        QFETCH(std::string, path);
        QFETCH(bool, keyframes);
        const auto seeker = open(path, keyframes);
        const auto walker = open(path);
        QVERIFY(seeker && walker);
        const SessionInfo info = walker->reader().info();
        std::mt19937_64 random(5);
        std::uniform_int_distribution<TimeNs> anyTime(info.from - kSecond, info.to + kSecond);
        std::vector<TimeNs> times = {info.from - 1, info.from, info.to};
        for (int i = 0; i < 12; ++i)
            times.push_back(anyTime(random));
        std::sort(times.begin(), times.end());
        std::vector<std::pair<TimeNs, Bytes>> expected;
        for (const TimeNs t : times) {
            QVERIFY(walker->playTo(t, m_nowhere).ok());
            expected.emplace_back(t, printOf(*walker));
        }
        std::shuffle(expected.begin(), expected.end(), random);
        for (const auto& [t, picture] : expected) {
            QVERIFY(seeker->seek(t).ok());
            QCOMPARE(printOf(*seeker), picture);
            const Replayed r = playOn(*seeker);
            QVERIFY(!r.error && !r.firstDifferent);
            QCOMPARE(r.last, printOf(*walker));
        }
    }

    void anyRateEndsTheSame() // as the window plays it
    {
        std::vector<std::unique_ptr<ReplayRuntime>> views;
        for (const double rate : {2.0, 7.0, 60.0, 3600.0}) {
            auto view = ReplayRuntime::open(m_recording, kForeign);
            QVERIFY(view.ok());
            (*view)->setRate(rate);
            (*view)->start((*view)->info().from);
            (*view)->play();
            views.push_back(std::move(*view));
        }
        const Bytes end = replay(m_recording, false).last;
        for (const auto& view : views) {
            QTRY_VERIFY_WITH_TIMEOUT(view->state().atEnd, kPatience);
            QVERIFY(!view->state().error);
            QCOMPARE(print(*view->state().snapshot), end);
        }
    }

private:
    std::string file(const char* name)
    {
        return m_dir.filePath(QString::fromLatin1(name) + QStringLiteral(".gmb")).toStdString();
    }
    QTemporaryDir m_dir;
    std::string m_ring, m_recording, m_saved;
    LiveRuntime::Status m_status;
    Bytes m_last;
    std::vector<SnapshotPtr> m_pictures;
    PipelineOutput m_nowhere;
};

QTEST_GUILESS_MAIN(TestLiveReplay)
#include "tst_live_replay.moc"
