// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/scene_overlay.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/scene/label_layout.h"

namespace gemba::ui {

namespace {

constexpr double kMarkerSize = 16;
constexpr double kOutlineMargin = 6; ///< around the machine
constexpr double kLabelPadX = 10, kLabelPadY = 6, kLineGap = 2;
constexpr double kAreaMargin = 10;
constexpr double kMaxText = 320; ///< pixels; longer texts are cut with an ellipsis

QPainterPath markerShape(const QPointF& c, int priority)
{
    const double r = kMarkerSize / 2;
    QPainterPath path;
    if (priority == 1) {
        path.addRect(QRectF(c.x() - r, c.y() - r, kMarkerSize, kMarkerSize));
        return path;
    }
    // Triangles are drawn larger: they hold less than a square.
    const double up = priority == 2 ? -1 : 1, w = r * 1.3, h = r * 1.15;
    path.moveTo(c.x(), c.y() + up * h);
    path.lineTo(c.x() + w, c.y() - up * h);
    path.lineTo(c.x() - w, c.y() - up * h);
    path.closeSubpath();
    return path;
}

} // namespace

SceneOverlay::SceneOverlay(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void SceneOverlay::setColours(const SceneColours& colours)
{
    m_colours = colours;
    update();
}

void SceneOverlay::setItems(std::vector<OverlayItem> items, std::vector<QRectF> machines)
{
    m_items = std::move(items);
    m_machines = std::move(machines);
    update();
}

QFont SceneOverlay::titleFont() const
{
    QFont f = font();
    f.setWeight(QFont::DemiBold);
    return f;
}

QFont SceneOverlay::detailFont() const
{
    QFont f = font();
    f.setPointSizeF(f.pointSizeF() > 0 ? f.pointSizeF() * 0.92 : 9);
    return f;
}

QSizeF SceneOverlay::labelSize(const OverlayItem& item) const
{
    const QFontMetricsF title(titleFont()), detail(detailFont());
    const double widest = std::min(kMaxText, width() / 3.0);
    const double text = std::max(title.horizontalAdvance(item.mark.title),
                                 detail.horizontalAdvance(item.mark.detail));
    return {std::ceil(std::min(text, widest)) + 2 * kLabelPadX,
            std::ceil(title.height() + kLineGap + detail.height()) + 2 * kLabelPadY};
}

void SceneOverlay::paintMarker(QPainter& painter, const QPointF& centre, int priority,
                               const SceneColours& colours)
{
    const QColor fill = priority == 1 ? colours.priority1
                                      : priority == 2 ? colours.priority2 : colours.priority3;
    const QPainterPath shape = markerShape(centre, priority);
    // A light rim keeps the dark outline visible on dark machines and in the dark theme.
    painter.setPen(QPen(QColor(0xf6, 0xf8, 0xfa), 4.5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    painter.setPen(QPen(QColor(0x14, 0x18, 0x1e), 1.6, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(fill);
    painter.drawPath(shape);
    QFont font = painter.font();
    font.setPixelSize(11);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(priority == 1 ? QColor(Qt::white) : QColor(0x14, 0x18, 0x1e));
    const double drop = priority == 2 ? 2.5 : priority == 3 ? -2.5 : 0;
    painter.drawText(QRectF(centre.x() - 10, centre.y() - 10 + drop, 20, 20), Qt::AlignCenter,
                     QString::number(priority));
}

void SceneOverlay::paintOutline(QPainter& painter, const OverlayItem& item) const
{
    QRectF frame = item.machine.adjusted(-kOutlineMargin, -kOutlineMargin, kOutlineMargin, kOutlineMargin);
    painter.setBrush(Qt::NoBrush);
    if (item.mark.abnormal()) {
        painter.setPen(QPen(m_colours.outline, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(frame);
        frame.adjust(-4, -4, 4, 4);
    }
    if (item.mark.doubt) {
        QPen pen(m_colours.doubt, 2, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawRect(frame);
    }
}

void SceneOverlay::paintLabel(QPainter& painter, const OverlayItem& item, const QRectF& box) const
{
    painter.setPen(QPen(m_colours.outline, item.selected ? 2 : 1));
    painter.setBrush(m_colours.box);
    painter.drawRect(box);
    const QRectF inside = box.adjusted(kLabelPadX, kLabelPadY, -kLabelPadX, -kLabelPadY);
    const QFontMetricsF title(titleFont()), detail(detailFont());
    painter.setFont(titleFont());
    painter.setPen(m_colours.text);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     title.elidedText(item.mark.title, Qt::ElideMiddle, inside.width() + 1));
    painter.setFont(detailFont());
    painter.setPen(m_colours.dimText);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                     detail.elidedText(item.mark.detail, Qt::ElideRight, inside.width() + 1));
}

void SceneOverlay::paintLegend(QPainter& painter) const
{
    painter.setFont(detailFont());
    painter.setPen(m_colours.dimText);
    painter.drawText(QRectF(rect()).adjusted(12, 8, -12, -8), Qt::AlignRight | Qt::AlignBottom,
                     tr("outline and marker = abnormal · dashed blue = data in doubt"));
}

void SceneOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter);
    for (const OverlayItem& item : m_items)
        paintOutline(painter, item);

    std::vector<LabelWish> wishes;
    std::vector<const OverlayItem*> labelled;
    for (const OverlayItem& item : m_items) {
        if (!item.labelled)
            continue;
        wishes.push_back({item.machine.adjusted(-kOutlineMargin, -kOutlineMargin, kOutlineMargin,
                                                kOutlineMargin), labelSize(item),
                          item.selected || item.mark.abnormal()});
        labelled.push_back(&item);
    }
    const QRectF area = QRectF(rect()).adjusted(kAreaMargin, kAreaMargin, -kAreaMargin, -kAreaMargin);
    const auto places = placeLabels(wishes, m_machines, area);
    painter.setPen(QPen(m_colours.outline, 1));
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i]) {
            const auto [from, to] = leader(*places[i], labelled[i]->machine);
            painter.drawLine(from, to);
        }
    }
    for (const OverlayItem& item : m_items) {
        if (item.mark.abnormal())
            paintMarker(painter, item.machine.topRight() + QPointF(kOutlineMargin, -kOutlineMargin),
                        item.mark.priority, m_colours);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i])
            paintLabel(painter, *labelled[i], QRectF(places[i]->toAlignedRect()).translated(0.5, 0.5));
    }
}

} // namespace gemba::ui
