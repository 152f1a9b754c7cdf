// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/label_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gemba::ui {

namespace {

constexpr double kGap = 8;   ///< between labels, pixels
constexpr double kClear = 3; ///< between a label and what is taken
constexpr double kStep = 20; ///< of the search on a grid
constexpr double kNear = 260; ///< a whole label farther away than this says less than a short one
constexpr double kFar = 520;  ///< farther away even the shortest does not say what it is about
constexpr double kLineOver = 0.6; ///< cost per pixel of leader that runs over machines

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

bool crosses(const QLineF& line, const QRectF& box)
{
    if (box.contains(line.p1()) || box.contains(line.p2()))
        return true;
    const std::array<QLineF, 4> edges{QLineF(box.topLeft(), box.topRight()), QLineF(box.topRight(), box.bottomRight()),
                                      QLineF(box.bottomRight(), box.bottomLeft()), QLineF(box.bottomLeft(), box.topLeft())};
    return std::any_of(edges.begin(), edges.end(), [&](const QLineF& edge) {
        return line.intersects(edge, nullptr) == QLineF::BoundedIntersection;
    });
}

QPointF nearest(const QRectF& r, const QPointF& p)
{
    return {std::clamp(p.x(), r.left(), r.right()), std::clamp(p.y(), r.top(), r.bottom())};
}

QLineF leaderOf(const QRectF& box, const LabelWish& wish)
{
    if (wish.outline.size() < 3) {
        const QPointF from = nearest(box, wish.machine.center());
        return {from, nearest(wish.machine, from)};
    }
    const QPointF middle = wish.outline.boundingRect().center();
    const QPointF from = nearest(box, middle);
    const QLineF line(from, middle);
    QPointF end = middle, cut;
    for (qsizetype i = 0; i < wish.outline.size(); ++i) {
        const QLineF edge(wish.outline[i], wish.outline[(i + 1) % wish.outline.size()]);
        if (line.intersects(edge, &cut) == QLineF::BoundedIntersection
            && QLineF(from, cut).length() < QLineF(from, end).length())
            end = cut;
    }
    return {from, end};
}

class Layout
{
public:
    Layout(const CoverMap& taken, const QRectF& area) : m_taken(taken), m_area(area) {}

    std::optional<LabelPlace> place(const LabelWish& wish)
    {
        std::optional<LabelPlace> best;
        for (std::size_t form = 0; form < wish.forms.size() && !best; ++form) {
            const bool last = form + 1 == wish.forms.size();
            m_best = last ? kFar : kNear; // nothing that costs more is taken
            around(wish, form, best);
            if (!best)
                everywhere(wish, form, best);
        }
        if (best)
            m_placed.push_back(*best);
        return best;
    }

private:
    void around(const LabelWish& wish, std::size_t form, std::optional<LabelPlace>& best)
    {
        const QRectF& m = wish.machine;
        const QSizeF size = wish.forms[form];
        for (std::size_t d = 0; d < kDirections.size(); ++d) {
            for (const double distance : kDistances) {
                consider(wish, form, {side(kDirections[d].x(), m.left(), m.right(), size.width(), distance),
                                      side(kDirections[d].y(), m.top(), m.bottom(), size.height(), distance)},
                         static_cast<double>(d), best);
            }
        }
    }

    /// On a grid over the view, as far from the machine as a label may be.
    void everywhere(const LabelWish& wish, std::size_t form, std::optional<LabelPlace>& best)
    {
        const QSizeF size = wish.forms[form];
        const QRectF reach = wish.machine.adjusted(-m_best - size.width(), -m_best - size.height(), m_best, m_best);
        const auto first = [](double area, double from) {
            return area + kStep * std::ceil(std::max(0.0, from - area) / kStep);
        };
        const double bottom = std::min(m_area.bottom() - size.height(), reach.bottom());
        const double right = std::min(m_area.right() - size.width(), reach.right());
        for (double y = first(m_area.top(), reach.top()); y <= bottom; y += kStep) {
            for (double x = first(m_area.left(), reach.left()); x <= right; x += kStep)
                consider(wish, form, {x, y}, 0, best);
        }
    }

    void consider(const LabelWish& wish, std::size_t form, const QPointF& corner, double extra,
                  std::optional<LabelPlace>& best)
    {
        const QRectF box(corner, wish.forms[form]);
        const QPointF to = nearest(wish.machine, box.center()), from = nearest(box, to);
        const double distance = std::hypot(from.x() - to.x(), from.y() - to.y()) + extra;
        if (distance >= m_best || !m_area.contains(box)
            || !m_taken.isFree(box.adjusted(-kClear, -kClear, kClear, kClear)))
            return;
        const QLineF leader = leaderOf(box, wish);
        const double cost = distance + kLineOver * over(leader);
        if (cost >= m_best || !isClear(box, leader))
            return;
        m_best = cost;
        best = LabelPlace{box, form, leader};
    }

    [[nodiscard]] bool isClear(const QRectF& box, const QLineF& leader) const
    {
        const QRectF wide = box.adjusted(-kGap, -kGap, kGap, kGap);
        return std::none_of(m_placed.begin(), m_placed.end(), [&](const LabelPlace& p) {
            return p.box.intersects(wide) || crosses(p.leader, wide) || crosses(leader, p.box)
                   || leader.intersects(p.leader, nullptr) == QLineF::BoundedIntersection;
        });
    }

    /// Pixels of the line that run over something.
    [[nodiscard]] double over(const QLineF& line) const
    {
        const int n = static_cast<int>(line.length() / (2 * CoverMap::kCell));
        int hits = 0;
        for (int i = 1; i < n; ++i)
            hits += m_taken.isFree(QRectF(line.pointAt(static_cast<double>(i) / n), QSizeF(0, 0))) ? 0 : 1;
        return hits * 2 * CoverMap::kCell;
    }

    const CoverMap& m_taken;
    const QRectF m_area;
    std::vector<LabelPlace> m_placed;
    double m_best = 1e30;
};

} // namespace

std::vector<std::optional<LabelPlace>> placeLabels(const std::vector<LabelWish>& wishes, const CoverMap& taken,
                                                   const QRectF& area)
{
    Layout layout(taken, area);
    std::vector<std::optional<LabelPlace>> places;
    for (const LabelWish& wish : wishes)
        places.push_back(layout.place(wish));
    return places;
}

QPolygonF convexOutline(std::vector<QPointF> points)
{
    std::sort(points.begin(), points.end(), [](const QPointF& a, const QPointF& b) {
        return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
    });
    // Andrew's monotone chain (1979).
    const auto turn = [](const QPointF& o, const QPointF& a, const QPointF& b) {
        return (a.x() - o.x()) * (b.y() - o.y()) - (a.y() - o.y()) * (b.x() - o.x());
    };
    QPolygonF hull;
    for (const int pass : {0, 1}) {
        const qsizetype start = hull.size();
        for (std::size_t k = 0; k < points.size(); ++k) {
            const QPointF& p = pass == 0 ? points[k] : points[points.size() - 1 - k];
            while (hull.size() >= start + 2 && turn(hull[hull.size() - 2], hull.back(), p) <= 0)
                hull.removeLast();
            hull.append(p);
        }
        if (!hull.isEmpty())
            hull.removeLast(); // the other pass begins with it
    }
    return hull;
}

} // namespace gemba::ui
