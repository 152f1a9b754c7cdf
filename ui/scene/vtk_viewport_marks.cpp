// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "ui/scene/scene_overlay.h"
#include "ui/scene/vtk_viewport.h"

namespace gemba::ui {

using twin::AssetId;
using twin::kNoAsset;

namespace {

constexpr std::size_t kMostItems = 400;  ///< machines with a frame of their own
constexpr std::size_t kMostLabels = 24;
constexpr std::size_t kAllMarked = 24; ///< more than these share the room for markers ...
constexpr double kMarkerRoom = 36;     ///< ... one in so many pixels each way
constexpr double kOutlined = 48; ///< pixels; of smaller machines the box is as good as the outline
constexpr double kDarkest = 60'000; ///< thousandths of a point: more makes a part no darker
constexpr double kPieceMargin = 2.5; ///< pixels between a piece and its outline

int rankOf(const AssetMark& mark, bool selected)
{
    return selected ? 0 : mark.abnormal() ? mark.priority : 5;
}

} // namespace

AssetText VtkViewport::labelOf(std::size_t part) const
{
    AssetText text = textOf(*m_snapshot, m_assetOfPart[part], m_phrases);
    if (m_scene.parts[part].modelBroken)
        text.detail += QStringLiteral(" · ") + tr("model could not be read");
    return text;
}

/// Where machines are seen changes with the camera only, not with every snapshot.
void VtkViewport::findInSight()
{
    const QRectF view(rect());
    const SceneCamera::Projection at(m_camera, size());
    m_inSight.clear();
    m_outlines.clear();
    m_cover = CoverMap(size());
    for (std::size_t i = 0; i < m_scene.parts.size(); ++i) {
        if (m_assetOfPart[i] == kNoAsset || (onlyPart() && *onlyPart() != i))
            continue;
        const QRectF machine = m_camera.project(m_scene.parts[i].body, size());
        if (!machine.intersects(view))
            continue;
        m_inSight.push_back(i);
        if (machine.width() < kOutlined) {
            m_cover.cover(machine);
            continue;
        }
        std::vector<QPointF> corners;
        for (const Point3& p : m_scene.parts[i].outline)
            corners.push_back(at(p));
        m_cover.coverConvex(convexOutline(std::move(corners)));
    }
    m_inSightKnown = true;
}

void VtkViewport::addItems(OverlayContent& content) const
{
    const SceneCamera::Projection at(m_camera, size());
    std::vector<OverlayItem>& items = content.items;
    std::vector<std::pair<int, std::size_t>> wanted; ///< rank and part
    for (const std::size_t i : m_inSight) {
        const AssetId asset = m_assetOfPart[i];
        if (twin::index(asset) >= m_marks.size())
            continue;
        const AssetMark& mark = m_marks[twin::index(asset)];
        const bool selected = asset == m_selected;
        if (selected || mark.abnormal() || mark.doubt)
            wanted.emplace_back(rankOf(mark, selected), i);
    }
    std::stable_sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::set<std::pair<int, int>> markers; // where one stands already: they must not hide each other
    for (std::size_t k = 0, labels = 0; k < wanted.size(); ++k) {
        const std::size_t part = wanted[k].second;
        const QRectF machine = seen(part);
        const std::pair<int, int> cell(static_cast<int>(machine.right() / kMarkerRoom),
                                       static_cast<int>(machine.top() / kMarkerRoom));
        if (items.size() >= kMostItems || (wanted.size() > kAllMarked && !markers.insert(cell).second)) {
            content.unlabelled += rankOf(m_marks[twin::index(m_assetOfPart[part])], false) < 5 ? 1 : 0;
            continue;
        }
        OverlayItem item;
        item.mark = m_marks[twin::index(m_assetOfPart[part])];
        item.selected = m_assetOfPart[part] == m_selected;
        const bool speaks = item.selected || item.mark.abnormal() || !item.mark.scored;
        if (speaks && labels >= kMostLabels) {
            ++content.unlabelled;
        } else if (speaks) {
            item.labelled = true;
            item.text = labelOf(part);
            ++labels;
        }
        item.machine = machine;
        if (item.labelled) {
            std::vector<QPointF> corners;
            for (const Point3& p : m_scene.parts[part].outline)
                corners.push_back(at(p));
            item.outline = convexOutline(std::move(corners));
        }
        items.push_back(std::move(item));
    }
}

/// Around a piece as it is seen; empty where it is not in the view.
QPainterPath VtkViewport::outlineOf(const BoundPiece& piece) const
{
    const SceneCamera::Projection at(m_camera, size());
    const ScenePiece& shape = m_scene.parts[piece.part].pieces[piece.piece];
    QPainterPath line;
    double reach = 2 * kPieceMargin;
    if (!shape.path.empty()) {
        reach += 2 * shape.radius * m_camera.pixelsPerMetre(size());
        line.moveTo(at(shape.path.front()));
        for (const Point3& p : shape.path)
            line.lineTo(at(p));
    } else {
        std::vector<QPointF> corners;
        for (const Point3& p : shape.outline)
            corners.push_back(at(p));
        line.addPolygon(convexOutline(std::move(corners)));
        line.closeSubpath();
    }
    if (!line.boundingRect().intersects(QRectF(rect())))
        return {};
    QPainterPathStroker stroker;
    stroker.setWidth(reach);
    stroker.setJoinStyle(Qt::RoundJoin);
    QPainterPath outline = stroker.createStroke(line);
    if (shape.path.empty())
        outline = outline.united(line);
    return outline.simplified();
}

void VtkViewport::addPieces(OverlayContent& content)
{
    for (const BoundPiece& piece : m_pieces) {
        const bool pointed = m_pointed && m_pointed->part == piece.part && m_pointed->piece == piece.piece;
        const PieceMark mark = markOf(piece, *m_snapshot);
        const bool selected = m_selected != kNoAsset && m_assetOfPart[piece.part] == m_selected;
        const twin::MilliPoints points = selected ? pointsOf(piece, *m_snapshot, m_selected) : 0;
        if ((!mark.off && !mark.stale && !pointed) || (onlyPart() && *onlyPart() != piece.part))
            continue;
        const auto [outline, fresh] = m_outlines.try_emplace({piece.part, piece.piece});
        if (fresh)
            outline->second = outlineOf(piece);
        if (outline->second.isEmpty())
            continue;
        const bool fine = pointed && !mark.off && !mark.stale;
        const double weight = mark.off ? std::min(points / kDarkest, 1.0) : 0.0;
        content.pieces.push_back({outline->second, mark.stale, fine, weight});
    }
}

void VtkViewport::updateOverlay()
{
    OverlayContent content;
    if (!m_inSightKnown)
        findInSight();
    content.machines = m_cover;
    if (m_snapshot && m_plant) {
        addItems(content);
        addPieces(content);
    }
    m_overlay->setContent(std::move(content));
    m_overlay->setPointed(m_pointer, pointedText());
}

AssetText VtkViewport::pointedText() const
{
    if (!m_pointed || !m_snapshot || m_assetOfPart[m_pointed->part] == kNoAsset
        || twin::index(m_assetOfPart[m_pointed->part]) >= m_marks.size())
        return {};
    AssetText text = labelOf(m_pointed->part);
    if (const BoundPiece* piece = pieceOf(*m_pointed))
        text.detail += QLatin1Char('\n') + readingsOf(*piece, *m_snapshot, m_phrases);
    return text;
}

const BoundPiece* VtkViewport::pieceOf(const PickTree::Hit& hit) const
{
    const auto at = std::find_if(m_pieces.begin(), m_pieces.end(), [&](const BoundPiece& p) {
        return p.part == hit.part && hit.piece == p.piece;
    });
    return at == m_pieces.end() ? nullptr : &*at;
}

std::optional<PickTree::Hit> VtkViewport::hitAt(const QPointF& position) const
{
    return m_scene.pick.nearest(m_camera.ray(position, size()), onlyPart());
}

AssetId VtkViewport::assetAt(const QPointF& position) const
{
    const auto hit = hitAt(position);
    return hit ? m_assetOfPart[hit->part] : kNoAsset;
}

void VtkViewport::point(const QPointF& at)
{
    const auto hit = hitAt(at);
    const bool same = hit.has_value() == m_pointed.has_value()
                      && (!hit || (hit->part == m_pointed->part && hit->piece == m_pointed->piece));
    m_pointed = hit;
    m_pointer = at;
    if (!same) {
        const bool machine = hit && m_assetOfPart[hit->part] != kNoAsset;
        setCursor(machine ? Qt::PointingHandCursor : Qt::ArrowCursor);
        updateOverlay();
    } else {
        m_overlay->setPointed(at, pointedText());
    }
}

void VtkViewport::pointAway()
{
    m_pointed.reset();
    m_overlay->setPointed({}, {});
}

} // namespace gemba::ui
