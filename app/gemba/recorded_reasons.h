// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include <QObject>
#include <QThread>

#include "twin/store/session_reader.h"
#include "ui/models/history_query.h"

namespace gemba {

/// Works out why a machine stood where it stood at instants of a session or the ring file: runs the
/// log through a pipeline of its own, from the keyframe before each. On a thread of its own, so that
/// no trend waits for it. Answers come on the GUI thread; overtaken or cancelled ones not at all.
class RecordedReasons : public QObject
{
    Q_OBJECT
public:
    struct Question {
        twin::AssetId asset = twin::kNoAsset;
        twin::TimeNs from = 0, to = 0; ///< (from, to]
        int columns = 0;
    };

    RecordedReasons();
    ~RecordedReasons() override;

    /// Opened with the first question.
    void setFile(const std::string& path, twin::SessionReader::OpenMode mode);
    void close(); ///< returns when the file is no longer open
    void ask(const Question& question, std::function<void(double)> progress,
             std::function<void(ui::ReasonCourse)> done);
    void cancel();
    [[nodiscard]] int pending() const { return m_pending; }

private:
    class Worker;
    QThread m_thread;
    Worker* m_worker = nullptr; ///< lives on m_thread
    std::shared_ptr<std::atomic<bool>> m_wanted; ///< the present question still counts
    int m_pending = 0;
};

} // namespace gemba
