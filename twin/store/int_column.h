// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "twin/model/bytes.h"

namespace gemba::twin {

/// Any n 64-bit integers, exactly, small where they are regular: constant; or differences; or
/// differences of differences (Pelkonen et al., "Gorilla", VLDB 2015); each either with run
/// lengths for zeros or in Rice codes (Rice and Plaunt 1971), after division by 1e3, 1e6 or 1e9
/// where all differences allow it. The smallest wins: evenly spaced times cost about 15 bytes,
/// however many there are, and noise costs little more than its entropy.
void encodeIntegers(std::span<const std::int64_t> values, Bytes& out);

/// Appends exactly n integers to out, or sets in.failed().
void decodeIntegers(ByteReader& in, std::size_t n, std::vector<std::int64_t>& out);

/// Bytes as (run length, value) pairs.
void encodeRuns(std::span<const std::uint8_t> values, Bytes& out);
void decodeRuns(ByteReader& in, std::size_t n, std::vector<std::uint8_t>& out);

} // namespace gemba::twin
