// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "twin/model/event.h"
#include "ui/models/transport.h"

namespace gemba::ui {

/// Bookmarks by their instant.
using BookmarkMap = std::map<twin::TimeNs, QString>;

/// A bookmark that is set while a plant is watched is an act in its log, so that it is in every
/// session that holds this stretch. The words of such an act; its event is read again below.
struct BookmarkAct
{
    std::string verb, text;
};
[[nodiscard]] BookmarkAct settingBookmark(const Bookmark& bookmark);
[[nodiscard]] BookmarkAct removingBookmark(twin::TimeNs at);

/// What an event says about bookmarks, if it does: a name where one was set, none where it was
/// removed.
struct BookmarkChange
{
    twin::TimeNs at = twin::kNoTime;
    std::optional<QString> name;
};
[[nodiscard]] std::optional<BookmarkChange> bookmarkChange(const twin::Event& event);

/// The bookmarks that the acts among these events leave, events in the order of the log.
[[nodiscard]] BookmarkMap bookmarksOf(const std::vector<twin::Event>& events);

} // namespace gemba::ui
