// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/ids.h"
#include "twin/store/sqlite.h"

namespace gemba::twin {

/// "GMBS": what a session file says it is in its first page.
inline constexpr std::int32_t kApplicationId = 0x474D4253;
/// Format of the file. Raised when an older reader could misread a newer file.
inline constexpr std::int32_t kSessionVersion = 1;

/// Sizes that no session of ours exceeds; a file that claims more is damaged or hostile.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{32} << 20;
inline constexpr std::size_t kMaxSegmentBytes = std::size_t{48} << 20;  ///< decompressed
inline constexpr std::size_t kMaxKeyframeBytes = std::size_t{256} << 20; ///< each part
inline constexpr std::size_t kMaxBlobBytes = std::size_t{256} << 20;
inline constexpr std::size_t kMaxRecentBytes = std::size_t{256} << 20;

/// Series numbers of chunks and rollups: tags count up from 0, conditions of assets down from -1.
[[nodiscard]] constexpr std::int64_t seriesOf(TagId tag) { return index(tag); }
[[nodiscard]] constexpr std::int64_t seriesOf(AssetId asset)
{
    return -1 - static_cast<std::int64_t>(index(asset));
}

/// Creates all tables in an empty database, which can give back pages it no longer needs.
Result<void> createSessionSchema(Database& db);

/// Whether the database has exactly the tables and indexes of createSessionSchema and nothing
/// else: no view, trigger or virtual table can run anything. Errors: SessionForeign.
Result<void> verifySessionSchema(Database& db);

/// Removes a session file and what SQLite keeps beside it.
void removeSessionFiles(const std::string& path);

} // namespace gemba::twin
