// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include "ui/models/phrases.h"

namespace gemba::ui {

/// Where are the bookmarks? One row each, in the order of time; the name can be edited. GUI thread.
class BookmarkModel : public QAbstractListModel
{
    Q_OBJECT
public:
    BookmarkModel(const ViewState& view, Transport& transport, const QLocale& locale,
                  QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] Bookmark at(int row) const; ///< no time where there is none

private:
    void take();
    const ViewState& m_view;
    Transport& m_transport;
    Phrases m_phrases;
    std::vector<Bookmark> m_rows;
};

} // namespace gemba::ui
