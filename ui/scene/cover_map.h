// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPolygonF>
#include <QRectF>
#include <QSizeF>

namespace gemba::ui {

/// Which parts of a view are taken, in cells of a few pixels: asked thousands of times while labels
/// look for room, so that a question costs four look-ups however many machines there are. Generous:
/// a cell that is touched at all is taken. A value.
class CoverMap
{
public:
    static constexpr double kCell = 4; ///< pixels

    explicit CoverMap(const QSizeF& view = {});
    void cover(const QRectF& rect);
    void coverConvex(const QPolygonF& outline); ///< closed or not; anything convex
    void finish(); ///< after the last cover(), before the first question

    [[nodiscard]] bool isFree(const QRectF& rect) const { return taken(rect) == 0; }
    bool operator==(const CoverMap&) const = default;
    [[nodiscard]] int taken(const QRectF& rect) const; ///< cells under the rectangle

private:
    void coverRow(int row, double left, double right);
    int m_columns = 0, m_rows = 0;
    std::vector<int> m_sum; ///< marks, then their sums from the upper left; one row and column more
};

} // namespace gemba::ui
