// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <QJsonObject>

namespace gemba::bench {

/// Bytes that each table and index of a session takes in its file, whole pages.
struct TableSizes {
    std::map<std::string, std::int64_t> bytes;
    [[nodiscard]] std::int64_t of(const std::string& table) const;
    [[nodiscard]] std::int64_t cache() const; ///< chunks and roll-ups with their indexes
    [[nodiscard]] QJsonObject json() const;
};

/// Empty where SQLite was built without dbstat or the file cannot be read.
[[nodiscard]] TableSizes tableSizes(const std::string& path);

} // namespace gemba::bench
