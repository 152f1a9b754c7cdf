// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/plants.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

#include "twin/model/plant_json.h"
#include "twin/store/plant_folder.h"
#include "twin/wording/error_text.h"
#include "ui/models/phrases.h"
#include "ui/models/plant_summary.h"

namespace gemba {
namespace {

using Link = ui::PlantLine::Link;

constexpr int kLookEveryMs = 1000;

twin::Result<twin::Broker> brokerOf(const ui::PlantSource& source)
{
    auto broker = twin::parseBroker(source.broker.toStdString());
    if (!broker)
        return broker;
    broker->caFile = source.caFile.toStdString();
    broker->certFile = source.certFile.toStdString();
    broker->keyFile = source.keyFile.toStdString();
    broker->user = source.user.toStdString();
    broker->passwordFile = source.passwordFile.toStdString();
    return broker;
}

/// One roster for each plant folder of this person; what a plant brings is where it begins.
LiveNotifications::Files notificationFiles(const QString& plantFolder)
{
    const QFileInfo given(plantFolder);
    const QDir folder(given.isDir() ? plantFolder : given.path());
    const QString name = folder.dirName();
    const auto in = [](QStandardPaths::StandardLocation where) {
        const QDir dir(QStandardPaths::writableLocation(where));
        dir.mkpath(QStringLiteral("."));
        return dir;
    };
    const QDir config = in(QStandardPaths::AppConfigLocation);
    const QDir data = in(QStandardPaths::AppLocalDataLocation);
    return {config.filePath(QStringLiteral("roster-%1.json").arg(name)),
            folder.filePath(QStringLiteral("roster.json")),
            data.filePath(QStringLiteral("notified-%1.bin").arg(name)),
            data.filePath(QStringLiteral("notified-%1.log").arg(name))};
}

} // namespace

Plants::Plants(Console& console, ui::Settings& settings)
    : m_console(console), m_settings(settings)
{
    recall();
    m_timer.setInterval(kLookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, qOverload<>(&Plants::look));
}

Plants::~Plants()
{
    m_threads.waitForDone();
    if (m_console.plant())
        m_console.showPlant(nullptr);
}

twin::Result<Plants::Prepared> Plants::prepare(const QString& folder, const twin::Broker& broker,
                                               const std::optional<QString>& ringPath, bool demo)
{
    auto package = twin::loadPlantFolder(folder.toStdString());
    if (!package)
        return package.error();
    Prepared p;
    if (ringPath) {
        p.ring = std::make_unique<RingFile>(*ringPath);
    } else {
        const auto plant = twin::parsePlant(package->blobs.front().bytes); // what is wrong is said below
        const std::string listensAt = demo ? "demo" : broker.address(); // its port is another each time
        p.ring = std::make_unique<RingFile>(RingFile::pathFor(plant ? plant->id : std::string(), listensAt),
                                            RingFile::earlierPathFor(*package));
    }
    const LiveNotifications::Files files = notificationFiles(folder);
    if (const auto own = LiveNotifications::readRoster(files.roster))
        twin::setRoster(*package, *own); // the one edited here, not the one that the plant came with
    p.settings = {std::move(*package), broker, p.ring->path().toStdString(), {}};
    const bool ringElsewhere = p.ring->path().isEmpty() && !(ringPath && ringPath->isEmpty());
    if (!ringElsewhere) // of two programs that watch a plant, one tells people
        p.settings.notifications = files;
    auto runtime = LivePlant::prepare(p.settings);
    if (!runtime)
        return runtime.error();
    p.runtime = std::move(*runtime);
    return p;
}

quint64 Plants::add(const ui::PlantSource& source, bool demo)
{
    for (const auto& [id, entry] : m_entries) {
        if (entry.source.folder == source.folder && entry.source.broker == source.broker) {
            m_entries[id].source = source;
            return id;
        }
    }
    const quint64 id = ++m_lastId;
    m_entries[id].source = source;
    m_entries[id].demo = demo;
    ui::PlantLine line;
    line.id = id;
    line.source = source;
    line.name = QDir(source.folder).dirName();
    m_lines.push_back(line);
    return id;
}

twin::Result<void> Plants::start(const QString& folder, const twin::Broker& broker,
                                 const std::optional<QString>& ringPath)
{
    auto prepared = prepare(folder, broker, ringPath, false);
    if (!prepared)
        return prepared.error();
    const auto text = [](const std::string& s) { return QString::fromStdString(s); };
    const quint64 id = add({QDir(folder).absolutePath(), text(broker.address()), text(broker.caFile),
                            text(broker.certFile), text(broker.keyFile), text(broker.user),
                            text(broker.passwordFile)});
    const auto started = adopt(id, std::move(*prepared));
    if (started && !m_console.plant())
        show(id);
    return started;
}

void Plants::watch(const ui::PlantSource& source)
{
    ui::PlantSource tidy = source;
    tidy.folder = QDir(source.folder).absolutePath();
    show(add(tidy));
}

void Plants::show(quint64 id)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    m_wanted = id;
    if (!entry->second.live) {
        if (!entry->second.job)
            begin(id);
        return;
    }
    m_console.showPlant(entry->second.live.get());
    look();
}

void Plants::begin(quint64 id)
{
    Entry& entry = m_entries[id];
    ui::PlantLine& shown = *line(id);
    auto broker = brokerOf(entry.source);
    if (broker && entry.demo)
        broker->hostId = "gemba";
    if (!broker)
        return end(id, twin::errorText(broker.error()));
    shown.link = Link::Starting;
    shown.problem.clear();
    const quint64 attempt = ++entry.attempt;
    entry.job = m_console.view().jobs().begin(tr("Reading the plant %1…").arg(shown.name),
                                              [this, id] { end(id, {}); });
    updated();
    m_threads.start([this, id, attempt, folder = entry.source.folder, broker = *broker, demo = entry.demo] {
        auto prepared = std::make_shared<twin::Result<Prepared>>(prepare(folder, broker, std::nullopt, demo));
        QMetaObject::invokeMethod(this, [this, id, attempt, prepared] {
            const auto found = m_entries.find(id);
            if (found == m_entries.end() || found->second.attempt != attempt)
                return; // nobody waits for it any more
            if (!*prepared)
                return end(id, twin::errorText(prepared->error()));
            if (const auto started = adopt(id, std::move(**prepared)); !started)
                return end(id, twin::errorText(started.error()));
            if (m_wanted == id)
                show(id);
        });
    });
}

twin::Result<void> Plants::adopt(quint64 id, Prepared prepared)
{
    Entry& entry = m_entries[id];
    entry.job.reset();
    entry.ring = std::move(prepared.ring);
    entry.live = std::make_unique<LivePlant>(std::move(prepared.settings), std::move(prepared.runtime));
    if (LiveNotifications* notifications = entry.live->notifications())
        connect(notifications, &LiveNotifications::failed, &m_console.view(), &ui::ViewState::setNotice);
    if (const auto started = entry.live->start(); !started) {
        entry.live.reset();
        return started;
    }
    qInfo("watching the plant %s at %s", qUtf8Printable(entry.source.folder), qUtf8Printable(entry.source.broker));
    ui::PlantLine& l = *line(id);
    l.link = Link::Waiting;
    ui::Phrases phrases((QLocale()));
    phrases.setPlant(std::make_shared<twin::Plant>(entry.live->runtime().plant()));
    if (!phrases.siteName().isEmpty())
        l.name = phrases.siteName();
    m_timer.start();
    remember();
    updated();
    return {};
}

void Plants::stop(quint64 id)
{
    end(id, {});
}

/// Whatever it was doing. Other plants go on.
void Plants::end(quint64 id, const QString& problem)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    Entry& entry = found->second;
    ++entry.attempt;
    const auto job = std::move(entry.job); // may be what called this
    if (entry.live && m_console.plant() == entry.live.get())
        m_console.showPlant(nullptr);
    entry.live.reset();
    entry.ring.reset();
    if (m_wanted == id)
        m_wanted = 0;
    ui::PlantLine& l = *line(id);
    ui::PlantLine ended;
    ended.id = id;
    ended.name = l.name;
    ended.source = l.source;
    ended.problem = problem;
    l = ended;
    if (!problem.isEmpty()) {
        qWarning("%s", qUtf8Printable(problem));
        m_console.view().setNotice(problem);
    }
    if (std::ranges::none_of(m_entries, [](const auto& e) { return e.second.live != nullptr; }))
        m_timer.stop();
    updated();
}

void Plants::forget(quint64 id)
{
    end(id, {});
    m_entries.erase(id);
    std::erase_if(m_lines, [id](const ui::PlantLine& l) { return l.id == id; });
    remember();
    updated();
}

void Plants::showDemo(ui::DemoKind kind)
{
    std::unique_ptr<DemoPlant>& demo = m_demos[kind];
    if (!demo) {
        demo = std::make_unique<DemoPlant>(kind);
        connect(demo.get(), &DemoPlant::ready, this, [this](const QString& folder, const QString& broker) {
            show(add({folder, broker, {}, {}, {}, {}, {}}, true));
        });
        connect(demo.get(), &DemoPlant::failed, this, [this, kind](const QString& why) {
            m_console.view().setNotice(why);
            m_demos[kind].release()->deleteLater(); // it is the one that speaks
        });
    }
    demo->start();
}

std::optional<ui::PlantSource> Plants::shownSource() const
{
    for (const ui::PlantLine& l : m_lines) {
        if (l.shown && !m_entries.at(l.id).demo)
            return l.source;
    }
    return std::nullopt;
}

ui::PlantLine* Plants::line(quint64 id)
{
    const auto l = std::ranges::find(m_lines, id, &ui::PlantLine::id);
    return l == m_lines.end() ? nullptr : &*l;
}

void Plants::updated()
{
    for (ui::PlantLine& l : m_lines) {
        const LivePlant* live = m_entries[l.id].live.get();
        l.shown = live && m_console.plant() == live;
    }
    Q_EMIT changed();
}

void Plants::look()
{
    const std::vector<ui::PlantLine> before = m_lines;
    for (ui::PlantLine& l : m_lines) {
        const LivePlant* live = m_entries[l.id].live.get();
        l.shown = live && m_console.plant() == live;
        if (live && live->snapshot())
            look(l, *live);
    }
    if (m_lines != before)
        Q_EMIT changed();
}

void Plants::look(ui::PlantLine& l, const LivePlant& live) const
{
    const twin::Snapshot& s = *live.snapshot();
    ui::Phrases phrases((QLocale()));
    phrases.setPlant(s.plant);
    const bool up = std::ranges::any_of(s.sources, &twin::SourceState::up);
    l.link = up ? Link::Live : Link::Waiting;
    l.problem = up ? QString() : phrases.dataTrouble(s);
    l.unacknowledged = ui::summarize(s).unacknowledged;
    l.worstPriority = 0;
    l.worst.clear();
    twin::MilliPoints lowest = twin::kFullCondition + 1;
    for (std::uint32_t i = 0; i < s.assets.size(); ++i) {
        const twin::Assessment& a = s.assets[i].assessment;
        if (a.withheld != twin::Withheld::No || a.word == twin::ConditionWord::Normal || a.score >= lowest)
            continue;
        lowest = a.score;
        l.worstPriority = a.word == twin::ConditionWord::Critical ? 1 : a.word == twin::ConditionWord::Act ? 2 : 3;
        l.worst = tr("%1: %2", "machine, its condition in a word")
                      .arg(phrases.assetName(twin::AssetId{i}), ui::Phrases::word(a.word));
    }
}

} // namespace gemba
