// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include "ui/look/plain_list.h"
#include "ui/models/plant_directory.h"

namespace gemba::ui {

class TitleRowDelegate;

/// The plants that a person knows, as rows with a title: where each comes from, its link, and for
/// those that are watched the worst machine and how much waits to be acknowledged.
class PlantListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    PlantListModel(const PlantDirectory& plants, QObject* parent);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] quint64 idOf(const QModelIndex& i) const; ///< 0: no such row

    /// "live · Reactor R-101: Act · 2 not acknowledged"
    [[nodiscard]] static QString state(const PlantLine& plant);

private:
    void refresh();
    const PlantDirectory& m_plants;
    std::vector<PlantLine> m_rows;
};

/// The list itself: Return or a click turns the windows to a plant, Delete forgets it.
class PlantList : public PlainList, public Themed
{
    Q_OBJECT
public:
    explicit PlantList(PlantDirectory& plants, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    PlantDirectory& m_plants;
    PlantListModel* m_model;
    TitleRowDelegate* m_delegate;
};

} // namespace gemba::ui
