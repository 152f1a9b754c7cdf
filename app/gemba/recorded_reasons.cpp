// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/recorded_reasons.h"

#include <algorithm>

#include "twin/runtime/session_player.h"
#include "twin/wording/error_text.h"

namespace gemba {

using twin::TimeNs;

/// The player, and the thread it belongs to.
class RecordedReasons::Worker : public QObject
{
public:
    using Wanted = std::function<bool()>;

    void setFile(const std::string& path, twin::SessionReader::OpenMode mode)
    {
        m_player.reset();
        m_path = path;
        m_mode = mode;
    }

    /// Ends early, with what there is, once it is no longer wanted.
    twin::Result<ui::ReasonCourse> answer(const Question& q, const Wanted& wanted,
                                          const std::function<void(double)>& progress)
    {
        ui::ReasonCourse course;
        if (m_path.empty() || q.columns < 1 || q.to <= q.from)
            return course;
        if (!m_player) {
            auto opened = twin::SessionPlayer::open(m_path, m_mode);
            if (!opened)
                return opened.error();
            m_player = std::move(*opened);
        }
        const TimeNs width = std::max<TimeNs>((q.to - q.from) / q.columns, 1);
        for (int i = 1; i <= q.columns && wanted(); ++i) {
            const TimeNs t = q.to - (q.columns - i) * width;
            const auto at = goTo(t, i == 1, wanted);
            if (!at)
                return at.error();
            take(q.asset, *at, course.instants);
            progress(static_cast<double>(i) / q.columns);
        }
        return course;
    }

private:
    /// The state at t; gives the instant that it is of, an earlier one where the log ends before.
    twin::Result<TimeNs> goTo(TimeNs t, bool first, const Wanted& wanted)
    {
        const TimeNs keyframe = m_player->keyframeBefore(t + 1);
        if (first || keyframe == twin::kNoTime || keyframe > m_player->at()) {
            if (const auto sought = m_player->seek(t); !sought)
                return sought.error();
        } else {
            twin::PipelineOutput nowhere;
            if (const auto played = m_player->playTo(t, nowhere, [&] { return !wanted(); }); !played)
                return played.error();
        }
        const auto next = m_player->nextArrival();
        if (!next)
            return next.error();
        return *next == twin::kNoTime ? std::min(t, m_player->at()) : t;
    }

    void take(twin::AssetId asset, TimeNs at, std::vector<ui::ReasonsAt>& into) const
    {
        const twin::SnapshotPtr s = m_player->snapshot(0);
        if (!s || twin::index(asset) >= s->assets.size() || (!into.empty() && at <= into.back().at))
            return;
        into.push_back(ui::reasonsAt(s->assets[twin::index(asset)].assessment, at));
    }

    std::unique_ptr<twin::SessionPlayer> m_player;
    std::string m_path;
    twin::SessionReader::OpenMode m_mode = twin::SessionReader::OpenMode::Foreign;
};

RecordedReasons::RecordedReasons() : m_worker(new Worker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

RecordedReasons::~RecordedReasons()
{
    cancel();
    m_thread.quit();
    m_thread.wait();
}

void RecordedReasons::cancel()
{
    if (m_wanted)
        *m_wanted = false;
}

void RecordedReasons::setFile(const std::string& path, twin::SessionReader::OpenMode mode)
{
    cancel();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, path, mode] { worker->setFile(path, mode); });
}

void RecordedReasons::close()
{
    cancel();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->setFile({}, twin::SessionReader::OpenMode::Foreign); },
        Qt::BlockingQueuedConnection);
}

void RecordedReasons::ask(const Question& question, std::function<void(double)> progress,
                          std::function<void(ui::ReasonCourse)> done)
{
    cancel();
    m_wanted = std::make_shared<std::atomic<bool>>(true);
    ++m_pending;
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, question, wanted = m_wanted,
                                         progress = std::move(progress), done = std::move(done)] {
        const auto share = [this, wanted, progress](double part) {
            QMetaObject::invokeMethod(this, [wanted, progress, part] {
                if (*wanted)
                    progress(part);
            });
        };
        auto course = worker->answer(question, [wanted] { return wanted->load(); }, share);
        ui::ReasonCourse told;
        if (course)
            told = std::move(*course);
        else if (course.error().code != twin::ErrorCode::SessionEmpty)
            told.problem = twin::errorText(course.error());
        QMetaObject::invokeMethod(this, [this, wanted, done, told = std::move(told)] {
            --m_pending;
            if (*wanted)
                done(told);
        });
    });
}

} // namespace gemba
