// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recent_files.h"

#include <QFileInfo>

#include "ui/models/settings.h"

namespace gemba::ui {
namespace {

const QString kKey = QStringLiteral("recent-files");

} // namespace

RecentFiles::RecentFiles(Settings& settings, QObject* parent)
    : QObject(parent), m_settings(settings)
{
}

QStringList RecentFiles::paths() const
{
    return m_settings.remembered(kKey).toStringList().mid(0, kMost);
}

void RecentFiles::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList list = paths();
    list.removeAll(absolute);
    list.prepend(absolute);
    m_settings.remember(kKey, list.mid(0, kMost));
    Q_EMIT changed();
}

void RecentFiles::clear()
{
    m_settings.remember(kKey, {});
    Q_EMIT changed();
}

} // namespace gemba::ui
