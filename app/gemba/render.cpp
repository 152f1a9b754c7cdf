// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/render.h"

#include <cstdio>

#include <QApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include "app/gemba/scene_loader.h"
#include "twin/wording/error_text.h"
#include "ui/scene/scene_view.h"
#include "ui/shell/main_window.h"

namespace gemba {
namespace {

constexpr int kDone = 0, kUsage = 2, kUnreadable = 3;
constexpr int kTickMs = 40, kQuietTicks = 8, kMostTicks = 500;

void say(std::FILE* to, const QByteArray& line)
{
    std::fprintf(to, "%s\n", line.constData());
    std::fflush(to);
}

std::optional<twin::TimeNs> parseAt(const QString& text, twin::TimeNs start)
{
    const std::string s = text.toStdString();
    if (!s.empty() && s.front() == '+') {
        const auto length = twin::parseDuration(std::string_view(s).substr(1));
        return length ? std::optional(start + *length) : std::nullopt;
    }
    return twin::parseIso8601(s);
}

twin::AssetId worstAsset(const twin::Snapshot& s)
{
    twin::AssetId worst = twin::kNoAsset;
    twin::MilliPoints lowest = twin::kFullCondition + 1;
    for (std::uint32_t i = 0; i < s.assets.size(); ++i) {
        const twin::Assessment& a = s.assets[i].assessment;
        if (a.withheld == twin::Withheld::No && a.score < lowest) {
            lowest = a.score;
            worst = twin::AssetId{i};
        }
    }
    return worst;
}

} // namespace

void settle(const Console& console, RecordedHistory& history, twin::TimeNs at)
{
    QEventLoop loop;
    QTimer timer;
    int quiet = 0;
    int ticks = 0;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        const bool shown = console.replay() && console.replay()->state().position == at;
        quiet = shown && history.pending() == 0 ? quiet + 1 : 0;
        if (quiet >= kQuietTicks || ++ticks >= kMostTicks)
            loop.quit();
    });
    timer.start(kTickMs);
    loop.exec();
}

int renderPicture(Console& console, const Picture& picture)
{
    const auto workspace = ui::workspaceByName(picture.workspace);
    if (!workspace) {
        say(stderr, Console::tr("There is no workspace “%1”.").arg(picture.workspace).toUtf8());
        return kUsage;
    }
    if (const auto shown = console.showSession(picture.file.toStdString(), twin::kNoTime); !shown) {
        say(stderr, twin::errorText(shown.error()).toUtf8());
        return kUnreadable;
    }
    const auto at = parseAt(picture.at, console.replay()->info().from);
    if (!at) {
        say(stderr, Console::tr("--at takes a time such as +30s or 2026-11-23T13:07:42Z.").toUtf8());
        return kUsage;
    }
    console.seek(*at);

    ui::WindowOptions options;
    options.locale = picture.locale;
    ui::Settings settings; // a picture looks the same whoever takes it
    if (picture.dark)
        settings.override(QStringLiteral("look/theme"), QStringLiteral("dark"));
    ui::MainWindow window(console.view(), console, console.history(), settings, options);
    LoadedScene scene = loadScene(console.package());
    const bool drawn = scene.make && ui::openGlProblem().isEmpty();
    window.setScene(std::move(scene.make));
    if (!scene.problem.isEmpty())
        say(stderr, scene.problem.toUtf8());
    window.resize(picture.size);
    window.showWorkspace(*workspace);
    if (picture.view == QLatin1String("scene"))
        window.showScene();
    window.show();
    settle(console, console.history(), *at);
    if (const twin::SnapshotPtr s = console.view().snapshot()) {
        const auto named = s->plant->findAsset(picture.asset.toStdString());
        window.selection().setAsset(named != twin::kNoAsset ? named : worstAsset(*s));
        settle(console, console.history(), *at);
    }
    if (!window.grab().save(picture.out)) {
        say(stderr, twin::errorText({twin::ErrorCode::FileNotWritable, {std::string("PNG")},
                                     {.file = picture.out.toStdString()}}).toUtf8());
        return kUnreadable;
    }
    say(stdout, QJsonDocument(QJsonObject{{QStringLiteral("scene"), drawn}, {QStringLiteral("out"), picture.out}})
                    .toJson(QJsonDocument::Compact));
    return kDone;
}

} // namespace gemba
