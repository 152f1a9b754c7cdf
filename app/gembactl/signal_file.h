// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "twin/model/result.h"

namespace gemba {

/// Reads one signal: *.f32 is little-endian 32-bit floats one after the other; anything else is
/// CSV, with or without a header.
/// column: of the CSV, by its name or its number from 1; empty: the only one that is not time. A
/// column that rises in equal steps is time, and must fit the rate, where one is told: in s, ms, us, or counted.
/// Errors: FileNotReadable, FileTooLarge, CsvSyntax, CsvNotANumber, CsvMissingColumn,
/// WaveformInvalid; with the file, and row and column where there is one.
[[nodiscard]] twin::Result<std::vector<float>> readSignal(const std::string& path, std::optional<double> rate,
                                                          const std::string& column);

} // namespace gemba
