// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tuple>

#include "ui/models/phrases.h"
#include "ui/models/row_model.h"
#include "ui/models/selection.h"

namespace gemba::ui {

/// One observation with all that it speaks for and against.
struct EvidenceRow
{
    twin::Evidence evidence;
    std::array<int, twin::kCauses> weights{}; ///< by Cause
    [[nodiscard]] auto key() const { return std::tuple(evidence.kind, evidence.tag, evidence.balance); }
    bool operator==(const EvidenceRow&) const = default;
};

/// Machine, sensor, process or model: what is the matter with the selected machine, and what says
/// so. Without rows for a machine that is Normal or has no figure. GUI thread.
class VerdictModel : public RowModel<EvidenceRow>
{
    Q_OBJECT
public:
    enum Role {
        TextRole = Qt::UserRole, ///< what was observed
        EffectRole,              ///< "machine +2", "sensor −1 · machine +1"
        DetailRole,              ///< its numbers and its effect
    };
    VerdictModel(const ViewState& view, const Selection& selection, const QLocale& locale, QObject* parent = nullptr);

    [[nodiscard]] bool judged() const { return m_verdict.has_value(); }
    [[nodiscard]] int weight(twin::Cause cause) const; ///< 0 where nothing was judged
    [[nodiscard]] static QString causeName(twin::Cause cause); ///< "machine"
    [[nodiscard]] QString headline() const;  ///< "Most likely a sensor"; empty: not judged
    [[nodiscard]] QString firstStep() const; ///< what to do before anything else

    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed(); ///< headline, first step or weights may say something else

private:
    void refresh();
    [[nodiscard]] QString text(const twin::Evidence& evidence) const;
    [[nodiscard]] QString detail(const twin::Evidence& evidence) const;
    [[nodiscard]] QString value(const twin::Evidence& evidence, double value) const;
    const ViewState& m_view;
    const Selection& m_selection;
    Phrases m_phrases;
    twin::AssetId m_asset = twin::kNoAsset;
    std::optional<twin::Verdict> m_verdict;
};

} // namespace gemba::ui
