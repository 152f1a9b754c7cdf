// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/plain_list.h"
#include "ui/models/condition_history.h"

namespace gemba::ui {

/// A machine in a list: alert shape, name, how its condition went (0 to 100, the band of Normal
/// behind it), its condition; below, what is off and marks for what cannot be relied on.
/// All rows are of one height.
class MachineDelegate : public RowDelegate
{
    Q_OBJECT
public:
    static constexpr int kRow = 44;
    explicit MachineDelegate(QObject* parent = nullptr) : RowDelegate(parent) {}
    void setHistory(ConditionHistory* history) { m_history = history; } ///< null: no lines
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;

private:
    void paintBelow(QPainter& painter, const QRectF& line, const QModelIndex& index) const;
    ConditionHistory* m_history = nullptr;
};

} // namespace gemba::ui
