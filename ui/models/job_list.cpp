// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/job_list.h"

#include <algorithm>

namespace gemba::ui {
namespace {

using std::chrono::milliseconds;

constexpr double kEnoughToJudge = 0.02;
constexpr milliseconds kLongEnough{500};

} // namespace

Job::Job(JobList& list, QString title, std::function<void()> cancel)
    : m_list(&list), m_title(std::move(title)), m_cancel(std::move(cancel))
{
    m_since.start();
}

Job::~Job()
{
    if (!m_list)
        return;
    std::erase(m_list->m_jobs, this);
    Q_EMIT m_list->changed();
}

void Job::setDone(double fraction)
{
    fraction = std::min(fraction, 1.0);
    if (fraction == m_done)
        return;
    m_done = fraction;
    if (m_list)
        Q_EMIT m_list->changed();
}

milliseconds Job::elapsed() const
{
    return milliseconds(m_since.elapsed());
}

std::optional<milliseconds> Job::timeLeft() const
{
    if (m_done < kEnoughToJudge || elapsed() < kLongEnough)
        return std::nullopt;
    const double all = static_cast<double>(elapsed().count()) / m_done;
    return milliseconds(static_cast<qint64>(all * (1.0 - m_done)));
}

void Job::cancel()
{
    if (m_cancel)
        m_cancel(); // may end this job: nothing after it
}

JobList::~JobList()
{
    for (Job* job : m_jobs)
        job->m_list = nullptr;
}

std::unique_ptr<Job> JobList::begin(const QString& title, std::function<void()> cancel)
{
    std::unique_ptr<Job> job(new Job(*this, title, std::move(cancel)));
    m_jobs.push_back(job.get());
    Q_EMIT changed();
    return job;
}

} // namespace gemba::ui
