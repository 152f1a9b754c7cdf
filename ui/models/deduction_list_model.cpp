// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/deduction_list_model.h"

#include <algorithm>
#include <numeric>

#include "ui/models/apportion.h"

namespace gemba::ui {
namespace {

/// One row a reason; what rounds to nothing, and what is beyond the most, goes into Others.
std::vector<DeductionRow> reasons(const std::vector<twin::Deduction>& deductions,
                                  const std::vector<int>& points)
{
    std::vector<DeductionRow> rows;
    DeductionRow rest;
    rest.kind = DeductionRow::Kind::Others;
    for (std::size_t i = 0; i < deductions.size(); ++i) {
        if (rows.size() < DeductionListModel::kMostReasons &&
            (points[i] > 0 || deductions[i].countedWith != twin::kNoTag)) {
            DeductionRow row;
            row.deduction = deductions[i];
            row.points = points[i];
            rows.push_back(row);
        } else {
            ++rest.others;
            rest.points += points[i];
        }
    }
    if (rest.others > 0)
        rows.push_back(rest);
    return rows;
}

bool canLeaveOut(const DeductionRow& row)
{
    return row.kind == DeductionRow::Kind::Reason && row.deduction.tag != twin::kNoTag;
}

} // namespace

std::vector<DeductionRow> waterfall(const twin::Assessment& a)
{
    if (a.withheld != twin::Withheld::No)
        return {};
    std::vector<twin::Deduction> sorted = a.deductions;
    std::stable_sort(
        sorted.begin(), sorted.end(),
        [](const twin::Deduction& x, const twin::Deduction& y) { return x.points > y.points; });
    std::vector<twin::MilliPoints> parts;
    for (const twin::Deduction& d : sorted)
        parts.push_back(std::max(d.points, 0));
    const std::int64_t sum = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    const int shown = Format::points(a.score);
    const int over = static_cast<int>(std::max<std::int64_t>(sum - twin::kFullCondition, 0) / 1000);
    std::vector<DeductionRow> rows = reasons(sorted, apportion(parts, 100 - shown + over));

    DeductionRow start;
    start.kind = DeductionRow::Kind::Start;
    start.points = 100;
    rows.insert(rows.begin(), start);
    if (over > 0) {
        DeductionRow cut;
        cut.kind = DeductionRow::Kind::Cut;
        cut.points = over;
        rows.push_back(cut);
    }
    int level = 0;
    for (DeductionRow& r : rows) {
        const bool up = r.kind == DeductionRow::Kind::Start || r.kind == DeductionRow::Kind::Cut;
        r.before = level;
        level += up ? r.points : -r.points;
        r.after = level;
    }
    return rows;
}

DeductionListModel::DeductionListModel(const ViewState& view, const Selection& selection,
                                       const QLocale& locale, QObject* parent)
    : RowModel(parent), m_view(view), m_selection(selection), m_phrases(locale)
{
    connect(&view, &ViewState::snapshotChanged, this, &DeductionListModel::refresh);
    connect(&selection, &Selection::changed, this, &DeductionListModel::refresh);
    connect(&view, &ViewState::unitsChanged, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
    refresh();
}

void DeductionListModel::refresh()
{
    const twin::SnapshotPtr& snapshot = m_view.snapshot();
    const auto plant = snapshot ? snapshot->plant : nullptr;
    const bool other = plant.get() != m_phrases.plant() || m_selection.asset() != m_asset;
    m_phrases.setPlant(plant, m_view.units());
    m_asset = m_selection.asset();
    if (other && !m_leftOut.empty()) {
        m_leftOut.clear();
        Q_EMIT leftOutChanged();
    }
    std::vector<DeductionRow> rows;
    if (plant && twin::index(m_asset) < snapshot->assets.size())
        rows = waterfall(snapshot->assets[twin::index(m_asset)].assessment);
    if (other)
        resetRows(std::move(rows));
    else
        setRows(std::move(rows));
}

QString DeductionListModel::text(const DeductionRow& row) const
{
    switch (row.kind) {
    case DeductionRow::Kind::Start: return tr("full condition");
    case DeductionRow::Kind::Reason:
        if (row.deduction.countedWith != twin::kNoTag)
            return tr("%1; counts with: %2").arg(m_phrases.deduction(row.deduction, m_asset), m_phrases.tagName(row.deduction.countedWith));
        return m_phrases.deduction(row.deduction, m_asset);
    case DeductionRow::Kind::Others: return tr("other reasons (%1)").arg(row.others);
    case DeductionRow::Kind::Cut: return tr("never below 0");
    }
    return {};
}

QVariant DeductionListModel::data(const QModelIndex& i, int role) const
{
    const DeductionRow* row = rowAt(i);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TextRole: return text(*row);
    case Qt::ToolTipRole: return Format::toolTip(text(*row));
    case PointsRole:
        if (row->kind == DeductionRow::Kind::Start || row->points == 0)
            return QString::number(row->points);
        return QString(row->kind == DeductionRow::Kind::Cut ? QChar(0x2b) : QChar(0x2212)) +
               QString::number(row->points);
    case BeforeRole: return row->before;
    case AfterRole: return row->after;
    case KindRole: return static_cast<int>(row->kind);
    case TagRole: return twin::index(row->deduction.tag);
    case CanLeaveOutRole: return canLeaveOut(*row);
    case LeftOutRole: return canLeaveOut(*row) && m_leftOut.contains(row->deduction.tag);
    case Qt::AccessibleTextRole:
        return data(i, LeftOutRole).toBool()
                   ? tr("%1, %2 points, left out").arg(text(*row), data(i, PointsRole).toString())
                   : tr("%1, %2 points").arg(text(*row), data(i, PointsRole).toString());
    default: return {};
    }
}

void DeductionListModel::toggle(const QModelIndex& i)
{
    const DeductionRow* row = rowAt(i);
    if (!row || !canLeaveOut(*row))
        return;
    if (!m_leftOut.erase(row->deduction.tag))
        m_leftOut.insert(row->deduction.tag);
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {LeftOutRole}); // an input may have two
    Q_EMIT leftOutChanged();
}

QString DeductionListModel::leftOutNames() const
{
    QStringList names;
    for (const twin::TagId tag : m_leftOut)
        names += m_phrases.tagName(tag);
    return names.join(QStringLiteral(", "));
}

QHash<int, QByteArray> DeductionListModel::roleNames() const
{
    return {{TextRole, "text"},   {PointsRole, "points"}, {BeforeRole, "before"},
            {AfterRole, "after"}, {KindRole, "kind"},     {TagRole, "tag"},
            {LeftOutRole, "leftOut"}, {CanLeaveOutRole, "canLeaveOut"}};
}

} // namespace gemba::ui
