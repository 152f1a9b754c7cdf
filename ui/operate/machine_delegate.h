// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/plain_list.h"

namespace gemba::ui {

class ConditionHistory;

/// A machine in a list: alert shape, name, one line of detail, how its condition went, and what
/// it is now on the right.
class MachineDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void setScale(double scale) { m_scale = scale; } ///< 1: a list; more: read from further away
    /// Where sparklines come from; null: none are drawn. It outlives this.
    void setHistory(ConditionHistory* history) { m_history = history; }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;

private:
    [[nodiscard]] int px(double pixels) const { return static_cast<int>(pixels * m_scale + 0.5); }
    double m_scale = 1.0;
    ConditionHistory* m_history = nullptr;
};

/// A machine that waits for a decision: what and by when, below it who decides.
class DecisionDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void setScale(double scale) { m_scale = scale; }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;

private:
    double m_scale = 1.0;
};

} // namespace gemba::ui
