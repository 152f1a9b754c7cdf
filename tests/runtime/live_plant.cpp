// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_plant.h"

#include <stdexcept>

#include "plant_log.h"

namespace gemba::test {

PlantProcess::PlantProcess(const Mosquitto& broker, const QByteArray& options)
{
    QStringList arguments = QString::fromLatin1(options).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    arguments << QStringLiteral("--broker") << QString::fromStdString(broker.url())
            << QStringLiteral("--wait") << QStringLiteral("30s") << QStringLiteral("--quiet");
    m_process.start(QStringLiteral(GEMBA_PLANT_PROGRAM), arguments);
    m_process.waitForStarted(kPatience);
}

PlantProcess::~PlantProcess() { kill(); }

void PlantProcess::stop()
{
    m_process.terminate();
    m_process.waitForFinished(kPatience);
}

void PlantProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(kPatience);
}

LiveSide::LiveSide(const Mosquitto& mosquitto, twin::LiveRuntime::Options options, std::string hostId)
{
    auto runtime = twin::LiveRuntime::create(eastman(), std::move(options));
    if (!runtime)
        throw std::runtime_error("no live runtime");
    m_runtime = std::move(*runtime);
    twin::Broker broker = *twin::parseBroker(mosquitto.url());
    broker.hostId = std::move(hostId);
    broker.filters = m_runtime->plant().subscriptions;
    m_source = std::make_unique<twin::MqttSource>(twin::SourceId{0}, broker, m_runtime->clock());
    if (broker.hostId.empty())
        return;
    m_commander = std::make_unique<twin::MqttCommander>(broker);
    m_runtime->onRebirthWanted([this](twin::SourceId, const std::string& group, const std::string& node) {
        m_commander->requestRebirth(group, node);
    });
}

LiveSide::~LiveSide() { stop(); }

void LiveSide::start()
{
    if (m_commander && !m_commander->start())
        throw std::runtime_error("no commander");
    m_runtime->start();
    if (!m_source->start(*m_runtime))
        throw std::runtime_error("no source");
}

bool LiveSide::settled() const
{
    const auto s = m_runtime->status();
    return s.logged + s.dropped == s.handedOver;
}

void LiveSide::stop()
{
    m_source->stop();
    m_runtime->stop(); // before the commander, which it calls
    if (m_commander)
        m_commander->stop();
}

Load::Load()
{
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        m_threads.emplace_back([this] {
            volatile std::uint64_t spin = 0;
            while (!m_stop)
                spin = spin + 1;
        });
}

Load::~Load()
{
    m_stop = true;
    for (std::thread& t : m_threads)
        t.join();
}

} // namespace gemba::test
