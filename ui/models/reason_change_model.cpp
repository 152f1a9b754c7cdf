// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reason_change_model.h"

#include "ui/models/copy_text.h"

namespace gemba::ui {

ReasonChangeModel::ReasonChangeModel(const QLocale& locale, QObject* parent)
    : RowModel(parent), m_phrases(locale)
{
}

void ReasonChangeModel::show(const std::shared_ptr<const twin::Plant>& plant,
                             const DisplayUnits& units, std::vector<ReasonChange> changes)
{
    const bool other = plant.get() != m_phrases.plant();
    m_phrases.setPlant(plant, units);
    if (!plant)
        changes.clear();
    if (other)
        resetRows(std::move(changes));
    else
        setRows(std::move(changes));
}

QString ReasonChangeModel::points(twin::MilliPoints points)
{
    return QString::number(points / 1000.0, 'f', 1);
}

QString ReasonChangeModel::copyText(const ReasonChange& row) const
{
    return tr("%1: %2 points then, %3 now, %4", "a reason, what it takes off")
        .arg(m_phrases.deduction(row.reason), points(row.then), points(row.now),
             data(index(static_cast<int>(&row - rows().data())), DifferenceRole).toString());
}

QVariant ReasonChangeModel::data(const QModelIndex& i, int role) const
{
    const ReasonChange* row = rowAt(i);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TextRole: return m_phrases.deduction(row->reason);
    case Qt::ToolTipRole: return Format::toolTip(m_phrases.deduction(row->reason));
    case ThenRole: return points(row->then);
    case NowRole: return points(row->now);
    case DifferenceRole:
        return QString(row->difference() < 0 ? QChar(0x2212) : QChar(0x2b)) +
               points(row->difference() < 0 ? -row->difference() : row->difference());
    case Qt::AccessibleTextRole:
    case kCopyRole: return copyText(*row);
    default: return {};
    }
}

QHash<int, QByteArray> ReasonChangeModel::roleNames() const
{
    return {{TextRole, "text"}, {ThenRole, "then"}, {NowRole, "now"}, {DifferenceRole, "difference"}};
}

} // namespace gemba::ui
