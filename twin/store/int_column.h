// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "twin/model/bytes.h"

namespace gemba::twin {

/// Any n 64-bit integers, exactly, small where they are regular: constant; or differences; or
/// differences of differences (Pelkonen et al., "Gorilla", VLDB 2015), each with or without run
/// lengths for zeros, divided by 1e3, 1e6 or 1e9 where all differences can be. The smallest wins:
/// evenly spaced times cost about 15 bytes, however many there are.
void encodeIntegers(std::span<const std::int64_t> values, Bytes& out);

/// Appends exactly n integers to out, or sets in.failed().
void decodeIntegers(ByteReader& in, std::size_t n, std::vector<std::int64_t>& out);

/// Bytes as (run length, value) pairs.
void encodeRuns(std::span<const std::uint8_t> values, Bytes& out);
void decodeRuns(ByteReader& in, std::size_t n, std::vector<std::uint8_t>& out);

} // namespace gemba::twin
