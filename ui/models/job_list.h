// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QString>

namespace gemba::ui {

class JobList;

/// Something that takes a while: it is in the list as long as this lives. Made by
/// JobList::begin(). GUI thread; a worker tells its progress by a queued call.
class Job
{
public:
    ~Job();
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    [[nodiscard]] const QString& title() const { return m_title; } ///< "Opening run.gmb…"
    /// 0 .. 1; below 0: nobody knows.
    [[nodiscard]] double done() const { return m_done; }
    void setDone(double fraction);
    /// By how far it has come so far; nothing before there is enough to judge by.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft() const;
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    [[nodiscard]] bool canCancel() const { return static_cast<bool>(m_cancel); }
    void cancel(); ///< asks whoever does it to stop; it ends when that is done

private:
    friend class JobList;
    Job(JobList& list, QString title, std::function<void()> cancel);
    JobList* m_list; ///< null: the list is gone
    QString m_title;
    std::function<void()> m_cancel;
    double m_done = -1;
    QElapsedTimer m_since;
};

/// What is being worked on for the person in front of it. Held by ViewState, shown by the
/// progress strip once a job has taken a second. GUI thread.
class JobList : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~JobList() override;
    /// Without `cancel` it cannot be cancelled.
    [[nodiscard]] std::unique_ptr<Job> begin(const QString& title,
                                             std::function<void()> cancel = {});
    [[nodiscard]] const std::vector<Job*>& jobs() const { return m_jobs; } ///< oldest first

Q_SIGNALS:
    void changed(); ///< a job came, went, or got further

private:
    friend class Job;
    std::vector<Job*> m_jobs;
};

} // namespace gemba::ui
