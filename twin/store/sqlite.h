// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "twin/model/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace gemba::twin {

/// A prepared statement. Values are always bound, never pasted into the text. The first error
/// while binding is kept and comes out of the next step().
class Statement
{
public:
    Statement() = default;
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    /// Positions count from 1. Text and bytes must live until the statement was stepped or reset.
    Statement& bind(int position, std::int64_t v);
    Statement& bind(int position, std::string_view text);
    Statement& bindBytes(int position, std::string_view bytes);
    Statement& bindNull(int position);

    /// True: there is a row. False: done, and reset for the next use.
    Result<bool> step();
    /// For statements without rows: step, then reset.
    Result<void> run();
    void reset();

    /// Columns count from 0; views are valid until the next step or reset.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t unsignedInteger(int column) const;
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    explicit operator bool() const { return m_statement != nullptr; }

private:
    friend class Database;
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}
    sqlite3_stmt* m_statement = nullptr;
    int m_bindError = 0;
};

/// One connection; one thread at a time.
class Database
{
public:
    enum class Access { ReadOnly, Immutable, ReadWrite, Create };

    static Result<Database> open(const std::string& path, Access access);
    static Result<Database> openInMemory();
    Database() = default;
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    ~Database();
    void close();

    Result<void> execute(const char* sql);
    Result<Statement> prepare(std::string_view sql);
    /// The first column of the first row; 0 where there is none.
    Result<std::int64_t> integer(std::string_view sql);
    Result<std::string> text(std::string_view sql);

    [[nodiscard]] int lastCode() const; ///< SQLite's extended result code
    [[nodiscard]] sqlite3* handle() const { return m_db; }
    [[nodiscard]] bool isOpen() const { return m_db != nullptr; }

private:
    sqlite3* m_db = nullptr;
};

/// Rolls back unless committed.
class Transaction
{
public:
    static Result<Transaction> beginImmediate(Database& db);
    Transaction(Transaction&& other) noexcept : m_db(other.m_db) { other.m_db = nullptr; }
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Database& db) : m_db(&db) {}
    Database* m_db;
};

/// What SQLite says went wrong last, as StoreFailed (SessionDamaged where it found damage).
[[nodiscard]] Error sqliteError(sqlite3* db);

} // namespace gemba::twin
