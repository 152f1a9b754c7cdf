// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include "ui/models/plant_directory.h"

namespace gemba {

/// The demo plant, played on this machine: a broker of its own on the loopback address and
/// gemba-plant, which end with this. GUI thread; nothing blocks.
class DemoPlant : public QObject
{
    Q_OBJECT
public:
    explicit DemoPlant(ui::DemoKind kind);
    ~DemoPlant() override;
    void start(); ///< again: says ready() again

    /// Where that plant is described, installed or in the source tree; empty: not found.
    [[nodiscard]] static QString folder(ui::DemoKind kind);

Q_SIGNALS:
    void ready(const QString& folder, const QString& broker);
    void failed(const QString& why);

private:
    void startBroker();
    void startPlayer();
    void tryPort();
    void fail(const QString& why);
    const ui::DemoKind m_kind;
    QTemporaryDir m_folder;
    QProcess m_broker, m_player;
    QTimer m_wait; ///< until the broker listens
    int m_tries = 0;
    quint16 m_port = 0;
    bool m_ready = false;
};

} // namespace gemba
