// SPDX-License-Identifier: GPL-3.0-or-later
// The scene with one machine of every kind of mark: scene_gallery [dark] [isolated] [near]
#include <QApplication>

#include "scene_fixture.h"

using namespace gemba;

int main(int argc, char** argv)
{
    ui::prepareSceneFormat();
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    auto view = ui::makeSceneView(test::eastmanScene());
    view->resize(1280, 800);
    if (arguments.contains(u"dark"))
        view->setTheme(ui::SceneColours::dark());
    view->setSnapshot(test::snapshotOf(test::fiveMachines(), [](twin::Snapshot& s) {
        twin::Assessment& reactor = s.assets[0].assessment;
        reactor.word = twin::ConditionWord::Critical;
        reactor.score = 31'000;
        reactor.actBefore = twin::ActBefore{s.at + 2 * twin::kHour, twin::kNoTag, 0};
        s.assets[2].assessment.word = twin::ConditionWord::Act;
        s.assets[2].assessment.score = 58'000;
        s.assets[3].assessment.withheld = twin::Withheld::InputsStale;
        s.assets[3].assessment.withheldSince = s.at - 6 * twin::kMinute;
        s.assets[4].assessment.word = twin::ConditionWord::Watch;
        s.assets[4].assessment.score = 71'000;
        s.assets[4].assessment.staleInputs = 1;
    }));
    view->setSelected(twin::AssetId{0});
    view->setIsolated(arguments.contains(u"isolated"));
    QObject::connect(view.get(), &ui::SceneView::assetClicked, view.get(),
                     [&](twin::AssetId asset) { view->setSelected(asset); });
    view->show();
    if (arguments.contains(u"near"))
        view->showAsset(twin::AssetId{3});
    return QApplication::exec();
}
