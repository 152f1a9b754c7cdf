// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/stamp.h"

#include <cmath>

#include <QImage>
#include <QPainter>

#include "ui/look/figures.h"
#include "ui/look/theme.h"

namespace gemba::ui {
namespace {

constexpr double kWatermarkTurn = -24; ///< degrees
const QColor kWatermark(0x6e, 0x6e, 0x6e, 0x38);

void drawWatermark(QPainter& p, const QRectF& area, const QString& word)
{
    p.save();
    p.setClipRect(area);
    const int pixels = static_cast<int>(std::clamp(area.width() / 7, 24.0, area.height() / 2));
    p.setFont(Theme::font(std::max(pixels, 12), QFont::Bold));
    p.setPen(kWatermark);
    p.translate(area.center());
    p.rotate(kWatermarkTurn);
    p.drawText(QRectF(-area.width(), -area.height(), 2 * area.width(), 2 * area.height()),
               Qt::AlignCenter | Qt::TextSingleLine, word);
    p.restore();
}

} // namespace

Stamp Stamp::of(const ViewState& view, const Phrases& phrases)
{
    const twin::SnapshotPtr& snapshot = view.snapshot();
    const bool known = snapshot && snapshot->at != twin::kNoTime;
    Stamp s;
    s.mode = Phrases::mode(view.mode());
    s.live = view.mode() == Mode::Live;
    s.plant = phrases.siteName();
    s.time = known ? phrases.format().dateTime(snapshot->at) : tr("no record");
    s.zone = QString::fromLatin1(phrases.format().zone().id());
    return s;
}

QString Stamp::text() const
{
    QStringList parts;
    for (const QString& part : {mode, plant, time, zone}) {
        if (!part.isEmpty())
            parts += part;
    }
    return parts.join(QStringLiteral(" – "));
}

double stampHeight(int fontPixels)
{
    return std::ceil(fontPixels * 1.8);
}

void drawStamp(QPainter& p, const QRectF& page, const Stamp& stamp, int fontPixels)
{
    const double height = stampHeight(fontPixels);
    const QRectF line(page.left(), page.bottom() - height, page.width(), height);
    if (!stamp.live)
        drawWatermark(p, page.adjusted(0, 0, 0, -height), stamp.mode);
    p.save();
    p.fillRect(line, Qt::white);
    p.setPen(QPen(Qt::black, 1));
    p.drawLine(line.topLeft(), line.topRight());
    p.setFont(Theme::font(fontPixels, stamp.live ? QFont::Normal : QFont::Bold));
    drawLine(p, line.adjusted(fontPixels * 0.6, 0, -fontPixels * 0.6, 0),
             Qt::AlignLeft | Qt::AlignVCenter, stamp.text());
    p.restore();
}

QImage stamped(const QImage& picture, const Stamp& stamp)
{
    constexpr int kPixels = 12;
    const double ratio = picture.devicePixelRatio();
    const int more = static_cast<int>(std::ceil(stampHeight(kPixels) * ratio));
    QImage out(picture.width(), picture.height() + more, QImage::Format_RGB32);
    out.setDevicePixelRatio(ratio);
    out.fill(Qt::white);
    QPainter p(&out);
    p.drawImage(QPointF(0, 0), picture);
    drawStamp(p, QRectF(0, 0, out.width() / ratio, out.height() / ratio), stamp, kPixels);
    return out;
}

} // namespace gemba::ui
