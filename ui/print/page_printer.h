// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

#include "ui/look/stamp.h"
#include "ui/look/theme.h"

class QListView;
class QPagedPaintDevice;

namespace gemba::ui {

class PrintedPages;

/// Something of the window that can be put on paper.
struct Printable
{
    QString title;
    QPointer<QWidget> content; ///< a QListView is printed with all its rows, not only those seen
};

/// Puts panels on pages: black on white, title above, stamp below (and the watermark of what is
/// not live), lists over as many pages as they need. Text and lines stay vectors; the 3D picture
/// is a picture. GUI thread; the window on the screen keeps its theme.
class PagePrinter
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::PagePrinter)
public:
    PagePrinter(Stamp stamp, Theme screen) : m_stamp(std::move(stamp)), m_screen(screen) {}

    /// False: the device cannot be painted on (no room, no rights).
    [[nodiscard]] bool print(QPagedPaintDevice& device, const std::vector<Printable>& what) const;

private:
    void printWidget(PrintedPages& pages, QWidget& widget) const;
    static void printRows(PrintedPages& pages, QListView& list);
    Stamp m_stamp;
    Theme m_screen;
};

} // namespace gemba::ui
