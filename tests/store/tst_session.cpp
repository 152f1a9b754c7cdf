// SPDX-License-Identifier: GPL-3.0-or-later
// Real files: what was handed to a writer is what a reader gives back.
#include <algorithm>
#include <future>
#include <random>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/store/synthetic_session.h"
#include "twin/store/chunk_summary.h"
#include "twin/store/hex.h"

using namespace gemba::twin;
using namespace gemba::twin::testing;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<SessionWriter> makeWriter(const std::string& path, SessionWriter::Options o = {})
{
    auto writer = SessionWriter::create(path, SyntheticPlant::package(), SyntheticPlant::facts(), o);
    return writer ? std::move(*writer) : nullptr;
}

std::unique_ptr<SessionReader> makeReader(const std::string& path,
                                          SessionReader::OpenMode mode = SessionReader::OpenMode::Foreign)
{
    auto reader = SessionReader::open(path, mode);
    return reader ? std::move(*reader) : nullptr;
}

/// The trend as a scan of all samples gives it.
std::vector<TrendBucket> scan(const std::vector<Sample>& samples, TagId tag, TimeNs from, TimeNs to,
                              int columns, TimeNs knownAt)
{
    const TimeNs width = (to - from + columns - 1) / columns;
    std::map<TimeNs, TrendBucket> buckets;
    for (const Sample& s : samples) {
        const TimeNs shown = s.source == kNoTime ? s.arrival : s.source;
        if (s.tag == tag && s.arrival / kMillisecond <= knownAt / kMillisecond && shown >= from && shown < to)
            addToBucket(buckets[(shown - from) / width], shown, toNumber(s.value),
                        s.quality == Quality::Bad);
    }
    std::vector<TrendBucket> out;
    for (const auto& [column, bucket] : buckets)
        out.push_back(bucket);
    return out;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void everythingComesBack()
    {
        const std::string path = file("a.gmb");
        auto writer = makeWriter(path);
        QVERIFY(writer);
        SyntheticPlant plant;
        plant.play(*writer, 3000);
        plant.endInterval(*writer);
        QVERIFY(writer->close(plant.digest()).ok());
        QCOMPARE(writer->status().unrecorded, 0U);
        QVERIFY(!QFile::exists(QString::fromStdString(path) + QStringLiteral("-wal")));

        auto reader = makeReader(path);
        QVERIFY(reader);
        const SessionInfo& info = reader->info();
        QVERIFY(info.problems.empty());
        QVERIFY(info.complete);
        QCOMPARE(info.digest, hexOf(plant.digest()));
        QCOMPARE(info.records, 3000U);
        QCOMPARE(info.packets, 3000U);
        QCOMPARE(info.samples, 9000U);
        QCOMPARE(info.metrics, 3U);
        QCOMPARE(info.sources, 1U);
        QCOMPARE(info.events, 60U);
        QCOMPARE(info.from, SyntheticPlant::kStart);
        QCOMPARE(info.to, SyntheticPlant::kStart + 2999 * SyntheticPlant::kStep);
        QCOMPARE(info.facts.fingerprint, SyntheticPlant::facts().fingerprint);
        QCOMPARE(info.models, std::vector{SyntheticPlant::package().blobs[1].sha256});
        QCOMPARE(compareLog(*reader, 1, 3000), std::string());

        const auto package = reader->package();
        QVERIFY(package.ok());
        QCOMPARE(package.value().blobs.size(), 2U);
        QCOMPARE(package.value().find("model")->bytes, SyntheticPlant::package().find("model")->bytes);

        const auto intervals = reader->intervals();
        QVERIFY(intervals.ok());
        QCOMPARE(intervals.value().size(), 150U);
        QCOMPARE(intervals.value()[7].digest, std::optional(SyntheticPlant::digestOf(7)));
        QCOMPARE(intervals.value()[7].firstSeq, 141U);
        QCOMPARE(intervals.value()[7].lastSeq, 160U);
        const auto keyframe = reader->readKeyframe(0);
        QVERIFY(keyframe.ok());
        QCOMPARE(keyframe.value().acquisition, std::string("acquisition 0"));
        QCOMPARE(keyframe.value().derived, std::string("derived 0"));

        const auto events = reader->events(SyntheticPlant::kStart, SyntheticPlant::kStart + 10 * kSecond);
        QVERIFY(events.ok());
        QCOMPARE(events.value().size(), 2U);
        QCOMPARE(events.value()[0].number, 50);
    }

    void cursorStartsAnywhere()
    {
        const std::string path = file("a.gmb");
        auto writer = makeWriter(path);
        SyntheticPlant plant(1, 2000); // several segments
        plant.play(*writer, 600);
        QVERIFY(writer->close(std::nullopt).ok());
        auto reader = makeReader(path);
        QVERIFY(reader);
        for (const std::uint64_t seq : {0U, 1U, 2U, 77U, 300U, 599U, 600U}) {
            LogCursor cursor = reader->cursor(seq);
            Record r;
            QVERIFY(cursor.next(r).value());
            QCOMPARE(r.seq, std::max<std::uint64_t>(seq, 1));
        }
        Record r;
        QVERIFY(!reader->cursor(601).next(r).value());
    }

    void trendIsThatOfAScan()
    {
        const std::string path = file("a.gmb");
        auto writer = makeWriter(path);
        SyntheticPlant plant;
        plant.play(*writer, 60'000); // 100 min: several rollups
        QVERIFY(writer->close(std::nullopt).ok());
        auto reader = makeReader(path);
        QVERIFY(reader);
        std::mt19937_64 random(5);
        const TimeNs length = plant.now() - SyntheticPlant::kStart;
        for (int round = 0; round < 60; ++round) {
            const TimeNs from = SyntheticPlant::kStart - 100 * kSecond
                + static_cast<TimeNs>(random() % static_cast<std::uint64_t>(length));
            const TimeNs to = from + 1 + static_cast<TimeNs>(random() % static_cast<std::uint64_t>(length));
            const TimeNs knownAt = round % 3 == 0 ? from + (to - from) / 2 : INT64_MAX;
            const int columns = round % 2 == 0 ? 1200 : 1 + static_cast<int>(random() % 50);
            const TagId tag{static_cast<std::uint32_t>(random() % 3)};
            const auto trend = reader->trend(tag, from, to, columns, knownAt);
            QVERIFY(trend.ok());
            QVERIFY(trend.value().damaged.empty());
            QVERIFY(trend.value().buckets == scan(plant.samples(), tag, from, to, columns, knownAt));
        }
        const auto condition = reader->conditionTrend(AssetId{0}, SyntheticPlant::kStart,
                                                      plant.now(), 10, INT64_MAX);
        QVERIFY(condition.ok());
        QCOMPARE(condition.value().buckets.size(), 10U);
        QCOMPARE(condition.value().buckets[0].first, 99.999);
        QCOMPARE(condition.value().buckets[0].minimum, 99.001);
        QVERIFY(reader->trend(TagId{9}, 0, INT64_MAX, 100, INT64_MAX).value().buckets.empty());
    }

    void aMovingViewDrawsWhatAScanDraws()
    {
        const std::string path = file("a.gmb");
        auto writer = makeWriter(path);
        SyntheticPlant plant;
        plant.play(*writer, 60'000);
        QVERIFY(writer->close(std::nullopt).ok());
        auto reader = makeReader(path);
        QVERIFY(reader);
        // One reader all the way, so that columns of earlier views are used: pans, zooms, a cursor
        // that goes forward and back.
        std::mt19937_64 random(7);
        const auto below = [&](TimeNs n) { return static_cast<TimeNs>(random() % static_cast<std::uint64_t>(n)); };
        TimeNs width = 3 * kSecond, from = SyntheticPlant::kStart, knownAt = INT64_MAX;
        for (int round = 0; round < 1000; ++round) {
            if (round % 50 == 0)
                width = 1 + below(20 * kSecond);
            from += (below(9) - 3) * width;
            if (round % 20 == 0)
                from = SyntheticPlant::kStart - 100 * kSecond + below(plant.now() - SyntheticPlant::kStart);
            const TimeNs to = from + 1 + below(300 * width);
            if (round % 3 == 0)
                knownAt = round % 2 == 0 ? to : from + below(to - from);
            const TagId tag{static_cast<std::uint32_t>(round % 3)};
            const auto trend = reader->gridTrend(tag, from, to, width, knownAt);
            QVERIFY(trend.ok());
            const TimeNs start = from / width * width;
            const TimeNs whole = (to - start + width - 1) / width;
            std::map<TimeNs, TrendBucket> exact;
            for (const Sample& s : plant.samples()) {
                const TimeNs shown = s.source == kNoTime ? s.arrival : s.source;
                if (s.tag == tag && s.arrival / kMillisecond <= knownAt / kMillisecond && shown >= start
                    && shown < to)
                    addToBucket(exact[shown / width], shown, toNumber(s.value), s.quality == Quality::Bad);
            }
            std::vector<TrendBucket> wanted;
            for (const auto& [column, bucket] : exact) {
                if (bucket.count > 0)
                    wanted.push_back(bucket);
            }
            QVERIFY(static_cast<TimeNs>(trend->buckets.size()) <= whole);
            QVERIFY2(trend->buckets == wanted, qPrintable(QString::number(round)));
        }
    }

    void samplesComeAsTheyWereStored()
    {
        const std::string path = file("a.gmb");
        auto writer = makeWriter(path);
        SyntheticPlant plant;
        plant.play(*writer, 20'000);
        QVERIFY(writer->close(std::nullopt).ok());
        auto reader = makeReader(path);
        QVERIFY(reader);
        const TimeNs from = SyntheticPlant::kStart + 10 * kMinute, to = from + 7 * kMinute;
        for (const TimeNs knownAt : {INT64_MAX, from + 3 * kMinute}) {
            std::vector<std::pair<TimeNs, double>> wanted, found;
            for (const Sample& s : plant.samples()) {
                const TimeNs shown = s.source == kNoTime ? s.arrival : s.source;
                if (s.tag == TagId{1} && shown >= from && shown < to
                    && s.arrival / kMillisecond <= knownAt / kMillisecond)
                    wanted.emplace_back(shown, toNumber(s.value));
            }
            std::stable_sort(wanted.begin(), wanted.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            const auto series = reader->samples(TagId{1}, from, to, knownAt, 100'000);
            QVERIFY(series.ok());
            for (const SeriesPoint& p : series->points)
                found.emplace_back(p.at, p.value);
            QVERIFY(!wanted.empty());
            QVERIFY(found == wanted);
            const auto tooMany = reader->samples(TagId{1}, from, to, knownAt, wanted.size() - 1);
            QVERIFY(!tooMany.ok());
            QCOMPARE(tooMany.error().code, ErrorCode::LimitReached);
        }
    }

    void growingFileIsReadMeanwhile()
    {
        const std::string path = file("ring.gmb");
        SessionWriter::Options options;
        options.ring = SessionWriter::Ring{};
        auto writer = makeWriter(path, options);
        SyntheticPlant plant;
        plant.play(*writer, 100);
        QVERIFY(writer->waitCommitted(100, 10s));
        auto reader = makeReader(path, SessionReader::OpenMode::OwnRing);
        auto second = makeReader(path, SessionReader::OpenMode::OwnRing);
        QVERIFY(reader && second);
        LogCursor cursor = reader->cursor(1);
        Record r;
        std::uint64_t seen = 0;
        for (int round = 0; round < 20; ++round) {
            while (cursor.next(r).value())
                QCOMPARE(r.seq, ++seen);
            QCOMPARE(seen, plant.nextSeq() - 1);
            QCOMPARE(second->lastSeq().value(), seen);
            const auto trend = second->trend(TagId{1}, 0, INT64_MAX, 1, INT64_MAX);
            QCOMPARE(trend.value().buckets.at(0).last, static_cast<double>(seen));
            QCOMPARE(trend.value().buckets.at(0).count, seen);
            plant.play(*writer, 333);
            QVERIFY(writer->waitCommitted(plant.nextSeq() - 1, 10s));
        }
        QVERIFY(reader->refresh().ok());
        QCOMPARE(reader->info().records, plant.nextSeq() - 1);
    }

    void ringForgetsWholeIntervals()
    {
        const std::string path = file("ring.gmb");
        SessionWriter::Options options;
        options.ring = SessionWriter::Ring{60 * kSecond, std::uint64_t{1} << 30};
        auto writer = makeWriter(path, options);
        SyntheticPlant plant;
        for (int round = 0; round < 60; ++round) {
            plant.play(*writer, 100);
            QVERIFY(writer->waitCommitted(plant.nextSeq() - 1, 10s));
        }
        auto reader = makeReader(path, SessionReader::OpenMode::OwnRing);
        QVERIFY(reader);
        const auto intervals = reader->intervals();
        QVERIFY(intervals.ok());
        QVERIFY(intervals.value().front().keyframe);
        const TimeNs kept = plant.now() - intervals.value().front().firstArrival;
        QVERIFY2(kept >= 60 * kSecond && kept < 200 * kSecond, QByteArray::number(double(kept) / 1e9));
        QCOMPARE(reader->info().from, intervals.value().front().firstArrival);
        QCOMPARE(compareLog(*reader, intervals.value().front().firstSeq, plant.nextSeq() - 1),
                 std::string());
        QVERIFY(reader->readKeyframe(intervals.value().front().index).ok());
        QCOMPARE(reader->info().samples, 3 * reader->info().records);
        const auto trend = reader->trend(TagId{1}, 0, INT64_MAX, 1, INT64_MAX);
        QCOMPARE(trend.value().buckets.at(0).count, reader->info().records);
    }

    void ringKeepsToItsSize()
    {
        const std::string path = file("ring.gmb");
        SessionWriter::Options options;
        options.ring = SessionWriter::Ring{kHour, std::uint64_t{1} << 20};
        auto writer = makeWriter(path, options);
        SyntheticPlant plant(1, 2000);
        for (int round = 0; round < 60; ++round) {
            plant.play(*writer, 100);
            QVERIFY(writer->waitCommitted(plant.nextSeq() - 1, 10s));
        }
        auto reader = makeReader(path, SessionReader::OpenMode::OwnRing);
        QVERIFY(reader);
        QVERIFY2(reader->info().fileBytes < (3U << 19), QByteArray::number(qulonglong(reader->info().fileBytes)));
        const auto intervals = reader->intervals();
        QVERIFY(intervals.value().front().index > 100);
        QVERIFY(intervals.value().front().keyframe);
        QVERIFY(reader->readKeyframe(intervals.value().front().index).ok());
        QCOMPARE(compareLog(*reader, intervals.value().front().firstSeq, plant.nextSeq() - 1, 2000),
                 std::string());
    }

    void keyframesTakeATenth()
    {
        const std::string path = file("a.gmb");
        auto writer = makeWriter(path);
        std::mt19937_64 random(6);
        std::uint64_t seq = 0;
        for (std::uint64_t interval = 0; interval < 200; ++interval) {
            Bytes state(10'000, '\0'); // does not compress
            for (char& c : state)
                c = static_cast<char>(random());
            writer->beginInterval({interval, seq + 1, SyntheticPlant::kStart, state, "d", "hash"});
            for (int i = 0; i < 100; ++i) {
                ++seq;
                writer->append({seq, SyntheticPlant::kStart, RecordKind::Packet, SourceId{0},
                                SyntheticPlant::payloadOf(seq, 300)});
            }
            writer->endInterval({interval, SyntheticPlant::digestOf(interval), 100, seq,
                                 SyntheticPlant::kStart});
            if (interval % 20 == 0)
                QVERIFY(writer->waitCommitted(seq, 10s));
        }
        QVERIFY(writer->close(std::nullopt).ok());
        auto reader = makeReader(path);
        QVERIFY(reader);
        const auto intervals = reader->intervals();
        QCOMPARE(intervals.value().size(), 200U);
        QVERIFY(intervals.value()[0].keyframe);
        std::uint64_t bytes = 0;
        for (const IntervalInfo& i : intervals.value()) {
            const auto k = reader->readKeyframe(i.index);
            QCOMPARE(k.ok(), i.keyframe);
            if (!k)
                QCOMPARE(k.error().code, ErrorCode::SessionNoKeyframe);
            else if (i.index > 0)
                bytes += k.value().acquisition.size();
        }
        QVERIFY(bytes > 0);
        QVERIFY2(bytes * 10 < reader->info().fileBytes, QByteArray::number(qulonglong(bytes)));
    }

    void savingTellsHowFarAndCanBeEnded()
    {
        const std::string source = file("told.gmb"), target = file("ended.gmb");
        SessionWriter::Options options;
        options.ring = SessionWriter::Ring{};
        auto writer = makeWriter(source, options);
        SyntheticPlant plant;
        plant.play(*writer, 3000);
        plant.endInterval(*writer);
        std::vector<double> shares;
        const auto end = [&](bool go) {
            std::promise<bool> outcome;
            writer->saveLast(60 * kSecond, target,
                             [&](const Result<SessionWriter::Saved>& r) { outcome.set_value(r.ok()); },
                             [&](double share) {
                                 shares.push_back(share);
                                 return go || shares.size() < 3;
                             });
            return outcome.get_future().get();
        };
        QVERIFY(!end(false));
        QCOMPARE(shares.size(), 3u);
        QVERIFY(!QFile::exists(QString::fromStdString(target)));
        QVERIFY(!QFile::exists(QString::fromStdString(target + ".part")));
        shares.clear();
        QVERIFY(end(true));
        QVERIFY(std::ranges::is_sorted(shares) && shares.back() < 1.0 && shares.back() > 0.9);
    }

    void saveLastIsACompleteSession()
    {
        const std::string path = file("ring.gmb");
        const std::string target = file("saved.gmb");
        SessionWriter::Options options;
        options.ring = SessionWriter::Ring{};
        auto writer = makeWriter(path, options);
        SyntheticPlant plant;
        plant.play(*writer, 3000);
        plant.endInterval(*writer);
        std::promise<Result<SessionWriter::Saved>> promise;
        writer->saveLast(60 * kSecond, target, [&](const Result<SessionWriter::Saved>& r) {
            promise.set_value(r);
        });
        const std::uint64_t last = plant.nextSeq() - 1;
        plant.play(*writer, 500); // recording goes on
        const auto saved = promise.get_future().get();
        QVERIFY(saved.ok());
        auto reader = makeReader(target);
        QVERIFY(reader);
        const SessionInfo& info = reader->info();
        QVERIFY(info.problems.empty());
        QVERIFY(info.complete);
        QCOMPARE(info.digest.size(), 64U);
        const auto intervals = reader->intervals().value();
        QVERIFY(intervals.front().keyframe);
        QVERIFY(intervals.front().firstArrival <= SyntheticPlant::kStart + 240 * kSecond);
        QCOMPARE(compareLog(*reader, intervals.front().firstSeq, intervals.back().lastSeq),
                 std::string());
        QVERIFY(intervals.back().lastSeq >= last);
        QCOMPARE(saved.value().records, info.records);
        QCOMPARE(info.samples, 3 * info.records);
        const auto trend = reader->trend(TagId{1}, 0, INT64_MAX, 1, INT64_MAX);
        QCOMPARE(trend.value().buckets.at(0).count, info.records);
        QCOMPARE(reader->package().value().blobs.size(), 2U);
        QVERIFY(!QFile::exists(QString::fromStdString(target) + QStringLiteral(".part")));
        // and once more, into a folder that is not there
        std::promise<Result<SessionWriter::Saved>> refused;
        writer->saveLast(60 * kSecond, file("nowhere/saved.gmb"),
                         [&](const Result<SessionWriter::Saved>& r) { refused.set_value(r); });
        QCOMPARE(refused.get_future().get().error().code, ErrorCode::FileNotWritable);
    }

private:
    std::string file(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)).toStdString(); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
