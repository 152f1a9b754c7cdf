// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/bench/table_sizes.h"

#include <sqlite3.h>

namespace gemba::bench {

std::int64_t TableSizes::of(const std::string& table) const
{
    const auto found = bytes.find(table);
    return found == bytes.end() ? 0 : found->second;
}

std::int64_t TableSizes::cache() const
{
    return of("chunk") + of("chunk_series") + of("rollup") + of("rollup_series");
}

QJsonObject TableSizes::json() const
{
    QJsonObject o;
    for (const auto& [name, size] : bytes)
        o[QString::fromStdString(name)] = static_cast<qint64>(size);
    return o;
}

TableSizes tableSizes(const std::string& path)
{
    TableSizes sizes;
    sqlite3* db = nullptr;
    sqlite3_stmt* rows = nullptr;
    if (sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK
        && sqlite3_prepare_v2(db, "SELECT name, sum(pgsize) FROM dbstat GROUP BY name", -1, &rows, nullptr)
               == SQLITE_OK) {
        while (sqlite3_step(rows) == SQLITE_ROW)
            sizes.bytes[reinterpret_cast<const char*>(sqlite3_column_text(rows, 0))]
                = sqlite3_column_int64(rows, 1);
    }
    sqlite3_finalize(rows);
    sqlite3_close(db);
    return sizes;
}

} // namespace gemba::bench
