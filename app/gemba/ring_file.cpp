// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/ring_file.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace gemba {
namespace {

constexpr int kMostIdLetters = 40;
constexpr const char* kTails[] = {"", "-wal", "-shm"};

void keepEarlier(const QString& path)
{
    const QString earlier = path.chopped(4) + QStringLiteral("-earlier.gmb");
    for (const char* tail : kTails) {
        QFile::remove(earlier + QLatin1String(tail));
        QFile::rename(path + QLatin1String(tail), earlier + QLatin1String(tail));
    }
}

/// Under the lock of the earlier version, so that a program of that version keeps what it writes.
void takeOver(const QString& earlier, const QString& path)
{
    QLockFile lock(earlier + QStringLiteral(".lock"));
    if (!QFile::exists(earlier) || !lock.tryLock())
        return;
    for (const char* tail : kTails)
        QFile::rename(earlier + QLatin1String(tail), path + QLatin1String(tail));
}

QString inData(const QString& name)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(name);
}

} // namespace

QString RingFile::pathFor(const std::string& plantId, const std::string& listensAt)
{
    return inData(QStringLiteral("history-%1-%2.gmb")
                      .arg(QString::fromStdString(plantId).left(kMostIdLetters),
                           QString::fromStdString(twin::sha256Hex(plantId + '\n' + listensAt)).left(12)));
}

QString RingFile::earlierPathFor(const twin::PlantPackage& package)
{
    return inData(QStringLiteral("history-%1.gmb").arg(QString::fromStdString(package.blobs.front().sha256).left(12)));
}

RingFile::RingFile(const QString& path, const QString& earlier) : m_path(path)
{
    if (path.isEmpty())
        return;
    m_lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    if (!m_lock->tryLock()) {
        m_path.clear();
        return;
    }
    if (!earlier.isEmpty() && earlier != path && !QFile::exists(path))
        takeOver(earlier, path);
    keepEarlier(path);
}

} // namespace gemba
