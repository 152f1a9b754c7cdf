// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/vtk_viewport.h"

#include <algorithm>

#include "ui/scene/scene_overlay.h"
#include "ui/scene/vtk_widget.h"

namespace gemba::ui {

using twin::AssetId;
using twin::kNoAsset;

namespace {

constexpr double kFullMargin = 0.07; ///< room for outlines and markers
constexpr double kNearMargin = 0.30; ///< one machine fills the middle 40 % of the view

} // namespace

VtkViewport::VtkViewport(const SceneDescription& scene, const QLocale& locale, QWidget* parent)
    : SceneView(parent), m_parts(buildParts(scene)), m_assetOfPart(m_parts.size(), kNoAsset),
      m_phrases(locale), m_pick(m_parts), m_picture(new VtkWidget(this)), m_overlay(new SceneOverlay(this)),
      m_stage(std::make_unique<VtkStage>(m_picture->renderer(), m_parts, scene.gridStep))
{
    m_picture->setAttribute(Qt::WA_TransparentForMouseEvents); // this widget hears the mouse
    m_overlay->raise();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Plant in 3D"));
    setTheme(SceneColours::light());
    selectionMoved();
}

VtkViewport::~VtkViewport()
{
    // The picture's actors go while its context can still be made current.
    m_stage.reset();
}

void VtkViewport::bind(const twin::Plant* plant)
{
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        m_assetOfPart[i] = plant != nullptr && !m_parts[i].assetId.empty()
                               ? plant->findAsset(m_parts[i].assetId) : kNoAsset;
}

void VtkViewport::setSnapshot(const twin::SnapshotPtr& snapshot)
{
    const auto plant = snapshot ? snapshot->plant : nullptr;
    std::vector<AssetMark> marks = snapshot ? marksOf(*snapshot, m_phrases) : std::vector<AssetMark>();
    if (plant != m_plant) {
        m_plant = plant;
        bind(plant.get());
        selectionMoved();
    } else if (marks == m_marks) {
        return;
    }
    m_marks = std::move(marks);
    updateOverlay();
}

void VtkViewport::setSelected(AssetId asset)
{
    if (asset == m_selected)
        return;
    m_selected = asset;
    selectionMoved();
}

void VtkViewport::setIsolated(bool isolated)
{
    if (isolated == m_isolated)
        return;
    m_isolated = isolated;
    selectionMoved();
}

void VtkViewport::setTheme(const SceneColours& colours)
{
    m_stage->setColours(colours);
    m_overlay->setColours(colours);
    m_picture->draw();
}

void VtkViewport::fitAll()
{
    m_camera.setPreset();
    QRectF all;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        all = all.united(seen(i));
    m_camera.frame(all, size(), kFullMargin);
    cameraMoved();
}

void VtkViewport::showAsset(AssetId asset)
{
    if (const auto part = partOf(asset)) {
        m_camera.frame(seen(*part), size(), kNearMargin);
        m_fitPending = false;
        cameraMoved();
    }
}

std::optional<QRectF> VtkViewport::assetRect(AssetId asset) const
{
    const auto part = partOf(asset);
    return part ? std::optional(seen(*part)) : std::nullopt;
}

quint64 VtkViewport::framesDrawn() const
{
    return m_picture->framesDrawn();
}

AssetId VtkViewport::assetAt(const QPointF& position) const
{
    const auto hit = m_pick.nearest(m_camera.ray(position, size()), onlyPart());
    return hit ? m_assetOfPart[hit->part] : kNoAsset;
}

std::optional<std::size_t> VtkViewport::partOf(AssetId asset) const
{
    if (asset == kNoAsset)
        return {};
    const auto at = std::find(m_assetOfPart.begin(), m_assetOfPart.end(), asset);
    if (at == m_assetOfPart.end())
        return {};
    return static_cast<std::size_t>(at - m_assetOfPart.begin());
}

std::optional<std::size_t> VtkViewport::onlyPart() const
{
    return m_isolated ? partOf(m_selected) : std::nullopt;
}

QRectF VtkViewport::seen(std::size_t part) const
{
    return m_camera.project(m_parts[part].outline, size());
}

void VtkViewport::cameraMoved(bool byHand)
{
    m_stage->setCamera(m_camera);
    m_stage->setPixelRatio(devicePixelRatioF()); // the window may be on another screen by now
    m_picture->draw(byHand);
    updateOverlay();
}

void VtkViewport::selectionMoved()
{
    m_stage->setSelected(partOf(m_selected));
    m_stage->setOnly(onlyPart());
    m_picture->draw();
    updateOverlay();
}

void VtkViewport::setHovered(AssetId asset)
{
    if (asset == m_hovered)
        return;
    m_hovered = asset;
    setCursor(asset == kNoAsset ? Qt::ArrowCursor : Qt::PointingHandCursor);
    updateOverlay();
}

void VtkViewport::updateOverlay()
{
    std::vector<OverlayItem> items;
    std::vector<QRectF> machines; // labels keep off all of them if they can
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const AssetId asset = m_assetOfPart[i];
        if (asset == kNoAsset || twin::index(asset) >= m_marks.size() || (onlyPart() && *onlyPart() != i))
            continue;
        machines.push_back(seen(i));
        OverlayItem item;
        item.mark = m_marks[twin::index(asset)];
        item.selected = asset == m_selected;
        item.labelled = item.selected || asset == m_hovered || item.mark.abnormal()
                        || (item.mark.doubt && !item.mark.scored);
        if (!item.labelled && !item.mark.doubt)
            continue;
        item.machine = machines.back();
        items.push_back(std::move(item));
    }
    const auto rank = [](const OverlayItem& i) {
        return i.mark.abnormal() ? i.mark.priority : i.selected ? 4 : 5;
    };
    std::stable_sort(items.begin(), items.end(),
                     [&](const OverlayItem& a, const OverlayItem& b) { return rank(a) < rank(b); });
    m_overlay->setItems(std::move(items), std::move(machines));
}

} // namespace gemba::ui
