// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/live_plant.h"

#include "twin/model/roster_json.h"

namespace gemba {
namespace {

constexpr std::ptrdiff_t kMostEvents = 20'000; ///< on the time bar

} // namespace

twin::Result<std::unique_ptr<twin::LiveRuntime>> LivePlant::prepare(Settings& settings)
{
    twin::LiveRuntime::Options options;
    options.ringPath = settings.ringPath;
    options.appVersion = GEMBA_VERSION;
    auto runtime = twin::LiveRuntime::create(settings.package, std::move(options));
    if (runtime)
        settings.broker.filters = (*runtime)->plant().subscriptions;
    return runtime;
}

LivePlant::LivePlant(Settings settings, std::unique_ptr<twin::LiveRuntime> runtime)
    : m_settings(std::move(settings)), m_runtime(std::move(runtime))
{
    if (!m_settings.notifications.roster.isEmpty())
        m_notifications = std::make_unique<LiveNotifications>(
            std::make_shared<const twin::Plant>(m_runtime->plant()), m_settings.notifications, QLocale());
    if (m_notifications)
        connect(m_notifications.get(), &LiveNotifications::rosterChanged, this, [this] {
            if (!m_notifications->roster().people.empty()) // as roster() sees it
                m_runtime->changeRoster(m_notifications->roster(), qEnvironmentVariable("USER").toStdString());
            Q_EMIT rosterChanged();
        });
    m_runtime->onSnapshot([this] {
        if (!m_pending.exchange(true))
            QMetaObject::invokeMethod(this, &LivePlant::take, Qt::QueuedConnection);
    });
}

LivePlant::~LivePlant()
{
    if (m_source)
        m_source->stop();
    m_runtime->stop(); // before the commander goes, which it calls
}

twin::Result<void> LivePlant::start()
{
    if (!m_settings.broker.hostId.empty()) { // listen only has no way to command, by type
        m_commander = std::make_unique<twin::MqttCommander>(m_settings.broker);
        if (const auto ready = m_commander->start(); !ready)
            return ready;
        m_runtime->onRebirthWanted([this](twin::SourceId, const std::string& group, const std::string& node) {
            m_commander->requestRebirth(group, node);
        });
    }
    m_runtime->start();
    m_source = std::make_unique<twin::MqttSource>(twin::SourceId{0}, m_settings.broker, m_runtime->clock());
    return m_source->start(*m_runtime);
}

std::shared_ptr<const twin::Roster> LivePlant::roster() const
{
    if (m_notifications && !m_notifications->roster().people.empty())
        return std::make_shared<const twin::Roster>(m_notifications->roster().shiftsOnly());
    return rosterOf(m_settings.package);
}

std::shared_ptr<const twin::Roster> rosterOf(const twin::PlantPackage& package)
{
    return rosterIn(package.find("roster"));
}

std::shared_ptr<const twin::Roster> rosterIn(const twin::Blob* blob)
{
    auto roster = blob ? twin::parseRoster(blob->bytes) : twin::Error{};
    return roster ? std::make_shared<const twin::Roster>(std::move(*roster)) : nullptr;
}

void LivePlant::take()
{
    m_pending = false;
    const twin::SnapshotPtr snapshot = m_runtime->snapshot();
    if (!snapshot)
        return;
    m_snapshot = snapshot;
    if (m_notifications)
        m_notifications->follow(*snapshot); // whatever is being looked at
    auto [news, next] = m_runtime->eventsFrom(m_nextEvent);
    m_nextEvent = next;
    m_events.insert(m_events.end(), news.begin(), news.end());
    if (std::ssize(m_events) > kMostEvents)
        m_events.erase(m_events.begin(), m_events.end() - kMostEvents);
    for (const twin::Event& e : news) {
        if (const auto change = ui::bookmarkChange(e); change && change->name)
            m_bookmarks[change->at] = *change->name;
        else if (change)
            m_bookmarks.erase(change->at);
    }
    Q_EMIT changed(!news.empty());
}

} // namespace gemba
