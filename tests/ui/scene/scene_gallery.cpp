// SPDX-License-Identifier: GPL-3.0-or-later
// A scene to look at, or to take a picture of:
//   scene_gallery [dark] [isolated] [ghosted] [near] [worst] [many=N] [long] [size=WxH] [out=X.png]
// worst: every machine abnormal; many: N pumps instead of the Eastman works; long: hard names.
#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include "scene_fixture.h"

using namespace gemba;

namespace {

QString valueOf(const QStringList& arguments, const QString& name)
{
    for (const QString& a : arguments) {
        if (a.startsWith(name + QLatin1Char('=')))
            return a.mid(name.size() + 1);
    }
    return {};
}

/// One of each kind of mark.
void marked(twin::Snapshot& s)
{
    twin::Assessment& reactor = s.assets[0].assessment;
    reactor.word = twin::ConditionWord::Critical;
    reactor.score = 31'000;
    reactor.actBefore = twin::ActBefore{s.at + 2 * twin::kHour, twin::kNoTag, 0};
    if (s.assets.size() < 5)
        return;
    s.assets[2].assessment.word = twin::ConditionWord::Act;
    s.assets[2].assessment.score = 58'000;
    s.assets[3].assessment.withheld = twin::Withheld::InputsStale;
    s.assets[3].assessment.withheldSince = s.at - 6 * twin::kMinute;
    s.assets[4].assessment.word = twin::ConditionWord::Watch;
    s.assets[4].assessment.score = 71'000;
    s.assets[4].assessment.staleInputs = 1;
}

void worst(twin::Snapshot& s)
{
    for (std::size_t i = 0; i < s.assets.size(); ++i) {
        s.assets[i].assessment.word = static_cast<twin::ConditionWord>(3 - i % 3);
        s.assets[i].assessment.score = 30'000 + static_cast<int>(i % 3) * 20'000;
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QApplication::setFont(font);
    const auto many = valueOf(arguments, QStringLiteral("many")).toUInt();
    const auto plant = many > 0 ? test::manyMachines(many) : test::fiveMachines();
    if (arguments.contains(u"long"))
        test::giveHardNames(*plant);
    QElapsedTimer timer;
    timer.start();
    auto view = ui::makeSceneView(many > 0 ? test::manyPumps(many) : test::eastmanScene());
    qInfo("made in %lld ms", timer.elapsed());
    const QStringList size = valueOf(arguments, QStringLiteral("size")).split(QLatin1Char('x'));
    view->resize(size.size() == 2 ? QSize(size[0].toInt(), size[1].toInt()) : QSize(1280, 800));
    view->setReducedMotion(true);
    if (arguments.contains(u"dark"))
        view->setTheme(ui::SceneColours::dark());
    view->setSnapshot(test::snapshotOf(plant, arguments.contains(u"worst") ? worst : marked));
    view->setSelected(twin::AssetId{0});
    view->setIsolated(arguments.contains(u"isolated"));
    view->setGhosted(arguments.contains(u"ghosted"));
    QObject::connect(view.get(), &ui::SceneView::assetClicked, view.get(),
                     [&](twin::AssetId asset) { view->setSelected(asset); });
    view->show();
    if (arguments.contains(u"near"))
        QTimer::singleShot(100, view.get(), [&] { view->showAsset(twin::AssetId{3}); });
    const QString out = valueOf(arguments, QStringLiteral("out"));
    if (!out.isEmpty()) {
        QTimer::singleShot(600, view.get(), [&] {
            view->grab().save(out);
            QApplication::quit();
        });
    }
    return QApplication::exec();
}
