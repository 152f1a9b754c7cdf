// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/sqlite.h"

#include <array>
#include <utility>

#include <sqlite3.h>

namespace gemba::twin {
namespace {

bool isDamage(int code)
{
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB
        || (code & 0xff) == SQLITE_FORMAT || (code & 0xff) == SQLITE_TOOBIG;
}

/// A file name as part of a URI: only what may stand in one as it is.
std::string percentEncoded(std::string_view path)
{
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string text;
    for (const char c : path) {
        const auto u = static_cast<unsigned char>(c);
        if ((u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u == '/'
            || u == '.' || u == '-' || u == '_') {
            text.push_back(c);
        } else {
            text.push_back('%');
            text.push_back(kHex[u >> 4]);
            text.push_back(kHex[u & 15]);
        }
    }
    return text;
}

} // namespace

Error sqliteError(sqlite3* db)
{
    const int code = sqlite3_extended_errcode(db);
    return {isDamage(code) ? ErrorCode::SessionDamaged : ErrorCode::StoreFailed,
            {std::string(sqlite3_errmsg(db))}, {}};
}

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)), m_bindError(other.m_bindError)
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_statement, other.m_statement);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

Statement& Statement::bind(int position, std::int64_t v)
{
    if (const int rc = sqlite3_bind_int64(m_statement, position, v); rc != SQLITE_OK)
        m_bindError = rc;
    return *this;
}

Statement& Statement::bind(int position, std::string_view text)
{
    const char* data = text.data() ? text.data() : "";
    if (const int rc = sqlite3_bind_text64(m_statement, position, data, text.size(), SQLITE_STATIC,
                                           SQLITE_UTF8);
        rc != SQLITE_OK)
        m_bindError = rc;
    return *this;
}

Statement& Statement::bindBytes(int position, std::string_view bytes)
{
    const char* data = bytes.data() ? bytes.data() : "";
    if (const int rc
        = sqlite3_bind_blob64(m_statement, position, data, bytes.size(), SQLITE_STATIC);
        rc != SQLITE_OK)
        m_bindError = rc;
    return *this;
}

Statement& Statement::bindNull(int position)
{
    if (const int rc = sqlite3_bind_null(m_statement, position); rc != SQLITE_OK)
        m_bindError = rc;
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindError != 0) {
        const Error e{ErrorCode::StoreFailed, {std::string(sqlite3_errstr(m_bindError))}, {}};
        reset();
        return e;
    }
    const int rc = sqlite3_step(m_statement);
    if (rc == SQLITE_ROW)
        return true;
    if (rc == SQLITE_DONE) {
        reset();
        return false;
    }
    const Error e = sqliteError(sqlite3_db_handle(m_statement));
    reset();
    return e;
}

Result<void> Statement::run()
{
    const Result<bool> r = step();
    reset();
    if (!r)
        return r.error();
    return {};
}

void Statement::reset()
{
    m_bindError = 0;
    sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::uint64_t Statement::unsignedInteger(int column) const
{
    return static_cast<std::uint64_t>(sqlite3_column_int64(m_statement, column));
}

std::string_view Statement::bytes(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    if (data == nullptr)
        return {};
    return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Result<Database> Database::open(const std::string& path, Access access)
{
    std::string uri = "file:" + percentEncoded(path);
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (access == Access::Immutable)
        uri += "?immutable=1";
    if (access == Access::ReadOnly || access == Access::Immutable)
        flags |= SQLITE_OPEN_READONLY;
    else
        flags |= SQLITE_OPEN_READWRITE;
    if (access == Access::Create)
        flags |= SQLITE_OPEN_CREATE;
    Database db;
    if (sqlite3_open_v2(uri.c_str(), &db.m_db, flags, nullptr) != SQLITE_OK)
        return sqliteError(db.m_db);
    sqlite3_busy_timeout(db.m_db, 200);
    return db;
}

Result<Database> Database::openInMemory()
{
    Database db;
    if (sqlite3_open_v2(":memory:", &db.m_db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                        nullptr)
        != SQLITE_OK)
        return sqliteError(db.m_db);
    return db;
}

Database::Database(Database&& other) noexcept : m_db(std::exchange(other.m_db, nullptr)) {}

Database& Database::operator=(Database&& other) noexcept
{
    std::swap(m_db, other.m_db);
    return *this;
}

Database::~Database() { close(); }

void Database::close()
{
    // v2: a statement that is finalised later closes the connection then.
    sqlite3_close_v2(std::exchange(m_db, nullptr));
}

Result<void> Database::execute(const char* sql)
{
    if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteError(m_db);
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_db, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
        != SQLITE_OK)
        return sqliteError(m_db);
    return Statement(statement);
}

Result<std::int64_t> Database::integer(std::string_view sql)
{
    Result<Statement> s = prepare(sql);
    if (!s)
        return s.error();
    const Result<bool> row = s->step();
    if (!row)
        return row.error();
    return *row ? s->integer(0) : std::int64_t{0};
}

Result<std::string> Database::text(std::string_view sql)
{
    Result<Statement> s = prepare(sql);
    if (!s)
        return s.error();
    const Result<bool> row = s->step();
    if (!row)
        return row.error();
    return *row ? std::string(s->bytes(0)) : std::string();
}

int Database::lastCode() const { return sqlite3_extended_errcode(m_db); }

Result<Transaction> Transaction::beginImmediate(Database& db)
{
    if (const auto r = db.execute("BEGIN IMMEDIATE"); !r)
        return r.error();
    return Transaction(db);
}

Transaction::~Transaction()
{
    // A failed statement may have rolled back already; then this one has nothing to do.
    if (m_db != nullptr && sqlite3_get_autocommit(m_db->handle()) == 0)
        (void)m_db->execute("ROLLBACK");
}

Result<void> Transaction::commit()
{
    if (const auto r = m_db->execute("COMMIT"); !r)
        return r;
    m_db = nullptr;
    return {};
}

} // namespace gemba::twin
