// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPolygonF>
#include <QWidget>

#include "ui/scene/asset_marks.h"
#include "ui/scene/label_layout.h"
#include "ui/scene/scene_view.h"

namespace gemba::ui {

/// One machine that gets more than its grey shape.
struct OverlayItem {
    QRectF machine;    ///< where it is seen
    QPolygonF outline; ///< and its convex outline; may be empty
    AssetMark mark;
    AssetText text;    ///< of its label
    bool selected = false;
    bool labelled = false;
    bool operator==(const OverlayItem&) const = default;
};

/// A part of a machine whose tag is out of limits, in doubt, or takes points off the selected one.
struct OverlayPiece {
    QPainterPath outline;
    bool doubt = false; ///< dashed
    bool pointed = false; ///< under the pointer: a fine line whatever its state
    double weight = 0; ///< 0..1: how much of what the selected machine lost; shades it
    bool operator==(const OverlayPiece&) const = default;
};

/// Everything over the picture at one instant.
struct OverlayContent {
    std::vector<OverlayItem> items; ///< most important first
    std::vector<OverlayPiece> pieces;
    CoverMap machines; ///< where any machine is seen, not yet finished: labels keep off
    std::size_t unlabelled = 0; ///< abnormal machines beyond those in items
    bool operator==(const OverlayContent&) const = default;
};

/// Outlines, markers and labels over the 3D picture, and the legend. Drawn by Qt, so that text is
/// sharp and a new score costs no 3D frame. Lets the mouse through.
class SceneOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit SceneOverlay(QWidget* parent);

    void setColours(const SceneColours& colours);
    void setContent(OverlayContent content);
    /// A box beside the pointer; an empty title takes it away.
    void setPointed(const QPointF& at, const AssetText& text);

    /// What has found room, for those who want to know.
    [[nodiscard]] std::vector<QRectF> labelBoxes();
    [[nodiscard]] std::size_t hiddenLabels();

    /// The priority marker: square 1, triangle 2, inverted triangle 3, dark outline, with digit.
    static void paintMarker(QPainter& painter, const QPointF& centre, int priority,
                            const SceneColours& colours);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Label {
        LabelPlace place;
        std::size_t item;
    };
    void outdate();
    void layOut(); ///< once for all that has changed since the last picture
    void layOut(CoverMap taken);
    void paintOutline(QPainter& painter, const OverlayItem& item) const;
    void paintPiece(QPainter& painter, const OverlayPiece& piece) const;
    void paintBox(QPainter& painter, const QRectF& box, const AssetText& text, bool strong) const;
    void paintCorners(QPainter& painter) const;
    void paintPointed(QPainter& painter) const;
    [[nodiscard]] QSizeF boxSize(const AssetText& text, double widest) const;
    [[nodiscard]] QStringList legend() const; ///< a line each, the last at the bottom
    [[nodiscard]] QRectF legendBox() const;
    [[nodiscard]] QRectF moreBox(Qt::Corner corner) const;
    [[nodiscard]] QString moreText() const;
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] QFont detailFont() const;

    SceneColours m_colours;
    OverlayContent m_content;
    std::vector<Label> m_labels;
    bool m_laidOut = false;
    std::size_t m_hidden = 0; ///< labels that found no room
    QRectF m_moreBox; ///< where that is said
    QPointF m_pointer;
    AssetText m_pointed;
};

} // namespace gemba::ui
