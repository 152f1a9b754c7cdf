// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plant_outlook.h"

#include <cmath>

namespace gemba::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::PlantOutlook)
};

void fillOutput(const twin::Snapshot& s, const Phrases& phrases, PlantOutlook& out)
{
    const twin::Output& output = s.plant->output;
    if (twin::index(output.tag) >= std::min(s.plant->tags.size(), s.tags.size()))
        return;
    const twin::Tag& tag = s.plant->tag(output.tag);
    const twin::TagState& state = s.tags[twin::index(output.tag)];
    const double value = state.stale ? std::nan("") : twin::toNumber(state.value);
    const Format& format = phrases.format();
    out.output = format.tagNumber(value, tag);
    out.outputUnit = format.unitText(tag);
    out.plan = format.withUnit(output.plan, tag);
    out.basis = phrases.text(output.basis);
    out.share = output.plan != 0.0 ? value / output.plan : std::nan("");
    out.missed = out.share < PlantOutlook::kMissedBelow;
}

void fillOutage(const twin::Snapshot& s, const Phrases& phrases, PlantOutlook& out)
{
    const twin::Outage* next = s.plant->nextOutage(s.at);
    if (!next) {
        out.outage = Text::tr("none planned");
        return;
    }
    out.outageText = phrases.text(next->text);
    out.outageNow = next->from <= s.at;
    out.outage = out.outageNow ? Text::tr("until %1").arg(phrases.format().dayClock(next->to))
                               : phrases.format().dayClock(next->from);
}

} // namespace

bool PlantOutlook::operator==(const PlantOutlook& o) const
{
    const bool sameShare = share == o.share || (std::isnan(share) && std::isnan(o.share));
    return sameShare && output == o.output && outputUnit == o.outputUnit && plan == o.plan &&
           basis == o.basis && missed == o.missed && outage == o.outage &&
           outageText == o.outageText && outageNow == o.outageNow;
}

PlantOutlook outlook(const twin::Snapshot& snapshot, const Phrases& phrases)
{
    PlantOutlook out;
    out.share = std::nan("");
    if (!snapshot.plant)
        return out;
    fillOutput(snapshot, phrases, out);
    fillOutage(snapshot, phrases, out);
    return out;
}

} // namespace gemba::ui
