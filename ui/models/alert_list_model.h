// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phrases.h"
#include "ui/models/row_model.h"

namespace gemba::ui {

struct AlertRow
{
    twin::Alert alert;
    twin::Event seen; ///< who acknowledged it and when; at kNoTime: nobody, or before the record began
    [[nodiscard]] std::uint64_t key() const { return alert.id; }
    bool operator==(const AlertRow&) const = default;
};

/// Either Gemba's own alerts or the alarms of the DCS: the two never share a list.
/// Not acknowledged first, then by priority, then the newest first.
class AlertListModel : public RowModel<AlertRow>
{
    Q_OBJECT
public:
    enum class Lane { Gemba, Dcs };
    enum Role {
        IdRole = Qt::UserRole, ///< quint64
        AssetRole,             ///< uint; the asset that the alert is about
        TitleRole,
        DetailRole,
        PriorityRole,
        WaitsRole, ///< bool: nobody has acknowledged it
        ActiveRole,
    };
    AlertListModel(const ViewState& view, Lane lane, const QLocale& locale,
                   QObject* parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int waiting() const; ///< how many nobody has acknowledged

private:
    void refresh();
    void findWhoSaw(std::vector<AlertRow>& rows) const;
    [[nodiscard]] QString detail(const AlertRow& row) const;
    const ViewState& m_view;
    Lane m_lane;
    Phrases m_phrases;
};

} // namespace gemba::ui
