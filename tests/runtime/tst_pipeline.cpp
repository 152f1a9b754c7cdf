// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline over whole logs: what it says of a real fault, and that its state is complete.
#include <random>

#include <QTest>

#include "plant_log.h"
#include "snapshot_print.h"
#include "twin/runtime/pipeline.h"

using namespace gemba::twin;
using gemba::plant::Format;
using gemba::test::LogOptions;
using gemba::test::OwnedRecord;
using gemba::test::print;

Q_DECLARE_METATYPE(gemba::test::LogOptions)

namespace {

class Events : public PipelineOutput
{
public:
    void onEvent(const Event& e) override { events.push_back(e); }
    void onSample(const Sample& s) override { samples.push_back(s); }
    std::vector<Event> events;
    std::vector<Sample> samples;
};

std::unique_ptr<Pipeline> makePipeline()
{
    auto pipeline = Pipeline::create(gemba::test::eastman());
    if (!pipeline)
        throw std::runtime_error("no pipeline: error " + std::to_string(static_cast<int>(pipeline.error().code)));
    return std::move(*pipeline);
}

void run(Pipeline& pipeline, const std::vector<OwnedRecord>& log, PipelineOutput& out,
         std::size_t from = 0, std::size_t to = SIZE_MAX)
{
    for (std::size_t i = from; i < std::min(to, log.size()); ++i)
        pipeline.apply(log[i].view(), out);
}

const Assessment& of(const Snapshot& s, const char* asset)
{
    return s.assets[index(s.plant->findAsset(asset))].assessment;
}

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<LogOptions>("options");
        QTest::newRow("sparkplug") << LogOptions{Format::Sparkplug, "6", 150, 40, false, 1};
        QTest::newRow("json") << LogOptions{Format::Json, "6", 150, 40, false, 1};
    }
    void formats() // the loss of feed A is seen by whatever way it arrives
    {
        QFETCH(LogOptions, options);
        const auto pipeline = makePipeline();
        Events out;
        const auto log = gemba::test::makeLog(options);
        run(*pipeline, log, out);
        const SnapshotPtr s = pipeline->snapshot();
        QCOMPARE(s->sources.size(), 1U);
        QVERIFY(s->sources[0].up);
        QCOMPARE(s->sources[0].counters.rejected, 0U);
        QCOMPARE(s->sources[0].counters.gapExact, 0U);
        const Assessment& reactor = of(*s, "reactor");
        QCOMPARE(reactor.withheld, Withheld::No);
        QVERIFY(reactor.word != ConditionWord::Normal);
        QVERIFY(!reactor.deductions.empty());
        MilliPoints sum = 0;
        for (const Deduction& d : reactor.deductions)
            sum += d.points;
        QCOMPARE(reactor.score, kFullCondition - std::min(kFullCondition, sum));
        QVERIFY(std::any_of(out.events.begin(), out.events.end(), [](const Event& e) {
            return e.kind == EventKind::AlertRaised;
        }));
    }

    void bothFormatsGiveTheSameScores()
    {
        Events out;
        const auto a = makePipeline();
        run(*a, gemba::test::makeLog({Format::Sparkplug, "1", 150, 60, false, 1}), out);
        const auto b = makePipeline();
        run(*b, gemba::test::makeLog({Format::Json, "1", 150, 60, false, 1}), out);
        const SnapshotPtr ofA = a->snapshot();
        const SnapshotPtr ofB = b->snapshot();
        for (std::size_t i = 0; i < a->plant()->assets.size(); ++i) {
            const Assessment& x = ofA->assets[i].assessment;
            const Assessment& y = ofB->assets[i].assessment;
            QCOMPARE(x.score, y.score);
            QCOMPARE(x.t2, y.t2);
            QCOMPARE(x.word, y.word);
        }
    }

    void normalRunStaysNormal()
    {
        const auto pipeline = makePipeline();
        Events out;
        run(*pipeline, gemba::test::makeLog({Format::Sparkplug, "normal", 0, 400, false, 1}), out);
        const SnapshotPtr s = pipeline->snapshot();
        for (const AssetState& a : s->assets) {
            QCOMPARE(a.assessment.withheld, Withheld::No);
            QCOMPARE(a.assessment.word, ConditionWord::Normal);
        }
        QVERIFY(std::none_of(out.events.begin(), out.events.end(),
                             [](const Event& e) { return e.kind == EventKind::AlertRaised; }));
    }

    void sourceTimesTellTheSpeed()
    {
        const auto pipeline = makePipeline();
        Events out;
        run(*pipeline, gemba::test::makeLog({}), out);
        QVERIFY(std::abs(pipeline->snapshot()->observedSpeed - 1.0) < 0.05);
    }

    void restoredStateGoesOnTheSame_data()
    {
        QTest::addColumn<LogOptions>("options");
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            QTest::addRow("sparkplug %d", int(seed)) << LogOptions{Format::Sparkplug, "6", 150, 60, true, seed};
            QTest::addRow("json %d", int(seed)) << LogOptions{Format::Json, "2", 150, 60, true, seed};
        }
    }
    void restoredStateGoesOnTheSame() // state(seek t) = state(play to t), at any t, faults included
    {
        QFETCH(LogOptions, options);
        const auto log = gemba::test::makeLog(options);
        const auto whole = makePipeline();
        PipelineOutput nowhere;
        std::mt19937_64 random(options.seed);
        std::size_t at = 0;
        while (at < log.size()) {
            const std::size_t cut = std::min(log.size(), at + 1 + random() % 60);
            run(*whole, log, nowhere, at, cut);
            const PipelineState state = whole->state();
            const auto other = makePipeline();
            QVERIFY(other->restore(state, log[cut - 1].arrival).ok());
            QCOMPARE(other->state().acquisition, state.acquisition);
            QCOMPARE(other->state().derived, state.derived);
            QCOMPARE(print(*other->snapshot()), print(*whole->snapshot()));
            // and the rest of the log comes out the same
            const auto third = makePipeline();
            QVERIFY(third->restore(state, log[cut - 1].arrival).ok());
            const std::size_t ahead = std::min(log.size(), cut + 40);
            run(*third, log, nowhere, cut, ahead);
            const auto reference = makePipeline();
            run(*reference, log, nowhere, 0, cut);
            (void)reference->takeIntervalDigest();
            run(*reference, log, nowhere, cut, ahead);
            QCOMPARE(toHex(third->takeIntervalDigest()), toHex(reference->takeIntervalDigest()));
            at = cut;
        }
    }

    void withoutDerivedStateItSaysBaselining()
    {
        const auto log = gemba::test::makeLog({});
        const auto pipeline = makePipeline();
        PipelineOutput nowhere;
        run(*pipeline, log, nowhere, 0, log.size() / 2);
        PipelineState state = pipeline->state();
        state.derived.clear();
        const auto other = makePipeline();
        QVERIFY(other->restore(state, log[log.size() / 2 - 1].arrival).ok());
        run(*other, log, nowhere, log.size() / 2, log.size() / 2 + 8);
        QCOMPARE(of(*other->snapshot(), "reactor").withheld, Withheld::Baselining);
    }

    void everyOutputIsInTheDigest_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("last bit of a sample") << 0;
        QTest::newRow("time of an act") << 1;
        QTest::newRow("text of an act") << 2;
        QTest::newRow("time of a link") << 3;
        QTest::newRow("time of a packet") << 4;
    }
    void everyOutputIsInTheDigest()
    {
        QFETCH(int, what);
        auto log = gemba::test::makeLog({Format::Sparkplug, "6", 150, 20, false, 1});
        Bytes act;
        encode(ActView{"a", "note", "reactor", "x"}, act);
        log.push_back({RecordKind::Act, log.back().arrival + 1, log.back().seq + 1, SourceId{}, act});
        PipelineOutput nowhere;
        const auto reference = makePipeline();
        run(*reference, log, nowhere);
        const Sha256 expected = reference->takeIntervalDigest();

        switch (what) {
        case 0: { // the lowest bit of a double in the last data message of the reactor
            for (std::size_t i = log.size(); i-- > 0;) {
                const auto packet = log[i].kind == RecordKind::Packet ? decodePacket(log[i].bytes)
                                                                      : Result<PacketView>(Error{});
                if (packet && packet->topic.ends_with("/reactor")) {
                    const std::size_t at = log[i].bytes.rfind('\x69'); // tag of double_value
                    QVERIFY(at != std::string::npos);
                    log[i].bytes[at + 1] = static_cast<char>(log[i].bytes[at + 1] ^ 1);
                    break;
                }
            }
            break;
        }
        case 1:
            log.back().arrival += 1;
            break;
        case 2:
            encode(ActView{"a", "note", "reactor", "y"}, log.back().bytes);
            break;
        case 3:
            log.front().arrival -= 1;
            break;
        default:
            log[log.size() - 2].arrival += 1;
        }
        const auto changed = makePipeline();
        run(*changed, log, nowhere);
        QVERIFY(changed->takeIntervalDigest() != expected);
        const auto again = makePipeline();
        run(*again, gemba::test::makeLog({Format::Sparkplug, "6", 150, 20, false, 1}), nowhere);
        QVERIFY(again->takeIntervalDigest() != expected); // without the act
    }

    void damagedKeyframesAreRefused()
    {
        const auto log = gemba::test::makeLog({});
        const auto pipeline = makePipeline();
        PipelineOutput nowhere;
        run(*pipeline, log, nowhere);
        const PipelineState good = pipeline->state();
        std::mt19937_64 random(7);
        for (int i = 0; i < 300; ++i) {
            PipelineState bad = good;
            if (i % 3 == 0)
                bad.acquisition.resize(random() % bad.acquisition.size());
            else if (i % 3 == 1)
                bad.acquisition[random() % bad.acquisition.size()] ^= static_cast<char>(1 + random() % 255);
            else
                bad.derived.resize(random() % bad.derived.size());
            const auto other = makePipeline();
            (void)other->restore(bad, 0); // an error or another state, never a crash
            run(*other, log, nowhere, log.size() - 20);
            QVERIFY(other->snapshot());
        }
    }

    void theWireIsNeverTrusted() // any bytes on any topic
    {
        const auto pipeline = makePipeline();
        PipelineOutput nowhere;
        std::mt19937_64 random(3);
        const char* topics[] = {"spBv1.0/Eastman/NBIRTH/works", "spBv1.0/Eastman/DDATA/works/reactor",
                                "eastman/reactor", "spBv1.0/STATE/x", "spBv1.0", "eastman/nothing", ""};
        for (std::uint64_t seq = 1; seq < 4'000; ++seq) {
            Bytes payload(random() % 200, '\0');
            for (char& c : payload)
                c = static_cast<char>(random());
            Bytes bytes;
            encode(PacketView{topics[random() % std::size(topics)], payload, 0, false, false}, bytes);
            const Record record{seq, static_cast<TimeNs>(seq) * kMillisecond,
                                static_cast<RecordKind>(random() % 9), SourceId{static_cast<std::uint16_t>(random() % 3)},
                                bytes};
            pipeline->apply(record, nowhere);
        }
        QCOMPARE(pipeline->snapshot()->seq, 3'999U);
    }
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
