// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <QAbstractListModel>

namespace gemba::ui {

/// A list whose rows are replaced as a whole and which tells its views only what really changed:
/// removed and inserted runs, one layout change where the order changed, contiguous dataChanged
/// ranges. Row needs `Key key() const`, unique in the list, and ==. Later rows with a key that
/// was there before are left out. GUI thread.
template <class Row>
class RowModel : public QAbstractListModel
{
public:
    using Key = decltype(std::declval<const Row&>().key());
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

protected:
    [[nodiscard]] const Row* rowAt(const QModelIndex& i) const
    {
        return i.isValid() && i.row() < rowCount() ? &m_rows[static_cast<std::size_t>(i.row())]
                                                   : nullptr;
    }

    void setRows(std::vector<Row> next)
    {
        if (!sameKeys(next)) {
            dropDuplicates(next);
            removeGone(next);
            reorderKept(next);
            insertNew(next);
        }
        changeValues(std::move(next));
    }

    /// Every row is about something else now, e.g. another plant.
    void resetRows(std::vector<Row> next)
    {
        beginResetModel();
        dropDuplicates(next);
        m_rows = std::move(next);
        endResetModel();
    }

private:
    [[nodiscard]] bool sameKeys(const std::vector<Row>& next) const
    {
        return std::equal(m_rows.begin(), m_rows.end(), next.begin(), next.end(),
                          [](const Row& a, const Row& b) { return a.key() == b.key(); });
    }

    static void dropDuplicates(std::vector<Row>& next)
    {
        std::set<Key> seen;
        std::erase_if(next, [&](const Row& r) { return !seen.insert(r.key()).second; });
    }

    void removeGone(const std::vector<Row>& next)
    {
        std::set<Key> kept;
        for (const Row& r : next)
            kept.insert(r.key());
        for (int last = rowCount() - 1; last >= 0; --last) {
            if (kept.contains(at(last).key()))
                continue;
            int first = last;
            while (first > 0 && !kept.contains(at(first - 1).key()))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
            endRemoveRows();
            last = first;
        }
    }

    void reorderKept(const std::vector<Row>& next)
    {
        std::map<Key, std::size_t> place;
        for (std::size_t i = 0; i < next.size(); ++i)
            place.emplace(next[i].key(), i);
        const auto before = [&](const Row& a, const Row& b) {
            return place.at(a.key()) < place.at(b.key());
        };
        if (std::is_sorted(m_rows.begin(), m_rows.end(), before))
            return;
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList old = persistentIndexList();
        std::vector<Key> keys;
        for (const QModelIndex& i : old)
            keys.push_back(at(i.row()).key());
        std::sort(m_rows.begin(), m_rows.end(), before);
        std::map<Key, int> now;
        for (int i = 0; i < rowCount(); ++i)
            now.emplace(at(i).key(), i);
        for (qsizetype i = 0; i < old.size(); ++i)
            changePersistentIndex(old[i], index(now.at(keys[static_cast<std::size_t>(i)])));
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    void insertNew(const std::vector<Row>& next)
    {
        for (std::size_t i = 0; i < next.size(); ++i) {
            if (i < m_rows.size() && m_rows[i].key() == next[i].key())
                continue;
            std::size_t end = i + 1;
            while (end < next.size() && !(i < m_rows.size() && m_rows[i].key() == next[end].key()))
                ++end;
            const auto from = next.begin() + static_cast<std::ptrdiff_t>(i);
            const auto to = next.begin() + static_cast<std::ptrdiff_t>(end);
            beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i), from, to);
            endInsertRows();
            i = end - 1;
        }
    }

    void changeValues(std::vector<Row> next)
    {
        std::vector<std::pair<int, int>> ranges;
        for (int i = 0; i < rowCount(); ++i) {
            if (at(i) == next[static_cast<std::size_t>(i)])
                continue;
            if (!ranges.empty() && ranges.back().second == i - 1)
                ranges.back().second = i;
            else
                ranges.emplace_back(i, i);
        }
        m_rows = std::move(next);
        for (const auto& [first, last] : ranges)
            Q_EMIT dataChanged(index(first), index(last));
    }

    [[nodiscard]] const Row& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    std::vector<Row> m_rows;
};

} // namespace gemba::ui
