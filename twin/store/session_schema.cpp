// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/session_schema.h"

#include <filesystem>
#include <map>

namespace gemba::twin {
namespace {

constexpr const char* kSchema = R"(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE blob(id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, kind TEXT NOT NULL,
  name TEXT NOT NULL, bytes BLOB NOT NULL, UNIQUE(sha256, kind, name));
CREATE TABLE log(first_seq INTEGER PRIMARY KEY, last_seq INTEGER NOT NULL,
  interval INTEGER NOT NULL, first_arrival INTEGER NOT NULL, last_arrival INTEGER NOT NULL,
  records INTEGER NOT NULL, packets INTEGER NOT NULL, dropped INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE interval(id INTEGER PRIMARY KEY, first_seq INTEGER NOT NULL,
  first_arrival INTEGER NOT NULL, last_seq INTEGER NOT NULL, last_arrival INTEGER NOT NULL,
  records INTEGER NOT NULL, digest BLOB, ended INTEGER NOT NULL,
  first_chunk INTEGER NOT NULL, samples_before INTEGER NOT NULL);
CREATE TABLE keyframe(interval INTEGER PRIMARY KEY, derived_hash TEXT NOT NULL,
  acquisition BLOB NOT NULL, derived BLOB NOT NULL);
CREATE TABLE gap(id INTEGER PRIMARY KEY, interval INTEGER NOT NULL, first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL, from_arrival INTEGER NOT NULL, to_arrival INTEGER NOT NULL,
  records INTEGER NOT NULL, bytes INTEGER NOT NULL);
CREATE TABLE event(id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, at INTEGER NOT NULL,
  kind INTEGER NOT NULL, priority INTEGER NOT NULL, asset INTEGER NOT NULL, tag INTEGER NOT NULL,
  alert INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX event_at ON event(at);
CREATE TABLE chunk(id INTEGER PRIMARY KEY, series INTEGER NOT NULL, last_no INTEGER NOT NULL,
  data BLOB NOT NULL);
CREATE INDEX chunk_series ON chunk(series);
CREATE TABLE rollup(id INTEGER PRIMARY KEY, series INTEGER NOT NULL, last_chunk INTEGER NOT NULL,
  data BLOB NOT NULL);
CREATE INDEX rollup_series ON rollup(series);
CREATE TABLE recent(first_no INTEGER PRIMARY KEY, last_no INTEGER NOT NULL, data BLOB NOT NULL);
)";

using Objects = std::map<std::string, std::string>; ///< type and name -> SQL

Result<Objects> objectsOf(Database& db)
{
    Result<Statement> s = db.prepare("SELECT type, name, sql FROM sqlite_schema LIMIT 100");
    if (!s)
        return s.error();
    Objects objects;
    for (;;) {
        const Result<bool> row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            return objects;
        std::string key = std::string(s->bytes(0)) + ' ' + std::string(s->bytes(1));
        objects[std::move(key)] = std::string(s->bytes(2));
    }
}

} // namespace

Result<void> createSessionSchema(Database& db)
{
    if (auto r = db.execute("PRAGMA auto_vacuum=INCREMENTAL"); !r)
        return r;
    const std::string marks = "PRAGMA application_id=" + std::to_string(kApplicationId)
        + ";PRAGMA user_version=" + std::to_string(kSessionVersion) + ";";
    // One transaction: each of them waits for the disk four times, and recordings start amid life.
    for (const char* sql : {"BEGIN", marks.c_str(), kSchema, "COMMIT"}) {
        if (auto r = db.execute(sql); !r)
            return r;
    }
    return {};
}

Result<void> verifySessionSchema(Database& db)
{
    Result<Database> fresh = Database::openInMemory();
    if (!fresh)
        return fresh.error();
    if (auto r = createSessionSchema(*fresh); !r)
        return r;
    const Result<Objects> expected = objectsOf(*fresh);
    const Result<Objects> found = objectsOf(db);
    if (!expected)
        return expected.error();
    if (!found)
        return found.error();
    for (const auto& [name, sql] : *found) {
        const auto it = expected->find(name);
        if (it == expected->end() || it->second != sql)
            return Error{ErrorCode::SessionForeign,
                         {"no " + name.substr(0, 80) + " of that form"}, {}};
    }
    for (const auto& [name, sql] : *expected) {
        if (!found->contains(name))
            return Error{ErrorCode::SessionForeign, {"a " + name}, {}};
    }
    return {};
}

void removeSessionFiles(const std::string& path)
{
    std::error_code ignored; // a file that is not there is what we want
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(path + suffix, ignored);
}

} // namespace gemba::twin
