// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/cover_map.h"

#include <algorithm>
#include <cmath>

namespace gemba::ui {

namespace {

int cellOf(double pixel, int most)
{
    return static_cast<int>(std::clamp(std::floor(pixel / CoverMap::kCell), 0.0, static_cast<double>(most)));
}

} // namespace

CoverMap::CoverMap(const QSizeF& view)
    : m_columns(static_cast<int>(std::ceil(std::max(0.0, view.width()) / kCell))),
      m_rows(static_cast<int>(std::ceil(std::max(0.0, view.height()) / kCell))),
      m_sum(static_cast<std::size_t>(m_columns + 1) * static_cast<std::size_t>(m_rows + 1))
{
}

void CoverMap::coverRow(int row, double left, double right)
{
    if (right < 0 || left > m_columns * kCell || left > right)
        return;
    const auto begin = m_sum.begin() + static_cast<std::ptrdiff_t>(row + 1) * (m_columns + 1) + 1;
    std::fill(begin + cellOf(left, m_columns - 1), begin + cellOf(right, m_columns - 1) + 1, 1);
}

void CoverMap::cover(const QRectF& rect)
{
    if (m_columns == 0 || m_rows == 0 || rect.bottom() < 0 || rect.top() > m_rows * kCell)
        return;
    for (int row = cellOf(rect.top(), m_rows - 1); row <= cellOf(rect.bottom(), m_rows - 1); ++row)
        coverRow(row, rect.left(), rect.right());
}

void CoverMap::coverConvex(const QPolygonF& outline)
{
    const QRectF box = outline.boundingRect();
    if (outline.size() < 3 || m_columns == 0 || m_rows == 0 || box.bottom() < 0 || box.top() > m_rows * kCell)
        return cover(outline.isEmpty() ? QRectF(-9, -9, 0, 0) : box);
    for (int row = cellOf(box.top(), m_rows - 1); row <= cellOf(box.bottom(), m_rows - 1); ++row) {
        // How far the outline reaches within this row's band.
        const double top = row * kCell, bottom = top + kCell;
        double left = 1e30, right = -1e30;
        for (qsizetype i = 0; i < outline.size(); ++i) {
            QPointF a = outline[i], b = outline[(i + 1) % outline.size()];
            if (a.y() > b.y())
                std::swap(a, b);
            if (b.y() < top || a.y() > bottom)
                continue;
            const double height = b.y() - a.y();
            const auto at = [&](double y) { return a.x() + (b.x() - a.x()) * (y - a.y()) / height; };
            const double x0 = height > 0 ? at(std::max(a.y(), top)) : a.x();
            const double x1 = height > 0 ? at(std::min(b.y(), bottom)) : b.x();
            left = std::min({left, x0, x1});
            right = std::max({right, x0, x1});
        }
        coverRow(row, left, right);
    }
}

void CoverMap::finish()
{
    const auto at = [this](int row, int column) -> int& {
        return m_sum[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns + 1)
                     + static_cast<std::size_t>(column)];
    };
    for (int row = 1; row <= m_rows; ++row) {
        for (int column = 1; column <= m_columns; ++column)
            at(row, column) += at(row - 1, column) + at(row, column - 1) - at(row - 1, column - 1);
    }
}

int CoverMap::taken(const QRectF& rect) const
{
    if (m_columns == 0 || m_rows == 0)
        return 0;
    const int left = cellOf(rect.left(), m_columns - 1), right = cellOf(rect.right(), m_columns - 1) + 1;
    const int top = cellOf(rect.top(), m_rows - 1), bottom = cellOf(rect.bottom(), m_rows - 1) + 1;
    const auto at = [this](int row, int column) {
        return m_sum[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns + 1)
                     + static_cast<std::size_t>(column)];
    };
    return at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
}

} // namespace gemba::ui
