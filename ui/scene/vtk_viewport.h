// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scene/asset_marks.h"
#include "ui/scene/pick_tree.h"
#include "ui/scene/scene_camera.h"
#include "ui/scene/scene_view.h"
#include "ui/scene/vtk_stage.h"

namespace gemba::ui {

class SceneOverlay;
class VtkWidget;

/// The 3D scene: VTK's picture with marks and labels over it. Left drag turns, middle, right or
/// Shift drag moves, the wheel zooms; a click selects, a double click goes near; Home shows all.
class VtkViewport : public SceneView
{
    Q_OBJECT
public:
    VtkViewport(const SceneDescription& scene, const QLocale& locale, QWidget* parent = nullptr);
    ~VtkViewport() override;

    void setSnapshot(const twin::SnapshotPtr& snapshot) override;
    void setSelected(twin::AssetId asset) override;
    void setTheme(const SceneColours& colours) override;
    void fitAll() override;
    void showAsset(twin::AssetId asset) override;
    void setIsolated(bool isolated) override;
    [[nodiscard]] std::optional<QRectF> assetRect(twin::AssetId asset) const override;
    [[nodiscard]] QString unavailableReason() const override { return {}; }
    [[nodiscard]] quint64 framesDrawn() const override;

    [[nodiscard]] twin::AssetId assetAt(const QPointF& position) const; ///< kNoAsset: none

protected:
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
    void cameraMoved(bool byHand = false); ///< by hand: more of it is likely to follow
    void selectionMoved();
    void setHovered(twin::AssetId asset);
    void updateOverlay();
    [[nodiscard]] std::optional<std::size_t> partOf(twin::AssetId asset) const;
    [[nodiscard]] std::optional<std::size_t> onlyPart() const;
    [[nodiscard]] QRectF seen(std::size_t part) const;

    std::vector<ScenePart> m_parts;
    std::vector<twin::AssetId> m_assetOfPart; ///< kNoAsset: scenery, or not in this plant
    std::shared_ptr<const twin::Plant> m_plant;
    Phrases m_phrases;
    std::vector<AssetMark> m_marks; ///< by AssetId
    PickTree m_pick;
    SceneCamera m_camera;
    VtkWidget* m_picture = nullptr;
    SceneOverlay* m_overlay = nullptr;
    std::unique_ptr<VtkStage> m_stage;
    twin::AssetId m_selected = twin::kNoAsset, m_hovered = twin::kNoAsset;
    bool m_isolated = false;
    bool m_fitPending = true; ///< the whole plant, as soon as the size is known
    QPointF m_pressed, m_last;
    bool m_dragged = false;
};

} // namespace gemba::ui
