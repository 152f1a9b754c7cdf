// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "ui/models/phrases.h"

class QImage;
class QPainter;
class QRectF;

namespace gemba::ui {

/// What every picture or page that leaves the window says about itself, so that it can never be
/// taken for another time or plant: "REPLAY – Eastman works – Mon 2026-11-23 13:07:42 +01:00 –
/// Europe/Berlin". A value. GUI thread.
struct Stamp
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::Stamp)
public:
    QString mode; ///< "LIVE", "PAUSED", "REPLAY"
    bool live = true; ///< false: a watermark goes across what is drawn
    QString plant;
    QString time; ///< of the cursor, or "no record"
    QString zone; ///< name of the site's time zone

    /// Of what the view shows now.
    [[nodiscard]] static Stamp of(const ViewState& view, const Phrases& phrases);
    [[nodiscard]] QString text() const;
};

/// The height that the line of a stamp takes with the painter's present font size in pixels.
[[nodiscard]] double stampHeight(int fontPixels);
/// The line, along the lower edge of `page`, black on white; and, where it is not live, the
/// watermark over the rest of the page: pale enough to read what is below in black and white.
void drawStamp(QPainter& painter, const QRectF& page, const Stamp& stamp, int fontPixels = 12);
/// The picture with its stamp below: higher by stampHeight(); high-resolution pictures stay so.
[[nodiscard]] QImage stamped(const QImage& picture, const Stamp& stamp);

} // namespace gemba::ui
