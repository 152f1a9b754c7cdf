// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/models/history_query.h"
#include "ui/models/selection.h"
#include "ui/models/view_state.h"

namespace gemba::ui {

/// The spectrum of the latest vibration record of the selected machine at the cursor. Asked for one
/// at a time, only while somebody looks. GUI thread.
class SpectrumSource : public QObject
{
    Q_OBJECT
public:
    SpectrumSource(const ViewState& view, const Selection& selection, HistoryQuery& history,
                   QObject* parent = nullptr);

    /// Why there is nothing to draw.
    enum class Missing {
        Nothing,     ///< there is a spectrum, or it is being worked out
        NoWaveforms, ///< the machine has none in its description
        NoRecord,    ///< none has arrived until the cursor
        Unusable,    ///< too short, without a rate, or not made of numbers
    };
    [[nodiscard]] Missing missing() const { return m_missing; }
    [[nodiscard]] const std::vector<twin::TagId>& waveforms() const { return m_waveforms; }
    [[nodiscard]] twin::TagId waveform() const { return m_tag; } ///< that is shown
    [[nodiscard]] twin::TimeNs at() const { return m_shown; }    ///< arrival of the record shown
    [[nodiscard]] const SpectrumFigure& figure() const { return m_figure; }
    [[nodiscard]] SpectrumKind kind() const { return m_kind; }
    [[nodiscard]] bool bearingKnown() const { return m_bearingKnown; }

    void setKind(SpectrumKind kind);
    void setWaveform(twin::TagId tag);
    void want(); ///< somebody looks at it: works it out where the record is another one

Q_SIGNALS:
    void changed();

private:
    void follow();
    void startAnew();
    void take(SpectrumFigure figure, twin::TimeNs at);
    [[nodiscard]] const twin::TagState* record() const; ///< null: none

    const ViewState& m_view;
    const Selection& m_selection;
    HistoryQuery& m_history;
    const int m_ticket;
    std::vector<twin::TagId> m_waveforms;
    twin::AssetId m_asset = twin::kNoAsset;
    std::shared_ptr<const twin::Plant> m_plant;
    twin::TagId m_tag = twin::kNoTag;
    SpectrumKind m_kind = SpectrumKind::Envelope;
    SpectrumFigure m_figure;
    Missing m_missing = Missing::NoWaveforms;
    twin::TimeNs m_shown = twin::kNoTime; ///< kNoTime: what is shown is of something else
    bool m_asking = false, m_bearingKnown = false;
    quint64 m_round = 0; ///< answers to questions of an earlier round come too late
};

} // namespace gemba::ui
