// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "ui/scene/triangle_mesh.h"

namespace gemba::ui {

/// Double-precision vector for the scene's geometry; Point3 is what is stored.
struct Vec3 {
    double x = 0, y = 0, z = 0;

    constexpr Vec3() = default;
    constexpr Vec3(double px, double py, double pz) : x(px), y(py), z(pz) {}
    constexpr Vec3(const Point3& p) : x(p[0]), y(p[1]), z(p[2]) {}
    [[nodiscard]] Point3 stored() const
    {
        return {static_cast<float>(x), static_cast<float>(y), static_cast<float>(z)};
    }
    [[nodiscard]] double operator[](std::size_t i) const { return i == 0 ? x : i == 1 ? y : z; }
};

inline Vec3 operator+(const Vec3& a, const Vec3& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
inline Vec3 operator-(const Vec3& a, const Vec3& b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
inline Vec3 operator*(const Vec3& a, double k) { return {a.x * k, a.y * k, a.z * k}; }
inline double dot(const Vec3& a, const Vec3& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline Vec3 cross(const Vec3& a, const Vec3& b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(const Vec3& a) { return std::sqrt(dot(a, a)); }
/// Of length 1; the zero vector stays zero.
inline Vec3 unit(const Vec3& a)
{
    const double l = length(a);
    return l > 0 ? a * (1 / l) : a;
}

} // namespace gemba::ui
