// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/copyable.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "ui/models/copy_text.h"

namespace gemba::ui {

QString copyTextOf(const QWidget* focus)
{
    for (const QWidget* w = focus; w; w = w->parentWidget()) {
        if (const auto* view = qobject_cast<const QAbstractItemView*>(w)) {
            const QString row = view->currentIndex().data(kCopyRole).toString();
            if (!row.isEmpty())
                return row;
        }
        if (const auto* own = dynamic_cast<const Copyable*>(w)) {
            if (const QString text = own->copyText(); !text.isEmpty())
                return text;
        }
    }
    return {};
}

void popUpCopyMenu(QWidget& over, const QString& text, const QPoint& globalPosition)
{
    if (text.isEmpty())
        return;
    auto* menu = new QMenu(&over);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copy = menu->addAction(QCoreApplication::translate("gemba::ui::Copyable", "Copy"));
    copy->setToolTip(Format::toolTip(text));
    QObject::connect(copy, &QAction::triggered, copy, [text] { putOnClipboard(text); });
    menu->popup(globalPosition);
}

void putOnClipboard(const QString& text)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace gemba::ui
