// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/people_model.h"

#include <algorithm>

#include "ui/models/format.h"
#include "ui/models/hours_text.h"

namespace gemba::ui {

PeopleModel::PeopleModel(twin::ZoneOffset zone, const QLocale& locale, QObject* parent)
    : QAbstractTableModel(parent), m_zone(std::move(zone)), m_locale(locale)
{
}

void PeopleModel::show(const twin::Roster& roster, twin::TimeNs now)
{
    const bool same = roster.people.size() == m_roster.people.size();
    if (!same)
        beginResetModel();
    m_roster = roster;
    m_now = now;
    if (!same)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int PeopleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_roster.people.size());
}

int PeopleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PeopleModel::kindName(twin::ChannelKind kind)
{
    switch (kind) {
    case twin::ChannelKind::Desktop: return tr("desktop");
    case twin::ChannelKind::Email: return tr("e-mail");
    case twin::ChannelKind::Webhook: return tr("webhook");
    }
    return {};
}

QString PeopleModel::text(const twin::Person& p, int column) const
{
    switch (column) {
    case Name: return QString::fromStdString(p.name);
    case Role: return QString::fromStdString(p.role);
    case Shifts: return p.shifts.empty() ? tr("none") : hoursText(p.shifts, m_locale);
    case Channels: {
        QStringList kinds;
        for (const twin::Channel& c : p.channels)
            kinds << kindName(c.kind);
        return kinds.isEmpty() ? tr("none") : kinds.join(QStringLiteral(", "));
    }
    case OnDuty:
        return std::any_of(p.shifts.begin(), p.shifts.end(),
                           [this](const twin::WeeklyHours& h) { return holds(h, m_now, m_zone); })
                   ? tr("yes")
                   : QString();
    default: return {};
    }
}

QVariant PeopleModel::data(const QModelIndex& i, int role) const
{
    if (!i.isValid() || i.row() >= rowCount())
        return {};
    const QString words = text(m_roster.people[static_cast<std::size_t>(i.row())], i.column());
    if (role == Qt::DisplayRole)
        return words;
    if (role == Qt::ToolTipRole)
        return Format::toolTip(words);
    return {};
}

QVariant PeopleModel::headerData(int section, Qt::Orientation o, int role) const
{
    if (o != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Role: return tr("Role");
    case Shifts: return tr("Shifts (site time)");
    case Channels: return tr("Reached by");
    case OnDuty: return tr("On duty");
    default: return {};
    }
}

} // namespace gemba::ui
