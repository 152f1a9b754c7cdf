// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/quit_on_signal.h"

#include <atomic>
#include <cerrno>
#include <csignal>

#include <QCoreApplication>
#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

namespace gemba {
namespace {

std::atomic<int> g_wakeUp{-1}; // a handler can reach nothing but globals

void onSignal(int)
{
    const int saved = errno;
    const char byte = 1;
    if (::write(g_wakeUp, &byte, 1) < 0) {
        // The pipe is full: the loop has been told already.
    }
    errno = saved;
}

} // namespace

QuitOnSignal::QuitOnSignal()
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals then end the program at once, as they would without us
    m_read = ends[0];
    m_write = ends[1];
    g_wakeUp = m_write;
    m_notifier = new QSocketNotifier(m_read, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &QuitOnSignal::take);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
}

QuitOnSignal::~QuitOnSignal()
{
    if (m_read < 0)
        return;
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    g_wakeUp = -1;
    delete m_notifier; // before what it listens to
    ::close(m_read);
    ::close(m_write);
}

void QuitOnSignal::take()
{
    m_notifier->setEnabled(false);
    QCoreApplication::quit();
}

} // namespace gemba
