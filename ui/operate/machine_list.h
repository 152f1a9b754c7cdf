// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include "ui/models/asset_list_model.h"
#include "ui/models/condition_history.h"
#include "ui/operate/console_context.h"
#include "ui/operate/machine_delegate.h"
#include "ui/operate/panel_heading.h"

namespace gemba::ui {

/// The machines of one area, or those that need a decision; the order is that of the source.
class MachineFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setArea(const QString& areaId);
    void setNeedsDecision();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_areaId;
    bool m_onlyDecisions = false;
};

/// Every machine of the plant, worst first.
class MachineList : public QWidget, public Themed
{
    Q_OBJECT
public:
    MachineList(const ConsoleContext& context, AssetListModel& machines, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;

private:
    void showCount();
    AssetListModel& m_machines;
    PanelHeading* m_heading = nullptr;
    PlainList* m_list = nullptr;
    MachineDelegate* m_delegate = nullptr;
    ConditionHistory* m_history = nullptr;
};

} // namespace gemba::ui
