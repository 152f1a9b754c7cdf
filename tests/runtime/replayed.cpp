// SPDX-License-Identifier: GPL-3.0-or-later
#include "replayed.h"

#include <charconv>

#include "snapshot_print.h"
#include "twin/store/session_writer.h"

namespace gemba::test {
namespace {

using twin::SessionReader;

std::optional<twin::IntervalDigest> fromHex(const std::string& hex)
{
    twin::IntervalDigest digest{};
    if (hex.size() != 2 * digest.size())
        return std::nullopt;
    for (std::size_t i = 0; i < digest.size(); ++i)
        std::from_chars(hex.data() + 2 * i, hex.data() + 2 * i + 2, digest[i], 16);
    return digest;
}

} // namespace

Replayed playOn(twin::SessionPlayer& player)
{
    Replayed out;
    twin::PipelineOutput nowhere;
    if (const auto played = player.playTo(INT64_MAX, nowhere); !played)
        out.error = played.error();
    twin::DigestStream all;
    for (const auto& interval : player.takeIntervals(true)) {
        ++out.intervals;
        out.compared += interval.stored ? 1 : 0;
        if (interval.differs() && !out.firstDifferent)
            out.firstDifferent = interval.index;
        all.update({reinterpret_cast<const char*>(interval.computed.data()), interval.computed.size()});
    }
    out.digest = twin::toHex(all.finish());
    if (const auto snapshot = player.snapshot(0))
        out.last = print(*snapshot);
    out.problems = player.problems().size();
    return out;
}

Replayed replay(const std::string& path, bool takeKeyframes)
{
    auto player = twin::SessionPlayer::open(path, SessionReader::OpenMode::Foreign,
                                            {takeKeyframes, {}});
    if (!player)
        return {.error = player.error()};
    return playOn(**player);
}

twin::Result<void> rewriteSession(const std::string& from, const std::string& to,
                                  const std::function<void(twin::Record&, twin::Bytes&)>& change)
{
    auto reader = SessionReader::open(from, SessionReader::OpenMode::Foreign);
    if (!reader)
        return reader.error();
    const auto package = (*reader)->package();
    const auto intervals = (*reader)->intervals();
    if (!package || !intervals)
        return package ? intervals.error() : package.error();
    auto writer = twin::SessionWriter::create(to, *package, (*reader)->info().facts);
    if (!writer)
        return writer.error();
    twin::LogCursor cursor = (*reader)->cursor(0);
    for (const twin::IntervalInfo& interval : *intervals) {
        twin::IntervalStart start{interval.index, interval.firstSeq, interval.firstArrival, {}, {}, {}};
        if (interval.keyframe) {
            const auto keyframe = (*reader)->readKeyframe(interval.index);
            if (!keyframe)
                return keyframe.error();
            start.acquisition = keyframe->acquisition;
            start.derived = keyframe->derived;
            start.derivedHash = keyframe->derivedHash;
        }
        (*writer)->beginInterval(start);
        for (std::uint64_t i = 0; i < interval.records; ++i) {
            twin::Record record;
            const auto got = cursor.next(record);
            if (!got)
                return got.error();
            if (!*got)
                break;
            twin::Bytes bytes(record.bytes);
            change(record, bytes);
            record.bytes = bytes;
            (*writer)->append(record);
        }
        if (interval.digest)
            (*writer)->endInterval({interval.index, *interval.digest, interval.records,
                                    interval.lastSeq, interval.lastArrival});
    }
    return (*writer)->close(fromHex((*reader)->info().digest));
}

} // namespace gemba::test
