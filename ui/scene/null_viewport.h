// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scene/scene_view.h"

class QLabel;

namespace gemba::ui {

/// Stands in for the 3D picture where it cannot be drawn, and says why. Nothing is lost with it:
/// the scene is never the only place where a fact appears.
class NullViewport : public SceneView
{
    Q_OBJECT
public:
    explicit NullViewport(const QString& reason, QWidget* parent = nullptr);

    void setSnapshot(const twin::SnapshotPtr&) override {}
    void setUnits(const DisplayUnits&) override {}
    void setSelected(twin::AssetId) override {}
    void setTheme(const SceneColours& colours) override;
    void fitAll() override {}
    void fitShown() override {}
    void showAsset(twin::AssetId) override {}
    [[nodiscard]] QStringList places() const override { return {}; }
    void showPlace(int) override {}
    void turn(double, double) override {}
    void zoom(double) override {}
    void setIsolated(bool) override {}
    void setGhosted(bool) override {}
    void setReducedMotion(bool) override {}
    [[nodiscard]] std::vector<QRectF> labelBoxes() const override { return {}; }
    [[nodiscard]] std::optional<QRectF> assetRect(twin::AssetId) const override { return {}; }
    [[nodiscard]] QString unavailableReason() const override { return m_reason; }
    [[nodiscard]] quint64 framesDrawn() const override { return 0; }

private:
    QString m_reason;
    QLabel* m_text = nullptr;
};

} // namespace gemba::ui
