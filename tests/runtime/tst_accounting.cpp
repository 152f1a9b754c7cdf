// SPDX-License-Identifier: GPL-3.0-or-later
// Handed over = logged + dropped, exactly, whatever gives way: the ingest thread, the disk or the
// window.
#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <random>

#include <QTemporaryDir>
#include <QTest>

#include "live_plant.h"
#include "plant_log.h"
#include "replayed.h"
#include "twin/store/sqlite.h"
#include "twin/store/writer_queue.h"

using namespace gemba::twin;
using namespace gemba::test;

namespace {

constexpr std::size_t kSmallRing = 256U << 10;

/// Holds back whoever passes, as a window that does not answer does.
class Gate
{
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_arrived;
        m_moved.wait(lock, [this] { return m_open; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_moved.notify_all();
    }
    int arrived()
    {
        const std::lock_guard lock(m_mutex);
        return m_arrived;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_moved;
    bool m_open = false;
    int m_arrived = 0;
};

/// Several sources at once, as fast as they can.
struct Flood {
    static constexpr int kSources = 4;
    static constexpr int kEach = 30'000;
    std::uint64_t handed = 0;       ///< by its own count
    std::size_t mostWaiting = 0;    ///< bytes in the ring, as far as was seen
};

Flood flood(LiveRuntime& runtime)
{
    std::atomic<std::uint64_t> handed{0};
    std::array<std::size_t, Flood::kSources> waiting{}; // by source: the most it saw
    std::vector<std::thread> sources;
    for (std::uint16_t s = 0; s < Flood::kSources; ++s)
        sources.emplace_back([&, s] {
            for (int i = 0; i < Flood::kEach; ++i) {
                const std::string text = R"({"value":)" + std::to_string(i) + "}";
                runtime.onPacket(SourceId{s}, {"eastman/nothing", text, 0, false, false},
                                 runtime.clock().now());
                ++handed;
                if (i % 100 == 0)
                    waiting[s] = std::max(waiting[s], runtime.status().bytesWaiting);
            }
        });
    for (std::thread& t : sources)
        t.join();
    Flood out;
    out.mostWaiting = *std::max_element(waiting.begin(), waiting.end());
    out.handed = handed;
    return out;
}

std::unique_ptr<LiveRuntime> makeRuntime(LiveRuntime::Options options)
{
    auto runtime = LiveRuntime::create(eastman(), std::move(options));
    return runtime ? std::move(*runtime) : nullptr;
}

} // namespace

class TestAccounting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_path = m_dir->filePath(QStringLiteral("s.gmb")).toStdString();
    }

    void flooded() // with more than a ring this small can pass on
    {
        LiveRuntime::Options options;
        options.ringPath = m_path;
        options.ingestBytes = kSmallRing;
        const auto runtime = makeRuntime(std::move(options));
        QVERIFY(runtime);
        runtime->start();
        const Flood f = flood(*runtime);
        runtime->stop();
        const LiveRuntime::Status s = runtime->status();
        QCOMPARE(s.handedOver, f.handed);
        QCOMPARE(s.logged + s.dropped, f.handed);
        QVERIFY(s.dropped > 0); // else it was no flood
        QVERIFY(f.mostWaiting > 0 && f.mostWaiting <= kSmallRing);
        QCOMPARE(s.ring.writer.unrecorded, 0U);
        std::uint64_t handed = 0;
        for (const SourceState& source : runtime->snapshot()->sources) {
            const SourceCounters& c = source.counters;
            QCOMPARE(c.handedOver, c.logged + c.dropped);
            QCOMPARE(c.handedOver, std::uint64_t{Flood::kEach}); // a source pays for nobody else
            QCOMPARE(c.rejected, c.logged);
            handed += c.handedOver;
        }
        QCOMPARE(handed, f.handed);
        theFileSaysTheSame(s);
    }

    void birthsAndLinksHaveRoom() // when data has filled all it may
    {
        Gate gate;
        LiveRuntime::Options options;
        options.ingestBytes = kSmallRing;
        const auto runtime = makeRuntime(std::move(options));
        QVERIFY(runtime);
        runtime->onSnapshot([&] { gate.pass(); });
        runtime->start();
        const SourceId source{0};
        runtime->onLink(source, true, {"mqtt://x", "", false, false}, runtime->clock().now());
        QTRY_COMPARE_WITH_TIMEOUT(gate.arrived(), 1, kPatience);
        const std::string kilobyte(1'000, '\xff');
        const auto offer = [&](const char* topic, int times) {
            for (int i = 0; i < times; ++i)
                runtime->onPacket(source, {topic, kilobyte, 0, false, false}, runtime->clock().now());
        };
        const auto waiting = [&] { return runtime->status().bytesWaiting; };
        offer("spBv1.0/g/DDATA/n/d", 400);
        const std::size_t full = waiting();
        offer("spBv1.0/g/DDATA/n/d", 1);
        QCOMPARE(waiting(), full);
        offer("spBv1.0/g/NDEATH/n", 1);
        QVERIFY(waiting() > full);
        offer("spBv1.0/g/NBIRTH/n", 400);
        const std::size_t births = waiting();
        QVERIFY(births > full && births <= kSmallRing);
        runtime->onLink(source, false, {"mqtt://x", "gone", false, false}, runtime->clock().now());
        QVERIFY(waiting() > births);
        QVERIFY(waiting() <= kSmallRing);
        gate.open();
        runtime->stop();
        const LiveRuntime::Status s = runtime->status();
        QCOMPARE(s.handedOver, 802U);
        QCOMPARE(s.logged + s.dropped, 802U);
        const SnapshotPtr end = runtime->snapshot();
        QVERIFY(!end->sources.at(0).up);
        QCOMPARE(end->sources.at(0).reason, std::string("gone"));
    }

    void aWindowThatDoesNotAnswer() // it takes no picture and never will: nothing waits for it
    {
        Gate gate;
        std::atomic<bool> asked{false};
        LiveRuntime::Options options;
        options.ringPath = m_path;
        const auto runtime = makeRuntime(std::move(options));
        QVERIFY(runtime);
        // The listener wakes the window and goes on; the window is stuck, holding an old picture.
        runtime->onSnapshot([&] { asked = true; });
        runtime->start();
        runtime->onLink(SourceId{0}, true, {"mqtt://x", "", false, false}, runtime->clock().now());
        QTRY_VERIFY_WITH_TIMEOUT(runtime->snapshot(), kPatience);
        std::thread window([&, held = runtime->snapshot()] { gate.pass(); });
        QTRY_COMPARE_WITH_TIMEOUT(gate.arrived(), 1, kPatience);
        const Flood f = flood(*runtime);
        runtime->stop(); // before the window is let go
        const LiveRuntime::Status s = runtime->status();
        gate.open();
        window.join();
        QVERIFY(asked);
        QCOMPARE(s.handedOver, f.handed);
        QCOMPARE(s.logged + s.dropped, f.handed);
        QVERIFY(f.mostWaiting <= IngestRing::kDefaultCapacity);
        theFileSaysTheSame(s);
    }

    void theIngestThreadHeldUp() // by whatever: the ring fills to its cap, the rest is counted
    {
        Gate gate;
        LiveRuntime::Options options;
        options.ingestBytes = kSmallRing;
        options.ringPath = m_path;
        const auto runtime = makeRuntime(std::move(options));
        QVERIFY(runtime);
        runtime->onSnapshot([&] { gate.pass(); });
        runtime->start();
        runtime->onLink(SourceId{0}, true, {"mqtt://x", "", false, false}, runtime->clock().now());
        QTRY_COMPARE_WITH_TIMEOUT(gate.arrived(), 1, kPatience);
        const Flood f = flood(*runtime);
        QVERIFY(f.mostWaiting > kSmallRing / 2 && f.mostWaiting <= kSmallRing);
        gate.open();
        runtime->stop();
        const LiveRuntime::Status s = runtime->status();
        QCOMPARE(s.handedOver, f.handed);
        QCOMPARE(s.logged + s.dropped, f.handed);
        QVERIFY(s.dropped > f.handed / 2);
        theFileSaysTheSame(s);
    }

    void aDiskThatIsFull() // scoring goes on; what is missing is counted, and the file says so
    {
        LiveRuntime::Options options;
        options.recording.queueBytes = 512U << 10;
        options.recording.maxFileBytes = 2U << 20; // as SQLite sees a full disk
        const auto runtime = makeRuntime(std::move(options));
        QVERIFY(runtime);
        runtime->start();
        runtime->startRecording(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(runtime->status().recording.on, kPatience);
        std::uint64_t handed = 0;
        std::minstd_rand random(1); // what cannot be compressed
        const auto refused = [&] {
            const auto writer = runtime->status().recording.writer;
            return writer.error && writer.unrecorded > 0;
        };
        while (!refused() && handed < 1'000'000) {
            std::string noise(2'000, '\0');
            for (char& c : noise)
                c = static_cast<char>(random() >> 8);
            runtime->onPacket(SourceId{0}, {"eastman/nothing", noise, 0, false, false}, runtime->clock().now());
            ++handed;
        }
        QVERIFY(refused());
        const Flood f = flood(*runtime);
        handed += f.handed;
        runtime->stop();
        const LiveRuntime::Status s = runtime->status();
        QCOMPARE(s.handedOver, handed);
        QCOMPARE(s.logged + s.dropped, handed);
        QVERIFY(s.recording.writer.unrecorded > 0);
        const auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        const SessionInfo& info = (*reader)->info();
        QVERIFY(!info.complete);
        QVERIFY(!info.problems.empty());
        QVERIFY(info.digest.empty());
    }

    void aDiskThatStalls() // nothing can be written for a while, then it goes on: a gap, by the record
    {
        LiveRuntime::Options options;
        options.recording.queueBytes = 512U << 10;
        const auto runtime = makeRuntime(std::move(options));
        QVERIFY(runtime);
        runtime->start();
        runtime->startRecording(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(runtime->status().recording.writer.committedSeq > 0, kPatience);
        auto blocker = Database::open(m_path, Database::Access::ReadWrite);
        QVERIFY(blocker.ok());
        Flood f;
        {
            const auto held = Transaction::beginImmediate(*blocker);
            QVERIFY(held.ok());
            f = flood(*runtime);
            QTRY_VERIFY_WITH_TIMEOUT(runtime->status().logged + runtime->status().dropped == f.handed, kPatience);
            QVERIFY(runtime->status().recording.writer.unrecorded > 0);
            QVERIFY(runtime->status().recording.writer.queuedBytes
                    <= (512U << 10) + WriterQueue::kReserve);
        }
        runtime->act({"tester", "note", "", "it writes again"});
        const std::uint64_t last = runtime->snapshot()->seq;
        QTRY_VERIFY_WITH_TIMEOUT(runtime->status().recording.writer.committedSeq > last, kPatience);
        runtime->stop();
        const LiveRuntime::Status s = runtime->status();
        QCOMPARE(s.handedOver, f.handed);
        QCOMPARE(s.logged + s.dropped, f.handed);
        theFileSaysTheSame(s);
        const auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        const auto gaps = (*reader)->gaps();
        QVERIFY(gaps.ok());
        std::uint64_t missing = 0;
        for (const GapInfo& gap : *gaps)
            missing += gap.records;
        QCOMPARE(missing, s.recording.writer.unrecorded);
        QCOMPARE((*reader)->info().records + missing, runtime->snapshot()->seq);
        const Replayed r = replay(m_path, true);
        QVERIFY(!r.error && !r.firstDifferent); // what is there replays, what is not is not compared
        QVERIFY(r.compared < (*reader)->intervals().value().size());
    }

private:
    /// Packets, drops and what could not be written, against what the live side says.
    void theFileSaysTheSame(const LiveRuntime::Status& s)
    {
        const auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        const SessionInfo& info = (*reader)->info();
        const auto& file = s.ring.path.empty() ? s.recording : s.ring;
        QCOMPARE(info.unrecorded, file.writer.unrecorded);
        if (info.unrecorded > 0) {
            QVERIFY(!info.complete);
            QVERIFY(info.packets + info.unrecorded >= s.logged);
            return;
        }
        QVERIFY(info.complete);
        QCOMPARE(info.packets, s.logged);
        QCOMPARE(info.dropped, s.dropped);
        const Replayed r = replay(m_path, false);
        QVERIFY(!r.error && !r.firstDifferent);
        QCOMPARE(r.digest, info.digest);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_path;
};

QTEST_GUILESS_MAIN(TestAccounting)
#include "tst_accounting.moc"
