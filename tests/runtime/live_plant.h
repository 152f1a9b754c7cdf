// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

#include <QProcess>

#include "tests/acquisition/broker.h"
#include "twin/acquisition/mqtt_commander.h"
#include "twin/acquisition/mqtt_source.h"
#include "twin/runtime/live_runtime.h"

namespace gemba::test {

inline constexpr int kPatience = 60'000; ///< for QTRY_…: far longer than anything takes

/// The real gemba-plant, playing into a broker. It is killed when this object goes.
class PlantProcess
{
public:
    /// options: of gemba-plant, without --broker, separated by blanks.
    PlantProcess(const Mosquitto& broker, const QByteArray& options);
    ~PlantProcess();
    [[nodiscard]] bool running() const { return m_process.state() != QProcess::NotRunning; }
    void stop(); ///< SIGTERM: it signs off, and is waited for
    void kill(); ///< without a word
    [[nodiscard]] QByteArray said() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
};

/// The live side as the console wires it: runtime, source and, as the broker's host, commander.
class LiveSide
{
public:
    LiveSide(const Mosquitto& broker, twin::LiveRuntime::Options options,
             std::string hostId = "gemba-test");
    ~LiveSide(); ///< stops

    [[nodiscard]] twin::LiveRuntime& runtime() const { return *m_runtime; }
    [[nodiscard]] const twin::MqttSource& source() const { return *m_source; }
    [[nodiscard]] bool connected() const { return m_source->isConnected(); }
    [[nodiscard]] std::uint64_t logged() const { return m_runtime->status().logged; }
    /// Everything that was handed over has been seen by the ingest thread.
    [[nodiscard]] bool settled() const;
    void start(); ///< listeners of the runtime must be set before
    void stop();

private:
    std::unique_ptr<twin::LiveRuntime> m_runtime;
    std::unique_ptr<twin::MqttSource> m_source;
    std::unique_ptr<twin::MqttCommander> m_commander;
};

/// Keeps every core busy.
class Load
{
public:
    Load();
    ~Load();

private:
    std::atomic<bool> m_stop{false};
    std::vector<std::thread> m_threads;
};

} // namespace gemba::test
