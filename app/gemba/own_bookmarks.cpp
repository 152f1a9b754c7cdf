// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/own_bookmarks.h"

namespace gemba {
namespace {

const QChar kSetMark = QLatin1Char('+'), kRemovedMark = QLatin1Char('-');

} // namespace

OwnBookmarks::OwnBookmarks(const QString& path)
    : m_file(path.isEmpty() ? nullptr : std::make_unique<QSettings>(path, QSettings::IniFormat))
{
}

void OwnBookmarks::setSession(const QString& key)
{
    m_key = key;
    m_entries.clear();
    if (!m_file || key.isEmpty())
        return;
    m_file->beginGroup(key);
    for (const QString& time : m_file->childKeys()) {
        bool ok = false;
        const twin::TimeNs at = time.toLongLong(&ok);
        const QString text = m_file->value(time).toString();
        if (ok && !text.isEmpty() && static_cast<int>(m_entries.size()) < kMost)
            m_entries[at] = {text.front() == kRemovedMark, text.mid(1)};
    }
    m_file->endGroup();
}

void OwnBookmarks::write(twin::TimeNs at, const Entry& entry)
{
    if (m_key.isEmpty() || (static_cast<int>(m_entries.size()) >= kMost && !m_entries.contains(at)))
        return;
    m_entries[at] = entry;
    if (m_file)
        m_file->setValue(m_key + QLatin1Char('/') + QString::number(at),
                         (entry.removed ? kRemovedMark : kSetMark) + entry.name);
}

void OwnBookmarks::set(twin::TimeNs at, const QString& name)
{
    write(at, {false, name});
}

void OwnBookmarks::remove(twin::TimeNs at)
{
    write(at, {true, {}});
}

void OwnBookmarks::layOver(ui::BookmarkMap& bookmarks) const
{
    for (const auto& [at, entry] : m_entries) {
        if (entry.removed)
            bookmarks.erase(at);
        else
            bookmarks[at] = entry.name;
    }
}

} // namespace gemba
