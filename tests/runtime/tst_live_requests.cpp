// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the live side while it runs, and just before it ends.
#include <map>

#include <QTemporaryDir>
#include <QTest>

#include "plant_log.h"
#include "replayed.h"
#include "twin/model/rejection.h"
#include "twin/model/roster_change.h"
#include "twin/model/roster_json.h"
#include "twin/runtime/live_runtime.h"

using namespace gemba::twin;
using namespace gemba::test;

class TestLiveRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_live.reset(); // before the folder of its files
        m_dir = std::make_unique<QTemporaryDir>();
        m_live = std::move(LiveRuntime::create(eastman(), {})).value();
    }

    void stopLosesNothing() // handed over or asked for before stop(): logged, done
    {
        for (int round = 0; round < 20; ++round) {
            init();
            m_live->start();
            m_live->startRecording(file("recording"));
            for (int i = 0; i <= round; ++i)
                offer("eastman/reactor", "{}");
            std::atomic<int> told{0};
            m_live->stopRecording([&](const Result<void>& r) { told = r ? 1 : -1; });
            m_live->stop();
            QCOMPARE(told.load(), 1);
            QCOMPARE(m_live->status().logged, std::uint64_t(round + 1));
            const Replayed r = replay(file("recording"), true);
            QVERIFY(!r.error && !r.firstDifferent);
            QCOMPARE(r.intervals, 1U);
        }
    }

    void recordingAgainAtOnce() // closing the one file does not speak for the next
    {
        m_live->start();
        m_live->startRecording(file("first"));
        m_live->stopRecording();
        m_live->startRecording(file("second"));
        QTRY_VERIFY(m_live->status().recording.path == file("second"));
        QTRY_VERIFY(replay(file("first"), false).intervals == 1);
        QVERIFY(m_live->status().recording.on);
        m_live->stop();
        for (const char* name : {"first", "second"}) {
            const Replayed r = replay(file(name), true);
            QVERIFY(!r.error && !r.firstDifferent);
        }
    }

    void silenceIsToldOnceASecond() // views of a plant that says nothing have nothing to draw
    {
        struct Told { TimeNs second; std::size_t events; };
        std::mutex mutex;
        std::vector<Told> told;
        m_live->onSnapshot([&] {
            const Told t{m_live->snapshot()->at / kSecond, m_live->eventsFrom(0).events.size()};
            const std::lock_guard lock(mutex);
            told.push_back(t);
        });
        m_live->start();
        QTRY_VERIFY([&] {
            const std::lock_guard lock(mutex);
            return told.size() >= 4;
        }());
        std::vector<Told> inSilence;
        {
            const std::lock_guard lock(mutex);
            inSilence = told; // stop() tells the last state whatever it is
        }
        for (std::size_t i = 1; i < inSilence.size(); ++i)
            QVERIFY(inSilence[i].second != inSilence[i - 1].second || inSilence[i].events != inSilence[i - 1].events);
        m_live->stop();
    }

    void aRosterEditedMeanwhileHoldsFromThenOn()
    {
        const auto with = [](const char* name) {
            Roster r;
            r.people.push_back({"p", name, "Shift lead", {}, {}});
            return r;
        };
        m_live->start();
        m_live->startRecording(file("before"));
        offer("eastman/reactor", "{}");
        m_live->changeRoster(with("Ada"), "me");
        m_live->changeRoster(with("Ada"), "me"); // no change
        m_live->changeRoster(with("Bo"), "me");
        m_live->changeRoster(with("Ada"), "me"); // as it was before
        std::atomic<bool> closed{false};
        m_live->stopRecording([&](const Result<void>&) { closed = true; });
        QTRY_VERIFY(closed);
        m_live->startRecording(file("after"));
        m_live->stop();
        const auto names = [this](const char* recording) {
            QStringList out;
            const Replayed r = replay(file(recording), true);
            if (r.error || r.firstDifferent)
                return out;
            auto reader = std::move(SessionReader::open(file(recording), SessionReader::OpenMode::Foreign)).value();
            const PlantPackage package = reader->package().value();
            std::vector<Event> acts;
            std::vector<TimeNs> times{0};
            const std::vector<Event> events = std::move(reader->events(0, INT64_MAX)).value();
            for (const Event& e : events) {
                if (e.kind == EventKind::Act)
                    acts.push_back(e);
                if (rosterChange(e))
                    times.push_back(e.at);
            }
            for (const TimeNs t : times) {
                const Blob* blob = rosterAt(package, acts, t);
                out += blob ? QString::fromStdString(parseRoster(blob->bytes).value().people.front().name) : QString();
            }
            return out;
        };
        const QStringList before = names("before");
        QCOMPARE(before.size(), 4);
        QCOMPARE(before.mid(1), (QStringList{QStringLiteral("Ada"), QStringLiteral("Bo"), QStringLiteral("Ada")}));
        QVERIFY(before[0] != before[1]); // the one that the plant came with
        QCOMPARE(names("after"), QStringList{QStringLiteral("Ada")});
    }

    void rejectedAddsUp() // a thousand messages, a handful of events, and no one missing
    {
        m_live->start();
        m_live->startRecording(file("recording"));
        QTRY_VERIFY(m_live->status().recording.on);
        for (int i = 0; i < 1'000; ++i)
            offer(i % 4 == 0 ? "eastman/nothing" : "spBv1.0/Eastman/NBIRTH/works", "\xff\xff");
        m_live->stop();
        QCOMPARE(m_live->snapshot()->sources.at(0).counters.rejected, 1'000U);
        auto reader = SessionReader::open(file("recording"), SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        QCOMPARE((*reader)->info().rejected, 1'000U);
        const auto events = (*reader)->events(0, INT64_MAX);
        QVERIFY(events.ok());
        std::map<Rejection, std::int64_t> messages;
        for (const Event& e : *events) {
            if (e.kind == EventKind::Rejected)
                messages[rejectedOf(e).reason] += e.number;
        }
        QCOMPARE(messages.size(), 2U);
        QCOMPARE(messages[Rejection::UnknownTopic], 250);
        QCOMPARE(messages[Rejection::Malformed], 750);
    }

private:
    void offer(const char* topic, const char* payload)
    {
        m_live->onPacket(SourceId{0}, {topic, payload, 0, false, false}, m_live->clock().now());
    }
    std::string file(const char* name)
    {
        return m_dir->filePath(QString::fromLatin1(name) + QStringLiteral(".gmb")).toStdString();
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LiveRuntime> m_live;
};

QTEST_GUILESS_MAIN(TestLiveRequests)
#include "tst_live_requests.moc"
