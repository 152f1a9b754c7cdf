// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/plain_list.h"

namespace gemba::ui {

/// Rows of a title with one quiet line below, an alert shape before them where something is
/// abnormal, and a short note at the end.
class TitleRowDelegate : public RowDelegate
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 50, NoteRole, PriorityRole };
    static constexpr int kRow = 44;

    using RowDelegate::RowDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;
};

} // namespace gemba::ui
