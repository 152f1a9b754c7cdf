// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/safety_page.h"

#include <cmath>

namespace gemba::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::SafetyPage)
};

const QString kMissed = QStringLiteral("▸ ");

SafetyPage::Line bound(const twin::Snapshot& s, const twin::ModelPage::Bound& b, const Phrases& phrases)
{
    const twin::Tag& tag = phrases.plant()->tag(b.tag);
    const Format& f = phrases.format();
    const QString range = Text::tr("%1 from %2 to %3").arg(phrases.tagName(b.tag), f.limit(b.range.low, tag), f.limit(b.range.high, tag));
    const twin::TagState* state = twin::index(b.tag) < s.tags.size() ? &s.tags[twin::index(b.tag)] : nullptr;
    const double value = state ? twin::toNumber(state->value) : NAN;
    if (!state || state->stale || !std::isfinite(value))
        return {Text::tr("Only with"), Text::tr("%1 (not known now)").arg(range), false};
    const bool outside = value < b.range.low || value > b.range.high;
    return {Text::tr("Only with"), (outside ? kMissed : QString()) + Text::tr("%1 (now %2)").arg(range, f.withUnit(value, tag)), outside};
}

} // namespace

SafetyPage safetyPage(const twin::Snapshot& s, twin::AssetId asset, const Phrases& phrases)
{
    SafetyPage out;
    const twin::Asset& a = phrases.plant()->asset(asset);
    if (a.modelName.empty())
        return out;
    const twin::ModelPage* page = phrases.plant()->modelPage(a.modelName);
    if (!page) {
        out.lines.push_back({Text::tr("Missing"), kMissed + Text::tr("This model has no safety page. Have its owner write one in the plant description."), true});
        return out;
    }
    out.lines.push_back({Text::tr("For"), phrases.text(page->intended), false});
    out.lines.push_back({Text::tr("Never for"), phrases.text(page->forbidden), false});
    out.lines.push_back({Text::tr("Hazards"), phrases.text(page->hazards), false});
    for (const twin::ModelPage::Bound& b : page->envelope)
        out.lines.push_back(bound(s, b, phrases));
    out.lines.push_back({Text::tr("Owner"), QString::fromStdString(page->owner), false});
    const bool overdue = page->reviewBy != twin::kNoTime && s.at >= page->reviewBy;
    const QString day = phrases.format().dateTime(page->reviewBy);
    out.lines.push_back({Text::tr("Review by"), overdue ? kMissed + Text::tr("%1, overdue").arg(day) : day, overdue});
    return out;
}

} // namespace gemba::ui
