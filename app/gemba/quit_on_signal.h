// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace gemba {

/// SIGTERM and SIGINT end the event loop as closing the window does, so that files are closed in
/// order. GUI thread; at most one at a time.
class QuitOnSignal : public QObject
{
public:
    QuitOnSignal();
    ~QuitOnSignal() override;

private:
    void take();
    int m_read = -1, m_write = -1; ///< a pipe: a signal handler may do no more than write
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace gemba
