// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace gemba::test {

/// What a test wants of its broker.
struct MosquittoOptions {
    QString certFile = {}, keyFile = {}; ///< set: TLS only
    QString clientCaFile = {}; ///< set: clients must show a certificate of this authority
    QString user = {}, password = {}; ///< set: nobody else may connect
    QByteArray extra = {};     ///< more lines for its configuration
};

/// A real mosquitto on a free loopback port, which it keeps over stop and start. It goes when this
/// object goes. Needs a QCoreApplication; one thread.
class Mosquitto
{
public:
    explicit Mosquitto(MosquittoOptions options = {});
    ~Mosquitto();
    /// Starts and waits until it takes connections.
    bool start();
    void stop(); ///< asks it to end, and waits
    void kill(); ///< as a crash or power cut would
    void freeze(); ///< it keeps its connections and says nothing any more, like a dead cable
    void thaw();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] std::string url() const; ///< mqtt://127.0.0.1:PORT, mqtts://localhost:PORT with TLS
    [[nodiscard]] QByteArray log() const;
    /// Publishes with mosquitto_pub and waits until that is done. Plain brokers only.
    bool publish(const QString& topic, const QByteArray& payload, int qos = 0, bool retain = false,
                 const QStringList& more = {}) const;

private:
    [[nodiscard]] QByteArray configuration() const;
    MosquittoOptions m_options;
    QTemporaryDir m_folder;
    quint16 m_port;
    QProcess m_process;
};

/// A second, raw client (mosquitto_sub) that writes down everything that passes a plain broker:
/// "topic qos retain payload", in order.
class Spy
{
public:
    explicit Spy(const Mosquitto& broker); ///< returns once it is subscribed
    ~Spy();
    QStringList lines(); ///< all so far

private:
    QProcess m_process;
    QByteArray m_text;
};

/// A loopback port that was free just now.
quint16 freePort();

} // namespace gemba::test
