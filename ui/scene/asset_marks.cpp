// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/asset_marks.h"

#include <algorithm>

#include <QCoreApplication>

namespace gemba::ui {

using twin::Assessment;
using twin::ConditionWord;
using twin::Withheld;

namespace {

struct MarkText {
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::AssetMark)
public:
    /// The word comes first: where the line is too long, its end is cut.
    static QString detail(const Assessment& a, const Phrases& phrases)
    {
        if (a.withheld != Withheld::No)
            return tr("– · %1").arg(phrases.withheld(a));
        const QString word = Phrases::word(a.word);
        const QString points = QString::number(Format::points(a.score));
        const Format& format = phrases.format();
        if (a.actBefore)
            return tr("%1 · condition %2 · act before %3")
                .arg(word, points, format.clock(a.actBefore->at));
        if (a.wordSince != twin::kNoTime)
            return tr("%1 · condition %2 · since %3").arg(word, points, format.clock(a.wordSince));
        return tr("%1 · condition %2").arg(word, points);
    }
};

/// Of a machine that is not to be scored, silence says nothing: one in standby has no vibration.
bool inDoubt(const Assessment& a)
{
    return (a.staleInputs > 0 && a.withheld != Withheld::NotRunning) || a.withheld == Withheld::InputsStale
           || a.withheld == Withheld::SourceDown || a.withheld == Withheld::NoData;
}

int priorityOf(const Assessment& a)
{
    if (a.withheld != Withheld::No)
        return 0;
    switch (a.word) {
    case ConditionWord::Critical: return 1;
    case ConditionWord::Act: return 2;
    case ConditionWord::Watch: return 3;
    case ConditionWord::Normal: return 0;
    }
    return 0;
}

} // namespace

std::vector<AssetMark> marksOf(const twin::Snapshot& snapshot)
{
    std::vector<AssetMark> marks;
    if (!snapshot.plant)
        return marks;
    const std::size_t n = std::min(snapshot.assets.size(), snapshot.plant->assets.size());
    marks.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        const Assessment& a = snapshot.assets[i].assessment;
        marks.push_back({priorityOf(a), a.withheld == Withheld::No, inDoubt(a)});
    }
    return marks;
}

AssetText textOf(const twin::Snapshot& snapshot, twin::AssetId asset, const Phrases& phrases)
{
    return {phrases.assetName(asset),
            MarkText::detail(snapshot.assets[twin::index(asset)].assessment, phrases)};
}

} // namespace gemba::ui
