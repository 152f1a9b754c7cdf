// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "twin/model/event.h"
#include "twin/store/session_access.h"

namespace gemba::twin {
namespace {

/// Notes damage and goes on: what cannot be counted stays 0.
class Counter
{
public:
    explicit Counter(SessionAccess& access) : m_access(access) {}

    std::int64_t integer(std::string_view sql, std::int64_t fallback = 0)
    {
        Result<Statement> s = m_access.db.prepare(sql);
        Result<bool> row = s ? s->step() : Result<bool>(s.error());
        if (!row) {
            note(row.error());
            return fallback;
        }
        return *row && !s->isNull(0) ? s->integer(0) : fallback;
    }
    std::uint64_t count(std::string_view sql)
    {
        return static_cast<std::uint64_t>(std::max<std::int64_t>(0, integer(sql)));
    }
    void note(const Error& error)
    {
        m_access.damaged = true;
        auto& problems = m_access.info.problems;
        if (std::find(problems.begin(), problems.end(), error) == problems.end())
            problems.push_back(error);
    }

private:
    SessionAccess& m_access;
};

std::map<std::string, std::string> readMeta(SessionAccess& access, Counter& counter)
{
    std::map<std::string, std::string> meta;
    Result<Statement> s = access.db.prepare("SELECT key, value FROM meta LIMIT 100");
    for (;;) {
        const Result<bool> row = s ? s->step() : Result<bool>(s.error());
        if (!row)
            counter.note(row.error());
        if (!row || !*row)
            return meta;
        meta[std::string(s->bytes(0).substr(0, 100))] = std::string(s->bytes(1).substr(0, 10'000));
    }
}

template <class T>
T number(const std::string& text)
{
    T v{};
    std::from_chars(text.data(), text.data() + text.size(), v);
    return v;
}

void readFacts(SessionInfo& info, std::map<std::string, std::string>& meta)
{
    info.facts = {meta["plant_id"], meta["plant_name"], meta["app_version"], meta["fingerprint"],
                  number<TimeNs>(meta["started_at"])};
    info.sources = number<std::uint64_t>(meta["sources"]);
    info.metrics = number<std::uint64_t>(meta["metrics"]);
    info.samples = number<std::uint64_t>(meta["samples"]);
    const std::string& digest = meta["digest"];
    const bool hex = digest.size() == 64
        && digest.find_first_not_of("0123456789abcdef") == std::string::npos;
    info.digest = hex ? digest : std::string();
}

void readCounts(SessionInfo& info, Counter& c)
{
    info.from = c.integer("SELECT first_arrival FROM interval ORDER BY id LIMIT 1", kNoTime);
    info.to = c.integer("SELECT last_arrival FROM log ORDER BY first_seq DESC LIMIT 1", info.from);
    info.records = c.count("SELECT sum(records) FROM log");
    info.packets = c.count("SELECT sum(packets) FROM log");
    info.dropped = c.count("SELECT sum(dropped) FROM log");
    info.events = c.count("SELECT count(*) FROM event");
    info.rejected = c.count("SELECT sum(max(number,0)) FROM event WHERE kind="
                            + std::to_string(static_cast<int>(EventKind::Rejected)));
    info.gaps = c.count("SELECT (SELECT count(*) FROM gap)+(SELECT count(*) FROM event WHERE kind="
                        + std::to_string(static_cast<int>(EventKind::SequenceGap)) + ")");
    info.unrecorded = c.count("SELECT sum(records) FROM gap");
    // What the ring has forgotten is not in the file any more.
    const std::uint64_t forgotten
        = c.count("SELECT samples_before FROM interval ORDER BY id LIMIT 1");
    info.samples -= std::min(info.samples, forgotten);
}

void readModels(SessionAccess& access, Counter& counter)
{
    Result<Statement> s = access.db.prepare(
        "SELECT DISTINCT sha256 FROM blob WHERE kind='model' ORDER BY id LIMIT 10000");
    for (;;) {
        const Result<bool> row = s ? s->step() : Result<bool>(s.error());
        if (!row)
            counter.note(row.error());
        if (!row || !*row)
            return;
        access.info.models.emplace_back(s->bytes(0).substr(0, 64));
    }
}

} // namespace

Result<void> readSessionInfo(SessionAccess& access)
{
    access.info = SessionInfo{};
    SessionInfo& info = access.info;
    info.problems = access.problems;
    Counter counter(access);
    auto meta = readMeta(access, counter);
    readFacts(info, meta);
    readCounts(info, counter);
    readModels(access, counter);
    info.fileBytes = access.mode == SessionReader::OpenMode::Foreign
        ? access.fileBytes
        : counter.count("PRAGMA page_count") * counter.count("PRAGMA page_size");
    if (info.unrecorded > 0)
        info.problems.push_back(
            {ErrorCode::SessionUnrecorded,
             {static_cast<std::int64_t>(info.unrecorded),
              toIso8601(counter.integer("SELECT min(from_arrival) FROM gap")),
              toIso8601(counter.integer("SELECT max(to_arrival) FROM gap"))},
             {}});
    // Closing is written last: where it can be read, nothing is missing behind it. The file stays
    // in this mode when somebody was reading it as it was closed.
    if (meta["closed"] == "1" && !access.damaged)
        std::erase_if(info.problems,
                      [](const Error& e) { return e.code == ErrorCode::SessionTailMissing; });
    if (meta["closed"] != "1" && access.mode == SessionReader::OpenMode::Foreign)
        info.problems.push_back({ErrorCode::SessionNotClosed, {}, {}});
    info.complete = meta["complete"] == "1" && info.problems.empty();
    if (!info.complete && access.damaged)
        info.digest.clear();
    return {};
}

} // namespace gemba::twin
