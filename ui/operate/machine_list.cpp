// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/machine_list.h"

#include <QVBoxLayout>

namespace gemba::ui {
namespace {

constexpr int kTicket = 200;

} // namespace

void MachineFilter::setArea(const QString& areaId)
{
    m_areaId = areaId;
    invalidateFilter();
}

void MachineFilter::setNeedsDecision()
{
    m_onlyDecisions = true;
    invalidateFilter();
}

bool MachineFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex i = sourceModel()->index(row, 0, parent);
    if (m_onlyDecisions)
        return i.data(AssetListModel::NeedsDecisionRole).toBool();
    return i.data(AssetListModel::AreaIdRole).toString() == m_areaId;
}

MachineList::MachineList(const ConsoleContext& context, AssetListModel& machines, QWidget* parent)
    : QWidget(parent), m_machines(machines),
      m_heading(new PanelHeading(tr("Machines · worst first"))), m_list(new PlainList),
      m_delegate(new MachineDelegate(this)),
      m_history(new ConditionHistory(context.view, context.history, kTicket, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_list, 1);
    m_list->setObjectName(QStringLiteral("machines"));
    m_list->setAccessibleName(tr("Machines, worst first"));
    m_list->setModel(&machines);
    m_list->setItemDelegate(m_delegate);
    m_list->followSelection(context.selection, AssetListModel::AssetRole);
    m_delegate->setHistory(m_history);
    connect(m_history, &ConditionHistory::changed, m_list,
            [this](twin::AssetId asset) { m_list->update(m_machines.indexOf(asset)); });
    connect(&machines, &QAbstractItemModel::modelReset, this, &MachineList::showCount);
    connect(&machines, &QAbstractItemModel::rowsInserted, this, &MachineList::showCount);
    connect(&machines, &QAbstractItemModel::rowsRemoved, this, &MachineList::showCount);
    showCount();
}

void MachineList::showCount()
{
    m_heading->setNote(QString::number(m_machines.rowCount()));
}

void MachineList::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
}

} // namespace gemba::ui
