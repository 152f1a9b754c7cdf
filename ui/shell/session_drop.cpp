// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session_drop.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace gemba::ui {
namespace {

const QString kPlantFile = QStringLiteral("plant.json");

/// Empty: none, several, or not of this machine.
QString onlyFile(const QMimeData& dragged)
{
    const QList<QUrl> urls = dragged.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

SessionDrop::SessionDrop(QWidget& window, bool plants) : QObject(&window), m_plants(plants)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

QString SessionDrop::sessionIn(const QMimeData& dragged)
{
    const QString path = onlyFile(dragged);
    return path.endsWith(QLatin1String(".gmb"), Qt::CaseInsensitive) ? path : QString();
}

QString SessionDrop::plantIn(const QMimeData& dragged)
{
    const QFileInfo file(onlyFile(dragged));
    if (file.fileName() == kPlantFile && file.isFile())
        return file.path();
    return file.isDir() && QFileInfo::exists(QDir(file.filePath()).filePath(kPlantFile))
               ? file.filePath()
               : QString();
}

bool SessionDrop::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event); // QDragEnterEvent is one
    const QString path = sessionIn(*drop->mimeData());
    const QString plant = m_plants && path.isEmpty() ? plantIn(*drop->mimeData()) : QString();
    if (path.isEmpty() && plant.isEmpty()) {
        event->ignore();
        return true;
    }
    drop->acceptProposedAction();
    if (event->type() != QEvent::Drop)
        return true;
    if (!path.isEmpty())
        Q_EMIT dropped(path);
    else
        Q_EMIT plantDropped(plant);
    return true;
}

} // namespace gemba::ui
