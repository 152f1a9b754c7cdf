// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/recorded_history.h"

#include <QElapsedTimer>

#include "twin/wording/error_text.h"

namespace gemba {
namespace {

constexpr qint64 kRefreshMs = 200;

ui::Trend toTrend(const twin::TrendSeries& series)
{
    ui::Trend trend;
    trend.buckets.reserve(series.buckets.size());
    for (const twin::TrendBucket& b : series.buckets)
        trend.buckets.push_back({b.from, b.to, b.first, b.minimum, b.maximum, b.last, b.count, b.bad});
    return trend;
}

} // namespace

/// The reader, and the thread it belongs to.
class RecordedHistory::Worker : public QObject
{
public:
    void open(const std::string& path, twin::SessionReader::OpenMode mode)
    {
        m_reader.reset();
        m_grows = mode == twin::SessionReader::OpenMode::OwnRing;
        auto reader = twin::SessionReader::open(path, mode);
        if (reader)
            m_reader = std::move(*reader);
        else
            m_error = reader.error();
        m_age.start();
    }

    void close() { m_reader.reset(); }

    twin::Result<twin::TrendSeries> answer(const Ask& question)
    {
        if (!m_reader)
            return m_error;
        if (m_grows && m_age.elapsed() > kRefreshMs) {
            if (const auto fresh = m_reader->refresh(); !fresh)
                return fresh.error();
            m_age.start();
        }
        return question(*m_reader);
    }

private:
    std::unique_ptr<twin::SessionReader> m_reader;
    twin::Error m_error{twin::ErrorCode::SessionEmpty, {}, {}};
    QElapsedTimer m_age;
    bool m_grows = false;
};

RecordedHistory::RecordedHistory() : m_worker(new Worker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

RecordedHistory::~RecordedHistory()
{
    for (const auto& [ticket, serial] : m_latest)
        *serial = 0;
    m_thread.quit();
    m_thread.wait();
}

void RecordedHistory::setFile(const std::string& path, twin::SessionReader::OpenMode mode)
{
    for (const auto& [ticket, serial] : m_latest)
        *serial = 0; // what was asked of the other file is not wanted any more
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, path, mode] { worker->open(path, mode); });
}

void RecordedHistory::close()
{
    for (const auto& [ticket, serial] : m_latest)
        *serial = 0;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->close(); },
                              Qt::BlockingQueuedConnection);
}

void RecordedHistory::ask(int ticket, Ask question, std::function<void(ui::Trend)> done)
{
    Serial& latest = m_latest[ticket];
    if (!latest)
        latest = std::make_shared<std::atomic<quint64>>();
    const quint64 serial = ++m_serial;
    *latest = serial;
    ++m_pending;
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, latest = latest, serial,
                                         question = std::move(question), done = std::move(done)] {
        const bool wanted = *latest == serial;
        auto answer = wanted ? worker->answer(question)
                             : twin::Result<twin::TrendSeries>(twin::TrendSeries{});
        QMetaObject::invokeMethod(this, [this, latest, serial, done, wanted, answer] {
            --m_pending;
            if (!wanted || *latest != serial)
                return;
            if (answer) {
                done(toTrend(*answer));
                if (!answer->damaged.empty())
                    Q_EMIT failed(twin::errorText(answer->damaged.front()));
            } else if (answer.error().code != twin::ErrorCode::SessionEmpty) {
                Q_EMIT failed(twin::errorText(answer.error()));
            }
        });
    });
}

void RecordedHistory::tagTrend(int ticket, twin::TagId tag, twin::TimeNs from, twin::TimeNs to,
                               int columns, twin::TimeNs knownAt, std::function<void(ui::Trend)> done)
{
    ask(ticket, [=](twin::SessionReader& r) { return r.trend(tag, from, to, columns, knownAt); },
        std::move(done));
}

void RecordedHistory::conditionTrend(int ticket, twin::AssetId asset, twin::TimeNs from,
                                     twin::TimeNs to, int columns, twin::TimeNs knownAt,
                                     std::function<void(ui::Trend)> done)
{
    ask(ticket,
        [=](twin::SessionReader& r) { return r.conditionTrend(asset, from, to, columns, knownAt); },
        std::move(done));
}

} // namespace gemba
