// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/page_printer.h"

#include <algorithm>

#include <QListView>
#include <QPagedPaintDevice>
#include <QPainter>

#include "ui/look/figures.h"

namespace gemba::ui {
namespace {

constexpr double kWidth = 760;      ///< of a page, in the pixels that panels are drawn in
constexpr double kHead = 44, kFoot = 44;
constexpr double kMostGrowth = 1.6; ///< a small panel is not blown up beyond this

} // namespace

/// Pages of one document, in a coordinate system that is kWidth wide and as high as the paper is.
class PagePrinter::Pages
{
public:
    Pages(QPagedPaintDevice& device, const Stamp& stamp) : m_device(device), m_stamp(stamp)
    {
        m_open = m_painter.begin(&device);
        if (!m_open)
            return;
        const double scale = m_painter.viewport().width() / kWidth;
        m_painter.scale(scale, scale);
        m_height = m_painter.viewport().height() / scale;
    }
    ~Pages()
    {
        if (m_open && m_number > 0)
            finish();
    }

    [[nodiscard]] bool open() const { return m_open; }
    [[nodiscard]] QPainter& painter() { return m_painter; }
    [[nodiscard]] QRectF body() const
    {
        return {0, kHead, kWidth, m_height - kHead - kFoot};
    }
    void begin(const QString& title)
    {
        if (m_number > 0) {
            finish();
            m_device.newPage();
        }
        ++m_number;
        m_title = title;
        m_painter.setPen(Qt::black);
        m_painter.setFont(Theme::font(17, QFont::Bold));
        drawLine(m_painter, {0, 0, kWidth, 26}, Qt::AlignVCenter, title);
        m_painter.setPen(QPen(Qt::black, 1));
        m_painter.drawLine(QPointF(0, 34), QPointF(kWidth, 34));
    }
    void again() { begin(m_title); } ///< another page of the same

private:
    void finish()
    {
        drawStamp(m_painter, {0, kHead, kWidth, m_height - kHead - 18}, m_stamp, 11);
        m_painter.setPen(Qt::black);
        m_painter.setFont(Theme::font(11));
        m_painter.drawText(QRectF(0, m_height - 18, kWidth, 18), Qt::AlignRight | Qt::AlignVCenter,
                           tr("page %1").arg(m_number));
    }
    QPagedPaintDevice& m_device;
    const Stamp& m_stamp;
    QPainter m_painter;
    QString m_title;
    double m_height = 0;
    int m_number = 0;
    bool m_open = false;
};

bool PagePrinter::print(QPagedPaintDevice& device, const std::vector<Printable>& what) const
{
    Pages pages(device, m_stamp);
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

void PagePrinter::printWidget(Pages& pages, QWidget& widget) const
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

void PagePrinter::printRows(Pages& pages, QListView& list)
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
