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

    twin::Result<Delivery> answer(const Question& question, const std::function<bool()>& wanted)
    {
        if (!m_reader)
            return m_error;
        if (m_grows && m_age.elapsed() > kRefreshMs) {
            if (const auto fresh = m_reader->refresh(); !fresh)
                return fresh.error();
            m_age.start();
        }
        return question(*m_reader, wanted);
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

void RecordedHistory::ask(int ticket, Question question)
{
    Serial& latest = m_latest[ticket];
    if (!latest)
        latest = std::make_shared<std::atomic<quint64>>();
    const quint64 serial = ++m_serial;
    *latest = serial;
    ++m_pending;
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, latest = latest, serial,
                                         question = std::move(question)] {
        const auto counts = [latest, serial] { return *latest == serial; };
        const bool wanted = counts();
        auto answer = wanted ? worker->answer(question, counts) : twin::Result<Delivery>(Delivery());
        QMetaObject::invokeMethod(this, [this, counts, wanted, answer] {
            --m_pending;
            if (!wanted || !counts())
                return;
            if (answer)
                (*answer)();
            else if (answer.error().code != twin::ErrorCode::SessionEmpty)
                Q_EMIT failed(twin::errorText(answer.error()));
        });
    });
}

void RecordedHistory::askTrend(int ticket,
                               std::function<twin::Result<twin::TrendSeries>(twin::SessionReader&)> question,
                               std::function<void(ui::Trend)> done)
{
    ask(ticket, [this, question = std::move(question), done = std::move(done)](
                    twin::SessionReader& r, const auto&) -> twin::Result<Delivery> {
        auto series = question(r);
        if (!series)
            return series.error();
        return Delivery([this, done, trend = toTrend(*series), damaged = std::move(series->damaged)] {
            done(trend);
            if (!damaged.empty())
                Q_EMIT failed(twin::errorText(damaged.front()));
        });
    });
}

void RecordedHistory::tagTrend(int ticket, twin::TagId tag, twin::TimeNs from, twin::TimeNs to,
                               int columns, twin::TimeNs knownAt, std::function<void(ui::Trend)> done)
{
    askTrend(ticket, [=](twin::SessionReader& r) { return r.trend(tag, from, to, columns, knownAt); },
             std::move(done));
}

void RecordedHistory::conditionTrend(int ticket, twin::AssetId asset, twin::TimeNs from,
                                     twin::TimeNs to, int columns, twin::TimeNs knownAt,
                                     std::function<void(ui::Trend)> done)
{
    askTrend(ticket,
             [=](twin::SessionReader& r) { return r.conditionTrend(asset, from, to, columns, knownAt); },
             std::move(done));
}

void RecordedHistory::density(int ticket, twin::TimeNs from, twin::TimeNs to, int columns,
                              std::function<void(ui::Density)> done)
{
    ask(ticket, [=](twin::SessionReader& r, const auto&) -> twin::Result<Delivery> {
        auto lane = r.density(from, to, columns);
        const auto gaps = r.gaps();
        if (!lane || !gaps)
            return lane ? gaps.error() : lane.error();
        ui::Density density{std::move(lane->perSecond), lane->records, {}};
        for (const twin::SilentStretch& s : lane->silences)
            density.silences.push_back({s.from, s.to});
        for (const twin::GapInfo& g : *gaps)
            density.silences.push_back({g.from, g.to});
        return Delivery([done, density = std::move(density)] { done(density); });
    });
}

void RecordedHistory::marks(int ticket, twin::TimeNs from, twin::TimeNs to, int columns,
                            std::function<void(std::vector<twin::Event>)> done)
{
    ask(ticket, [=](twin::SessionReader& r, const auto&) -> twin::Result<Delivery> {
        auto events = r.marks(from, to, columns);
        if (!events)
            return events.error();
        return Delivery([done, events = std::move(*events)] { done(events); });
    });
}

void RecordedHistory::lowestCondition(int ticket, std::size_t assets, twin::TimeNs from, twin::TimeNs to,
                                      int columns, std::function<void(std::vector<double>)> done)
{
    ask(ticket, [=](twin::SessionReader& r, const auto& wanted) -> twin::Result<Delivery> {
        auto lowest = r.lowestCondition(assets, from, to, columns, wanted);
        if (!lowest)
            return lowest.error();
        return Delivery([done, lowest = std::move(*lowest)] { done(lowest); });
    });
}

} // namespace gemba
