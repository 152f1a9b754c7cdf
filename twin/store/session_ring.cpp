// SPDX-License-Identifier: GPL-3.0-or-later
// How a ring file forgets: whole intervals from the front, and always up to a keyframe.
#include "twin/store/session_sink.h"

namespace gemba::twin {
namespace {

struct Pages {
    std::int64_t all = 0, unused = 0;
    [[nodiscard]] std::int64_t usedBytes() const { return (all - unused) * 4096; }
};

Result<Pages> countPages(Database& db)
{
    const Result<std::int64_t> all = db.integer("PRAGMA page_count");
    const Result<std::int64_t> unused = db.integer("PRAGMA freelist_count");
    if (!all || !unused)
        return all ? unused.error() : all.error();
    return Pages{*all, *unused};
}

} // namespace

Result<void> SessionSink::trim()
{
    if (!m_options.ring || !m_interval)
        return {};
    Result<Statement> byTime = m_db.prepare(
        "SELECT max(i.id) FROM interval i JOIN keyframe k ON k.interval=i.id WHERE i.first_arrival<=?");
    if (!byTime)
        return byTime.error();
    byTime->bind(1, m_interval->info.lastArrival - m_options.ring->duration);
    const Result<bool> row = byTime->step();
    if (!row)
        return row.error();
    if (*row && !byTime->isNull(0)) {
        const std::uint64_t first = byTime->unsignedInteger(0);
        byTime->reset();
        if (auto r = deleteBefore(first); !r)
            return r;
    }
    byTime->reset();

    if (auto r = trimToSize(); !r)
        return r;
    // Free pages are used again; only what will not be needed soon is given back.
    const Result<Pages> pages = countPages(m_db);
    if (!pages)
        return pages.error();
    if (pages->unused > pages->all / 8)
        return m_db.execute(
            ("PRAGMA incremental_vacuum(" + std::to_string(pages->unused / 2) + ")").c_str());
    return {};
}

Result<void> SessionSink::trimToSize()
{
    const auto limit = static_cast<std::int64_t>(m_options.ring->maxBytes);
    for (std::int64_t before = 0;;) {
        const Result<Pages> pages = countPages(m_db);
        if (!pages)
            return pages.error();
        if (pages->usedBytes() <= limit)
            return {};
        const Result<std::int64_t> second
            = m_db.integer("SELECT interval FROM keyframe ORDER BY interval LIMIT 1 OFFSET 1");
        if (!second)
            return second.error();
        if (*second <= before)
            return {}; // one keyframe is needed, however large what follows it has become
        before = *second;
        if (auto r = deleteBefore(static_cast<std::uint64_t>(*second)); !r)
            return r;
    }
}

Result<void> SessionSink::deleteBefore(std::uint64_t interval)
{
    Result<Statement> find = m_db.prepare(
        "SELECT first_seq, first_arrival, first_chunk FROM interval WHERE id=?"
        " AND EXISTS (SELECT 1 FROM interval WHERE id<?)");
    if (!find)
        return find.error();
    const auto id = static_cast<std::int64_t>(interval);
    find->bind(1, id).bind(2, id);
    const Result<bool> row = find->step();
    if (!row)
        return row.error();
    if (!*row)
        return {};
    const std::pair<const char*, std::int64_t> deletions[] = {
        {"DELETE FROM log WHERE first_seq<?", find->integer(0)},
        {"DELETE FROM event WHERE at<?", find->integer(1)},
        {"DELETE FROM chunk WHERE id<?", find->integer(2)},
        {"DELETE FROM rollup WHERE last_chunk<?", find->integer(2)},
        {"DELETE FROM keyframe WHERE interval<?", id},
        {"DELETE FROM gap WHERE interval<?", id},
        {"DELETE FROM interval WHERE id<?", id},
    };
    find->reset();
    Result<Transaction> t = Transaction::beginImmediate(m_db);
    if (!t)
        return t.error();
    for (const auto& [sql, value] : deletions) {
        Result<Statement> s = m_db.prepare(sql);
        if (!s)
            return s.error();
        s->bind(1, value);
        if (auto r = s->run(); !r)
            return r;
    }
    if (auto r = t->commit(); !r)
        return r;
    const Result<std::int64_t> keyframes = m_db.integer(
        "SELECT sum(length(acquisition)+length(derived)) FROM keyframe"
        " WHERE interval>(SELECT min(interval) FROM keyframe)");
    const Result<Pages> pages = countPages(m_db);
    if (!keyframes || !pages)
        return keyframes ? pages.error() : keyframes.error();
    m_keyframeBytes = static_cast<std::uint64_t>(*keyframes);
    const std::int64_t others = pages->usedBytes() - *keyframes;
    m_otherBytes = others > 0 ? static_cast<std::uint64_t>(others) : 0;
    return {};
}

} // namespace gemba::twin
