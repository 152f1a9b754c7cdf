// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "twin/model/bytes.h"
#include "twin/model/value.h"

namespace gemba::twin {

// Values of one kind each, bit for bit. Decoders append exactly n values or set in.failed().

/// Doubles: as integers scaled by a power of ten where that gives back the same bits (sensors
/// round to decimals), else the XOR with the value before without its zero bytes (after Gorilla).
/// True: there is nothing left for zstd to find.
bool encodeDoubles(std::span<const double> values, Bytes& out);
void decodeDoubles(ByteReader& in, std::size_t n, std::vector<double>& out);

/// Texts: each different one once, then which.
void encodeStrings(std::span<const std::string* const> values, Bytes& out);
void decodeStrings(ByteReader& in, std::size_t n, std::vector<Value>& out);

/// Waveforms: rate, length, then the bytes of all values by significance, for zstd to shrink.
void encodeWaveforms(std::span<const Waveform* const> values, Bytes& out);
void decodeWaveforms(ByteReader& in, std::size_t n, std::vector<Value>& out);

} // namespace gemba::twin
