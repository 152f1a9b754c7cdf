// SPDX-License-Identifier: GPL-3.0-or-later
// Opening files from anywhere, after sqlite.org/security.html: nothing in the file is believed
// before its form is known, and nothing in it can run.
#include "twin/store/session_access.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <sqlite3.h>
#include <stdlib.h>

#include "twin/store/file_header.h"

namespace gemba::twin {
namespace {

constexpr std::uint64_t kQuickCheckBytes = std::uint64_t{256} << 20; // larger files: rows only
constexpr std::int64_t kMaxSqliteLength = std::int64_t{300} << 20;

Error at(Error e, const std::string& path)
{
    e.place.file = path;
    return e;
}

int countSteps(void* access)
{
    return --static_cast<SessionAccess*>(access)->stepsLeft < 0 ? 1 : 0;
}

/// Nothing but reading, and no reading without measure.
Result<void> harden(SessionAccess& access)
{
    Database& db = access.db;
    sqlite3* h = db.handle();
    access.grantSteps();
    sqlite3_progress_handler(h, 1000, countSteps, &access);
    sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(h, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(h, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(h, SQLITE_LIMIT_LENGTH, static_cast<int>(kMaxSqliteLength));
    sqlite3_limit(h, SQLITE_LIMIT_SQL_LENGTH, 100'000);
    sqlite3_limit(h, SQLITE_LIMIT_COLUMN, 64);
    sqlite3_limit(h, SQLITE_LIMIT_EXPR_DEPTH, 50);
    sqlite3_limit(h, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(h, SQLITE_LIMIT_TRIGGER_DEPTH, 0);
    sqlite3_limit(h, SQLITE_LIMIT_WORKER_THREADS, 0);
    for (const char* sql : {"PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0"}) {
        if (auto r = db.execute(sql); !r)
            return r;
    }
    return {};
}

Result<void> copyFile(const std::string& from, const std::string& to)
{
    std::error_code error;
    std::filesystem::copy_file(from, to, error);
    if (error)
        return Error{ErrorCode::FileNotWritable, {error.message()}, {to, -1, {}, {}, {}}};
    return {};
}

/// A copy of the file and of what stands beside it, so that recovering it changes nothing.
Result<std::string> privateCopy(SessionAccess& access, const FileHeader& header)
{
    Result<PrivateFolder> folder = PrivateFolder::create();
    if (!folder)
        return folder.error();
    access.folder = std::move(*folder);
    const std::string copy = access.folder.path() + "/session.gmb";
    if (auto r = copyFile(access.path, copy); !r)
        return r.error();
    if (header.tail) {
        for (const char* suffix : {"-wal", "-journal"}) {
            if (!std::filesystem::exists(access.path + suffix))
                continue;
            if (auto r = copyFile(access.path + suffix, copy + suffix); !r)
                return r.error();
        }
    } else if (header.truncated()) {
        if (auto r = mendTruncated(copy, header.pageBytes); !r)
            return r.error();
    }
    return copy;
}

Result<Database> openDatabase(SessionAccess& access, const FileHeader& header)
{
    if (access.mode == SessionReader::OpenMode::OwnRing || (header.tail && header.locked))
        return Database::open(access.path, Database::Access::ReadOnly);
    if (!header.tail && !header.truncated())
        return Database::open(access.path, Database::Access::Immutable);
    const Result<std::string> copy = privateCopy(access, header);
    if (!copy)
        return copy.error();
    return Database::open(*copy, Database::Access::ReadWrite);
}

/// What the pages themselves say. A file that fails here may still be read in part.
void quickCheck(SessionAccess& access)
{
    if (access.fileBytes > kQuickCheckBytes)
        return;
    const Result<std::string> answer = access.db.text("PRAGMA quick_check(1)");
    if (answer && *answer == "ok")
        return;
    access.damaged = true;
    if (!answer)
        access.problems.push_back(answer.error());
    else
        access.problems.push_back({ErrorCode::SessionDamaged, {answer->substr(0, 200)}, {}});
}

void noteHeader(SessionAccess& access, const FileHeader& header)
{
    access.fileBytes = header.fileBytes;
    if (!header.tail && header.truncated()) {
        access.damaged = true;
        access.problems.push_back({ErrorCode::FileTruncated, {}, {}});
    }
    if (!header.tail && header.writeAheadMode)
        access.problems.push_back({ErrorCode::SessionTailMissing, {}, {}});
}

} // namespace

PrivateFolder::~PrivateFolder()
{
    std::error_code ignored; // a leftover in the temporary folder harms nobody
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

Result<PrivateFolder> PrivateFolder::create()
{
    std::error_code error;
    std::string name = (std::filesystem::temp_directory_path(error) / "gemba-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr)
        return Error{ErrorCode::FileNotWritable, {std::string(std::strerror(errno))},
                     {name, -1, {}, {}, {}}};
    PrivateFolder folder;
    folder.m_path = std::move(name);
    return folder;
}

Result<std::unique_ptr<SessionAccess>> openSession(const std::string& path,
                                                   SessionReader::OpenMode mode)
{
    auto access = std::make_unique<SessionAccess>();
    access->path = path;
    access->mode = mode;
    FileHeader header;
    // Opening and closing the file by other means would drop the locks its writer holds.
    if (mode == SessionReader::OpenMode::Foreign) {
        const Result<FileHeader> read = readFileHeader(path);
        if (!read)
            return read.error();
        header = *read;
        noteHeader(*access, header);
    }
    Result<Database> db = openDatabase(*access, header);
    if (!db)
        return at(db.error(), path);
    access->db = std::move(*db);
    if (const auto r = harden(*access); !r)
        return at(r.error(), path);
    if (const auto r = verifySessionSchema(access->db); !r)
        return at(r.error(), path);
    if (mode == SessionReader::OpenMode::Foreign)
        quickCheck(*access);
    if (const auto r = readSessionInfo(*access); !r)
        return at(r.error(), path);
    return access;
}

} // namespace gemba::twin
