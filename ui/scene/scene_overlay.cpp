// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/scene_overlay.h"

#include <algorithm>
#include <utility>

#include <QEvent>
#include <QPainter>

namespace gemba::ui {

namespace {

constexpr double kMarkerSize = 16, kMarkerReach = 12; ///< pixels; what it covers with its rim
constexpr double kOutlineMargin = 6; ///< around the machine
constexpr double kLabelPadX = 10, kLabelPadY = 6, kLineGap = 2;
constexpr double kAreaMargin = 10;
constexpr double kMaxText = 320, kShortText = 150; ///< pixels; longer texts are cut with an ellipsis
constexpr QPointF kFromPointer{14, 18};

QRectF framed(const OverlayItem& item)
{
    const double margin = std::min(kOutlineMargin, 2 + item.machine.width() / 8);
    return item.machine.adjusted(-margin, -margin, margin, margin);
}

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

QStringList rowsOf(const AssetText& text)
{
    return text.detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
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

void SceneOverlay::setContent(OverlayContent content)
{
    if (content == m_content)
        return;
    m_content = std::move(content);
    outdate();
}

void SceneOverlay::setPointed(const QPointF& at, const AssetText& text)
{
    if (text == m_pointed && (text.title.isEmpty() || at == m_pointer))
        return;
    m_pointer = at;
    m_pointed = text;
    update();
}

void SceneOverlay::outdate()
{
    m_laidOut = false;
    update();
}

void SceneOverlay::resizeEvent(QResizeEvent*)
{
    outdate();
}

void SceneOverlay::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        outdate();
}

std::vector<QRectF> SceneOverlay::labelBoxes()
{
    layOut();
    std::vector<QRectF> boxes;
    for (const Label& label : m_labels)
        boxes.push_back(label.place.box);
    return boxes;
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
    if (f.pixelSize() > 0)
        f.setPixelSize(qRound(f.pixelSize() * 0.92));
    else
        f.setPointSizeF(f.pointSizeF() > 0 ? f.pointSizeF() * 0.92 : 9);
    return f;
}

QSizeF SceneOverlay::boxSize(const AssetText& text, double widest) const
{
    const QFontMetricsF title(titleFont()), detail(detailFont());
    const QStringList rows = rowsOf(text);
    double wanted = title.horizontalAdvance(text.title);
    for (const QString& row : rows)
        wanted = std::max(wanted, detail.horizontalAdvance(row));
    const double lines = title.height() + static_cast<double>(rows.size()) * (kLineGap + detail.height());
    return {std::ceil(std::min(wanted, widest)) + 2 * kLabelPadX, std::ceil(lines) + 2 * kLabelPadY};
}

std::size_t SceneOverlay::hiddenLabels()
{
    layOut();
    return m_hidden;
}

void SceneOverlay::layOut()
{
    if (std::exchange(m_laidOut, true))
        return;
    CoverMap taken = m_content.machines;
    for (const OverlayItem& item : m_content.items) {
        if (item.mark.abnormal()) {
            const QPointF c = framed(item).topRight();
            taken.cover(QRectF(c.x() - kMarkerReach, c.y() - kMarkerReach, 2 * kMarkerReach, 2 * kMarkerReach));
        }
    }
    taken.cover(legendBox());
    m_hidden = m_content.unlabelled;
    if (m_hidden == 0) {
        layOut(taken);
        if (m_hidden == 0)
            return;
    }
    // That there are more needs room of its own: a corner without machines, if there is one.
    CoverMap covered = taken;
    covered.finish();
    m_moreBox = moreBox(Qt::BottomLeftCorner);
    for (const Qt::Corner corner : {Qt::TopRightCorner, Qt::TopLeftCorner, Qt::BottomLeftCorner}) {
        if (covered.isFree(moreBox(corner)))
            m_moreBox = moreBox(corner);
    }
    taken.cover(m_moreBox.adjusted(-4, -4, 4, 4));
    layOut(std::move(taken));
}

void SceneOverlay::layOut(CoverMap taken)
{
    taken.finish();
    const double widest = std::min(kMaxText, width() / 3.0);
    std::vector<LabelWish> wishes;
    std::vector<std::size_t> wishOf;
    for (std::size_t i = 0; i < m_content.items.size(); ++i) {
        const OverlayItem& item = m_content.items[i];
        if (!item.labelled)
            continue;
        const bool hasFrame = item.mark.abnormal() || item.mark.doubt;
        const QRectF frame = hasFrame ? framed(item) : item.machine;
        const AssetText brief{item.text.title, {}};
        wishes.push_back({frame, hasFrame ? QPolygonF() : item.outline,
                          {boxSize(item.text, widest), boxSize(brief, widest),
                           boxSize(brief, std::min(kShortText, widest))}});
        wishOf.push_back(i);
    }
    const QRectF area = QRectF(rect()).adjusted(kAreaMargin, kAreaMargin, -kAreaMargin, -kAreaMargin);
    const auto places = placeLabels(wishes, taken, area);
    m_labels.clear();
    m_hidden = m_content.unlabelled;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i])
            m_labels.push_back({*places[i], wishOf[i]});
        else
            ++m_hidden;
    }
}

QString SceneOverlay::moreText() const
{
    return tr("+%1 more, see the list", "labels of machines").arg(std::min<std::size_t>(m_hidden, 99'999));
}

QRectF SceneOverlay::moreBox(Qt::Corner corner) const
{
    const QFontMetricsF detail(detailFont());
    const double w = std::ceil(detail.horizontalAdvance(moreText())) + 2 * kLabelPadX;
    const double h = std::ceil(detail.height()) + kLabelPadY;
    return {corner == Qt::TopRightCorner ? std::floor(width() - kAreaMargin - w) - 0.5 : kAreaMargin + 0.5,
            corner == Qt::BottomLeftCorner ? height() - kAreaMargin - h - 0.5 : kAreaMargin + 0.5, w, h};
}

QStringList SceneOverlay::legend() const
{
    QStringList lines;
    if (std::any_of(m_content.pieces.begin(), m_content.pieces.end(), [](const auto& p) { return p.weight > 0; }))
        lines += tr("shaded part = takes points off");
    const QString marks = tr("outline and marker = abnormal · dashed blue = data in doubt");
    const bool wide = QFontMetricsF(detailFont()).horizontalAdvance(marks) < width() / 2.0;
    return lines + (wide ? QStringList{marks} : marks.split(QStringLiteral(" · "))); // beside the machines
}

QRectF SceneOverlay::legendBox() const
{
    const QFontMetricsF detail(detailFont());
    const QStringList lines = legend();
    double w = 0;
    for (const QString& line : lines)
        w = std::max(w, detail.horizontalAdvance(line) + 2);
    w = std::min(width() - 24.0, w);
    const double h = std::ceil(detail.height()) * static_cast<double>(lines.size());
    return {width() - 12 - w, height() - 8 - h, w, h};
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
    QRectF frame = framed(item);
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

void SceneOverlay::paintPiece(QPainter& painter, const OverlayPiece& piece) const
{
    constexpr double kFaintest = 0.12, kStrongest = 0.62; // the form is still seen through it
    const double width = piece.pointed ? 1.2 : 2 + 2 * piece.weight;
    QPen pen(piece.doubt ? m_colours.doubt : m_colours.outline, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (piece.doubt)
        pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (piece.weight > 0) {
        QColor shade = m_colours.outline;
        shade.setAlphaF(static_cast<float>(kFaintest + (kStrongest - kFaintest) * piece.weight));
        painter.setBrush(shade);
    }
    painter.drawPath(piece.outline);
}

void SceneOverlay::paintBox(QPainter& painter, const QRectF& where, const AssetText& text, bool strong) const
{
    const QRectF box = QRectF(where.toAlignedRect()).translated(0.5, 0.5);
    painter.setPen(QPen(m_colours.outline, strong ? 2 : 1));
    painter.setBrush(m_colours.box);
    painter.drawRect(box);
    const QRectF inside = box.adjusted(kLabelPadX, kLabelPadY, -kLabelPadX, -kLabelPadY);
    const QFontMetricsF title(titleFont()), detail(detailFont());
    painter.setFont(titleFont());
    painter.setPen(m_colours.text);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     title.elidedText(text.title, Qt::ElideMiddle, inside.width() + 1));
    painter.setFont(detailFont());
    painter.setPen(m_colours.dimText);
    const QStringList rows = rowsOf(text);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const double bottom = inside.bottom() - static_cast<double>(rows.size() - 1 - i) * (kLineGap + detail.height());
        painter.drawText(QRectF(inside.left(), inside.top(), inside.width(), bottom - inside.top()),
                         Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                         detail.elidedText(rows[i], Qt::ElideRight, inside.width() + 1));
    }
}

void SceneOverlay::paintCorners(QPainter& painter) const
{
    const QFontMetricsF detail(detailFont());
    painter.setFont(detailFont());
    painter.setPen(m_colours.dimText);
    QRectF line = legendBox();
    line.setHeight(std::ceil(detail.height()));
    for (const QString& text : legend()) {
        painter.drawText(line, Qt::AlignRight | Qt::AlignBottom | Qt::TextSingleLine,
                         detail.elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    }
    if (m_hidden == 0)
        return;
    const QRectF& box = m_moreBox;
    painter.setPen(QPen(m_colours.outline, 1));
    painter.setBrush(m_colours.box);
    painter.drawRect(box);
    painter.setPen(m_colours.text);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, moreText());
}

void SceneOverlay::paintPointed(QPainter& painter) const
{
    if (m_pointed.title.isEmpty())
        return;
    const QSizeF size = boxSize(m_pointed, std::min(kMaxText * 1.3, width() - 40.0));
    QPointF corner = m_pointer + kFromPointer;
    if (corner.x() + size.width() > width() - 2)
        corner.setX(std::max(2.0, m_pointer.x() - size.width() - 8));
    if (corner.y() + size.height() > height() - 2)
        corner.setY(std::max(2.0, m_pointer.y() - size.height() - 8));
    paintBox(painter, QRectF(corner, size), m_pointed, false);
}

void SceneOverlay::paintEvent(QPaintEvent*)
{
    layOut();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const OverlayPiece& piece : m_content.pieces)
        paintPiece(painter, piece);
    for (const OverlayItem& item : m_content.items)
        paintOutline(painter, item);
    painter.setBrush(m_colours.outline);
    for (const Label& label : m_labels) {
        painter.setPen(QPen(m_colours.outline, 1));
        painter.drawLine(label.place.leader);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(label.place.leader.p2(), 2.5, 2.5);
    }
    // The most important on top.
    for (auto item = m_content.items.rbegin(); item != m_content.items.rend(); ++item) {
        if (item->mark.abnormal())
            paintMarker(painter, framed(*item).topRight(), item->mark.priority, m_colours);
    }
    for (const Label& label : m_labels) {
        const OverlayItem& item = m_content.items[label.item];
        paintBox(painter, label.place.box, {item.text.title, label.place.form == 0 ? item.text.detail : QString()},
                 item.selected);
    }
    paintCorners(painter);
    paintPointed(painter);
}

} // namespace gemba::ui
