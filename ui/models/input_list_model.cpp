// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/input_list_model.h"

#include <algorithm>
#include <cmath>

#include <QMimeData>

#include "ui/models/copy_text.h"
#include "ui/models/pen_drag.h"

namespace gemba::ui {
namespace {

constexpr qint64 kNeverArrived = -1;

bool outside(double v, const std::optional<double>& low, const std::optional<double>& high)
{
    return (low && v < *low) || (high && v > *high);
}

/// Ages are shown in tenths of a second, then in seconds, minutes, …: finer is no news.
qint64 shownAge(twin::TimeNs length)
{
    if (length >= 2 * twin::kMinute)
        return length / twin::kMinute * 600;
    if (length >= 10 * twin::kSecond)
        return length / twin::kSecond * 10;
    return length / (twin::kSecond / 10);
}

} // namespace

int IndicatorFigure::breached() const
{
    if (stale || never || !std::isfinite(value))
        return 0;
    if (outside(value, limits.low.trip, limits.high.trip))
        return 1;
    return outside(value, limits.low.alert, limits.high.alert) ? 2 : 0;
}

twin::Interval IndicatorFigure::scale() const
{
    double low = INFINITY;
    double high = -INFINITY;
    for (const twin::SideLimits& side : {limits.low, limits.high}) {
        for (const auto& limit : {side.normal, side.alert, side.trip}) {
            if (limit) {
                low = std::min(low, *limit);
                high = std::max(high, *limit);
            }
        }
    }
    const double room = high - low;
    if (!(room > 0) || room * 3 > range.high - range.low)
        return range;
    // A side without a limit is normal all the way: it gets as much room as the limits need.
    const bool openBelow = !limits.low.normal;
    const bool openAbove = !limits.high.normal;
    return {std::max(range.low, low - room * (openBelow ? 2.0 : 0.8)),
            std::min(range.high, high + room * (openAbove ? 2.0 : 0.8))};
}

IndicatorFigure indicatorFigure(const twin::Snapshot& snapshot, twin::TagId id)
{
    const twin::Tag& tag = snapshot.plant->tag(id);
    const twin::TagState& state = snapshot.tags[twin::index(id)];
    IndicatorFigure out{twin::toNumber(state.value), tag.range, tag.limits, state.stale,
                        state.arrival == twin::kNoTime};
    if (twin::index(tag.setpoint) < snapshot.tags.size()) {
        const twin::TagState& wanted = snapshot.tags[twin::index(tag.setpoint)];
        if (!wanted.stale)
            out.setpoint = twin::toNumber(wanted.value);
    }
    return out;
}

bool InputRow::operator==(const InputRow& o) const
{
    // NaN compares unequal to itself: such a row is repainted, which is harmless.
    return tag == o.tag && deducted == o.deducted && ageTenths == o.ageTenths &&
           state.stale == o.state.stale && state.quality == o.state.quality &&
           state.value == o.state.value;
}

InputListModel::InputListModel(const ViewState& view, const Selection& selection,
                               const QLocale& locale, QObject* parent)
    : RowModel(parent), m_view(view), m_selection(selection), m_phrases(locale)
{
    connect(&view, &ViewState::snapshotChanged, this, &InputListModel::refresh);
    connect(&selection, &Selection::changed, this, &InputListModel::refresh);
    connect(&view, &ViewState::unitsChanged, this, [this] {
        if (rowCount() > 0) // the rows are the same, their texts are not
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
    refresh();
}

void InputListModel::refresh()
{
    const twin::SnapshotPtr& snapshot = m_view.snapshot();
    const auto plant = snapshot ? snapshot->plant : nullptr;
    const bool other = plant.get() != m_phrases.plant() || m_selection.asset() != m_asset;
    m_phrases.setPlant(plant, m_view.units());
    m_asset = m_selection.asset();
    std::vector<InputRow> rows;
    if (plant && twin::index(m_asset) < std::min(plant->assets.size(), snapshot->assets.size()))
        rows = collect(*snapshot);
    if (other)
        resetRows(std::move(rows));
    else
        setRows(std::move(rows));
}

std::vector<InputRow> InputListModel::collect(const twin::Snapshot& snapshot) const
{
    std::vector<InputRow> rows;
    for (const twin::TagId id : snapshot.plant->asset(m_asset).tags) {
        if (twin::index(id) >= std::min(snapshot.tags.size(), snapshot.plant->tags.size()))
            continue;
        const twin::TagRole role = snapshot.plant->tag(id).role;
        if (role != twin::TagRole::Measurement && role != twin::TagRole::Setting)
            continue;
        const twin::TagState& state = snapshot.tags[twin::index(id)];
        const bool never = state.arrival == twin::kNoTime;
        InputRow row{id, state, 0, never ? kNeverArrived : shownAge(snapshot.at - state.arrival)};
        for (const twin::Deduction& d : snapshot.assets[twin::index(m_asset)].assessment.deductions)
            row.deducted += d.tag == id ? d.points : 0;
        rows.push_back(std::move(row));
    }
    // In whole points, so that two inputs of nearly the same weight do not swap all the time.
    std::stable_sort(rows.begin(), rows.end(), [](const InputRow& a, const InputRow& b) {
        return Format::points(a.deducted) > Format::points(b.deducted);
    });
    return rows;
}

QVariant InputListModel::data(const QModelIndex& i, int role) const
{
    const InputRow* row = rowAt(i);
    if (!row)
        return {};
    const twin::Tag& tag = m_phrases.plant()->tag(row->tag);
    const Format& format = m_phrases.format();
    const bool never = row->ageTenths == kNeverArrived;
    switch (role) {
    case TagRole: return twin::index(row->tag);
    case Qt::DisplayRole:
    case NameRole: return m_phrases.text(tag.name);
    case NumberRole: return QString::fromStdString(tag.number);
    case ValueRole: return format.tagValue(row->state.value, tag);
    case UnitRole: return format.unitText(tag);
    case AgeRole: return never ? tr("no data") : format.age(row->ageTenths * (twin::kSecond / 10));
    case StaleRole: return row->state.stale || never;
    case FigureRole: return QVariant::fromValue(indicatorFigure(*m_view.snapshot(), row->tag));
    case kCopyRole: return CopyText(m_view, m_phrases).tag(row->tag);
    case Qt::ToolTipRole:
        return Format::toolTip(
            tr("%1 · %2", "number, name")
                .arg(QString::fromStdString(tag.number), m_phrases.text(tag.name)));
    case Qt::AccessibleTextRole:
        return tr("%1: %2 %3, age %4")
            .arg(m_phrases.text(tag.name), format.tagValue(row->state.value, tag),
                 format.unitText(tag), data(i, AgeRole).toString());
    default: return {};
    }
}

QHash<int, QByteArray> InputListModel::roleNames() const
{
    return {{TagRole, "tag"}, {NameRole, "name"},   {ValueRole, "value"},   {UnitRole, "unit"},
            {AgeRole, "age"}, {StaleRole, "stale"}, {FigureRole, "figure"}, {NumberRole, "number"}};
}

Qt::ItemFlags InputListModel::flags(const QModelIndex& i) const
{
    return RowModel::flags(i) | (i.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList InputListModel::mimeTypes() const
{
    return {QLatin1String(kPenMimeType)};
}

QMimeData* InputListModel::mimeData(const QModelIndexList& rows) const
{
    std::vector<twin::TagId> tags;
    for (const QModelIndex& i : rows) {
        if (const InputRow* row = rowAt(i))
            tags.push_back(row->tag);
    }
    return m_phrases.plant() ? penMime(*m_phrases.plant(), tags) : nullptr;
}

} // namespace gemba::ui
