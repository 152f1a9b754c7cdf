// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "twin/model/bytes.h"

namespace gemba::twin {

// Two ways to write many whole numbers that are mostly small. Signed ones are made unsigned first,
// by wrapping arithmetic, so that the extremes of the type are ordinary values.
[[nodiscard]] constexpr std::uint64_t zigzag(std::uint64_t v)
{
    return (v << 1) ^ static_cast<std::uint64_t>(static_cast<std::int64_t>(v) >> 63);
}
[[nodiscard]] constexpr std::uint64_t unzigzag(std::uint64_t v) { return (v >> 1) ^ (0 - (v & 1)); }

/// Varints with the lengths of the runs of zeros between them: for numbers that are nearly all 0.
[[nodiscard]] std::size_t runBytes(std::span<const std::uint64_t> numbers);
void writeRuns(std::span<const std::uint64_t> numbers, Bytes& out);
/// Fills out, which must be zeros, or sets in.failed().
void readRuns(ByteReader& in, std::span<std::uint64_t> out);

/// Rice codes (Rice and Plaunt 1971): what is above 2^k as that many ones and a zero, then k bits.
/// For noise: little more than its entropy.
struct RicePlan {
    std::size_t bytes = SIZE_MAX;
    unsigned k = 0;
};
/// sum: of the numbers, roughly; at least one number.
[[nodiscard]] RicePlan planRice(std::span<const std::uint64_t> numbers, double sum);
void writeRice(std::span<const std::uint64_t> numbers, unsigned k, Bytes& out);
void readRice(ByteReader& in, std::span<std::uint64_t> out);

} // namespace gemba::twin
