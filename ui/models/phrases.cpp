// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/phrases.h"

#include <cmath>

#include <algorithm>

namespace gemba::ui {

using twin::ConditionWord;
using twin::OperatingState;

Phrases::Phrases(const QLocale& locale)
    : m_locale(locale), m_language(QLocale::languageToCode(locale.language()).toStdString()),
      m_format(locale)
{
}

void Phrases::setPlant(const std::shared_ptr<const twin::Plant>& plant, const DisplayUnits& units)
{
    if (plant == m_plant && units == m_units)
        return;
    m_plant = plant;
    m_units = units;
    m_format = Format::forSite(m_locale, plant ? plant->timeZone : std::string());
    m_format.setUnits(units);
}

QString Phrases::text(const twin::LocalText& text) const
{
    return QString::fromStdString(text.in(m_language));
}

bool Phrases::known(twin::TagId id) const
{
    return m_plant && index(id) < m_plant->tags.size();
}
bool Phrases::known(twin::AssetId id) const
{
    return m_plant && index(id) < m_plant->assets.size();
}

QString Phrases::assetName(twin::AssetId id) const
{
    if (!known(id))
        return {};
    const twin::Asset& asset = m_plant->asset(id);
    const QString name = text(asset.name);
    const QString number = QString::fromStdString(asset.number);
    //: name of a machine, its number on the drawing
    return number.isEmpty() ? name : name.isEmpty() ? number : tr("%1 %2", "machine").arg(name, number);
}

QString Phrases::areaName(twin::AssetId id) const
{
    if (!known(id))
        return {};
    for (const twin::Area& area : m_plant->areas) {
        if (area.id == m_plant->asset(id).areaId)
            return text(area.name);
    }
    return {};
}

QString Phrases::tagName(twin::TagId id) const
{
    return known(id) ? text(m_plant->tag(id).name) : QString();
}

QString Phrases::shortTagName(twin::TagId id) const
{
    const QString name = known(id) ? text(m_plant->tag(id).shortName) : QString();
    return name.isEmpty() ? tagName(id) : name;
}

QString Phrases::siteName() const
{
    return m_plant ? text(m_plant->site) : QString();
}

Phrases::Duty Phrases::onDuty(const ViewState& view) const
{
    if (!m_plant || !view.snapshot())
        return {};
    if (!view.roster()) {
        const QString role = QString::fromStdString(m_plant->onDuty);
        return {role, role.isEmpty() ? tr("There is no roster, and the plant description names nobody.")
                                     : tr("A role from the plant description: there is no roster."), false};
    }
    const twin::ZoneOffset zone = [this](twin::TimeNs t) { return m_format.offsetFromUtc(t); };
    QStringList who;
    for (const twin::Person* p : view.roster()->onDuty(view.snapshot()->at, zone))
        who += QString::fromStdString(p->name);
    if (who.isEmpty())
        return {tr("nobody"), tr("No shift of the roster holds this instant."), true};
    return {who.join(QStringLiteral(", ")), {}, true};
}

QString Phrases::word(ConditionWord word)
{
    switch (word) {
    case ConditionWord::Normal: return tr("Normal");
    case ConditionWord::Watch: return tr("Watch");
    case ConditionWord::Act: return tr("Act");
    case ConditionWord::Critical: return tr("Critical");
    }
    return {};
}

QString Phrases::operatingState(OperatingState state)
{
    switch (state) {
    case OperatingState::Unknown: return tr("state unknown");
    case OperatingState::Running: return tr("running");
    case OperatingState::Standby: return tr("standby");
    case OperatingState::Starting: return tr("starting");
    case OperatingState::Stopping: return tr("stopping");
    case OperatingState::Stopped: return tr("stopped");
    case OperatingState::Maintenance: return tr("in maintenance");
    case OperatingState::Test: return tr("in test");
    }
    return {};
}

QString Phrases::withheld(const twin::Assessment& a) const
{
    const QString since = m_format.clock(a.withheldSince);
    switch (a.withheld) {
    case twin::Withheld::No: return {};
    case twin::Withheld::NoModel: return tr("not scored: no model and no limits");
    case twin::Withheld::Baselining: return tr("baselining since %1").arg(since);
    case twin::Withheld::NotRunning:
        return tr("not scored: %1 since %2")
            .arg(operatingState(a.state), m_format.clock(a.stateSince));
    case twin::Withheld::NoBaselineForState: return tr("not scored: no baseline for this state");
    case twin::Withheld::NoData: return tr("not scored: no data yet");
    case twin::Withheld::InputsStale: return tr("withheld: inputs stale since %1").arg(since);
    case twin::Withheld::SourceDown: return tr("withheld: source down since %1").arg(since);
    case twin::Withheld::OutsideEnvelope:
        return tr("withheld: outside what the model was made for since %1").arg(since);
    }
    return {};
}

QString Phrases::anomaly(const twin::Assessment& a) const
{
    const auto ratio = [](double s, double limit) { return limit > 0 ? s / limit : 0.0; };
    if (a.t2Limit <= 0 && a.speLimit <= 0)
        return tr("anomaly: no model, limits only");
    const double worst = std::max(ratio(a.t2, a.t2Limit), ratio(a.spe, a.speLimit));
    if (worst < 1.0 || a.anomalySince == twin::kNoTime)
        return tr("anomaly: as usual");
    const QString since = m_format.clock(a.anomalySince);
    if (worst < 2.0)
        return tr("anomaly: unusual since %1").arg(since);
    return tr("anomaly: far from usual since %1").arg(since);
}

QString Phrases::unconfirmed(const twin::Assessment& a)
{
    const twin::ConditionWord next = twin::wordFor(a.score);
    if (a.withheld != twin::Withheld::No || next <= a.word || a.word >= twin::ConditionWord::Watch)
        return {}; // beyond Watch it is the kind of reasons that decides, not only time
    return word(next);
}

QString Phrases::deduction(const twin::Deduction& d, twin::AssetId asset) const
{
    const QString name = tagName(d.tag);
    const bool low = d.side == twin::Side::Low;
    switch (d.kind) {
    case twin::DeductionKind::Indicator: {
        const QString limit =
            known(d.tag) ? m_format.limit(d.limit, m_plant->tag(d.tag)) : QString();
        return low ? tr("%1 near or below %2").arg(name, limit)
                   : tr("%1 near or above %2").arg(name, limit);
    }
    case twin::DeductionKind::Life:
        return tr("Remaining life near or below %1").arg(life(d.limit, asset));
    case twin::DeductionKind::AnomalyT2:
        return low ? tr("%1 lower than usual").arg(name) : tr("%1 higher than usual").arg(name);
    case twin::DeductionKind::AnomalySpe:
        return low ? tr("%1 too low for the rest").arg(name)
                   : tr("%1 too high for the rest").arg(name);
    }
    return {};
}

QString Phrases::actBefore(const twin::ActBefore& a) const
{
    return tr("Act before %1").arg(m_format.clock(a.at));
}

QString Phrases::actBeforeRule(const twin::ActBefore& a, twin::AssetId asset) const
{
    if (a.rule == twin::ActBefore::Rule::Life)
        return tr("With 10 % its life is over by then: %1 left (P10), at the present pace").arg(life(a.limit, asset));
    if (!known(a.tag))
        return {};
    const QString rule = tr("%1 reaches %2 then at its present slope")
                             .arg(tagName(a.tag), m_format.limit(a.limit, m_plant->tag(a.tag)));
    const QString from = m_format.clock(a.earliest), to = m_format.clock(a.latest);
    if (a.earliest == twin::kNoTime || from == to)
        return rule;
    return tr("%1; with 80 % between %2 and %3", "a rule, two times of day").arg(rule, from, to);
}

QString Phrases::lifeUnit(twin::AssetId asset) const
{
    if (known(asset))
        return m_plant->lifeOf(asset) ? text(m_plant->lifeOf(asset)->unit) : QString();
    std::optional<QString> shared;
    for (const twin::AssetClass& c : m_plant ? m_plant->classes : std::vector<twin::AssetClass>()) {
        if (!c.life)
            continue;
        const QString unit = text(c.life->unit);
        if (shared && *shared != unit)
            return {};
        shared = unit;
    }
    return shared.value_or(QString());
}

QString Phrases::life(double units, twin::AssetId asset) const
{
    const QString number = m_format.number(units, units < 10.0 && units != std::floor(units) ? 1 : 0);
    const QString unit = lifeUnit(asset);
    return unit.isEmpty() ? number : number + QChar(0xa0) + unit;
}

QString Phrases::lifeWithheld(const twin::Life& life, twin::AssetId asset) const
{
    switch (life.withheld) {
    case twin::LifeWithheld::No: return {};
    case twin::LifeWithheld::TooFewRows:
        return tr("%1 of %2 %3 seen: too few", "counts, unit of life").arg(life.rows).arg(life.rowsNeeded).arg(lifeUnit(asset));
    case twin::LifeWithheld::UnknownSettings: return tr("life withheld: operated as its model has never seen");
    case twin::LifeWithheld::InputsStale: return tr("life withheld: an input is missing");
    case twin::LifeWithheld::NotRunning: return tr("life withheld: it does not run");
    case twin::LifeWithheld::ModelFailed: return tr("life withheld: its model could not be evaluated");
    }
    return {};
}

QString Phrases::decision(const twin::Asset& asset) const
{
    const QString role = QString::fromStdString(asset.decisionRole);
    return role.isEmpty() ? tr("advisory · no decision role set")
                          : tr("advisory · decision: %1").arg(role);
}

QString Phrases::mode(Mode mode)
{
    switch (mode) {
    case Mode::Live: return tr("LIVE");
    case Mode::LivePaused: return tr("PAUSED");
    case Mode::ReplayHistory:
    case Mode::ReplayFile: return tr("REPLAY");
    }
    return {};
}

} // namespace gemba::ui
