// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/page_printer.h"

#include <algorithm>

#include <QListView>
#include <QPagedPaintDevice>
#include <QPainter>

#include "ui/print/printed_pages.h"

namespace gemba::ui {
namespace {

constexpr double kMostGrowth = 1.6; ///< a small panel is not blown up beyond this

} // namespace

bool PagePrinter::print(QPagedPaintDevice& device, const std::vector<Printable>& what) const
{
    PrintedPages pages(device, m_stamp);
    if (!pages.open())
        return false;
    for (const Printable& p : what) {
        if (!p.content)
            continue;
        QWidget* window = p.content->window();
        // The whole window changes its theme and back before it is drawn again.
        applyTheme(*window, Theme::paper());
        pages.begin(p.title);
        if (auto* list = qobject_cast<QListView*>(p.content.data()))
            printRows(pages, *list);
        else
            printWidget(pages, *p.content);
        applyTheme(*window, m_screen);
    }
    return true;
}

void PagePrinter::printWidget(PrintedPages& pages, QWidget& widget) const
{
    const QRectF body = pages.body();
    if (widget.width() <= 0 || widget.height() <= 0)
        return;
    double scale = std::min(body.width() / widget.width(), kMostGrowth);
    // What is much longer than a page goes over several; what nearly fits is made to fit.
    constexpr double kSqueeze = 0.7;
    if (widget.height() * scale * kSqueeze <= body.height())
        scale = std::min(scale, body.height() / widget.height());
    const int perPage = static_cast<int>(body.height() / scale);
    for (int y = 0; y < widget.height(); y += perPage) {
        if (y > 0)
            pages.again();
        QPainter& p = pages.painter();
        p.save();
        p.translate(body.topLeft());
        p.scale(scale, scale);
        const int height = std::min(perPage, widget.height() - y);
        p.setClipRect(QRect(0, 0, widget.width(), height));
        widget.render(&p, QPoint(), QRegion(0, y, widget.width(), height),
                      QWidget::DrawChildren);
        p.restore();
    }
}

void PagePrinter::printRows(PrintedPages& pages, QListView& list)
{
    const QAbstractItemModel* model = list.model();
    QStyleOptionViewItem option;
    option.palette = list.palette();
    option.font = list.font();
    option.state = QStyle::State_Enabled;
    const QRectF body = pages.body();
    double y = body.top();
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        option.rect = QRect(0, 0, static_cast<int>(body.width()), 0);
        const int height = list.itemDelegate()->sizeHint(option, index).height();
        if (y + height > body.bottom()) {
            pages.again();
            y = body.top();
        }
        option.rect = QRect(0, static_cast<int>(y), static_cast<int>(body.width()), height);
        list.itemDelegate()->paint(&pages.painter(), option, index);
        y += height;
    }
    if (!model || model->rowCount() == 0) {
        pages.painter().setFont(Theme::font(13));
        pages.painter().setPen(Qt::black);
        pages.painter().drawText(body, Qt::AlignLeft | Qt::AlignTop, tr("Nothing."));
    }
}

} // namespace gemba::ui
