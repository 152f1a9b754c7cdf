// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/plant_list.h"

#include <QKeyEvent>

#include "ui/look/title_row_delegate.h"
#include "ui/models/format.h"

namespace gemba::ui {

PlantListModel::PlantListModel(const PlantDirectory& plants, QObject* parent)
    : QAbstractListModel(parent), m_plants(plants), m_rows(plants.plants())
{
    connect(&plants, &PlantDirectory::changed, this, &PlantListModel::refresh);
}

int PlantListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString PlantListModel::state(const PlantLine& plant)
{
    QStringList parts{PlantWords::link(plant.link)};
    if (plant.worstPriority > 0)
        parts += plant.worst;
    if (plant.unacknowledged > 0)
        parts += tr("%1 not acknowledged").arg(plant.unacknowledged);
    return parts.join(QStringLiteral(" · "));
}

QVariant PlantListModel::data(const QModelIndex& i, int role) const
{
    if (!i.isValid() || i.row() >= rowCount())
        return {};
    const PlantLine& plant = m_rows[static_cast<std::size_t>(i.row())];
    switch (role) {
    case Qt::DisplayRole: return plant.name;
    case Qt::ToolTipRole:
        return Format::toolTip(plant.problem.isEmpty() ? plant.source.folder : plant.problem);
    case Qt::AccessibleTextRole: return plant.name + QStringLiteral(", ") + state(plant);
    case TitleRowDelegate::DetailRole:
        return plant.problem.isEmpty() ? plant.source.broker : plant.problem;
    case TitleRowDelegate::NoteRole: return state(plant);
    case TitleRowDelegate::PriorityRole: return plant.worstPriority;
    default: return {};
    }
}

quint64 PlantListModel::idOf(const QModelIndex& i) const
{
    return i.isValid() && i.row() < rowCount() ? m_rows[static_cast<std::size_t>(i.row())].id : 0;
}

/// A plant keeps its row while only its state changes, so that a selected row stays selected.
void PlantListModel::refresh()
{
    const std::vector<PlantLine>& now = m_plants.plants();
    const auto sameIds = [&] {
        return std::equal(now.begin(), now.end(), m_rows.begin(), m_rows.end(),
                          [](const PlantLine& a, const PlantLine& b) { return a.id == b.id; });
    };
    if (!sameIds()) {
        beginResetModel();
        m_rows = now;
        return endResetModel();
    }
    for (std::size_t row = 0; row < now.size(); ++row) {
        if (m_rows[row] == now[row])
            continue;
        m_rows[row] = now[row];
        const QModelIndex i = index(static_cast<int>(row));
        Q_EMIT dataChanged(i, i);
    }
}

PlantList::PlantList(PlantDirectory& plants, QWidget* parent)
    : PlainList(parent), m_plants(plants), m_model(new PlantListModel(plants, this)),
      m_delegate(new TitleRowDelegate(this))
{
    setObjectName(QStringLiteral("plants"));
    setAccessibleName(tr("Plants"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    const auto show = [this](const QModelIndex& i) {
        if (const quint64 id = m_model->idOf(i); id > 0)
            m_plants.show(id);
    };
    connect(this, &QAbstractItemView::clicked, this, show);
    connect(this, &PlainList::returnPressed, this, show);
}

void PlantList::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
}

void PlantList::keyPressEvent(QKeyEvent* event)
{
    const quint64 id = m_model->idOf(currentIndex());
    if (id > 0 && event->key() == Qt::Key_Delete)
        return m_plants.forget(id);
    PlainList::keyPressEvent(event);
}

} // namespace gemba::ui
