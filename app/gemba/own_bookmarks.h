// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QSettings>

#include "ui/models/bookmark_acts.h"

namespace gemba {

/// The bookmarks that this person made on files, one group for each session (by its digest, so
/// that a copy or a renamed file has them too). Sessions themselves are never written to. What
/// was set or removed here lies over the bookmarks that the session brings. GUI thread.
class OwnBookmarks
{
public:
    static constexpr int kMost = 1000; ///< of one session

    /// An empty path keeps everything in memory.
    explicit OwnBookmarks(const QString& path = {});

    /// Which session; an empty key: none, nothing is kept.
    void setSession(const QString& key);
    void set(twin::TimeNs at, const QString& name);
    void remove(twin::TimeNs at);
    /// Lays what is kept over the session's own.
    void layOver(ui::BookmarkMap& bookmarks) const;

private:
    struct Entry { bool removed = false; QString name; };
    void write(twin::TimeNs at, const Entry& entry);
    std::unique_ptr<QSettings> m_file;
    QString m_key;
    std::map<twin::TimeNs, Entry> m_entries;
};

} // namespace gemba
