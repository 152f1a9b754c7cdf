// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/replay_opening.h"

namespace gemba {

ReplayOpening::ReplayOpening()
{
    m_threads.setMaxThreadCount(2); // the one wanted, and one that is no longer
}

ReplayOpening::~ReplayOpening()
{
    cancel();
    m_threads.waitForDone();
}

void ReplayOpening::open(const std::string& path, twin::SessionReader::OpenMode mode,
                         std::function<void(Opened)> done)
{
    const quint64 serial = ++m_latest;
    m_underWay = true;
    m_threads.start([this, path, mode, serial, done = std::move(done)] {
        // Shared, because what is queued must be copyable.
        auto opened = std::make_shared<Opened>(twin::ReplayRuntime::open(path, mode));
        QMetaObject::invokeMethod(this, [this, serial, done, opened] {
            if (serial != m_latest)
                return;
            m_underWay = false;
            done(std::move(*opened));
        });
    });
}

} // namespace gemba
