// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/bookmark_model.h"

#include <algorithm>

namespace gemba::ui {
namespace {

constexpr int kMostName = 200; ///< characters

} // namespace

BookmarkModel::BookmarkModel(const ViewState& view, Transport& transport, const QLocale& locale,
                             QObject* parent)
    : QAbstractListModel(parent), m_view(view), m_transport(transport), m_phrases(locale),
      m_rows(view.bookmarks())
{
    connect(&view, &ViewState::bookmarksChanged, this, &BookmarkModel::take);
}

/// Rows that stay keep their place, so that a list keeps its selection.
void BookmarkModel::take()
{
    const std::vector<Bookmark>& now = m_view.bookmarks();
    const auto has = [](const std::vector<Bookmark>& list, twin::TimeNs at) {
        return std::any_of(list.begin(), list.end(), [at](const Bookmark& b) { return b.at == at; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (has(now, at(row).at))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (i < m_rows.size() && m_rows[i].at == now[i].at) {
            if (m_rows[i] == now[i])
                continue;
            m_rows[i] = now[i];
            Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
            continue;
        }
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(i));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i), now[i]);
        endInsertRows();
    }
}

int BookmarkModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Bookmark BookmarkModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)] : Bookmark{};
}

QVariant BookmarkModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Bookmark b = at(index.row());
    if (role == Qt::EditRole)
        return b.name;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    Phrases phrases = m_phrases;
    phrases.setPlant(m_view.snapshot() ? m_view.snapshot()->plant : nullptr);
    const QString when = phrases.format().dateTime(b.at);
    return b.name.isEmpty() ? when : tr("%1 · %2", "time, name of a bookmark").arg(when, b.name);
}

bool BookmarkModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.row() >= rowCount())
        return false;
    const Bookmark b = at(index.row());
    const QString name = value.toString().simplified().left(kMostName);
    if (name != b.name)
        m_transport.setBookmark({b.at, name});
    return true;
}

Qt::ItemFlags BookmarkModel::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsEditable;
}

} // namespace gemba::ui
