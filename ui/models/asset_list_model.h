// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phrases.h"
#include "ui/models/row_model.h"

namespace gemba::ui {

/// A fact beside a machine that is not as it should be; nothing is said of what is.
struct MachineMark
{
    QString text;
    bool doubt = false; ///< about data or model: a dashed outline in the colour of doubt
    bool operator==(const MachineMark&) const = default;
};
using MachineMarks = QList<MachineMark>;

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
        OffRole,         ///< bool: isOff()
        MarksRole,       ///< MachineMarks
        SearchRole,      ///< text that a filter looks into: name, number, area
        ScorePointsRole, ///< double, 0..100; NaN without a figure
        UnacknowledgedRole,
        NeedsDecisionRole, ///< bool: Act, Critical, or a time to act before
        DecisionTitleRole,
        DecisionWhenRole,   ///< by when, or since when it is as it is
        DecisionDetailRole, ///< who decides
    };
    AssetListModel(const ViewState& view, const QLocale& locale, QObject* parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    // A row can be dragged onto a chart.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& i) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& rows) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    /// Anything but simply Normal with a figure to rely on.
    [[nodiscard]] static bool isOff(const AssetRow& row);
    [[nodiscard]] QModelIndex indexOf(twin::AssetId asset) const;

    [[nodiscard]] const Phrases& phrases() const { return m_phrases; }

private:
    void refresh(ChangeReason reason);
    void sortWorstFirst(std::vector<AssetRow>& rows);
    [[nodiscard]] static MachineMarks marks(const AssetRow& row);
    [[nodiscard]] QString detail(const AssetRow& row) const;
    [[nodiscard]] QString toolTip(const AssetRow& row) const;
    [[nodiscard]] QString spoken(const AssetRow& row, bool scored) const;
    [[nodiscard]] QString decisionTitle(const AssetRow& row) const;
    [[nodiscard]] QString decisionWhen(const AssetRow& row) const;
    [[nodiscard]] QString decisionDetail(const AssetRow& row) const;

    const ViewState& m_view;
    Phrases m_phrases;
    std::vector<int> m_row; ///< by asset: where it stands now
    std::vector<twin::MilliPoints> m_place; ///< by asset: the condition it is sorted by
    std::uint64_t m_epoch = 0;
};

} // namespace gemba::ui

Q_DECLARE_METATYPE(gemba::ui::MachineMarks)
