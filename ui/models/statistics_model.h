// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QAbstractTableModel>

#include "ui/models/format.h"
#include "ui/models/history_query.h"
#include "ui/models/pen.h"

namespace gemba::ui {

/// Figures of a stretch, a row a pen, a column a figure. "…" until they are known. GUI thread.
class StatisticsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Count, Minimum, Maximum, Mean, Deviation, Slope, Outside, Good, Columns };
    using QAbstractTableModel::QAbstractTableModel;
    void setPens(std::vector<TrendPen> pens, const Format& site);
    void setFigures(std::size_t pen, const StretchStatistics& figures);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QString text() const; ///< all of it, columns between tabs

private:
    [[nodiscard]] QString figure(const TrendPen& pen, const twin::SeriesStatistics& s, int column) const;
    struct Row
    {
        TrendPen pen;
        std::optional<StretchStatistics> answer;
    };
    std::vector<Row> m_rows;
    Format m_site;
};

} // namespace gemba::ui
