// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <QSizeF>

#include "ui/scene/cover_map.h"

namespace gemba::ui {

/// A label that wants a place near a machine. Most important first.
struct LabelWish {
    QRectF machine;   ///< where the machine is seen
    QPolygonF outline; ///< convex; the leader line ends at its edge. Empty: at the edge of `machine`
    std::vector<QSizeF> forms; ///< the whole label, then shorter ones
};

struct LabelPlace {
    QRectF box;
    std::size_t form = 0; ///< which of the wish's forms found room
    QLineF leader; ///< from the box's edge to the machine's edge
};

/// Puts each label near its machine, inside the area: never on another label, on another label's
/// leader line, or on anything the map knows as taken (machines, markers). Where the whole label
/// finds no room nearby, a shorter form does; a label for which there is no room at all is left
/// out. The same wishes always give the same places.
[[nodiscard]] std::vector<std::optional<LabelPlace>>
placeLabels(const std::vector<LabelWish>& wishes, const CoverMap& taken, const QRectF& area);

/// The convex outline of points in a view, anticlockwise on screen; what a machine covers.
[[nodiscard]] QPolygonF convexOutline(std::vector<QPointF> points);

} // namespace gemba::ui
