// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into the codecs comes out again, bit for bit; what is not theirs gives an error.
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <QTest>

#include "twin/store/cache_builder.h"
#include "twin/store/checksum.h"
#include "twin/store/chunk_codec.h"
#include "twin/store/chunk_summary.h"
#include "twin/store/int_column.h"
#include "twin/store/sample_stream.h"
#include "twin/store/segment.h"

using namespace gemba::twin;

namespace {

using Random = std::mt19937_64;
constexpr TimeNs kStart = 1'790'000'000 * kSecond;

/// Equal to the bit: NaN equals itself here, and -0.0 does not equal 0.0.
bool same(const Value& a, const Value& b)
{
    if (a.index() != b.index())
        return false;
    if (const auto* d = std::get_if<double>(&a))
        return std::bit_cast<std::uint64_t>(*d) == std::bit_cast<std::uint64_t>(std::get<double>(b));
    if (const auto* w = std::get_if<Waveform>(&a)) {
        const auto& v = std::get<Waveform>(b);
        return w->rateHz == v.rateHz
            && std::equal(w->values.begin(), w->values.end(), v.values.begin(), v.values.end(),
                          [](float x, float y) {
                              return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
                          });
    }
    return a == b;
}

QByteArray differences(const ChunkColumns& in, const ChunkColumns& out)
{
    if (in.arrival != out.arrival)
        return "arrival";
    if (in.source != out.source)
        return "source";
    if (in.flags != out.flags || in.kinds != out.kinds)
        return "flags or kinds";
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (!same(in.value(i), out.value(i)))
            return "value " + QByteArray::number(static_cast<qulonglong>(i));
    }
    return {};
}

double anyDouble(Random& r)
{
    static constexpr double kOdd[] = {0.0, -0.0, std::numeric_limits<double>::infinity(),
        -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::max(),
        std::numeric_limits<double>::denorm_min(), 1e308, 9007199254740993.0, 0.1, 1e-300};
    switch (r() % 4) {
    case 0: return kOdd[r() % std::size(kOdd)];
    case 1: return std::bit_cast<double>(r()); // any bits, NaNs with payload among them
    case 2: return static_cast<double>(static_cast<std::int64_t>(r() % 2'000'001) - 1'000'000) / 1000;
    default: return std::sqrt(static_cast<double>(r() % 1000));
    }
}

Value anyValue(Random& r, int kind)
{
    switch (kind) {
    case 0: return std::monostate{};
    case 1: return anyDouble(r);
    case 2:
        return r() % 3 == 0 ? (r() % 2 == 0 ? std::numeric_limits<std::int64_t>::max()
                                            : std::numeric_limits<std::int64_t>::min())
                            : static_cast<std::int64_t>(r());
    case 3: return r() % 2 == 0;
    case 4: return std::string(r() % 20, static_cast<char>(r()));
    default: {
        Waveform w{static_cast<double>(r() % 50'000), std::vector<float>(r() % 50)};
        for (float& f : w.values)
            f = std::bit_cast<float>(static_cast<std::uint32_t>(r()));
        return w;
    }
    }
}

ChunkColumns anyColumns(Random& r)
{
    ChunkColumns c;
    const std::size_t n = r() % 4 == 0 ? ChunkCodec::kMaxSamples : r() % 100 + 1;
    const int kind = static_cast<int>(r() % 7); // 6: mixed
    const int times = static_cast<int>(r() % 4);
    const int sources = static_cast<int>(r() % 4);
    TimeNs t = kStart;
    for (std::size_t i = 0; i < n; ++i) {
        t = times == 0 ? t + kSecond
            : times == 1 ? t + static_cast<TimeNs>(r() % kSecond)
            : times == 2 ? t + static_cast<TimeNs>(r() % 3) * kMillisecond
                         : static_cast<TimeNs>(r());
        const TimeNs source = sources == 0 ? kNoTime
            : sources == 1 ? t - 5 * kMillisecond
            : sources == 2 ? static_cast<TimeNs>(r())
            : r() % 2 == 0 ? kNoTime : t;
        c.append(t, source, static_cast<std::uint8_t>(r() % 5 == 0 ? r() % 7 : 0),
                 anyValue(r, kind == 6 ? static_cast<int>(r() % 6) : kind));
    }
    return c;
}

std::size_t encodedSize(const std::function<double(int)>& value, int n)
{
    ChunkColumns c;
    for (int i = 0; i < n; ++i)
        c.append(kStart + i * kSecond, kStart + i * kSecond - 3 * kMillisecond, 0, value(i));
    ChunkCodec codec;
    Bytes bytes;
    codec.encode(c, bytes);
    return bytes.size();
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crcIsTheOneOfZip() { QCOMPARE(crc32("123456789"), 0xCBF43926U); }

    void integersComeBack_data()
    {
        QTest::addColumn<QList<qint64>>("values");
        constexpr qint64 kMax = std::numeric_limits<qint64>::max();
        constexpr qint64 kMin = std::numeric_limits<qint64>::min();
        QTest::newRow("one") << QList<qint64>{kMin};
        QTest::newRow("extremes") << QList<qint64>{kMin, kMax, kMin, 0, kMax, kMax, -1};
        QTest::newRow("constant") << QList<qint64>(600, 42);
        QTest::newRow("held, then a step") << (QList<qint64>(300, 7) + QList<qint64>(300, 8));
        QTest::newRow("alternating") << QList<qint64>{1, 2, 1, 2, 1, 2, 1};
        QTest::newRow("multiples of a second") << QList<qint64>{0, kSecond, 3 * kSecond, 2 * kSecond};
    }
    void integersComeBack()
    {
        QFETCH(QList<qint64>, values);
        const std::vector<std::int64_t> in(values.begin(), values.end());
        Bytes bytes;
        encodeIntegers(in, bytes);
        ByteReader reader(bytes);
        std::vector<std::int64_t> out;
        decodeIntegers(reader, in.size(), out);
        QVERIFY(!reader.failed());
        QVERIFY(reader.atEnd());
        QCOMPARE(out, in);
    }

    void anyChunkComesBackToTheBit()
    {
        Random random(7);
        ChunkCodec codec;
        for (int round = 0; round < 600; ++round) {
            const ChunkColumns in = anyColumns(random);
            Bytes bytes;
            codec.encode(in, bytes);
            ChunkColumns out;
            const auto r = codec.decode(bytes, out);
            QVERIFY2(r.ok(), QByteArray::number(round));
            const QByteArray difference = differences(in, out);
            QVERIFY2(difference.isEmpty(), QByteArray::number(round) + ": " + difference);
        }
    }

    void damagedChunkGivesAnError()
    {
        Random random(8);
        ChunkCodec codec;
        for (int round = 0; round < 400; ++round) {
            Bytes bytes;
            codec.encode(anyColumns(random), bytes);
            const bool shorten = random() % 2 == 0;
            if (shorten)
                bytes.resize(random() % bytes.size());
            else
                bytes[random() % bytes.size()] ^= static_cast<char>(1 << (random() % 8));
            ChunkColumns out;
            QVERIFY2(!codec.decode(bytes, out).ok(), QByteArray::number(round));
        }
    }

    /// Past the checksum, too: someone may compute it over whatever they like.
    void hostileChunkWithAValidChecksumIsBounded()
    {
        Random random(9);
        ChunkCodec codec;
        int refused = 0;
        for (int round = 0; round < 3000; ++round) {
            Bytes bytes(5 + random() % 80, '\0');
            for (char& c : bytes)
                c = static_cast<char>(random() % 4 == 0 ? random() : random() % 5);
            bytes[4] = 0;
            const std::uint32_t crc = crc32(std::string_view(bytes).substr(4));
            std::memcpy(bytes.data(), &crc, 4);
            ChunkColumns out;
            refused += codec.decode(bytes, out).ok() ? 0 : 1;
            QVERIFY(out.size() <= ChunkCodec::kMaxSamples);
        }
        QVERIFY(refused > 2000);
    }

    void regularSeriesAreSmall()
    {
        const auto held = [](int) { return 2705.0; };
        const auto sensor = [](int i) { return std::round(std::sin(i / 40.0) * 500) / 100; };
        QVERIFY2(encodedSize(held, 512) < 50, QByteArray::number(int(encodedSize(held, 512))));
        const std::size_t bytes = encodedSize(sensor, 512);
        QVERIFY2(bytes < 512 + 60, QByteArray::number(int(bytes)));
    }

    void samplesStreamBack()
    {
        Random random(10);
        SampleStreamWriter writer;
        Bytes bytes;
        std::vector<StreamedSample> in;
        for (int i = 0; i < 2000; ++i) {
            StreamedSample s{static_cast<std::int64_t>(random() % 100) - 50,
                             static_cast<TimeNs>(random()),
                             random() % 2 == 0 ? kNoTime : static_cast<TimeNs>(random()),
                             static_cast<std::uint8_t>(random() % 7),
                             anyValue(random, static_cast<int>(random() % 6))};
            writer.append(bytes, s.series, s.arrival, s.source, s.flags, s.value);
            in.push_back(s);
        }
        SampleStreamReader reader(bytes);
        StreamedSample out;
        for (const StreamedSample& s : in) {
            const auto more = reader.next(out);
            QVERIFY(more.ok() && more.value());
            QVERIFY(out.series == s.series && out.arrival == s.arrival && out.source == s.source
                    && out.flags == s.flags && same(out.value, s.value));
        }
        QVERIFY(!reader.next(out).value());
        QVERIFY(!SampleStreamReader(std::string_view(bytes).substr(0, 1)).next(out).ok());
    }

    /// Also the series at both ends of what a tag or an asset can be.
    void samplesWaitAsTheyAre()
    {
        Random random(12);
        SampleList list;
        std::vector<StreamedSample> in;
        for (int i = 0; i < 600; ++i) {
            constexpr std::int64_t kEnds[]{0, -1, std::int64_t{0xffffffff}, -std::int64_t{0x100000000}};
            in.push_back({kEnds[random() % 4], static_cast<TimeNs>(random()),
                          random() % 2 == 0 ? kNoTime : static_cast<TimeNs>(random()),
                          static_cast<std::uint8_t>(random() % 8), anyValue(random, i % 6)});
            const StreamedSample& s = in.back();
            list.append(s.series, s.arrival, s.source, s.flags, s.value);
        }
        QCOMPARE(list.entries.size(), in.size());
        for (std::size_t i = 0; i < in.size(); ++i) {
            const QueuedSample& q = list.entries[i];
            QVERIFY(q.series() == in[i].series && q.arrival == in[i].arrival && q.source == in[i].source
                    && q.flags() == in[i].flags && same(list.value(q), in[i].value));
        }
        QVERIFY(list.bytes() > in.size() * sizeof(QueuedSample));
        list.clear();
        QCOMPARE(list.bytes(), std::size_t{0});
    }

    /// As a damaged log may say: what was already there goes into a chunk of its own.
    void timeThatGoesBackEndsAChunk()
    {
        CacheBuilder builder;
        for (const TimeNs at : {kStart, kStart + kSecond, kStart - kMinute, kStart - kMinute + kSecond})
            builder.append({1, at, kNoTime, 0, 1.0});
        builder.sealAll();
        QCOMPARE(builder.chunks.size(), std::size_t{2});
        const TimeNs firsts[]{kStart, kStart - kMinute};
        for (std::size_t i = 0; i < 2; ++i) {
            ChunkCodec codec;
            ChunkColumns columns;
            QVERIFY(codec.decode(builder.chunks[i].data, columns).ok());
            QVERIFY(columns.arrival == (std::vector<TimeNs>{firsts[i], firsts[i] + kSecond}));
        }
    }

    void segmentsComeBack()
    {
        SegmentBuilder builder;
        const std::string payload(1000, 'x');
        for (std::uint64_t i = 0; i < 100; ++i)
            builder.append({i < 50 ? 1000 + i : 2000 + i, kStart + static_cast<TimeNs>(i),
                            i % 2 ? RecordKind::Packet : RecordKind::Tick,
                            SourceId{static_cast<std::uint16_t>(i)},
                            std::string_view(payload).substr(0, i * 10)});
        Bytes bytes;
        builder.encode(bytes);
        auto reader = SegmentReader::open(bytes, 1000);
        QVERIFY(reader.ok());
        Record r;
        for (std::uint64_t i = 0; i < 100; ++i) {
            QVERIFY(reader->next(r).value());
            QCOMPARE(r.seq, i < 50 ? 1000 + i : 2000 + i);
            QCOMPARE(r.arrival, kStart + static_cast<TimeNs>(i));
            QCOMPARE(index(r.source), static_cast<std::uint16_t>(i));
            QCOMPARE(r.bytes.size(), i * 10);
        }
        QVERIFY(!reader->next(r).value());
        QVERIFY(!SegmentReader::open(bytes, 1001).ok());
    }

    void summariesComeBack()
    {
        Random random(11);
        std::vector<ChunkSummary> in;
        for (std::size_t i = 0; i < kRollupChunks; ++i) {
            ChunkColumns c;
            for (int k = 0; k < 20; ++k)
                c.append(kStart + static_cast<TimeNs>(i * 20 + k) * kSecond,
                         random() % 3 == 0 ? kNoTime : kStart + static_cast<TimeNs>(random() % 100) * kSecond,
                         0, i % 5 == 4 ? Value(std::string("text")) : Value(std::sqrt(double(random() % 99))));
            in.push_back(summarise(c, static_cast<std::int64_t>(i * 3)));
        }
        Bytes bytes;
        encodeSummaries(in, bytes);
        const auto out = decodeSummaries(bytes);
        QVERIFY(out.ok());
        QVERIFY(*out == in);
        bytes[bytes.size() / 2] ^= 1;
        QVERIFY(!decodeSummaries(bytes).ok());
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
