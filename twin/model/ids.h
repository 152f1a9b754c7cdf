// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace gemba::twin {

/// Positions in the plant's lists; they hold for one plant description and never leave a file.
enum class TagId : std::uint32_t {};
enum class AssetId : std::uint32_t {};
enum class SourceId : std::uint16_t {};

inline constexpr TagId kNoTag{UINT32_MAX};
inline constexpr AssetId kNoAsset{UINT32_MAX};

[[nodiscard]] constexpr std::uint32_t index(TagId id) { return static_cast<std::uint32_t>(id); }
[[nodiscard]] constexpr std::uint32_t index(AssetId id) { return static_cast<std::uint32_t>(id); }
[[nodiscard]] constexpr std::uint16_t index(SourceId id) { return static_cast<std::uint16_t>(id); }

} // namespace gemba::twin
