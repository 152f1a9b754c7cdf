// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/bookmark_acts.h"

namespace gemba::ui {
namespace {

constexpr std::string_view kSet = "bookmark";
constexpr std::string_view kRemoved = "bookmark-removed";

} // namespace

BookmarkAct settingBookmark(const Bookmark& bookmark)
{
    return {std::string(kSet), twin::toIso8601(bookmark.at, 9) + ' ' + bookmark.name.toStdString()};
}

BookmarkAct removingBookmark(twin::TimeNs at)
{
    return {std::string(kRemoved), twin::toIso8601(at, 9)};
}

std::optional<BookmarkChange> bookmarkChange(const twin::Event& event)
{
    if (event.kind != twin::EventKind::Act)
        return std::nullopt;
    const std::string_view text = event.text;
    const std::size_t colon = text.find(": ");
    if (colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view verb = text.substr(0, colon);
    const std::string_view rest = text.substr(colon + 2);
    if (verb != kSet && verb != kRemoved)
        return std::nullopt;
    const std::size_t blank = rest.find(' ');
    const auto at = twin::parseIso8601(rest.substr(0, blank));
    if (!at)
        return std::nullopt;
    BookmarkChange change{*at, std::nullopt};
    if (verb == kSet) {
        const std::string_view name = blank == std::string_view::npos ? std::string_view()
                                                                      : rest.substr(blank + 1);
        change.name = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return change;
}

BookmarkMap bookmarksOf(const std::vector<twin::Event>& events)
{
    BookmarkMap out;
    for (const twin::Event& e : events) {
        const auto change = bookmarkChange(e);
        if (change && change->name)
            out[change->at] = *change->name;
        else if (change)
            out.erase(change->at);
    }
    return out;
}

} // namespace gemba::ui
