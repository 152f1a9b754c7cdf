// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include "ui/models/asset_list_model.h"
#include "ui/operate/console_context.h"
#include "ui/operate/machine_delegate.h"
#include "ui/operate/panel_heading.h"

class QLineEdit;

namespace gemba::ui {

class FlatButton;

/// Some of the machines in the order of the source: those of an area, those that need a decision,
/// those whose name, number or area has all words of a text. Folded, machines with nothing to say
/// about them are left out beyond the first few.
class MachineFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setArea(const QString& areaId);
    void setNeedsDecision();
    void setText(const QString& text);
    void setFolded(bool folded, int keep); ///< `keep`: so many rows of the source are always shown
    [[nodiscard]] int hidden() const;      ///< how many folding leaves out

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_areaId;
    QStringList m_words;
    bool m_onlyDecisions = false;
    bool m_folded = false;
    int m_keep = 0;
};

/// Every machine of the plant, worst first, with a filter; machines that are simply Normal fold
/// into one line where there is no room for them.
class MachineList : public QWidget, public Themed
{
    Q_OBJECT
public:
    MachineList(const ConsoleContext& context, AssetListModel& machines, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFilter();
    void fold();
    void showCount();
    AssetListModel& m_machines;
    PanelHeading* m_heading = nullptr;
    QLineEdit* m_text = nullptr;
    TextLabel* m_none = nullptr; ///< no machine has the words
    PlainList* m_list = nullptr;
    FlatButton* m_more = nullptr;
    MachineFilter* m_filter = nullptr;
    MachineDelegate* m_delegate = nullptr;
    bool m_unfolded = false; ///< by the person
};

} // namespace gemba::ui
