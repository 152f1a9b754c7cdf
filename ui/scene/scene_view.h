// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QColor>
#include <QLocale>
#include <QStringList>
#include <QWidget>

#include "twin/model/snapshot.h"
#include "ui/models/display_units.h"
#include "ui/scene/pick_tree.h"
#include "ui/scene/scene_description.h"

namespace gemba::ui {

/// Every colour of the scene. Machines and ground are greys; the alert colours appear only on
/// markers. The defaults are the light theme.
struct SceneColours {
    QColor canvas{0xd0, 0xd3, 0xd7};
    QColor grid{0xbc, 0xc0, 0xc5};
    QColor shade{0xc3, 0xc7, 0xcc};    ///< under machines, where they touch the ground
    QColor partLit{0xcd, 0xd2, 0xda};  ///< faces turned to the light
    QColor partDark{0x7c, 0x82, 0x8c}; ///< faces turned away
    QColor edge{0x5c, 0x62, 0x6a};
    QColor outline{0x14, 0x18, 0x1e};  ///< selected and abnormal machines, markers
    QColor box{0xf6, 0xf8, 0xfa};      ///< label ground
    QColor text{0x1a, 0x1a, 0x1a};
    QColor dimText{0x4a, 0x4f, 0x57};
    QColor doubt{0x00, 0x72, 0xb2};    ///< data in doubt: outline only, always dashed
    QColor priority1{0xc8, 0x10, 0x2e};
    QColor priority2{0xe6, 0x9f, 0x00};
    QColor priority3{0xf0, 0xe4, 0x42};
    bool operator==(const SceneColours&) const = default;

    [[nodiscard]] static SceneColours light() { return {}; }
    [[nodiscard]] static SceneColours dark();
};

/// The spatial view of a plant: where a machine stands and what is next to it. It is never the
/// only place where a fact appears. Machines stay grey; what is abnormal, selected or in doubt is
/// shown by outline, marker and label. GUI thread only; nothing is drawn unless something changed.
class SceneView : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows this instant; null clears all marks. Assets are found by their id in the plant.
    virtual void setSnapshot(const twin::SnapshotPtr& snapshot) = 0;
    /// In which units values are written from now on.
    virtual void setUnits(const DisplayUnits& units) = 0;
    virtual void setSelected(twin::AssetId asset) = 0; ///< kNoAsset: none
    virtual void setTheme(const SceneColours& colours) = 0;

    virtual void fitAll() = 0; ///< the whole plant, from the preset's direction
    virtual void fitShown() = 0; ///< what is drawn, from where one looks now
    virtual void showAsset(twin::AssetId asset) = 0; ///< goes to one machine
    /// Areas of the plant and named views of the scene, in the language of the view.
    [[nodiscard]] virtual QStringList places() const = 0;
    virtual void showPlace(int place) = 0; ///< position in places()
    virtual void turn(double turnDegrees, double tiltDegrees) = 0;
    virtual void zoom(double factor) = 0; ///< > 1: nearer
    virtual void setIsolated(bool isolated) = 0; ///< only the selected machine is drawn
    virtual void setGhosted(bool ghosted) = 0; ///< all but the selected machine as lines only
    virtual void setReducedMotion(bool reduced) = 0; ///< the camera jumps instead of flying

    /// Where the asset stands, in this widget's coordinates; nothing if it is not in the scene.
    [[nodiscard]] virtual std::optional<QRectF> assetRect(twin::AssetId asset) const = 0;
    /// Boxes of the labels that have found room, in this widget's coordinates.
    [[nodiscard]] virtual std::vector<QRectF> labelBoxes() const = 0;
    /// Why there is no 3D picture, as a sentence; empty where there is one.
    [[nodiscard]] virtual QString unavailableReason() const = 0;
    /// How many times the 3D picture has been drawn.
    [[nodiscard]] virtual quint64 framesDrawn() const = 0;

Q_SIGNALS:
    void assetClicked(gemba::twin::AssetId asset); ///< kNoAsset: clicked beside the machines
    void tagClicked(gemba::twin::TagId tag); ///< a part of a machine where this tag is measured
    void placesChanged();
};

/// All that a view needs and that takes time to make: parts with their triangles, and the tree to
/// pick from. A value, made on any thread.
struct PreparedScene {
    std::vector<ScenePart> parts;
    PickTree pick;
    std::vector<SceneViewpoint> views;
    float gridStep = 1;
};
[[nodiscard]] PreparedScene prepareScene(const SceneDescription& scene);

/// Why this platform cannot draw in 3D, a sentence; empty if it can. Makes a context to find out.
[[nodiscard]] QString openGlProblem();

/// The 3D viewport, or, where this platform has no OpenGL 3.2, a view that says so in a sentence.
/// The locale gives the language of the machines' names.
[[nodiscard]] std::unique_ptr<SceneView> makeSceneView(const SceneDescription& scene,
                                                       const QLocale& locale = QLocale(),
                                                       QWidget* parent = nullptr);
[[nodiscard]] std::unique_ptr<SceneView> makeSceneView(PreparedScene scene, const QLocale& locale = QLocale(),
                                                       QWidget* parent = nullptr);

} // namespace gemba::ui
