// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace gemba::ui {

/// A label that wants a place near a machine. Most important first.
struct LabelWish {
    QRectF machine; ///< where the machine is seen; the leader line ends at its edge
    QSizeF size;
    bool mayCover = true; ///< rather on a machine than not at all
};

/// Puts each label near its machine: inside the area, never on another label, and as far as
/// possible not on any of the machines. A label for which there is no room is left out (its
/// marker still stands). The same wishes always give the same places.
[[nodiscard]] std::vector<std::optional<QRectF>> placeLabels(const std::vector<LabelWish>& wishes,
                                                             const std::vector<QRectF>& machines,
                                                             const QRectF& area);

/// The leader line's ends: on the label's edge and on the machine's edge.
[[nodiscard]] std::pair<QPointF, QPointF> leader(const QRectF& label, const QRectF& machine);

} // namespace gemba::ui
