// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phrases.h"
#include "ui/models/row_model.h"

namespace gemba::ui {

struct AssetRow
{
    twin::AssetId id = twin::kNoAsset;
    twin::Assessment assessment; ///< without its deductions: they have a model of their own
    int priority = 0;            ///< 1..3 by word; 0: normal or without a figure
    bool unacknowledged = false; ///< an alert of it waits for somebody
    [[nodiscard]] twin::AssetId key() const { return id; }
    bool operator==(const AssetRow& other) const;
};

/// Every machine of the plant, worst first: by word, then by condition, machines without a
/// figure last. A machine changes place only if its word changes or its condition has moved by
/// 3 points (the hysteresis of the words), so that the list does not tremble.
class AssetListModel : public RowModel<AssetRow>
{
    Q_OBJECT
public:
    enum Role {
        AssetRole = Qt::UserRole, ///< uint: index of the asset
        NameRole,
        AreaIdRole,      ///< id as in the plant description
        PriorityRole,    ///< int, 0..3
        WordRole,        ///< text; empty without a figure
        ScoreRole,       ///< text: whole points, or "–"
        ScoredRole,      ///< bool
        DetailRole,      ///< one line: why withheld, or what is off
        StaleInputsRole, ///< int
        UnacknowledgedRole,
        NeedsDecisionRole, ///< bool: Act, Critical, or a time to act before
        DecisionTitleRole,
        DecisionDetailRole,
    };
    AssetListModel(const ViewState& view, const QLocale& locale, QObject* parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QModelIndex indexOf(twin::AssetId asset) const;

private:
    void refresh(ChangeReason reason);
    void sortWorstFirst(std::vector<AssetRow>& rows);
    [[nodiscard]] QString detail(const AssetRow& row) const;
    [[nodiscard]] QString decisionTitle(const AssetRow& row) const;
    [[nodiscard]] QString decisionDetail(const AssetRow& row) const;

    const ViewState& m_view;
    Phrases m_phrases;
    std::vector<twin::MilliPoints> m_place; ///< by asset: the condition it is sorted by
    std::uint64_t m_epoch = 0;
};

} // namespace gemba::ui
