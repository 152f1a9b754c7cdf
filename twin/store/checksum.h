// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace gemba::twin {

/// CRC-32 (IEEE 802.3, reflected, as in zip and PNG).
[[nodiscard]] std::uint32_t crc32(std::string_view bytes);

} // namespace gemba::twin
