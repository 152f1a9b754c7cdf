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
    static constexpr double kPresetTurn = -28, kPresetTilt = 32; ///< isometric, from the front left
    void setPreset() { look(kPresetTurn, kPresetTilt); }
    void orbit(double turnDegrees, double tiltDegrees); ///< tilt stays within 4 to 90
    void pan(const QPointF& pixels, const QSizeF& view); ///< what was grabbed follows the pointer
    void zoom(double factor, const QPointF& about, const QSizeF& view); ///< > 1: nearer
    /// Brings what is now seen in `seen` into the middle, with a share of the view left free on
    /// every side.
    void frame(const QRectF& seen, const QSizeF& view, double margin);

    void look(double turnDegrees, double tiltDegrees); ///< from there; the target stays
    /// On the way from here to there, 0 to 1; turns the shorter way round.
    [[nodiscard]] SceneCamera towards(const SceneCamera& there, double share) const;
    bool operator==(const SceneCamera& o) const;

    /// Where points are seen, for many of them: the camera's directions are worked out once.
    class Projection
    {
    public:
        Projection(const SceneCamera& camera, const QSizeF& view);
        [[nodiscard]] QPointF operator()(const Vec3& p) const
        {
            return {m_x + dot(p, m_right), m_y - dot(p, m_up)};
        }

    private:
        Vec3 m_right, m_up;
        double m_x = 0, m_y = 0;
    };

    [[nodiscard]] QPointF project(const Vec3& p, const QSizeF& view) const;
    [[nodiscard]] QRectF project(const Box3& box, const QSizeF& view) const;
    [[nodiscard]] QRectF project(const std::vector<Point3>& points, const QSizeF& view) const;
    [[nodiscard]] Ray ray(const QPointF& at, const QSizeF& view) const; ///< direction of length 1

    [[nodiscard]] Vec3 forward() const; ///< unit vector from the eye into the scene
    [[nodiscard]] Vec3 right() const;
    [[nodiscard]] Vec3 up() const;
    [[nodiscard]] const Vec3& target() const { return m_target; }
    [[nodiscard]] double pixelsPerMetre(const QSizeF& view) const;
    [[nodiscard]] double halfHeight() const { return m_halfHeight; } ///< of the view, in metres
    [[nodiscard]] double turn() const { return m_turn; }
    [[nodiscard]] double tilt() const { return m_tilt; }

private:
    Vec3 m_target;
    double m_turn = kPresetTurn;
    double m_tilt = kPresetTilt;
    double m_halfHeight = 10;
};

} // namespace gemba::ui
