// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/checksum.h"

#include <array>
#include <cstring>

namespace gemba::twin {
namespace {

using Table = std::array<std::uint32_t, 256>;

/// Slicing by 8 (Kounavis and Berry 2005): table k holds the CRC of a byte followed by k zeros.
constexpr std::array<Table, 8> makeTables()
{
    std::array<Table, 8> t{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t c = i;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1) != 0 ? 0xEDB88320U ^ (c >> 1) : c >> 1;
        t[0][i] = c;
    }
    for (std::size_t k = 1; k < 8; ++k) {
        for (std::size_t i = 0; i < 256; ++i)
            t[k][i] = (t[k - 1][i] >> 8) ^ t[0][t[k - 1][i] & 0xff];
    }
    return t;
}

constexpr std::array<Table, 8> kTables = makeTables();

} // namespace

std::uint32_t crc32(std::string_view bytes)
{
    std::uint32_t crc = 0xffffffffU;
    while (bytes.size() >= 8) {
        std::uint32_t low = 0;
        std::uint32_t high = 0;
        std::memcpy(&low, bytes.data(), 4);
        std::memcpy(&high, bytes.data() + 4, 4);
        low ^= crc;
        crc = kTables[7][low & 0xff] ^ kTables[6][(low >> 8) & 0xff] ^ kTables[5][(low >> 16) & 0xff]
            ^ kTables[4][low >> 24] ^ kTables[3][high & 0xff] ^ kTables[2][(high >> 8) & 0xff]
            ^ kTables[1][(high >> 16) & 0xff] ^ kTables[0][high >> 24];
        bytes.remove_prefix(8);
    }
    for (const char c : bytes)
        crc = (crc >> 8) ^ kTables[0][(crc ^ static_cast<unsigned char>(c)) & 0xff];
    return crc ^ 0xffffffffU;
}

} // namespace gemba::twin
