// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/asset_marks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace gemba::ui {

using twin::Assessment;
using twin::ConditionWord;
using twin::Withheld;

namespace {

struct MarkText {
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::AssetMark)
public:
    static QString word(ConditionWord w)
    {
        switch (w) {
        case ConditionWord::Normal: return tr("Normal");
        case ConditionWord::Watch: return tr("Watch");
        case ConditionWord::Act: return tr("Act");
        case ConditionWord::Critical: return tr("Critical");
        }
        return {};
    }

    static QString reason(const Assessment& a)
    {
        switch (a.withheld) {
        case Withheld::No: return {};
        case Withheld::NoModel: return tr("no model");
        case Withheld::Baselining: return tr("baselining");
        case Withheld::NotRunning: return tr("not scored: not running");
        case Withheld::NoBaselineForState: return tr("not scored: no baseline for this state");
        case Withheld::NoData: return tr("no data");
        case Withheld::InputsStale: return tr("inputs are stale");
        case Withheld::SourceDown: return tr("source is down");
        }
        return {};
    }

    static QString detail(const Assessment& a, const QTimeZone& zone)
    {
        if (a.withheld != Withheld::No)
            return tr("– · %1").arg(reason(a));
        const int points = (a.score + 500) / 1000;
        if (!a.actBefore)
            return tr("condition %1").arg(points);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(a.actBefore->at / twin::kMillisecond, zone);
        return tr("condition %1 · act before %2").arg(points).arg(at.toString(u"HH:mm"));
    }
};

bool inDoubt(const Assessment& a)
{
    return a.staleInputs > 0 || a.withheld == Withheld::InputsStale
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
    QTimeZone zone(QByteArray::fromStdString(snapshot.plant->timeZone));
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const std::string language = QLocale().name().left(2).toStdString();
    const std::size_t n = std::min(snapshot.assets.size(), snapshot.plant->assets.size());
    for (std::size_t i = 0; i < n; ++i) {
        const Assessment& a = snapshot.assets[i].assessment;
        const twin::Asset& asset = snapshot.plant->assets[i];
        const QString name = QStringLiteral("%1 %2").arg(QString::fromStdString(asset.name.in(language)),
                                                         QString::fromStdString(asset.number));
        AssetMark mark;
        mark.priority = priorityOf(a);
        mark.scored = a.withheld == Withheld::No;
        mark.doubt = inDoubt(a);
        mark.title = mark.scored
                         ? QStringLiteral("%1 · %2").arg(name, MarkText::word(a.word)) : name;
        mark.detail = MarkText::detail(a, zone);
        marks.push_back(std::move(mark));
    }
    return marks;
}

} // namespace gemba::ui
