// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/gltf_transform.h"

namespace gemba::ui {

namespace {

template <std::size_t N>
std::array<double, N> numbers(const JsonPlace& at, const char* key, std::array<double, N> otherwise)
{
    if (!at.has(key))
        return otherwise;
    const JsonPlace list = at.member(key);
    if (list.arraySize(N, N) == N) {
        for (std::size_t i = 0; i < N; ++i)
            otherwise[i] = list.item(i).number(-kMaxGltfCoordinate, kMaxGltfCoordinate);
    }
    return otherwise;
}

} // namespace

Transform Transform::identity()
{
    return {{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1}};
}

Vec3 Transform::apply(const Vec3& p) const
{
    return {m[0] * p.x + m[4] * p.y + m[8] * p.z + m[12], m[1] * p.x + m[5] * p.y + m[9] * p.z + m[13],
            m[2] * p.x + m[6] * p.y + m[10] * p.z + m[14]};
}

bool Transform::mirrors() const
{
    return m[0] * (m[5] * m[10] - m[9] * m[6]) - m[4] * (m[1] * m[10] - m[9] * m[2])
               + m[8] * (m[1] * m[6] - m[5] * m[2]) < 0;
}

Transform operator*(const Transform& outer, const Transform& inner)
{
    Transform product;
    for (std::size_t column = 0; column < 4; ++column) {
        for (std::size_t row = 0; row < 4; ++row) {
            for (std::size_t k = 0; k < 4; ++k)
                product.m[column * 4 + row] += outer.m[k * 4 + row] * inner.m[column * 4 + k];
        }
    }
    return product;
}

Transform transformOf(const JsonPlace& node)
{
    if (node.has("matrix"))
        return {numbers<16>(node, "matrix", Transform::identity().m)};
    const auto t = numbers<3>(node, "translation", {0, 0, 0});
    const auto q = numbers<4>(node, "rotation", {0, 0, 0, 1});
    const auto s = numbers<3>(node, "scale", {1, 1, 1});
    const double x = q[0], y = q[1], z = q[2], w = q[3];
    return {{(1 - 2 * (y * y + z * z)) * s[0], 2 * (x * y + z * w) * s[0], 2 * (x * z - y * w) * s[0], 0,
             2 * (x * y - z * w) * s[1], (1 - 2 * (x * x + z * z)) * s[1], 2 * (y * z + x * w) * s[1], 0,
             2 * (x * z + y * w) * s[2], 2 * (y * z - x * w) * s[2], (1 - 2 * (x * x + y * y)) * s[2], 0,
             t[0], t[1], t[2], 1}};
}

} // namespace gemba::ui
