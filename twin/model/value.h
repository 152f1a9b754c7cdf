// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace gemba::twin {

/// A stretch of evenly sampled signal, e.g. one vibration record.
struct Waveform {
    double rateHz = 0.0;
    std::vector<float> values;
    bool operator==(const Waveform&) const = default;
};

/// What a sensor or node can say. monostate is "null": the node says it has no value.
using Value = std::variant<std::monostate, double, std::int64_t, bool, std::string, Waveform>;

enum class ValueKind : std::uint8_t { Null, Double, Int64, Bool, String, Waveform };

[[nodiscard]] inline ValueKind kindOf(const Value& v) { return static_cast<ValueKind>(v.index()); }

/// The number a value stands for (bools as 0 and 1); NaN where it stands for none.
[[nodiscard]] double toNumber(const Value& v);

} // namespace gemba::twin
