// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/session_reader.h"

#include <algorithm>

#include "twin/store/log_cursor_private.h"
#include "twin/store/session_access.h"

namespace gemba::twin {
namespace {

/// Calls use(statement) for each row until it fails.
template <class Use>
Result<void> forEachRow(Result<Statement> s, Use use)
{
    for (;;) {
        if (!s)
            return s.error();
        const Result<bool> row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        if (auto r = use(*s); !r)
            return r;
    }
}

Error damaged(std::string what)
{
    return {ErrorCode::SessionDamaged, {std::move(what)}, {}};
}

} // namespace

SessionReader::SessionReader(std::unique_ptr<SessionAccess> access) : m_access(std::move(access)) {}
SessionReader::~SessionReader() = default;

Result<std::unique_ptr<SessionReader>> SessionReader::open(const std::string& path, OpenMode mode)
{
    auto access = openSession(path, mode);
    if (!access)
        return access.error();
    return std::unique_ptr<SessionReader>(new SessionReader(std::move(*access)));
}

const SessionInfo& SessionReader::info() const { return m_access->info; }
Result<void> SessionReader::refresh()
{
    m_access->grantSteps();
    return readSessionInfo(*m_access);
}

Result<std::uint64_t> SessionReader::lastSeq()
{
    m_access->grantSteps();
    const Result<std::int64_t> seq
        = m_access->db.integer("SELECT last_seq FROM log ORDER BY first_seq DESC LIMIT 1");
    if (!seq)
        return seq.error();
    return static_cast<std::uint64_t>(*seq);
}

Result<PlantPackage> SessionReader::package()
{
    m_access->grantSteps();
    PlantPackage package;
    std::size_t total = 0;
    const auto done = forEachRow(
        m_access->db.prepare("SELECT sha256, kind, name, bytes FROM blob ORDER BY id"),
        [&](Statement& s) -> Result<void> {
            Blob b{std::string(s.bytes(1)), std::string(s.bytes(2)), std::string(s.bytes(0)), {}};
            if (auto r = m_access->decompressor.decompress(s.bytes(3), kMaxBlobBytes, b.bytes); !r)
                return damaged("blob " + b.name.substr(0, 200));
            total += b.bytes.size();
            if (total > 4 * kMaxBlobBytes || sha256Hex(b.bytes) != b.sha256)
                return damaged("blob " + b.name.substr(0, 200));
            package.blobs.push_back(std::move(b));
            return {};
        });
    if (!done)
        return done.error();
    return package;
}

Result<std::vector<IntervalInfo>> SessionReader::intervals()
{
    m_access->grantSteps();
    std::vector<IntervalInfo> intervals;
    const auto done = forEachRow(
        m_access->db.prepare("SELECT i.id, i.first_seq, i.last_seq, i.first_arrival, i.last_arrival,"
                             " i.records, i.ended, k.interval IS NOT NULL, i.digest FROM interval i"
                             " LEFT JOIN keyframe k ON k.interval=i.id ORDER BY i.id"),
        [&](Statement& s) -> Result<void> {
            IntervalInfo i{s.unsignedInteger(0), s.unsignedInteger(1), s.unsignedInteger(2),
                           s.integer(3), s.integer(4), s.unsignedInteger(5), std::nullopt,
                           s.integer(6) != 0, s.integer(7) != 0};
            const std::string_view digest = s.bytes(8);
            if (digest.size() == sizeof(IntervalDigest)) {
                i.digest.emplace();
                std::copy(digest.begin(), digest.end(), i.digest->begin());
            }
            intervals.push_back(i);
            return {};
        });
    // A torn table still tells of the intervals before the tear.
    if (!done && (done.error().code != ErrorCode::SessionDamaged || intervals.empty()))
        return done.error();
    return intervals;
}

Result<Keyframe> SessionReader::readKeyframe(std::uint64_t interval)
{
    m_access->grantSteps();
    Result<Statement> s = m_access->db.prepare(
        "SELECT i.first_seq, i.first_arrival, k.derived_hash, k.acquisition, k.derived"
        " FROM keyframe k JOIN interval i ON i.id=k.interval WHERE k.interval=?");
    if (!s)
        return s.error();
    s->bind(1, static_cast<std::int64_t>(interval));
    const Result<bool> row = s->step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorCode::SessionNoKeyframe, {}, {}};
    Keyframe k{interval, s->unsignedInteger(0), s->integer(1), {}, {}, std::string(s->bytes(2))};
    for (const auto& [column, out] : {std::pair{3, &k.acquisition}, std::pair{4, &k.derived}}) {
        if (auto r = m_access->decompressor.decompress(s->bytes(column), kMaxKeyframeBytes, *out); !r)
            return r.error();
    }
    return k;
}

Result<std::vector<GapInfo>> SessionReader::gaps()
{
    m_access->grantSteps();
    std::vector<GapInfo> gaps;
    const auto done = forEachRow(
        m_access->db.prepare("SELECT interval, first_seq, last_seq, from_arrival, to_arrival,"
                             " records, bytes FROM gap ORDER BY id"),
        [&](Statement& s) -> Result<void> {
            gaps.push_back({s.unsignedInteger(0), s.unsignedInteger(1), s.unsignedInteger(2),
                            s.integer(3), s.integer(4), s.unsignedInteger(5), s.unsignedInteger(6)});
            return {};
        });
    if (!done)
        return done.error();
    return gaps;
}

namespace {

constexpr const char* kEventColumns = "SELECT seq, at, kind, priority, asset, tag, alert, number, text";

/// Damage ends the list where it is met.
Result<std::vector<Event>> readEvents(Result<Statement> s)
{
    std::vector<Event> events;
    const auto done = forEachRow(std::move(s), [&](Statement& r) -> Result<void> {
        events.push_back({r.unsignedInteger(0), r.integer(1), static_cast<EventKind>(r.integer(2)),
                          static_cast<int>(r.integer(3)),
                          AssetId{static_cast<std::uint32_t>(r.integer(4))},
                          TagId{static_cast<std::uint32_t>(r.integer(5))}, r.unsignedInteger(6),
                          r.integer(7), std::string(r.bytes(8))});
        return {};
    });
    if (!done && done.error().code != ErrorCode::SessionDamaged)
        return done.error();
    return events;
}

} // namespace

Result<std::vector<Event>> SessionReader::events(TimeNs from, TimeNs to)
{
    m_access->grantSteps();
    Result<Statement> s = m_access->db.prepare(
        std::string(kEventColumns) + " FROM event WHERE at BETWEEN ? AND ? ORDER BY at, id");
    if (s)
        s->bind(1, from).bind(2, to);
    return readEvents(std::move(s));
}

Result<std::vector<Event>> SessionReader::latestEvents(int most)
{
    m_access->grantSteps();
    Result<Statement> s = m_access->db.prepare(
        std::string(kEventColumns) + " FROM event ORDER BY at DESC, id DESC LIMIT ?");
    if (s)
        s->bind(1, std::int64_t{most});
    auto events = readEvents(std::move(s));
    if (events)
        std::reverse(events->begin(), events->end());
    return events;
}

Result<std::vector<Event>> SessionReader::eventsOf(EventKind kind)
{
    m_access->grantSteps();
    Result<Statement> s = m_access->db.prepare(
        std::string(kEventColumns) + " FROM event WHERE kind=? ORDER BY at, id LIMIT 100000");
    if (s)
        s->bind(1, static_cast<std::int64_t>(kind));
    return readEvents(std::move(s));
}

LogCursor SessionReader::cursor(std::uint64_t fromSeq)
{
    auto d = std::make_unique<LogCursor::Private>();
    d->access = m_access.get();
    d->position = fromSeq;
    return LogCursor(std::move(d));
}

Result<TrendSeries> SessionReader::trend(TagId tag, TimeNs from, TimeNs to, int columns, TimeNs knownAt)
{
    return readTrend(*m_access, seriesOf(tag), from, to, columns, knownAt);
}

Result<TrendSeries> SessionReader::gridTrend(TagId tag, TimeNs from, TimeNs to, TimeNs width, TimeNs knownAt)
{
    return readGridTrend(*m_access, seriesOf(tag), from, to, width, knownAt);
}

Result<StoredSeries> SessionReader::samples(TagId tag, TimeNs from, TimeNs to, TimeNs knownAt, std::size_t most)
{
    return readPoints(*m_access, seriesOf(tag), from, to, knownAt, most);
}

Result<TrendSeries> SessionReader::conditionTrend(AssetId asset, TimeNs from, TimeNs to, int columns,
                                            TimeNs knownAt)
{
    Result<TrendSeries> trend = readTrend(*m_access, seriesOf(asset), from, to, columns, knownAt);
    if (trend) {
        for (TrendBucket& b : trend->buckets) {
            for (double* v : {&b.first, &b.minimum, &b.maximum, &b.last})
                *v /= 1000.0; // thousandths of a point
        }
    }
    return trend;
}

} // namespace gemba::twin
