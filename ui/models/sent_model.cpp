// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sent_model.h"

namespace gemba::ui {

SentModel::SentModel(const NotificationDesk& desk, const Format& format, QObject* parent)
    : QAbstractTableModel(parent), m_desk(desk), m_format(format), m_rows(desk.sent())
{
    connect(&desk, &NotificationDesk::sentChanged, this, &SentModel::refresh);
}

void SentModel::refresh()
{
    const std::vector<SentNotification>& next = m_desk.sent();
    const bool same = next.size() == m_rows.size() &&
                      std::equal(next.begin(), next.end(), m_rows.begin(),
                                 [](const auto& a, const auto& b) { return a.id == b.id; });
    if (!same)
        beginResetModel();
    m_rows = next;
    if (!same)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Result), index(rowCount() - 1, Result));
}

int SentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SentModel::data(const QModelIndex& i, int role) const
{
    if (!i.isValid() || i.row() >= rowCount())
        return {};
    const SentNotification& n = m_rows[static_cast<std::size_t>(i.row())];
    const auto text = [&]() -> QString {
        switch (i.column()) {
        case When: return m_format.dateTime(n.at);
        case What: return n.what;
        case To: return n.to;
        case Result: return n.result;
        default: return {};
        }
    };
    if (role == Qt::DisplayRole)
        return text();
    if (role == Qt::ToolTipRole)
        return Format::toolTip(text());
    return {};
}

QVariant SentModel::headerData(int section, Qt::Orientation o, int role) const
{
    if (o != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case What: return tr("What");
    case To: return tr("To");
    case Result: return tr("Result");
    default: return {};
    }
}

} // namespace gemba::ui
