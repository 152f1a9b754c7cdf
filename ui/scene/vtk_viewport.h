// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <unordered_map>

#include <QPainterPath>
#include <QVariantAnimation>

#include "ui/scene/asset_marks.h"
#include "ui/scene/cover_map.h"
#include "ui/scene/piece_marks.h"
#include "ui/scene/scene_places.h"
#include "ui/scene/scene_view.h"
#include "ui/scene/vtk_stage.h"

namespace gemba::ui {

class SceneOverlay;
struct OverlayContent;
class VtkWidget;

/// The 3D scene: VTK's picture with marks and labels over it. Left drag turns, middle, right or
/// Shift drag moves, the wheel zooms at the pointer; a click selects, a double click goes near.
/// The shortcuts of the actions that are added to this widget win over the window's while it has
/// the focus.
class VtkViewport : public SceneView
{
    Q_OBJECT
public:
    VtkViewport(PreparedScene scene, const QLocale& locale, QWidget* parent = nullptr);
    ~VtkViewport() override;

    void setSnapshot(const twin::SnapshotPtr& snapshot) override;
    void setUnits(const DisplayUnits& units) override;
    void setSelected(twin::AssetId asset) override;
    void setTheme(const SceneColours& colours) override;
    void fitAll() override;
    void fitShown() override;
    void showAsset(twin::AssetId asset) override;
    [[nodiscard]] QStringList places() const override;
    void showPlace(int place) override;
    void turn(double turnDegrees, double tiltDegrees) override;
    void zoom(double factor) override;
    void setIsolated(bool isolated) override;
    void setGhosted(bool ghosted) override;
    void setReducedMotion(bool reduced) override { m_reducedMotion = reduced; }
    [[nodiscard]] std::optional<QRectF> assetRect(twin::AssetId asset) const override;
    [[nodiscard]] std::vector<QRectF> labelBoxes() const override;
    [[nodiscard]] QString unavailableReason() const override { return {}; }
    [[nodiscard]] quint64 framesDrawn() const override;

    /// The effort of every frame; nothing: as much as leaves the view quick while it moves.
    void setFixedEffort(std::optional<VtkStage::Effort> effort) { m_fixedEffort = effort; }
    [[nodiscard]] std::size_t trianglesDrawn() const { return m_stage->trianglesDrawn(); }
    [[nodiscard]] twin::AssetId assetAt(const QPointF& position) const; ///< kNoAsset: none

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void bind(const twin::Plant* plant);
    void prepareFrame();
    void flyTo(const SceneCamera& there);
    void cameraMoved(bool moving = false); ///< moving: more of it is likely to follow
    void selectionMoved();
    void point(const QPointF& at); ///< what is under the pointer
    void pointAway();
    void updateOverlay();
    void findInSight();
    void addItems(OverlayContent& content) const;
    void addPieces(OverlayContent& content);
    [[nodiscard]] QPainterPath outlineOf(const BoundPiece& piece) const;
    [[nodiscard]] AssetText pointedText() const;
    [[nodiscard]] AssetText labelOf(std::size_t part) const;
    [[nodiscard]] std::optional<std::size_t> partOf(twin::AssetId asset) const;
    [[nodiscard]] std::optional<std::size_t> onlyPart() const;
    [[nodiscard]] std::optional<PickTree::Hit> hitAt(const QPointF& position) const;
    [[nodiscard]] const BoundPiece* pieceOf(const PickTree::Hit& hit) const;
    [[nodiscard]] QRectF seen(std::size_t part) const;
    [[nodiscard]] SceneCamera framing(SceneCamera camera, const std::vector<std::size_t>& parts,
                                      double margin) const;
    [[nodiscard]] QAction* actionFor(const QKeyEvent& key) const;

    const PreparedScene m_scene;
    std::vector<twin::AssetId> m_assetOfPart; ///< kNoAsset: scenery, or not in this plant
    std::unordered_map<std::uint32_t, std::size_t> m_partOfAsset;
    std::vector<BoundPiece> m_pieces;
    std::vector<ScenePlace> m_places;
    std::shared_ptr<const twin::Plant> m_plant;
    twin::SnapshotPtr m_snapshot;
    DisplayUnits m_units;
    Phrases m_phrases;
    std::vector<AssetMark> m_marks; ///< by AssetId
    std::map<std::pair<std::size_t, std::size_t>, QPainterPath> m_outlines; ///< by part and piece, of this camera
    std::vector<std::size_t> m_inSight; ///< parts of machines in the view
    CoverMap m_cover; ///< by them
    bool m_inSightKnown = false;
    SceneCamera m_camera, m_from, m_to;
    QVariantAnimation m_flight;
    VtkWidget* m_picture = nullptr;
    SceneOverlay* m_overlay = nullptr;
    std::unique_ptr<VtkStage> m_stage;
    twin::AssetId m_selected = twin::kNoAsset;
    std::optional<PickTree::Hit> m_pointed;
    QPointF m_pointer;
    bool m_isolated = false, m_ghosted = false, m_reducedMotion = false;
    bool m_fitted = true; ///< the whole plant is in view, and stays so when the size changes
    std::optional<VtkStage::Effort> m_fixedEffort;
    double m_movingBudget = 0; ///< triangles; 0: not known yet
    QPointF m_pressed, m_last;
    bool m_dragged = false;
};

} // namespace gemba::ui
