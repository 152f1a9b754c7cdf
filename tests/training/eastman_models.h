// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/gemba-plant/run_file.h"
#include "twin/model/result.h"

namespace gemba::twin::test {

inline constexpr const char* kEastmanUnits[] = {"reactor", "condenser", "separator", "compressor", "stripper"};

/// Folder of the plant in the source tree.
[[nodiscard]] std::string eastmanFolder(const std::string& sourceTree);

/// The rows of a recorded run as gembactl reads tables: CSV with the tag ids as header.
[[nodiscard]] std::string csvOf(const plant::Run& run);

/// The bytes of models/<unit>.gmodel: recipes/<unit>.json trained on runs/d00.run and
/// d00_10d.run; the hash of both files' bytes is what the model names as its data.
[[nodiscard]] Result<std::string> trainUnit(const std::string& folder, const std::string& unit);

} // namespace gemba::twin::test
