// SPDX-License-Identifier: GPL-3.0-or-later
// What the time bar draws, without reading the whole of a long session: records where a stretch is
// short, segments where it is longer, and beyond that only the table of intervals, by bisection.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "twin/model/late.h"
#include "twin/store/lanes.h"
#include "twin/store/session_access.h"

namespace gemba::twin {
namespace {

constexpr TimeNs kSilence = 5 * kSecond;
constexpr std::int64_t kShort = 30;      ///< intervals: records are read
constexpr std::int64_t kMiddling = 8'000; ///< segments are read
constexpr int kMostColumns = 8'192;
constexpr TimeNs kHeld = 10 * kSecond;    ///< a condition older than this says nothing about now

struct IntervalRow {
    std::int64_t id = 0;
    std::uint64_t firstSeq = 0;
    TimeNs firstArrival = 0;
};

/// Fills a DensityLane. Column widths are counted in doubles: a column more or less of rounding
/// is less than a pixel.
class DensityScan
{
public:
    DensityScan(SessionReader& reader, SessionAccess& access, TimeNs from, TimeNs to, int columns)
        : m_reader(reader), m_access(access),
          m_width(static_cast<double>(to - from) / columns)
    {
        m_lane.from = from;
        m_lane.to = to;
        m_lane.perSecond.assign(static_cast<std::size_t>(columns), 0.0);
    }

    Result<DensityLane> run()
    {
        Result<Statement> s = m_access.db.prepare(
            "SELECT id, first_seq, first_arrival FROM interval WHERE id>=? ORDER BY id LIMIT 1");
        if (!s)
            return s.error();
        m_at = std::move(*s);
        const Result<std::int64_t> first = m_access.db.integer("SELECT min(id) FROM interval");
        const Result<std::int64_t> last = m_access.db.integer("SELECT max(id) FROM interval");
        if (!first || !last)
            return first ? last.error() : first.error();
        m_first = *first;
        m_last = *last;
        const Result<IntervalRow> begin = intervalAt(m_lane.from);
        const Result<IntervalRow> end = intervalAt(m_lane.to);
        if (!begin || !end)
            return begin ? end.error() : begin.error();
        const std::int64_t intervals = end->id - begin->id;
        const Result<void> read = intervals <= kShort      ? readRecords(begin->firstSeq)
                                  : intervals <= kMiddling ? readSegments(begin->firstSeq)
                                                           : readIntervals();
        if (!read)
            return read.error();
        for (double& n : m_lane.perSecond)
            n /= m_width / static_cast<double>(kSecond);
        return std::move(m_lane);
    }

private:
    Result<IntervalRow> row(std::int64_t id)
    {
        m_at.bind(1, id);
        const Result<bool> found = m_at.step();
        if (!found)
            return found.error();
        IntervalRow r;
        if (*found)
            r = {m_at.integer(0), m_at.unsignedInteger(1), m_at.integer(2)};
        m_at.reset();
        return r;
    }

    /// The last interval that begins at or before t, else the first there is.
    Result<IntervalRow> intervalAt(TimeNs t)
    {
        std::int64_t low = m_first;
        std::int64_t high = m_last;
        while (low < high) {
            const std::int64_t middle = low + (high - low + 1) / 2;
            const Result<IntervalRow> r = row(middle);
            if (!r)
                return r;
            if (r->firstArrival <= t && r->id >= middle)
                low = middle;
            else
                high = middle - 1;
        }
        return row(low);
    }

    void count(TimeNs from, TimeNs to, double n)
    {
        const double first = static_cast<double>(from - m_lane.from) / m_width;
        const double last = static_cast<double>(std::max(to, from) - m_lane.from) / m_width;
        const double share = n / std::max(last - first, 1e-9);
        const auto most = static_cast<double>(m_lane.perSecond.size());
        const double begin = std::clamp(first, 0.0, most);
        const double end = std::clamp(last, 0.0, most);
        if (last - first < 1e-6) {
            if (first >= 0 && first < most)
                m_lane.perSecond[static_cast<std::size_t>(first)] += n;
            return;
        }
        for (double c = begin; c < end;) {
            const double next = std::min(std::floor(c) + 1.0, end);
            m_lane.perSecond[static_cast<std::size_t>(c)] += share * (next - c);
            c = next;
        }
    }

    /// Something came at t: how long was it silent before?
    void heard(TimeNs t)
    {
        if (m_heard != kNoTime && t - m_heard >= kSilence)
            m_lane.silences.push_back({m_heard, t});
        m_heard = t;
    }

    Result<void> readRecords(std::uint64_t firstSeq)
    {
        const Result<TimeNs> before = m_reader.packetBefore(firstSeq);
        if (!before)
            return before.error();
        m_heard = *before;
        LogCursor walk = m_reader.cursor(firstSeq);
        Record r;
        for (;;) {
            const Result<bool> got = walk.next(r);
            if (!got && got.error().code == ErrorCode::SessionDamaged)
                continue; // gone around; the cursor ends where damage does not
            if (!got)
                return got.error();
            if (!*got)
                break;
            if (r.kind == RecordKind::Packet)
                heard(r.arrival);
            if (r.arrival >= m_lane.to && (m_heard >= m_lane.to || r.arrival - m_heard > kHour))
                break;
            if (r.kind == RecordKind::Packet)
                count(r.arrival, r.arrival, 1);
            m_end = r.arrival;
        }
        if (m_heard != kNoTime && m_end - m_heard >= kSilence)
            m_lane.silences.push_back({m_heard, m_end});
        return {};
    }

    Result<void> readSegments(std::uint64_t firstSeq)
    {
        m_access.grantSteps();
        Result<Statement> s = m_access.db.prepare(
            "SELECT first_arrival, last_arrival, packets FROM log WHERE first_seq>=?"
            " ORDER BY first_seq LIMIT 200000");
        if (!s)
            return s.error();
        s->bind(1, static_cast<std::int64_t>(firstSeq));
        for (;;) {
            const Result<bool> found = s->step();
            if (!found)
                return found.error();
            if (!*found || s->integer(0) >= m_lane.to)
                break;
            m_end = s->integer(1);
            if (s->integer(2) == 0)
                continue;
            heard(s->integer(0));
            m_heard = m_end;
            count(s->integer(0), m_end, static_cast<double>(s->integer(2)));
        }
        if (m_heard != kNoTime && m_end - m_heard >= kSilence)
            m_lane.silences.push_back({m_heard, m_end});
        return {};
    }

    Result<void> readIntervals()
    {
        m_lane.records = true;
        m_access.grantSteps();
        Result<IntervalRow> last = intervalAt(m_lane.from);
        for (std::size_t c = 0; last && c < m_lane.perSecond.size(); ++c) {
            const auto end = m_lane.from + static_cast<TimeNs>(m_width * static_cast<double>(c + 1));
            Result<IntervalRow> next = intervalAt(end);
            if (next)
                m_lane.perSecond[c] = static_cast<double>(next->firstSeq - last->firstSeq);
            last = std::move(next);
        }
        return last ? linksDown() : Result<void>(last.error());
    }

    Result<void> linksDown()
    {
        m_access.grantSteps();
        Result<Statement> s = m_access.db.prepare(
            "SELECT at, kind FROM event WHERE at BETWEEN ? AND ? AND kind IN (1,2) ORDER BY at, id");
        if (!s)
            return s.error();
        s->bind(1, m_lane.from).bind(2, m_lane.to);
        TimeNs down = kNoTime;
        for (;;) {
            const Result<bool> found = s->step();
            if (!found)
                return found.error();
            if (!*found)
                break;
            const bool up = s->integer(1) == static_cast<int>(EventKind::LinkUp);
            if (up && down != kNoTime && s->integer(0) - down >= kSilence)
                m_lane.silences.push_back({down, s->integer(0)});
            down = up ? kNoTime : down == kNoTime ? s->integer(0) : down;
        }
        if (down != kNoTime)
            m_lane.silences.push_back({down, m_lane.to});
        return {};
    }

    SessionReader& m_reader;
    SessionAccess& m_access;
    const double m_width;
    DensityLane m_lane;
    Statement m_at;
    std::int64_t m_first = 0, m_last = 0;
    TimeNs m_heard = kNoTime; ///< when the last packet came
    TimeNs m_end = 0;
};

/// Of two marks in one column the one to show: the more urgent, the later late one, else the earlier.
bool comesBefore(const Event& a, const Event& b)
{
    const auto urgency = [](const Event& e) { return e.priority == 0 ? 9 : e.priority; };
    if (a.kind == EventKind::LateData && b.kind == EventKind::LateData)
        return lateBehind(a) > lateBehind(b);
    return urgency(a) < urgency(b);
}

} // namespace

MarkLane markLaneOf(EventKind kind)
{
    switch (kind) {
    case EventKind::AlertRaised: return MarkLane::Alert;
    case EventKind::DcsAlarmRaised: return MarkLane::DcsAlarm;
    case EventKind::ModelChange: return MarkLane::Model;
    case EventKind::Act: return MarkLane::Note;
    case EventKind::PlantEvent: return MarkLane::Plant;
    case EventKind::LateData: return MarkLane::Late;
    case EventKind::LinkDown:
    case EventKind::NodeDeath:
    case EventKind::Dropped:
    case EventKind::Unrecorded:
    case EventKind::SequenceGap: return MarkLane::Source;
    default: return MarkLane::None;
    }
}

Result<DensityLane> SessionReader::density(TimeNs from, TimeNs to, int columns)
{
    if (from >= to || columns < 1 || m_access->info.from == kNoTime)
        return DensityLane{};
    m_access->grantSteps();
    return DensityScan(*this, *m_access, from, to, std::min(columns, kMostColumns)).run();
}

Result<std::vector<Event>> SessionReader::marks(TimeNs from, TimeNs to, int columns)
{
    if (from >= to || columns < 1)
        return std::vector<Event>{};
    m_access->grantSteps();
    Result<Statement> s = m_access->db.prepare(
        "SELECT seq, at, kind, priority, asset, tag, alert, number, text FROM event"
        " WHERE at BETWEEN ? AND ? AND kind IN (2,4,8,9,11,14,17,19,20,23,25)");
    if (!s)
        return s.error();
    s->bind(1, from).bind(2, to);
    const double width = static_cast<double>(to - from) / std::min(columns, kMostColumns);
    std::map<std::pair<MarkLane, std::int64_t>, Event> kept;
    for (;;) {
        const Result<bool> row = s->step();
        if (!row && row.error().code == ErrorCode::SessionDamaged)
            break; // what was read before the damage
        if (!row)
            return row.error();
        if (!*row)
            break;
        Event e{s->unsignedInteger(0), s->integer(1), static_cast<EventKind>(s->integer(2)),
                static_cast<int>(s->integer(3)), AssetId{static_cast<std::uint32_t>(s->integer(4))},
                TagId{static_cast<std::uint32_t>(s->integer(5))}, s->unsignedInteger(6), s->integer(7),
                {}};
        const auto column = static_cast<std::int64_t>(static_cast<double>(e.at - from) / width);
        const auto [it, fresh] = kept.try_emplace({markLaneOf(e.kind), column}, e);
        if (fresh || comesBefore(e, it->second)) {
            e.text = std::string(s->bytes(8).substr(0, 500));
            it->second = std::move(e);
        }
    }
    std::vector<Event> out;
    out.reserve(kept.size());
    for (auto& [key, e] : kept)
        out.push_back(std::move(e));
    std::sort(out.begin(), out.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
    return out;
}

Result<std::vector<double>> SessionReader::lowestCondition(std::size_t assets, TimeNs from, TimeNs to,
                                                           int columns,
                                                           const std::function<bool()>& wanted)
{
    if (from >= to || columns < 1)
        return std::vector<double>{};
    columns = std::min(columns, kMostColumns);
    std::vector<double> lowest(static_cast<std::size_t>(columns),
                               std::numeric_limits<double>::quiet_NaN());
    const double width = static_cast<double>(to - from) / columns;
    for (std::size_t i = 0; i < assets && wanted(); ++i) {
        const auto trend = conditionTrend(AssetId{static_cast<std::uint32_t>(i)}, from, to, columns, to);
        if (!trend)
            return trend.error();
        const auto columnAt = [&](TimeNs t) {
            const auto column = static_cast<std::size_t>(static_cast<double>(t - from) / width);
            return std::min(column, lowest.size() - 1);
        };
        const auto lower = [&](std::size_t column, double points) {
            double& low = lowest[column];
            low = std::isnan(low) ? points : std::min(low, points);
        };
        for (std::size_t b = 0; b < trend->buckets.size(); ++b) {
            const TrendBucket& bucket = trend->buckets[b];
            const std::size_t end = columnAt(bucket.to);
            for (std::size_t column = columnAt(bucket.from); column <= end; ++column)
                lower(column, bucket.minimum);
            // A condition holds until the next one: other machines, scored at other moments, must
            // not make it look as if this one had recovered in between.
            const TimeNs next = b + 1 < trend->buckets.size() ? trend->buckets[b + 1].from : to;
            if (next - bucket.to > kHeld)
                continue;
            for (std::size_t column = end + 1; column < columnAt(next); ++column)
                lower(column, bucket.last);
        }
    }
    return lowest;
}

} // namespace gemba::twin
