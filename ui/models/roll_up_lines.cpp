// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/roll_up_lines.h"

namespace gemba::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::RollUp)
};

QString nameOf(const twin::RollUp& up, const Phrases& phrases)
{
    if (up.area == twin::RollUp::kAll)
        return phrases.siteName();
    const twin::Area& area = phrases.plant()->areas[up.area];
    if (up.line != twin::RollUp::kAll)
        return phrases.text(area.lines[up.line].name);
    return area.apart ? Text::tr("%1 (beside the plant)").arg(phrases.text(area.name)) : phrases.text(area.name);
}

} // namespace

std::vector<RollUpLine> rollUpLines(const twin::Snapshot& snapshot, const Phrases& phrases)
{
    std::vector<RollUpLine> lines;
    for (const twin::RollUp& up : snapshot.rollUp) {
        const std::uint32_t all = up.scored + up.withheld;
        if (all == 0)
            continue;
        RollUpLine line;
        line.depth = up.area == twin::RollUp::kAll ? 0 : up.line == twin::RollUp::kAll ? 1 : 2;
        line.name = nameOf(up, phrases);
        line.worst = up.worst;
        const bool scored = up.worst != twin::kNoAsset;
        line.figure = scored ? QString::number(Format::points(up.score)) : QStringLiteral("–");
        line.word = scored ? Phrases::word(up.word) : Text::tr("not scored");
        line.priority = scored && up.word != twin::ConditionWord::Normal ? 4 - static_cast<int>(up.word) : 0;
        if (scored)
            line.because = up.reason ? Text::tr("%1: %2", "machine, reason").arg(phrases.assetName(up.worst), phrases.deduction(*up.reason))
                                     : phrases.assetName(up.worst);
        line.counts = up.withheld > 0 ? Text::tr("abnormal %1 of %2, not scored %3").arg(up.abnormal).arg(all).arg(up.withheld)
                                      : Text::tr("abnormal %1 of %2").arg(up.abnormal).arg(all);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace gemba::ui
