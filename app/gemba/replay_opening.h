// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <QObject>
#include <QThreadPool>

#include "twin/runtime/replay_runtime.h"

namespace gemba {

/// Opens recordings on a thread of its own: a large file, or one on a slow disk, holds no window
/// up. Only the latest request counts; what came of an earlier one is thrown away. GUI thread.
class ReplayOpening : public QObject
{
    Q_OBJECT
public:
    using Opened = twin::Result<std::unique_ptr<twin::ReplayRuntime>>;

    ReplayOpening();
    ~ReplayOpening() override; ///< waits for what is being opened

    /// done: on this object's thread, unless another request or cancel() comes before.
    void open(const std::string& path, twin::SessionReader::OpenMode mode,
              std::function<void(Opened)> done);
    void cancel() { ++m_latest; m_underWay = false; }
    [[nodiscard]] bool underWay() const { return m_underWay; }

private:
    QThreadPool m_threads;
    quint64 m_latest = 0;
    bool m_underWay = false;
};

} // namespace gemba
