// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <tuple>

#include "ui/models/phrases.h"
#include "ui/models/row_model.h"
#include "ui/models/selection.h"

namespace gemba::ui {

/// One bar of the waterfall. `before` and `after` are the condition, in whole points, above and
/// below this reason; they may go under 0 where the reasons add up to more than 100.
struct DeductionRow
{
    enum class Kind : std::uint8_t { Start, Reason, Others, Cut } kind = Kind::Reason;
    twin::Deduction deduction; ///< Reason only
    int others = 0;            ///< Others: how many reasons are in it
    int points = 0;            ///< whole points taken off; Start: 100; Cut: given back at 0
    int before = 0, after = 0;
    [[nodiscard]] auto key() const
    {
        return std::tuple(kind, deduction.kind, deduction.tag, deduction.side);
    }
    bool operator==(const DeductionRow&) const = default;
};

/// Why the selected machine stands where it stands: from 100 down to its condition. The points
/// are whole and add up exactly to what the inspector shows. At most `kMostReasons` one by one,
/// the rest in one row. Empty for a machine without a figure.
class DeductionListModel : public RowModel<DeductionRow>
{
    Q_OBJECT
public:
    static constexpr std::size_t kMostReasons = 5;
    enum Role {
        TextRole = Qt::UserRole,
        PointsRole, ///< text: "−38", "100"
        BeforeRole, ///< int
        AfterRole,  ///< int
        KindRole,   ///< int of DeductionRow::Kind
        TagRole,    ///< uint
        LeftOutRole, ///< bool: a person asks what would be without this input
        CanLeaveOutRole, ///< bool: it is one input's
    };
    DeductionListModel(const ViewState& view, const Selection& selection, const QLocale& locale,
                       QObject* parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Leaves the row's input out of the question "what if", or takes it in again. What is shown
    /// of the machine stays as it is; forgotten with the next machine.
    void toggle(const QModelIndex& row);
    [[nodiscard]] const std::set<twin::TagId>& leftOut() const { return m_leftOut; }
    [[nodiscard]] QString leftOutNames() const;

Q_SIGNALS:
    void leftOutChanged();

private:
    void refresh();
    std::set<twin::TagId> m_leftOut;
    [[nodiscard]] QString text(const DeductionRow& row) const;
    const ViewState& m_view;
    const Selection& m_selection;
    Phrases m_phrases;
    twin::AssetId m_asset = twin::kNoAsset;
};

/// The rows of one assessment; empty if its score is withheld.
[[nodiscard]] std::vector<DeductionRow> waterfall(const twin::Assessment& assessment);

} // namespace gemba::ui
