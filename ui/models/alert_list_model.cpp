// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_list_model.h"

#include <tuple>

#include "ui/models/copy_text.h"
#include "ui/models/plant_summary.h"

namespace gemba::ui {

AlertListModel::AlertListModel(const ViewState& view, Lane lane, const QLocale& locale,
                               QObject* parent)
    : RowModel(parent), m_view(view), m_lane(lane), m_phrases(locale)
{
    connect(&view, &ViewState::snapshotChanged, this, &AlertListModel::refresh);
    refresh();
}

void AlertListModel::refresh()
{
    const twin::SnapshotPtr& snapshot = m_view.snapshot();
    const auto plant = snapshot ? snapshot->plant : nullptr;
    const bool otherPlant = plant.get() != m_phrases.plant();
    m_phrases.setPlant(plant, m_view.units());
    std::vector<AlertRow> rows;
    for (const twin::Alert& a : snapshot ? snapshot->alerts : std::vector<twin::Alert>()) {
        if ((a.origin == twin::AlertOrigin::DcsAlarm) == (m_lane == Lane::Dcs))
            rows.push_back({a});
    }
    const auto rank = [](const AlertRow& r) {
        const twin::Alert& a = r.alert;
        return std::tuple(!waitsForAcknowledgement(a.state), a.priority, -a.raisedAt, a.id);
    };
    std::sort(rows.begin(), rows.end(),
              [&](const AlertRow& a, const AlertRow& b) { return rank(a) < rank(b); });
    if (otherPlant)
        resetRows(std::move(rows));
    else
        setRows(std::move(rows));
}

QVariant AlertListModel::data(const QModelIndex& i, int role) const
{
    const AlertRow* row = rowAt(i);
    if (!row)
        return {};
    const twin::Alert& a = row->alert;
    switch (role) {
    case IdRole: return QVariant::fromValue<quint64>(a.id);
    case AssetRole: return twin::index(a.asset);
    case Qt::DisplayRole:
    case TitleRole: return m_phrases.alertTitle(a);
    case DetailRole: return m_phrases.alertDetail(a);
    case Qt::ToolTipRole:
        return Format::toolTip(m_phrases.alertTitle(a) + QLatin1Char('\n') +
                               m_phrases.alertDetail(a));
    case PriorityRole: return a.priority;
    case WaitsRole: return m_lane == Lane::Gemba && waitsForAcknowledgement(a.state);
    case ActiveRole: return isActive(a.state);
    case kCopyRole: return CopyText(m_view, m_phrases).alert(a);
    case Qt::AccessibleTextRole:
        return tr("Priority %1, %2, %3")
            .arg(QString::number(a.priority), m_phrases.alertTitle(a), m_phrases.alertDetail(a));
    default: return {};
    }
}

QHash<int, QByteArray> AlertListModel::roleNames() const
{
    return {{IdRole, "id"},         {AssetRole, "asset"},       {TitleRole, "title"},
            {DetailRole, "detail"}, {PriorityRole, "priority"}, {WaitsRole, "waits"},
            {ActiveRole, "active"}};
}

int AlertListModel::waiting() const
{
    return static_cast<int>(std::count_if(rows().begin(), rows().end(), [](const AlertRow& r) {
        return waitsForAcknowledgement(r.alert.state);
    }));
}

} // namespace gemba::ui
