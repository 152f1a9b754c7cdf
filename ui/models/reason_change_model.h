// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phrases.h"
#include "ui/models/reason_course.h"
#include "ui/models/row_model.h"

namespace gemba::ui {

/// Which reason changed between two instants: what it took off then and takes off now, the largest
/// difference first. GUI thread.
class ReasonChangeModel : public RowModel<ReasonChange>
{
    Q_OBJECT
public:
    enum Role {
        TextRole = Qt::UserRole,
        ThenRole,       ///< text: "0.0", points taken off
        NowRole,        ///< text
        DifferenceRole, ///< text, with its sign: "+24.3" takes off more than then
    };
    explicit ReasonChangeModel(const QLocale& locale, QObject* parent = nullptr);

    /// Words of `plant` and in `units`; without a plant there are no rows.
    void show(const std::shared_ptr<const twin::Plant>& plant, const DisplayUnits& units,
              std::vector<ReasonChange> changes);
    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// "12.3"
    [[nodiscard]] static QString points(twin::MilliPoints points);

private:
    [[nodiscard]] QString copyText(const ReasonChange& row) const;
    Phrases m_phrases;
};

} // namespace gemba::ui
