// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/ring_file.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace gemba {
namespace {

void keepEarlier(const QString& path)
{
    const QString earlier = path.chopped(4) + QStringLiteral("-earlier.gmb");
    for (const char* tail : {"", "-wal", "-shm"}) {
        QFile::remove(earlier + QLatin1String(tail));
        QFile::rename(path + QLatin1String(tail), earlier + QLatin1String(tail));
    }
}

} // namespace

QString RingFile::pathFor(const twin::PlantPackage& package)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QStringLiteral("history-%1.gmb").arg(QString::fromStdString(package.blobs.front().sha256).left(12)));
}

RingFile::RingFile(const QString& path) : m_path(path)
{
    if (path.isEmpty())
        return;
    m_lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    if (m_lock->tryLock())
        keepEarlier(path);
    else
        m_path.clear();
}

} // namespace gemba
