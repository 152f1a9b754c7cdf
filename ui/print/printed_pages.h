// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPainter>

#include "ui/look/stamp.h"

class QPagedPaintDevice;

namespace gemba::ui {

/// Pages of one document, in a coordinate system that is kWidth wide and as high as the paper is:
/// a title above, the stamp and a number below each. GUI thread; one painter.
class PrintedPages
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::PagePrinter)
public:
    static constexpr double kWidth = 760; ///< of a page, in the pixels that panels are drawn in

    /// Both outlive the pages.
    PrintedPages(QPagedPaintDevice& device, const Stamp& stamp);
    ~PrintedPages(); ///< ends the last page

    /// False: the device cannot be painted on (no room, no rights).
    [[nodiscard]] bool open() const { return m_open; }
    [[nodiscard]] QPainter& painter() { return m_painter; }
    [[nodiscard]] QRectF body() const; ///< what is free on a page
    void begin(const QString& title);
    void again() { begin(m_title); } ///< another page of the same
    [[nodiscard]] int number() const { return m_number; }

private:
    void finish();
    QPagedPaintDevice& m_device;
    const Stamp& m_stamp;
    QPainter m_painter;
    QString m_title;
    double m_height = 0;
    int m_number = 0;
    bool m_open = false;
};

} // namespace gemba::ui
