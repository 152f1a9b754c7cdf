// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/label_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gemba::ui {

namespace {

constexpr double kGap = 8;      ///< between labels, pixels
constexpr double kRasterStep = 24;
constexpr double kOnMachine = 6; ///< cost per pixel of a covered machine ...
constexpr double kAnyMachine = 150; ///< ... and of covering any: a longer leader is better
constexpr double kMarker = 14; ///< a priority marker stands out over the upper right corner

/// Where a label may stand: a direction from the machine, in order of preference.
constexpr std::array<QPointF, 8> kDirections{QPointF(1, -1), QPointF(-1, -1), QPointF(1, 0),
                                             QPointF(-1, 0), QPointF(0, -1), QPointF(1, 1),
                                             QPointF(-1, 1), QPointF(0, 1)};
constexpr std::array<double, 5> kDistances{18, 44, 80, 130, 190};

double side(double direction, double low, double high, double size, double distance)
{
    if (direction > 0)
        return high + distance;
    if (direction < 0)
        return low - distance - size;
    return (low + high - size) / 2;
}

double cost(const QRectF& label, const LabelWish& wish, const std::vector<QRectF>& machines)
{
    double c = std::hypot(label.center().x() - wish.machine.center().x(),
                          label.center().y() - wish.machine.center().y());
    for (const QRectF& machine : machines) {
        const QRectF covered = label.intersected(machine.adjusted(0, -kMarker, kMarker, 0));
        if (!covered.isEmpty())
            c += kOnMachine * std::sqrt(covered.width() * covered.height()) + kAnyMachine;
    }
    return c;
}

bool coversAny(const QRectF& label, const std::vector<QRectF>& machines)
{
    return std::any_of(machines.begin(), machines.end(),
                       [&](const QRectF& machine) { return machine.intersects(label); });
}

bool isFree(const QRectF& label, const std::vector<std::optional<QRectF>>& placed)
{
    const QRectF wide = label.adjusted(-kGap, -kGap, kGap, kGap);
    return std::none_of(placed.begin(), placed.end(),
                        [&](const auto& p) { return p && p->intersects(wide); });
}

} // namespace

std::vector<std::optional<QRectF>> placeLabels(const std::vector<LabelWish>& wishes,
                                               const std::vector<QRectF>& machines,
                                               const QRectF& area)
{
    std::vector<std::optional<QRectF>> placed;
    for (const LabelWish& wish : wishes) {
        std::optional<QRectF> best;
        double bestCost = 0;
        const auto consider = [&](const QPointF& corner, double extra) {
            const QRectF label(corner, wish.size);
            if (!area.contains(label) || !isFree(label, placed)
                || (!wish.mayCover && coversAny(label, machines)))
                return;
            const double c = cost(label, wish, machines) + extra;
            if (!best || c < bestCost) {
                best = label;
                bestCost = c;
            }
        };
        const QRectF& m = wish.machine;
        for (std::size_t d = 0; d < kDirections.size(); ++d) {
            for (const double distance : kDistances) {
                consider({side(kDirections[d].x(), m.left(), m.right(), wish.size.width(), distance),
                          side(kDirections[d].y(), m.top(), m.bottom(), wish.size.height(), distance)},
                         static_cast<double>(d));
            }
        }
        // Crowded, or the machine is out of sight: the nearest free place anywhere.
        if (wish.mayCover && (!best || coversAny(*best, machines))) {
            for (double y = area.top(); y + wish.size.height() <= area.bottom(); y += kRasterStep) {
                for (double x = area.left(); x + wish.size.width() <= area.right(); x += kRasterStep)
                    consider({x, y}, 0);
            }
        }
        placed.push_back(best);
    }
    return placed;
}

std::pair<QPointF, QPointF> leader(const QRectF& label, const QRectF& machine)
{
    const auto nearest = [](const QRectF& r, const QPointF& p) {
        return QPointF(std::clamp(p.x(), r.left(), r.right()), std::clamp(p.y(), r.top(), r.bottom()));
    };
    const QPointF from = nearest(label, machine.center());
    return {from, nearest(machine, from)};
}

} // namespace gemba::ui
