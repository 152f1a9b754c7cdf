// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/chunk_summary.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "twin/store/checksum.h"
#include "twin/store/int_column.h"
#include "twin/store/value_column.h"

namespace gemba::twin {
namespace {

constexpr std::size_t kIntegers = 8;
constexpr std::size_t kDoubles = 4;

std::int64_t minus(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

/// Times as lags behind arrival, which are often all the same.
std::array<std::int64_t, kIntegers> integersOf(const ChunkSummary& s)
{
    const TrendBucket& b = s.bucket;
    return {s.chunk,
            s.firstArrival,
            minus(s.lastArrival, s.firstArrival),
            minus(s.firstArrival, s.earliest),
            minus(s.lastArrival, s.latest),
            minus(b.from, s.earliest),
            minus(s.latest, b.to),
            static_cast<std::int64_t>(b.count) * 2 + (b.bad ? 1 : 0)};
}

ChunkSummary summaryFrom(const std::array<std::int64_t, kIntegers>& i,
                         const std::array<double, kDoubles>& d)
{
    ChunkSummary s;
    s.chunk = i[0];
    s.firstArrival = i[1];
    s.lastArrival = minus(i[1], minus(0, i[2]));
    s.earliest = minus(s.firstArrival, i[3]);
    s.latest = minus(s.lastArrival, i[4]);
    s.bucket = {minus(s.earliest, minus(0, i[5])), minus(s.latest, i[6]), d[0], d[1], d[2], d[3],
                static_cast<std::uint32_t>(i[7] >> 1), (i[7] & 1) != 0};
    return s;
}

} // namespace

void addToBucket(TrendBucket& b, TimeNs shown, double number, bool bad)
{
    if (std::isnan(number)) {
        b.bad = true;
        return;
    }
    const bool empty = b.count == 0;
    if (empty || shown < b.from) {
        b.from = shown;
        b.first = number;
    }
    if (empty || shown >= b.to) {
        b.to = shown;
        b.last = number;
    }
    b.minimum = empty ? number : std::min(b.minimum, number);
    b.maximum = empty ? number : std::max(b.maximum, number);
    b.bad = b.bad || bad;
    ++b.count;
}

void mergeIntoBucket(TrendBucket& b, const TrendBucket& other)
{
    b.bad = b.bad || other.bad;
    if (other.count == 0)
        return;
    const bool empty = b.count == 0;
    if (empty || other.from < b.from) {
        b.from = other.from;
        b.first = other.first;
    }
    if (empty || other.to >= b.to) {
        b.to = other.to;
        b.last = other.last;
    }
    b.minimum = empty ? other.minimum : std::min(b.minimum, other.minimum);
    b.maximum = empty ? other.maximum : std::max(b.maximum, other.maximum);
    b.count += other.count;
}

ChunkSummary summarise(const ChunkColumns& c, std::int64_t chunk)
{
    ChunkSummary s;
    s.chunk = chunk;
    for (std::size_t i = 0; i < c.size(); ++i) {
        const TimeNs shown = c.shown(i);
        s.firstArrival = std::min(s.firstArrival, c.arrival[i]);
        s.lastArrival = std::max(s.lastArrival, c.arrival[i]);
        s.earliest = std::min(s.earliest, shown);
        s.latest = std::max(s.latest, shown);
        addToBucket(s.bucket, shown, c.number(i),
                    (c.flags[i] & 3) == static_cast<int>(Quality::Bad));
    }
    if (s.bucket.count == 0) // small to store
        s.bucket.from = s.earliest, s.bucket.to = s.latest;
    return s;
}

void encodeSummaries(const std::vector<ChunkSummary>& summaries, Bytes& out)
{
    out.assign(4, '\0');
    ByteWriter w(out);
    w.varint(summaries.size());
    std::vector<std::int64_t> integers;
    for (std::size_t column = 0; column < kIntegers; ++column) {
        integers.clear();
        for (const ChunkSummary& s : summaries)
            integers.push_back(integersOf(s)[column]);
        encodeIntegers(integers, out);
    }
    std::vector<double> doubles;
    for (const auto member : {&TrendBucket::first, &TrendBucket::minimum, &TrendBucket::maximum,
                              &TrendBucket::last}) {
        doubles.clear();
        for (const ChunkSummary& s : summaries)
            doubles.push_back(s.bucket.*member);
        encodeDoubles(doubles, out);
    }
    const std::uint32_t crc = crc32(std::string_view(out).substr(4));
    std::memcpy(out.data(), &crc, sizeof crc);
}

Result<std::vector<ChunkSummary>> decodeSummaries(std::string_view in)
{
    const Error damaged{ErrorCode::SessionDamaged, {std::string("a rollup")}, {}};
    ByteReader r(in);
    const std::uint32_t crc = r.u32();
    if (r.failed() || crc != crc32(in.substr(4)))
        return damaged;
    const std::uint64_t n = r.varint();
    if (n > kRollupChunks)
        return damaged;
    std::array<std::vector<std::int64_t>, kIntegers> integers;
    std::array<std::vector<double>, kDoubles> doubles;
    for (auto& column : integers)
        decodeIntegers(r, n, column);
    for (auto& column : doubles)
        decodeDoubles(r, n, column);
    if (r.failed() || !r.atEnd())
        return damaged;
    std::vector<ChunkSummary> out;
    for (std::size_t i = 0; i < n; ++i) {
        std::array<std::int64_t, kIntegers> row{};
        std::array<double, kDoubles> numbers{};
        for (std::size_t k = 0; k < kIntegers; ++k)
            row[k] = integers[k][i];
        for (std::size_t k = 0; k < kDoubles; ++k)
            numbers[k] = doubles[k][i];
        out.push_back(summaryFrom(row, numbers));
    }
    return out;
}

} // namespace gemba::twin
