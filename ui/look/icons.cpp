// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"

#include <QFile>
#include <QSvgRenderer>

namespace gemba::ui {

void drawIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour)
{
    QFile file(QStringLiteral(":/gemba/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer(svg).render(&painter, rect);
}

} // namespace gemba::ui
