// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gemba::ui {

/// Sizes of the time ruler in pixels before scaling.
inline constexpr int kNameLeft = 14, kNamePixels = 11, kNameGap = 10;
inline constexpr int kRight = 14;
inline constexpr int kLanesTop = 8; ///< room for the cursor's head
inline constexpr int kLaneGap = 3;
inline constexpr int kTimesHeight = 22;

} // namespace gemba::ui
