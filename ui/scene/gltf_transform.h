// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "ui/scene/json_reading.h"
#include "ui/scene/vec3.h"

namespace gemba::ui {

inline constexpr double kMaxGltfCoordinate = 1e6; ///< in the file's own unit, metres

/// An affine map of space as glTF writes it: 4 x 4 numbers, column by column.
struct Transform {
    std::array<double, 16> m{};

    [[nodiscard]] static Transform identity();
    [[nodiscard]] Vec3 apply(const Vec3& p) const;
    [[nodiscard]] bool mirrors() const; ///< turns anticlockwise triangles into clockwise ones
};

Transform operator*(const Transform& outer, const Transform& inner);

/// Local transform of a node: matrix, or translation * rotation * scale (glTF 2.0, 3.5.3).
[[nodiscard]] Transform transformOf(const JsonPlace& node);

} // namespace gemba::ui
