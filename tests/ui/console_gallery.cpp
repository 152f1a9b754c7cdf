// SPDX-License-Identifier: GPL-3.0-or-later
// The window with made-up data, to be looked at: console_gallery [dark] [scene] [select=reactor]
// [replay|paused] [empty|silent|odd] [workspace=review] [size=1280x800]
#include <QApplication>
#include <QFile>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/scene/scene_view.h"
#include "ui/shell/main_window.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

QString option(const QString& key)
{
    for (const QString& a : QCoreApplication::arguments()) {
        if (a == key)
            return a;
        if (a.startsWith(key + QLatin1Char('=')))
            return a.mid(key.size() + 1);
    }
    return {};
}

std::unique_ptr<SceneView> eastmanScene()
{
    QFile file(QStringLiteral(GEMBA_SOURCE_DIR "/resources/plants/eastman/scene.json"));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    auto scene = parseScene(file.readAll().toStdString());
    return scene ? makeSceneView(*scene) : nullptr;
}

void fill(ViewState& view, const std::shared_ptr<const twin::Plant>& plant)
{
    SnapshotBuilder b =
        option(QStringLiteral("silent")).isEmpty()
            ? troubled(plant)
            : SnapshotBuilder(plant).allSilent().source("mqtt://localhost:1883", false);
    const bool replay = !option(QStringLiteral("replay")).isEmpty();
    std::vector<twin::Event> events = *b.snapshot.events;
    const twin::TimeNs at = b.snapshot.at;
    if (replay)
        events.push_back({9,
                          at + 12 * twin::kMinute,
                          twin::EventKind::AlertRaised,
                          2,
                          b.asset("condenser"),
                          twin::kNoTag,
                          50,
                          0,
                          {}});
    view.setTimeline(events);
    view.setRange({at - 50 * twin::kMinute, replay ? at + 20 * twin::kMinute : at},
                  {{at - 22 * twin::kMinute, at - 18 * twin::kMinute}});
    view.setRecording(
        {true, {}, true, QStringLiteral("run.gmb"), 12'400'000, at - 60 * twin::kSecond});
    if (replay) {
        view.setMode(Mode::ReplayFile, QStringLiteral("fault-06.gmb"));
        view.setPlayback(false, 60);
        view.setLiveCritical(1);
    } else if (!option(QStringLiteral("paused")).isEmpty()) {
        view.setMode(Mode::LivePaused);
        view.setPlayback(false, 1);
    }
    view.setSnapshot(b.build(), ChangeReason::Load);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ViewState view;
    NotingTransport transport;
    RisingHistory history;
    Settings settings;
    WindowOptions options;
    options.locale = QLocale(QLocale::English);
    if (!option(QStringLiteral("dark")).isEmpty())
        settings.override(QStringLiteral("look/theme"), QStringLiteral("dark"));
    options.waitingFor = QStringLiteral("mqtt://localhost:1883");
    MainWindow window(view, transport, history, settings, options);
    if (option(QStringLiteral("noscene")).isEmpty())
        window.setScene(eastmanScene);
    const auto plant = option(QStringLiteral("odd")).isEmpty() ? eastman() : oddNames();
    if (option(QStringLiteral("empty")).isEmpty())
        fill(view, plant);
    if (const QString id = option(QStringLiteral("select")); !id.isEmpty())
        window.selection().setAsset(plant->findAsset(id.toStdString()));
    if (!option(QStringLiteral("scene")).isEmpty())
        window.showScene();
    if (const auto w = workspaceByName(option(QStringLiteral("workspace"))))
        window.showWorkspace(*w);
    if (!option(QStringLiteral("about")).isEmpty())
        QTimer::singleShot(300, window.actions().about, &QAction::trigger);
    window.showFullScreen();
    return QApplication::exec();
}
