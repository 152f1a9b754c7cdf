// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "twin/model/event.h"
#include "twin/model/package.h"
#include "twin/model/record.h"
#include "twin/store/lanes.h"
#include "twin/store/session_types.h"
#include "twin/store/trend.h"

namespace gemba::twin {

class SessionReader;
struct SessionAccess;

/// Walks the log, one segment in memory at a time. Must not outlive its reader; same thread.
class LogCursor
{
public:
    LogCursor(LogCursor&&) noexcept;
    LogCursor& operator=(LogCursor&&) noexcept;
    ~LogCursor();

    /// The next record; its bytes are valid until the next call. False: no more for now (a file
    /// that grows may have more later). An error names a damaged segment, which has then been
    /// skipped: calling again goes on behind it.
    Result<bool> next(Record& out);
    /// Sequence number the next record has at least.
    [[nodiscard]] std::uint64_t position() const;

private:
    friend class SessionReader;
    struct Private;
    explicit LogCursor(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// Reads a session file; never writes to it. One thread per object; any number of readers may
/// read a file at once, also while a SessionWriter writes it.
class SessionReader
{
public:
    enum class OpenMode {
        /// A file from anywhere: schema, sizes and pages are checked before anything is believed;
        /// what is torn or has a write-ahead log beside it is read from a private copy. Not for
        /// a file that this process itself is writing.
        Foreign,
        /// A file that a writer of this process holds open: seen as of its last commit.
        OwnRing,
    };

    /// Errors: FileNotReadable, FileTooLarge, SessionForeign, SessionNewer, SessionDamaged (nothing
    /// of it can be read). What is damaged but readable in part opens; info().problems says so.
    static Result<std::unique_ptr<SessionReader>> open(const std::string& path, OpenMode mode);
    ~SessionReader();

    /// As of opening or the last refresh().
    [[nodiscard]] const SessionInfo& info() const;
    /// Looks again at a file that grows. Errors: StoreFailed.
    Result<void> refresh();
    [[nodiscard]] Result<std::uint64_t> lastSeq(); ///< last record committed now; 0: none

    /// All blobs, the ones given at creation first; hashes verified. Errors: SessionDamaged.
    [[nodiscard]] Result<PlantPackage> package();
    [[nodiscard]] Result<std::vector<IntervalInfo>> intervals();
    [[nodiscard]] Result<Keyframe> readKeyframe(std::uint64_t interval);
    [[nodiscard]] Result<std::vector<GapInfo>> gaps();
    /// Events with from <= at <= to in the order of the log.
    [[nodiscard]] Result<std::vector<Event>> events(TimeNs from, TimeNs to);
    /// The last so many events, oldest first.
    [[nodiscard]] Result<std::vector<Event>> latestEvents(int most);
    /// All events of a kind, at most 100,000, oldest first.
    [[nodiscard]] Result<std::vector<Event>> eventsOf(EventKind kind);
    [[nodiscard]] LogCursor cursor(std::uint64_t fromSeq);

    /// Time of the nearest event strictly before or after t; kNoTime: there is none.
    [[nodiscard]] Result<TimeNs> eventBefore(TimeNs t);
    [[nodiscard]] Result<TimeNs> eventAfter(TimeNs t);
    /// Arrival of the nearest packet strictly before or after this record; kNoTime: there is none.
    [[nodiscard]] Result<TimeNs> packetBefore(std::uint64_t seq);
    [[nodiscard]] Result<TimeNs> packetAfter(std::uint64_t seq);

    /// At most `columns` buckets over [from, to); only what had arrived by the millisecond of
    /// knownAt. Otherwise exact: the same as a scan of all samples. Errors: StoreFailed.
    [[nodiscard]] Result<TrendSeries> trend(TagId tag, TimeNs from, TimeNs to, int columns,
                                             TimeNs knownAt);
    /// The same in columns that stand on multiples of `width`, the first from the one that holds
    /// `from` on; the last ends at `to`. Of a file that does not grow, columns read before are not
    /// read again, so a view that moves by a column costs that column. At most 100,000 columns.
    [[nodiscard]] Result<TrendSeries> gridTrend(TagId tag, TimeNs from, TimeNs to, TimeNs width,
                                                TimeNs knownAt);
    /// The samples themselves in [from, to). Errors: LimitReached if there are more than `most`:
    /// ask for less time; StoreFailed.
    [[nodiscard]] Result<StoredSeries> samples(TagId tag, TimeNs from, TimeNs to, TimeNs knownAt,
                                               std::size_t most);
    /// The condition in points, 0..100.
    [[nodiscard]] Result<TrendSeries> conditionTrend(AssetId asset, TimeNs from, TimeNs to,
                                                      int columns, TimeNs knownAt);

    /// For the time bar, in at most 8,192 columns over [from, to); see lanes.h. Quick over a year:
    /// the log is read only where the stretch is short. Errors: StoreFailed.
    [[nodiscard]] Result<DensityLane> density(TimeNs from, TimeNs to, int columns);
    /// The events worth a mark; of those of a lane that fall into one column the most urgent.
    [[nodiscard]] Result<std::vector<Event>> marks(TimeNs from, TimeNs to, int columns);
    /// The lowest condition of all machines, 0..100 by column; NaN where none is known. Ends early,
    /// with what there is, once it is no longer wanted.
    [[nodiscard]] Result<std::vector<double>> lowestCondition(std::size_t assets, TimeNs from,
                                                              TimeNs to, int columns,
                                                              const std::function<bool()>& wanted);

    /// For those in this room who have opened the file already.
    explicit SessionReader(std::unique_ptr<SessionAccess> access);

private:
    std::unique_ptr<SessionAccess> m_access;
};

} // namespace gemba::twin
