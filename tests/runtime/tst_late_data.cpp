// SPDX-License-Identifier: GPL-3.0-or-later
// What came late is told exactly: how many, how far behind, and the same again from any keyframe.
#include <numeric>

#include <QTest>

#include "plant_log.h"
#include "twin/model/late.h"
#include "twin/runtime/late_tally.h"
#include "twin/runtime/pipeline.h"

using namespace gemba::twin;
using gemba::plant::Format;
using gemba::test::OwnedRecord;

namespace {

class LateEvents : public PipelineOutput
{
public:
    void onEvent(const Event& e) override
    {
        if (e.kind == EventKind::LateData)
            events.push_back(e);
    }
    std::vector<Event> events;
};

/// A recorded log, and then everything of its first rows once more, as after a broken line.
std::vector<OwnedRecord> logWithEcho()
{
    auto log = gemba::test::makeLog({Format::Json, "6", 150, 20, false, 1});
    const std::size_t end = log.size();
    for (std::size_t i = 0; i < end / 4; ++i) {
        if (log[i].kind != RecordKind::Packet)
            continue;
        OwnedRecord again = log[i];
        again.seq = log.back().seq + 1;
        again.arrival = log.back().arrival + 50 * kMillisecond;
        log.push_back(std::move(again));
    }
    OwnedRecord tick;
    tick.seq = log.back().seq + 1;
    tick.arrival = log.back().arrival + 2 * kSecond;
    log.push_back(tick);
    return log;
}

std::unique_ptr<Pipeline> makePipeline()
{
    return std::move(Pipeline::create(gemba::test::eastman())).value();
}

} // namespace

class TestLateData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstAtOnceAFloodByTheSecond()
    {
        LateTally tally;
        const TagId a{1}, b{2};
        const auto first = tally.add(a, 5, 10 * kSecond);
        QVERIFY(first);
        QCOMPARE(first->samples, 1);
        QVERIFY(!tally.add(a, 5, 10 * kSecond + 1));
        QVERIFY(!tally.add(b, 9, 10 * kSecond + 2));
        QVERIFY(!tally.add(a, 7, 10 * kSecond + 3));
        QVERIFY(!tally.takeDue(10 * kSecond + 4, false));
        const auto flood = tally.takeDue(11 * kSecond, false);
        QVERIFY(flood);
        QCOMPARE(flood->samples, 3);
        QCOMPARE(flood->tag, b);
        QCOMPARE(flood->behind, 9);
        QVERIFY(!tally.takeDue(20 * kSecond, true));
    }

    void textComesBackAsItWas_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("behind");
        QTest::newRow("a length") << QByteArray("240000000000") << qint64(240'000'000'000);
        QTest::newRow("not known") << QByteArray("0") << qint64(0);
        QTest::newRow("from elsewhere") << QByteArray("four minutes") << qint64(0);
        QTest::newRow("with more") << QByteArray("12 s") << qint64(0);
        QTest::newRow("negative") << QByteArray("-5") << qint64(0);
        QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999") << qint64(0);
        QTest::newRow("empty") << QByteArray() << qint64(0);
    }
    void textComesBackAsItWas()
    {
        QFETCH(QByteArray, text);
        Event e;
        e.text = text.toStdString();
        QTEST(static_cast<qint64>(lateBehind(e)), "behind");
        if (lateBehind(e) > 0)
            QCOMPARE(QByteArray::fromStdString(lateText(lateBehind(e))), text);
    }

    void numbersAddUpToWhatWasLate()
    {
        const auto log = logWithEcho();
        const auto pipeline = makePipeline();
        LateEvents out;
        for (const OwnedRecord& r : log)
            pipeline->apply(r.view(), out);
        const std::uint64_t late = pipeline->snapshot()->sources.at(0).counters.late;
        QVERIFY(late > 0);
        QCOMPARE(std::accumulate(out.events.begin(), out.events.end(), std::int64_t{0},
                                 [](std::int64_t n, const Event& e) { return n + e.number; }),
                 static_cast<std::int64_t>(late));
        for (std::size_t i = 0; i < out.events.size(); ++i) {
            const Event& e = out.events[i];
            QVERIFY(lateBehind(e) > 0);
            QCOMPARE(e.asset, pipeline->plant()->tag(e.tag).asset);
            QVERIFY(i == 0 || e.at - out.events[i - 1].at >= LateTally::kPause);
        }
    }

    void fromAnyKeyframeTheSameAgain()
    {
        const auto log = logWithEcho();
        const auto whole = makePipeline();
        LateEvents expected;
        std::vector<std::pair<std::size_t, PipelineState>> keyframes;
        for (std::size_t i = 0; i < log.size(); ++i) {
            if (i > log.size() - 12)
                keyframes.emplace_back(i, whole->state());
            whole->apply(log[i].view(), expected);
        }
        for (const auto& [from, state] : keyframes) {
            const auto other = makePipeline();
            QVERIFY(other->restore(state, 0).ok());
            LateEvents out;
            for (std::size_t i = from; i < log.size(); ++i)
                other->apply(log[i].view(), out);
            QVERIFY(out.events.size() <= expected.events.size());
            QVERIFY(std::equal(out.events.rbegin(), out.events.rend(), expected.events.rbegin()));
            QCOMPARE(out.events.empty(), expected.events.back().seq < log[from].seq);
        }
    }
};

QTEST_GUILESS_MAIN(TestLateData)
#include "tst_late_data.moc"
