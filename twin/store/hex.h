// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "twin/store/session_types.h"

namespace gemba::twin {

[[nodiscard]] inline std::string hexOf(const IntervalDigest& digest)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t b : digest) {
        text.push_back(kHex[b >> 4]);
        text.push_back(kHex[b & 15]);
    }
    return text;
}

} // namespace gemba::twin
