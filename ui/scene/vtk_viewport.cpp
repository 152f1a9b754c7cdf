// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/vtk_viewport.h"

#include <algorithm>
#include <numeric>

#include "ui/scene/scene_overlay.h"
#include "ui/scene/vtk_widget.h"

namespace gemba::ui {

using twin::AssetId;
using twin::kNoAsset;

namespace {

constexpr double kFullMargin = 0.06; ///< room for outlines and markers
constexpr double kNearMargin = 0.30; ///< one machine fills the middle 40 % of the view
constexpr double kPlaceMargin = 0.12;
constexpr int kFlightMs = 280;
constexpr double kMovingMs = 30, kIdleMs = 16; ///< a frame of a moving view should lie between
constexpr double kFirstBudget = 150'000, kLeastBudget = 20'000, kCardBudget = 4'000'000; ///< triangles
constexpr std::size_t kRestBudget = 3'000'000;

} // namespace

VtkViewport::VtkViewport(PreparedScene scene, const QLocale& locale, QWidget* parent)
    : SceneView(parent), m_scene(std::move(scene)), m_assetOfPart(m_scene.parts.size(), kNoAsset),
      m_phrases(locale), m_picture(new VtkWidget(this)), m_overlay(new SceneOverlay(this)),
      m_stage(std::make_unique<VtkStage>(m_picture->renderer(), m_scene.parts, m_scene.gridStep))
{
    m_picture->setAttribute(Qt::WA_TransparentForMouseEvents); // this widget hears the mouse
    m_picture->setBeforeFrame([this] { prepareFrame(); });
    m_overlay->raise();
    m_flight.setDuration(kFlightMs);
    m_flight.setStartValue(0.0);
    m_flight.setEndValue(1.0);
    m_flight.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_flight, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        m_camera = m_from.towards(m_to, share.toDouble());
        cameraMoved(share.toDouble() < 1);
    });
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Plant in 3D"));
    setTheme(SceneColours::light());
    selectionMoved();
}

VtkViewport::~VtkViewport()
{
    m_picture->setBeforeFrame({});
    // The picture's actors go while its context can still be made current.
    m_stage.reset();
}

void VtkViewport::bind(const twin::Plant* plant)
{
    std::unordered_map<std::string_view, AssetId> known;
    for (std::uint32_t i = 0; plant != nullptr && i < plant->assets.size(); ++i)
        known.emplace(plant->assets[i].id, AssetId{i});
    m_partOfAsset.clear();
    for (std::size_t i = 0; i < m_scene.parts.size(); ++i) {
        const auto at = known.find(m_scene.parts[i].assetId);
        m_assetOfPart[i] = at == known.end() ? kNoAsset : at->second;
        if (at != known.end())
            m_partOfAsset.emplace(twin::index(at->second), i);
    }
    m_phrases.setPlant(m_plant, m_units);
    m_pieces = plant != nullptr ? bindPieces(m_scene.parts, *plant) : std::vector<BoundPiece>();
    m_places = plant != nullptr ? placesOf(m_scene.parts, m_scene.views, *plant, m_phrases)
                                : std::vector<ScenePlace>();
    m_pointed.reset();
    Q_EMIT placesChanged();
}

void VtkViewport::setUnits(const DisplayUnits& units)
{
    if (units == m_units)
        return;
    m_units = units;
    m_phrases.setPlant(m_plant, m_units);
    updateOverlay();
}

void VtkViewport::setSnapshot(const twin::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_marks = snapshot ? marksOf(*snapshot) : std::vector<AssetMark>();
    const auto plant = snapshot ? snapshot->plant : nullptr;
    if (plant != m_plant) {
        m_plant = plant;
        bind(plant.get());
        selectionMoved();
    } else {
        updateOverlay();
    }
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

void VtkViewport::setGhosted(bool ghosted)
{
    if (ghosted == m_ghosted)
        return;
    m_ghosted = ghosted;
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
    std::vector<std::size_t> all(m_scene.parts.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    SceneCamera there = m_camera;
    there.setPreset();
    flyTo(framing(there, all, kFullMargin));
    m_fitted = true;
}

void VtkViewport::fitShown()
{
    std::vector<std::size_t> shown(m_scene.parts.size());
    std::iota(shown.begin(), shown.end(), std::size_t{0});
    if (const auto only = onlyPart())
        shown = {*only};
    flyTo(framing(m_camera, shown, shown.size() == 1 ? kNearMargin : kFullMargin));
}

void VtkViewport::showAsset(AssetId asset)
{
    if (const auto part = partOf(asset)) {
        SceneCamera there = m_camera;
        if (const auto& view = m_scene.parts[*part].view)
            there.look(view->turn, view->tilt);
        flyTo(framing(there, {*part}, kNearMargin));
    }
}

QStringList VtkViewport::places() const
{
    QStringList titles;
    for (const ScenePlace& place : m_places)
        titles << place.title;
    return titles;
}

void VtkViewport::showPlace(int index)
{
    if (index < 0 || static_cast<std::size_t>(index) >= m_places.size())
        return;
    const ScenePlace& place = m_places[static_cast<std::size_t>(index)];
    SceneCamera there = m_camera;
    there.setPreset();
    if (place.direction)
        there.look(place.direction->turn, place.direction->tilt);
    flyTo(framing(there, place.parts, kPlaceMargin));
}

void VtkViewport::turn(double turnDegrees, double tiltDegrees)
{
    m_flight.stop();
    m_fitted = false;
    m_camera.orbit(turnDegrees, tiltDegrees);
    cameraMoved(true);
}

void VtkViewport::zoom(double factor)
{
    m_flight.stop();
    m_fitted = false;
    m_camera.zoom(factor, QPointF(width() / 2.0, height() / 2.0), size());
    cameraMoved(true);
}

SceneCamera VtkViewport::framing(SceneCamera camera, const std::vector<std::size_t>& parts, double margin) const
{
    QRectF all;
    for (const std::size_t i : parts)
        all = all.united(camera.project(m_scene.parts[i].outline, size()));
    camera.frame(all, size(), margin);
    return camera;
}

void VtkViewport::flyTo(const SceneCamera& there)
{
    m_flight.stop();
    m_fitted = false;
    if (isVisible() && !m_reducedMotion && !(there == m_camera)) {
        m_from = m_camera;
        m_to = there;
        return m_flight.start();
    }
    m_camera = there;
    cameraMoved();
}

std::optional<QRectF> VtkViewport::assetRect(AssetId asset) const
{
    const auto part = partOf(asset);
    return part ? std::optional(seen(*part)) : std::nullopt;
}

std::vector<QRectF> VtkViewport::labelBoxes() const
{
    return m_overlay->labelBoxes();
}

quint64 VtkViewport::framesDrawn() const
{
    return m_picture->framesDrawn();
}

std::optional<std::size_t> VtkViewport::partOf(AssetId asset) const
{
    const auto at = asset == kNoAsset ? m_partOfAsset.end() : m_partOfAsset.find(twin::index(asset));
    return at == m_partOfAsset.end() ? std::nullopt : std::optional(at->second);
}

std::optional<std::size_t> VtkViewport::onlyPart() const
{
    return m_isolated ? partOf(m_selected) : std::nullopt;
}

QRectF VtkViewport::seen(std::size_t part) const
{
    return m_camera.project(m_scene.parts[part].outline, size());
}

void VtkViewport::prepareFrame()
{
    const bool moving = m_picture->isMoving();
    if (m_movingBudget == 0)
        m_movingBudget = m_picture->drawsOnProcessor() ? kFirstBudget : kCardBudget;
    // What the last moving frame took tells what the next may hold.
    if (moving && m_picture->drawsOnProcessor() && m_stage->trianglesDrawn() > 0) {
        if (m_picture->frameMs() > kMovingMs)
            m_movingBudget = std::max(kLeastBudget, m_movingBudget * 0.75);
        else if (m_picture->frameMs() < kIdleMs)
            m_movingBudget = std::min(kCardBudget, m_movingBudget * 1.2);
    }
    if (m_fixedEffort)
        m_stage->setEffort(*m_fixedEffort);
    else
        m_stage->setEffort({moving ? static_cast<std::size_t>(m_movingBudget) : kRestBudget, true});
    m_stage->apply();
}

void VtkViewport::cameraMoved(bool moving)
{
    m_stage->setCamera(m_camera, size());
    m_stage->setPixelRatio(devicePixelRatioF()); // the window may be on another screen by now
    m_picture->draw(moving);
    m_inSightKnown = false;
    pointAway();
    updateOverlay();
}

void VtkViewport::selectionMoved()
{
    using Others = VtkStage::Others;
    const bool any = partOf(m_selected).has_value();
    m_stage->setSelected(partOf(m_selected));
    m_stage->setOthers(onlyPart() ? Others::Nothing : m_ghosted && any ? Others::Lines : Others::Solid);
    m_picture->draw();
    m_inSightKnown = false;
    updateOverlay();
}

} // namespace gemba::ui
