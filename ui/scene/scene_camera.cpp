// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/scene_camera.h"

#include <algorithm>
#include <numbers>

namespace gemba::ui {

namespace {

constexpr double kRadians = std::numbers::pi / 180;
constexpr double kMinTilt = 4, kMaxTilt = 90;
constexpr double kNearest = 0.05, kFarthest = 50'000; ///< half height, metres
constexpr double kBehind = 100'000; ///< rays start far behind everything a scene may hold

double scaleOf(double halfHeight, const QSizeF& view)
{
    return std::max(1.0, view.height()) / (2 * halfHeight);
}

std::vector<Point3> corners(const Box3& box)
{
    std::vector<Point3> c;
    for (unsigned i = 0; i < 8; ++i) {
        c.push_back({(i & 1) ? box.high[0] : box.low[0], (i & 2) ? box.high[1] : box.low[1],
                     (i & 4) ? box.high[2] : box.low[2]});
    }
    return c;
}

} // namespace

SceneCamera::Projection::Projection(const SceneCamera& camera, const QSizeF& view)
{
    const double k = camera.pixelsPerMetre(view);
    m_right = camera.right() * k;
    m_up = camera.up() * k;
    m_x = view.width() / 2 - dot(camera.target(), m_right);
    m_y = view.height() / 2 + dot(camera.target(), m_up);
}

void SceneCamera::look(double turnDegrees, double tiltDegrees)
{
    m_turn = std::remainder(turnDegrees, 360.0);
    m_tilt = std::clamp(tiltDegrees, kMinTilt, kMaxTilt);
}

SceneCamera SceneCamera::towards(const SceneCamera& there, double share) const
{
    if (share >= 1)
        return there;
    SceneCamera c = *this;
    c.m_target = m_target + (there.m_target - m_target) * share;
    c.m_turn = std::remainder(m_turn + std::remainder(there.m_turn - m_turn, 360.0) * share, 360.0);
    c.m_tilt = m_tilt + (there.m_tilt - m_tilt) * share;
    c.m_halfHeight = m_halfHeight * std::pow(there.m_halfHeight / m_halfHeight, share);
    return c;
}

bool SceneCamera::operator==(const SceneCamera& o) const
{
    return length(m_target - o.m_target) < 1e-9 && m_turn == o.m_turn && m_tilt == o.m_tilt
           && m_halfHeight == o.m_halfHeight;
}

void SceneCamera::orbit(double turnDegrees, double tiltDegrees)
{
    m_turn = std::remainder(m_turn + turnDegrees, 360.0);
    m_tilt = std::clamp(m_tilt + tiltDegrees, kMinTilt, kMaxTilt);
}

void SceneCamera::pan(const QPointF& pixels, const QSizeF& view)
{
    const double k = 1 / pixelsPerMetre(view);
    m_target = m_target + right() * (-pixels.x() * k) + up() * (pixels.y() * k);
}

void SceneCamera::zoom(double factor, const QPointF& about, const QSizeF& view)
{
    const double before = m_halfHeight;
    m_halfHeight = std::clamp(m_halfHeight / factor, kNearest, kFarthest);
    // The point under the pointer stays there.
    const QPointF off = about - QPointF(view.width() / 2, view.height() / 2);
    const double k = 1 / scaleOf(before, view) - 1 / pixelsPerMetre(view);
    m_target = m_target + right() * (off.x() * k) + up() * (-off.y() * k);
}

void SceneCamera::frame(const QRectF& seen, const QSizeF& view, double margin)
{
    if (seen.isEmpty() || view.isEmpty())
        return;
    pan(QPointF(view.width() / 2, view.height() / 2) - seen.center(), view);
    const double free = 1 - 2 * margin;
    const double factor = std::max(seen.width() / (view.width() * free),
                                   seen.height() / (view.height() * free));
    m_halfHeight = std::clamp(m_halfHeight * factor, kNearest, kFarthest);
}

double SceneCamera::pixelsPerMetre(const QSizeF& view) const
{
    return scaleOf(m_halfHeight, view);
}

QPointF SceneCamera::project(const Vec3& p, const QSizeF& view) const
{
    return Projection(*this, view)(p);
}

QRectF SceneCamera::project(const Box3& box, const QSizeF& view) const
{
    return box.empty() ? QRectF() : project(corners(box), view);
}

QRectF SceneCamera::project(const std::vector<Point3>& points, const QSizeF& view) const
{
    if (points.empty())
        return {};
    QPointF low(1e30, 1e30), high(-1e30, -1e30);
    const Projection at(*this, view);
    for (const Point3& corner : points) {
        const QPointF p = at(corner);
        low = {std::min(low.x(), p.x()), std::min(low.y(), p.y())};
        high = {std::max(high.x(), p.x()), std::max(high.y(), p.y())};
    }
    return {low, high};
}

Ray SceneCamera::ray(const QPointF& at, const QSizeF& view) const
{
    const double k = 1 / pixelsPerMetre(view);
    const Vec3 on = m_target + right() * ((at.x() - view.width() / 2) * k)
                    + up() * (-(at.y() - view.height() / 2) * k);
    return {on - forward() * kBehind, forward()};
}

Vec3 SceneCamera::forward() const
{
    const double a = m_turn * kRadians, e = m_tilt * kRadians;
    return {-std::sin(a) * std::cos(e), std::cos(a) * std::cos(e), -std::sin(e)};
}

Vec3 SceneCamera::right() const
{
    const double a = m_turn * kRadians;
    return {std::cos(a), std::sin(a), 0};
}

Vec3 SceneCamera::up() const
{
    return cross(right(), forward());
}

} // namespace gemba::ui
