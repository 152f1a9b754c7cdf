// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/plain_list.h"

namespace gemba::ui {

/// A machine on the overview, to be read from three metres: alert shape, name, condition; what is
/// off on a second line where something is.
class OverviewMachineDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void setScale(double scale) { m_scale = scale; }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    [[nodiscard]] static double rowHeight(double scale, bool withDetail);

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;

private:
    double m_scale = 1.0;
};

/// A machine that waits for a decision: which, by when, who decides.
class DecisionDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void setScale(double scale) { m_scale = scale; }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    [[nodiscard]] static double rowHeight(double scale);

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;

private:
    double m_scale = 1.0;
};

} // namespace gemba::ui
