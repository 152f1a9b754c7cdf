// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printed_pages.h"

#include <QPagedPaintDevice>

#include "ui/look/figures.h"
#include "ui/look/theme.h"

namespace gemba::ui {
namespace {

constexpr double kHead = 44, kFoot = 44;

} // namespace

PrintedPages::PrintedPages(QPagedPaintDevice& device, const Stamp& stamp) : m_device(device), m_stamp(stamp)
{
    m_open = m_painter.begin(&device);
    if (!m_open)
        return;
    const double scale = m_painter.viewport().width() / kWidth;
    m_painter.scale(scale, scale);
    m_height = m_painter.viewport().height() / scale;
}

PrintedPages::~PrintedPages()
{
    if (m_open && m_number > 0)
        finish();
}

QRectF PrintedPages::body() const
{
    return {0, kHead, kWidth, m_height - kHead - kFoot};
}

void PrintedPages::begin(const QString& title)
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

void PrintedPages::finish()
{
    drawStamp(m_painter, {0, kHead, kWidth, m_height - kHead - 18}, m_stamp, 11);
    m_painter.setPen(Qt::black);
    m_painter.setFont(Theme::font(11));
    m_painter.drawText(QRectF(0, m_height - 18, kWidth, 18), Qt::AlignRight | Qt::AlignVCenter,
                       tr("page %1").arg(m_number));
}

} // namespace gemba::ui
