// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/scene/asset_marks.h"
#include "ui/scene/scene_view.h"

namespace gemba::ui {

/// One machine that gets more than its grey shape.
struct OverlayItem {
    QRectF machine; ///< where it is seen
    AssetMark mark;
    bool selected = false;
    bool labelled = false;
};

/// Outlines, markers and labels over the 3D picture, and the legend. Drawn by Qt, so that text is
/// sharp and a new score costs no 3D frame. Lets the mouse through.
class SceneOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit SceneOverlay(QWidget* parent);

    void setColours(const SceneColours& colours);
    /// Items most important first; machines: where all of them are seen, to keep labels off them.
    void setItems(std::vector<OverlayItem> items, std::vector<QRectF> machines);

    /// The priority marker: square 1, triangle 2, inverted triangle 3, dark outline, with digit.
    static void paintMarker(QPainter& painter, const QPointF& centre, int priority,
                            const SceneColours& colours);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintOutline(QPainter& painter, const OverlayItem& item) const;
    void paintLabel(QPainter& painter, const OverlayItem& item, const QRectF& box) const;
    void paintLegend(QPainter& painter) const;
    [[nodiscard]] QSizeF labelSize(const OverlayItem& item) const;
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] QFont detailFont() const;

    SceneColours m_colours;
    std::vector<OverlayItem> m_items;
    std::vector<QRectF> m_machines;
};

} // namespace gemba::ui
