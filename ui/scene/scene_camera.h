// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include "ui/scene/pick_tree.h"

namespace gemba::ui {

/// Parallel projection, upright: turns about the vertical, tilts, never rolls. Screen points are
/// in widget coordinates, y downwards; angles in degrees; lengths in metres. A value.
class SceneCamera
{
public:
    void setPreset(); ///< isometric look from the front left
    void orbit(double turnDegrees, double tiltDegrees); ///< tilt stays within 4 to 90
    void pan(const QPointF& pixels, const QSizeF& view); ///< what was grabbed follows the pointer
    void zoom(double factor, const QPointF& about, const QSizeF& view); ///< > 1: nearer
    /// Brings what is now seen in `seen` into the middle, with a share of the view left free on
    /// every side.
    void frame(const QRectF& seen, const QSizeF& view, double margin);

    [[nodiscard]] QPointF project(const Vec3& p, const QSizeF& view) const;
    [[nodiscard]] QRectF project(const Box3& box, const QSizeF& view) const;
    [[nodiscard]] QRectF project(const std::vector<Point3>& points, const QSizeF& view) const;
    [[nodiscard]] Ray ray(const QPointF& at, const QSizeF& view) const; ///< direction of length 1

    [[nodiscard]] Vec3 forward() const; ///< unit vector from the eye into the scene
    [[nodiscard]] Vec3 right() const;
    [[nodiscard]] Vec3 up() const;
    [[nodiscard]] const Vec3& target() const { return m_target; }
    [[nodiscard]] double halfHeight() const { return m_halfHeight; } ///< of the view, in metres
    [[nodiscard]] double turn() const { return m_turn; }
    [[nodiscard]] double tilt() const { return m_tilt; }

private:
    Vec3 m_target;
    double m_turn = -28;
    double m_tilt = 32;
    double m_halfHeight = 10;
};

} // namespace gemba::ui
