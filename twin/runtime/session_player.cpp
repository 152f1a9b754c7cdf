// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/session_player.h"

#include <algorithm>

namespace gemba::twin {
namespace {

constexpr std::size_t kMostProblems = 100;

void replaceModels(PlantPackage& package, const std::vector<Blob>& models)
{
    for (const Blob& model : models) {
        for (Blob& blob : package.blobs) {
            if (blob.kind == model.kind && blob.name == model.name)
                blob = model;
        }
    }
}

} // namespace

Result<std::unique_ptr<SessionPlayer>> SessionPlayer::open(const std::string& path,
                                                           SessionReader::OpenMode mode)
{
    return open(path, mode, Options{});
}

Result<std::unique_ptr<SessionPlayer>> SessionPlayer::open(const std::string& path,
                                                           SessionReader::OpenMode mode,
                                                           Options options)
{
    std::unique_ptr<SessionPlayer> player(new SessionPlayer);
    auto reader = SessionReader::open(path, mode);
    if (!reader)
        return reader.error();
    player->m_reader = std::move(*reader);
    auto package = player->m_reader->package();
    if (!package)
        return package.error();
    player->m_package = std::move(*package);
    replaceModels(player->m_package, options.otherModels);
    auto pipeline = Pipeline::create(player->m_package);
    if (!pipeline)
        return pipeline.error();
    player->m_pipeline = std::move(*pipeline);
    player->m_options = std::move(options);
    if (const Result<void> ready = player->restart(); !ready)
        return ready.error();
    return player;
}

Result<void> SessionPlayer::restart()
{
    const Result<std::uint64_t> last = m_reader->lastSeq();
    if (!last)
        return last.error();
    if (*last != m_knownSeq || m_intervals.empty()) { // it grows, or has not been read yet
        if (const Result<void> fresh = m_reader->refresh(); !fresh)
            return fresh.error();
        if (const Result<void> read = readIntervals(); !read)
            return read;
    }
    if (m_intervals.empty())
        return Error{ErrorCode::SessionEmpty, {}, {}};
    const auto first = std::find_if(m_intervals.begin(), m_intervals.end(),
                                    [](const IntervalInfo& i) { return i.keyframe; });
    if (first == m_intervals.end())
        return Error{ErrorCode::SessionNoKeyframe, {}, {}};
    m_at = kNoTime;
    m_lastPacket = kNoTime;
    return takeUp(*first);
}

Result<void> SessionPlayer::readIntervals()
{
    // In this order: the intervals read are at least those of the records known.
    const Result<std::uint64_t> last = m_reader->lastSeq();
    if (!last)
        return last.error();
    auto intervals = m_reader->intervals();
    if (!intervals)
        return intervals.error();
    m_intervals = std::move(*intervals);
    m_knownSeq = *last;
    return {};
}

/// A growing file gets new intervals while it is read, and the one that was open when it was
/// looked at last has ended since. Those entered already keep their places in the list.
Result<void> SessionPlayer::readNewIntervals()
{
    const std::vector<IntervalInfo> before = std::move(m_intervals);
    if (const Result<void> read = readIntervals(); !read) {
        m_intervals = before;
        return read;
    }
    const auto firstKept = std::find_if(
        before.begin(), before.end(), [this](const IntervalInfo& i) {
            return !m_intervals.empty() && i.index >= m_intervals.front().index;
        });
    m_intervals.insert(m_intervals.begin(), before.begin(), firstKept); // a ring forgets them
    return {};
}

Result<void> SessionPlayer::restoreKeyframe(std::uint64_t interval)
{
    auto keyframe = m_reader->readKeyframe(interval);
    if (!keyframe)
        return keyframe.error();
    PipelineState state{std::move(keyframe->acquisition), std::move(keyframe->derived)};
    if (keyframe->derivedHash != m_pipeline->derivedHash())
        state.derived.clear();
    return m_pipeline->restore(state, keyframe->arrival);
}

Result<void> SessionPlayer::takeUp(const IntervalInfo& interval)
{
    if (const Result<void> restored = restoreKeyframe(interval.index); !restored)
        return restored.error();
    (void)m_pipeline->takeIntervalDigest(); // of an interval that is not run to its end here
    m_nextInterval = static_cast<std::size_t>(&interval - m_intervals.data());
    m_whole = false;
    m_torn = false;
    m_lastSeq = interval.firstSeq - 1;
    m_cursor.emplace(m_reader->cursor(interval.firstSeq));
    m_hasNext = false;
    return {};
}

Result<bool> SessionPlayer::fetch()
{
    while (!m_hasNext) {
        Result<bool> got = m_cursor->next(m_next);
        if (!got) {
            if (m_problems.size() == kMostProblems)
                return got.error();
            m_problems.push_back(got.error());
            m_whole = false;
            continue;
        }
        if (!*got)
            return false;
        m_hasNext = true;
    }
    return true;
}

Result<TimeNs> SessionPlayer::nextArrival()
{
    const Result<bool> got = fetch();
    if (!got)
        return got.error();
    return *got ? m_next.arrival : kNoTime;
}

void SessionPlayer::leaveInterval()
{
    if (m_nextInterval == 0)
        return;
    const IntervalInfo& left = m_intervals[m_nextInterval - 1];
    const Sha256 digest = m_pipeline->takeIntervalDigest();
    if (m_whole && !m_torn)
        m_done.push_back({left.index, left.firstArrival, digest, left.digest});
    m_whole = false;
}

Result<void> SessionPlayer::enterIntervals(std::uint64_t seq)
{
    if (seq > m_knownSeq) {
        if (const Result<void> read = readNewIntervals(); !read)
            return read;
    }
    while (m_nextInterval < m_intervals.size() && seq >= m_intervals[m_nextInterval].firstSeq) {
        leaveInterval();
        const IntervalInfo interval = m_intervals[m_nextInterval];
        if (interval.keyframe && (m_options.takeKeyframes || m_torn)) {
            if (const Result<void> restored = restoreKeyframe(interval.index); !restored)
                return restored.error();
            m_torn = false;
        }
        ++m_nextInterval;
        m_whole = seq == interval.firstSeq;
    }
    return {};
}

Result<bool> SessionPlayer::step(PipelineOutput& output)
{
    const Result<bool> got = fetch();
    if (!got || !*got)
        return got;
    if (const Result<void> entered = enterIntervals(m_next.seq); !entered)
        return entered.error();
    if (m_lastSeq != 0 && m_next.seq != m_lastSeq + 1)
        m_torn = true;
    m_pipeline->apply(m_next, output);
    m_lastSeq = m_next.seq;
    m_at = m_next.arrival;
    if (m_next.kind == RecordKind::Packet)
        m_lastPacket = m_at;
    m_hasNext = false;
    return true;
}

Result<bool> SessionPlayer::playTo(TimeNs t, PipelineOutput& output,
                                   const std::function<bool()>& wanted)
{
    for (;;) {
        const Result<bool> got = fetch();
        if (!got)
            return got.error();
        if (!*got || m_next.arrival > t)
            return wanted();
        if (const Result<bool> stepped = step(output); !stepped)
            return stepped.error();
        if (wanted())
            t = std::min(t, m_at);
    }
}

Result<void> SessionPlayer::playTo(TimeNs t, PipelineOutput& output)
{
    for (;;) {
        const Result<bool> got = fetch();
        if (!got)
            return got.error();
        if (!*got || m_next.arrival > t)
            return {};
        if (const Result<bool> stepped = step(output); !stepped)
            return stepped.error();
    }
}

const IntervalInfo* SessionPlayer::keyframeAt(TimeNs t) const
{
    auto behind = std::upper_bound(m_intervals.begin(), m_intervals.end(), t,
                                   [](TimeNs at, const IntervalInfo& i) { return at < i.firstArrival; });
    while (behind != m_intervals.begin()) {
        if ((--behind)->keyframe)
            return &*behind;
    }
    return nullptr;
}

TimeNs SessionPlayer::keyframeBefore(TimeNs t) const
{
    const IntervalInfo* keyframe = t == kNoTime ? nullptr : keyframeAt(t - 1);
    return keyframe ? keyframe->firstArrival : kNoTime;
}

Result<void> SessionPlayer::seek(TimeNs t)
{
    if (const Result<void> fresh = restart(); !fresh)
        return fresh;
    const IntervalInfo* best = keyframeAt(t);
    if (best) {
        if (const Result<void> taken = takeUp(*best); !taken)
            return taken;
    }
    PipelineOutput nowhere;
    return playTo(t, nowhere);
}

SnapshotPtr SessionPlayer::snapshot(std::uint64_t epoch) const
{
    return m_at == kNoTime ? nullptr : m_pipeline->snapshot(epoch);
}

std::vector<SessionPlayer::Interval> SessionPlayer::takeIntervals(bool endOfLog)
{
    if (endOfLog)
        leaveInterval();
    return std::exchange(m_done, {});
}

} // namespace gemba::twin
