// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_list_model.h"

#include <map>
#include <tuple>

#include "ui/models/copy_text.h"
#include "ui/models/plant_summary.h"

namespace gemba::ui {

AlertListModel::AlertListModel(const ViewState& view, Lane lane, const QLocale& locale,
                               QObject* parent)
    : RowModel(parent), m_view(view), m_lane(lane), m_phrases(locale)
{
    connect(&view, &ViewState::snapshotChanged, this, &AlertListModel::refresh);
    connect(&view, &ViewState::timelineChanged, this, &AlertListModel::refresh);
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
    findWhoSaw(rows);
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

/// The newest acknowledgement before the cursor counts: an alert that got worse waits again.
void AlertListModel::findWhoSaw(std::vector<AlertRow>& rows) const
{
    std::map<std::uint64_t, AlertRow*> wanted;
    for (AlertRow& r : rows) {
        if (m_lane == Lane::Gemba && r.alert.state == twin::AlertState::Acknowledged)
            wanted[r.alert.id] = &r;
    }
    const std::vector<twin::Event>& events = m_view.timeline();
    for (auto e = events.rbegin(); e != events.rend() && !wanted.empty(); ++e) {
        if (e->kind != twin::EventKind::AlertAcknowledged || e->at > m_view.snapshot()->at)
            continue;
        if (const auto found = wanted.find(e->alertId); found != wanted.end()) {
            found->second->seen = *e;
            wanted.erase(found);
        }
    }
}

/// What was done about it says more than which tag it is about: that stands in the title's place.
QString AlertListModel::detail(const AlertRow& row) const
{
    const QString plain = m_phrases.alertDetail(row.alert);
    if (row.seen.at == twin::kNoTime)
        return plain;
    return tr("%1 · %2", "raised at, acknowledged at … by …")
        .arg(m_phrases.format().clockSeconds(row.alert.raisedAt), m_phrases.acknowledged(row.seen));
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
    case DetailRole: return detail(*row);
    case Qt::ToolTipRole:
        return Format::toolTip(m_phrases.alertTitle(a) + QLatin1Char('\n') + detail(*row));
    case PriorityRole: return a.priority;
    case WaitsRole: return m_lane == Lane::Gemba && waitsForAcknowledgement(a.state);
    case ActiveRole: return isActive(a.state);
    case kCopyRole: return CopyText(m_view, m_phrases).alert(a, detail(*row));
    case Qt::AccessibleTextRole:
        return tr("Priority %1, %2, %3")
            .arg(QString::number(a.priority), m_phrases.alertTitle(a), detail(*row));
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
