// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "twin/model/snapshot.h"
#include "ui/models/format.h"
#include "ui/models/view_state.h"

namespace gemba::ui {

/// The one place where what the twin knows becomes words for people. Everything is plain text.
/// Holds the plant whose names it uses; with no plant, names are empty. GUI thread.
class Phrases
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::Phrases)
public:
    explicit Phrases(const QLocale& locale = QLocale::c());
    /// Cheap if both are the same. Values and limits are spoken of in `units`.
    void setPlant(const std::shared_ptr<const twin::Plant>& plant, const DisplayUnits& units = {});
    [[nodiscard]] const twin::Plant* plant() const { return m_plant.get(); }
    [[nodiscard]] const Format& format() const { return m_format; }
    [[nodiscard]] QString text(const twin::LocalText& text) const; ///< in the user's language

    [[nodiscard]] QString assetName(twin::AssetId id) const; ///< "Reactor R-101"
    [[nodiscard]] QString areaName(twin::AssetId id) const;
    [[nodiscard]] QString tagName(twin::TagId id) const;
    [[nodiscard]] QString shortTagName(twin::TagId id) const; ///< the name where it has none
    [[nodiscard]] QString siteName() const;
    /// Who is on duty at the instant of the snapshot, by the roster's shifts; where there is none
    /// the role that the plant description names, and a note that says so.
    struct Duty
    {
        QString who; ///< empty: nobody has written that down
        QString note; ///< a sentence, or empty
        bool byRoster = false;
    };
    [[nodiscard]] Duty onDuty(const ViewState& view) const;

    [[nodiscard]] static QString word(twin::ConditionWord word);
    /// Why telemetry does not arrive or cannot be used, and what to do; empty while it does. The
    /// first cause on the way from the broker counts.
    [[nodiscard]] QString dataTrouble(const twin::Snapshot& snapshot) const;
    /// The word to come if the score stays where it is: worse than the one confirmed so far. Else empty.
    [[nodiscard]] static QString unconfirmed(const twin::Assessment& assessment);
    [[nodiscard]] static QString operatingState(twin::OperatingState state);
    /// Why there is no figure, as a sentence without a full stop; empty if there is one.
    [[nodiscard]] QString withheld(const twin::Assessment& a) const;
    [[nodiscard]] QString anomaly(const twin::Assessment& a) const;
    /// "Reactor pressure above 2 895 kPa", "Purge rate higher than usual"
    /// asset: whose it is, for the unit of life; may be left out.
    [[nodiscard]] QString deduction(const twin::Deduction& d, twin::AssetId asset = twin::kNoAsset) const;
    [[nodiscard]] QString actBefore(const twin::ActBefore& a) const; ///< "Act before 15:00"
    [[nodiscard]] QString actBeforeRule(const twin::ActBefore& a, twin::AssetId asset = twin::kNoAsset) const;
    /// "cycles"; empty: not known. Of no asset: the unit that all classes share.
    [[nodiscard]] QString lifeUnit(twin::AssetId asset) const;
    /// "38 cycles": as precise as the band allows.
    [[nodiscard]] QString life(double units, twin::AssetId asset) const;
    /// Why nothing is said of life, as a sentence without a full stop; empty if something is.
    [[nodiscard]] QString lifeWithheld(const twin::Life& life, twin::AssetId asset) const;
    [[nodiscard]] QString decision(const twin::Asset& asset) const; ///< "advisory · decision: …"

    [[nodiscard]] QString alertTitle(const twin::Alert& a) const;
    [[nodiscard]] QString alertDetail(const twin::Alert& a) const;
    /// "acknowledged 13:09:12 by anna: bearing ordered"; `act` is the event of it.
    [[nodiscard]] QString acknowledged(const twin::Event& act) const;
    [[nodiscard]] static QString alertState(twin::AlertState s);
    [[nodiscard]] QString event(const twin::Event& e) const;
    [[nodiscard]] static QString mode(Mode mode); ///< "LIVE", "PAUSED", "REPLAY"

private:
    [[nodiscard]] bool known(twin::TagId id) const;
    [[nodiscard]] bool known(twin::AssetId id) const;
    [[nodiscard]] static QString rejected(const twin::Event& e);
    [[nodiscard]] QString late(const twin::Event& e) const;
    [[nodiscard]] QString sourceEvent(const twin::Event& e) const;
    [[nodiscard]] QString assetEvent(const twin::Event& e) const;
    std::shared_ptr<const twin::Plant> m_plant;
    QLocale m_locale;
    std::string m_language;
    DisplayUnits m_units;
    Format m_format;
};

} // namespace gemba::ui
