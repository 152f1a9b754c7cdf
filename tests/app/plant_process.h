// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QtTest>

#include "tests/acquisition/broker.h"
#include "tests/acquisition/recorder.h"
#include "twin/acquisition/mqtt_source.h"

namespace gemba::test {

constexpr int kPatience = 30'000; ///< ms; only a broken program takes so long

/// The program, running.
class PlantProcess
{
public:
    explicit PlantProcess(const Mosquitto& broker, const QStringList& arguments)
        : PlantProcess(
              QStringList{QStringLiteral("--broker"), QString::fromStdString(broker.url())} +
              arguments)
    {
    }
    explicit PlantProcess(const QStringList& arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LSAN_OPTIONS"),
                           QStringLiteral("print_suppressions=0:suppressions=" GEMBA_SOURCE_DIR
                                          "/tests/app/known_leaks.supp"));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(GEMBA_BINARY_DIR "/bin/gemba-plant"), arguments);
    }
    ~PlantProcess()
    {
        m_process.kill();
        m_process.waitForFinished(kPatience);
    }
    /// The exit code, once it has ended; -1: it crashed or does not end.
    int wait()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatience))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    void terminate() { m_process.terminate(); } // SIGTERM
    void kill() { m_process.kill(); }           // SIGKILL
    QByteArray output() { return m_process.readAll(); }

private:
    QProcess m_process;
};

/// The console's ear at the broker.
class Listener
{
public:
    explicit Listener(const Mosquitto& broker, const std::string& hostId = {})
        : Listener(twin::parseBroker(broker.url()).value(), hostId)
    {
    }
    explicit Listener(twin::Broker broker, const std::string& hostId = {})
        : m_source(twin::SourceId{1}, heard(std::move(broker), hostId), m_clock)
    {
        if (!m_source.start(m_recorder))
            qFatal("the source does not start");
        if (!QTest::qWaitFor([this] { return m_source.isConnected(); }, kPatience))
            qFatal("the source does not connect");
    }
    std::vector<Recorder::Packet> packets() const { return m_recorder.packets(); }
    /// Waits until so many packets have come on topics that contain word.
    bool waitFor(const char* word, std::size_t count) const
    {
        return QTest::qWaitFor([&] { return countOf(word) >= count; }, kPatience);
    }
    std::size_t countOf(const char* word) const
    {
        std::size_t n = 0;
        for (const Recorder::Packet& p : packets())
            n += p.topic.find(word) != std::string::npos ? 1 : 0;
        return n;
    }

private:
    static twin::Broker heard(twin::Broker broker, const std::string& hostId)
    {
        broker.filters = {"spBv1.0/#", "eastman/#"};
        broker.hostId = hostId;
        return broker;
    }
    twin::ArrivalClock m_clock;
    Recorder m_recorder;
    twin::MqttSource m_source;
};

} // namespace gemba::test
