// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "ui/models/format.h"
#include "ui/models/notification_desk.h"

namespace gemba::ui {

/// What was sent to whom, when, and what became of it; newest first.
class SentModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, What, To, Result, ColumnCount };
    SentModel(const NotificationDesk& desk, const Format& format, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation o, int role) const override;

private:
    void refresh();
    const NotificationDesk& m_desk;
    Format m_format;
    std::vector<SentNotification> m_rows;
};

} // namespace gemba::ui
