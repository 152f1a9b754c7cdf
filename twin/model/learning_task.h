// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace gemba::twin {

/// The questions that a model can answer. In files by their names in small letters.
enum class LearningTask : std::uint8_t {
    Detect,   ///< how different from normal
    Regress,  ///< a number
    Rul,      ///< remaining useful life
    Classify, ///< one of several classes
};

[[nodiscard]] constexpr std::string_view nameOf(LearningTask task)
{
    constexpr std::string_view kNames[] = {"detect", "regress", "rul", "classify"};
    return kNames[static_cast<std::size_t>(task)];
}

} // namespace gemba::twin
