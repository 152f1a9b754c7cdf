// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/recorded_history.h"

#include <QElapsedTimer>

#include "app/gemba/machine_spectrum.h"
#include "app/gemba/stored_answers.h"
#include "app/gemba/value_table.h"
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

/// Puts a problem where an answer would be, so that it can be said where it was asked for.
template <class Answer>
Answer orProblem(const twin::Result<Answer>& answer)
{
    if (answer)
        return *answer;
    Answer none;
    if (answer.error().code != twin::ErrorCode::SessionEmpty)
        none.problem = twin::errorText(answer.error());
    return none;
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

    /// As of now, at the latest a moment ago.
    twin::Result<twin::SessionReader*> reader()
    {
        if (!m_reader)
            return m_error;
        if (m_grows && m_age.elapsed() > kRefreshMs) {
            if (const auto fresh = m_reader->refresh(); !fresh)
                return fresh.error();
            m_age.start();
        }
        return m_reader.get();
    }

private:
    std::unique_ptr<twin::SessionReader> m_reader;
    twin::Error m_error{twin::ErrorCode::SessionEmpty, {}, {}};
    QElapsedTimer m_age;
    bool m_grows = false;
};

/// A table being written: a slice a turn of the worker, so that other questions come in between.
struct RecordedHistory::Writing {
    explicit Writing(const ui::ValueTable& table) : writer(table) {}
    ValueTableWriter writer;
    Round round;
    std::function<void(double)> progress;
    std::function<void(QString)> done;
};

RecordedHistory::RecordedHistory() : m_worker(new Worker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

RecordedHistory::~RecordedHistory()
{
    forgetAll();
    m_thread.quit();
    m_thread.wait();
}

void RecordedHistory::setFile(const std::string& path, twin::SessionReader::OpenMode mode)
{
    forgetAll(); // what was asked of the other file is not wanted any more
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, path, mode] { worker->open(path, mode); });
    m_reasons.setFile(path, mode);
}

void RecordedHistory::close()
{
    forgetAll();
    m_reasons.close();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->close(); },
                              Qt::BlockingQueuedConnection);
}

void RecordedHistory::forgetAll()
{
    for (const auto& [ticket, serial] : m_latest)
        *serial = 0;
}

void RecordedHistory::cancel(int ticket)
{
    if (ticket == m_reasonTicket)
        m_reasons.cancel();
    if (const auto known = m_latest.find(ticket); known != m_latest.end())
        *known->second = 0;
}

RecordedHistory::Round RecordedHistory::newRound(int ticket)
{
    Serial& latest = m_latest[ticket];
    if (!latest)
        latest = std::make_shared<std::atomic<quint64>>();
    *latest = ++m_serial;
    return {latest, m_serial};
}

void RecordedHistory::ask(int ticket, Question question)
{
    const Round round = newRound(ticket);
    ++m_pending;
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, round, question = std::move(question)] {
        twin::Result<Delivery> answer = Delivery();
        const bool wanted = round.wanted();
        if (wanted) {
            const auto reader = worker->reader();
            answer = reader ? question(**reader, [round] { return round.wanted(); })
                            : twin::Result<Delivery>(reader.error());
        }
        QMetaObject::invokeMethod(this, [this, round, wanted, answer] {
            --m_pending;
            if (!wanted || !round.wanted())
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
    // On a grid that stays where it is while the view moves: see SessionReader::gridTrend.
    const int whole = std::max(columns - 1, 1);
    const twin::TimeNs width = std::max<twin::TimeNs>((to - from + whole - 1) / whole, 1);
    askTrend(ticket, [=](twin::SessionReader& r) { return r.gridTrend(tag, from, to, width, knownAt); },
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

void RecordedHistory::penTrend(int ticket, const ui::PenSource& pen, twin::TimeNs from, twin::TimeNs to,
                               int columns, twin::TimeNs knownAt, std::function<void(ui::Trend)> done)
{
    if (pen.formula.empty() && pen.shown.keeps())
        return tagTrend(ticket, pen.tag, from, to, columns, knownAt, std::move(done));
    if (pen.formula.empty())
        return tagTrend(ticket, pen.tag, from, to, columns, knownAt,
                        [done = std::move(done), shown = pen.shown](ui::Trend trend) {
                            for (ui::TrendBucket& b : trend.buckets) {
                                for (double* v : {&b.first, &b.minimum, &b.maximum, &b.last})
                                    *v = shown.apply(*v);
                            }
                            done(std::move(trend));
                        });
    ask(ticket, [=](twin::SessionReader& r, const StillWanted& wanted) -> twin::Result<Delivery> {
        return Delivery([done, answer = orProblem(calculatedTrend(r, pen, from, to, columns, knownAt, wanted))] {
            done(answer);
        });
    });
}

void RecordedHistory::statistics(int ticket, const ui::PenSource& pen, const twin::Limits& limits,
                                 twin::TimeNs from, twin::TimeNs to, twin::TimeNs knownAt,
                                 std::function<void(ui::StretchStatistics)> done)
{
    ask(ticket, [=](twin::SessionReader& r, const StillWanted& wanted) -> twin::Result<Delivery> {
        return Delivery([done, answer = orProblem(stretchStatistics(r, pen, limits, from, to, knownAt, wanted))] {
            done(answer);
        });
    });
}

void RecordedHistory::valuePairs(int ticket, const ui::PenSource& x, const ui::PenSource& y, twin::TimeNs from,
                                 twin::TimeNs to, twin::TimeNs knownAt, int most,
                                 std::function<void(ui::ValuePairs)> done)
{
    const auto count = static_cast<std::size_t>(std::max(most, 1));
    ask(ticket, [=](twin::SessionReader& r, const StillWanted& wanted) -> twin::Result<Delivery> {
        return Delivery([done, answer = orProblem(gemba::valuePairs(r, x, y, from, to, knownAt, count, wanted))] {
            done(answer);
        });
    });
}

QString RecordedHistory::formulaProblem(const QString& formula, const twin::Plant& plant) const
{
    const auto compiled = twin::Expression::compile(
        formula.toStdString(), [&plant](std::string_view id) { return plant.findTag(id); });
    if (!compiled)
        return twin::errorText(compiled.error());
    return compiled->inputs().empty() ? tr("The formula names no tag.") : QString();
}

void RecordedHistory::reasonCourse(int ticket, twin::AssetId asset, twin::TimeNs from, twin::TimeNs to,
                                   int columns, std::function<void(double)> progress,
                                   std::function<void(ui::ReasonCourse)> done)
{
    m_reasonTicket = ticket;
    m_reasons.ask({asset, from, to, columns}, std::move(progress), std::move(done));
}

void RecordedHistory::spectrum(int ticket, ui::SpectrumQuestion question,
                               std::function<void(ui::SpectrumFigure)> done)
{
    const Round round = newRound(ticket);
    ++m_pending;
    QMetaObject::invokeMethod(m_worker, [this, round, question = std::move(question), done = std::move(done)] {
        auto figure = round.wanted() ? machineSpectrum(question) : ui::SpectrumFigure{};
        QMetaObject::invokeMethod(this, [this, round, done, figure = std::move(figure)] {
            --m_pending;
            if (round.wanted())
                done(figure);
        });
    });
}

void RecordedHistory::writeTable(int ticket, const ui::ValueTable& table, std::function<void(double)> progress,
                                 std::function<void(QString)> done)
{
    auto writing = std::make_shared<Writing>(table);
    writing->round = newRound(ticket);
    writing->progress = std::move(progress);
    writing->done = std::move(done);
    ++m_pending;
    QMetaObject::invokeMethod(m_worker, [this, writing] { writeNext(writing); });
}

void RecordedHistory::writeNext(const std::shared_ptr<Writing>& writing)
{
    const auto tell = [this, writing](bool last, auto call) {
        QMetaObject::invokeMethod(this, [this, writing, last, call] {
            m_pending -= last ? 1 : 0;
            if (writing->round.wanted())
                call();
        });
    };
    if (!writing->round.wanted())
        return tell(true, [] {}); // what there is of the file goes with the writer
    const auto reader = m_worker->reader();
    const auto more = reader ? writing->writer.step(**reader) : twin::Result<bool>(reader.error());
    if (!more)
        return tell(true, [writing, error = more.error()] { writing->done(twin::errorText(error)); });
    if (!*more)
        return tell(true, [writing] { writing->done({}); });
    tell(false, [writing, share = writing->writer.progress()] { writing->progress(share); });
    QMetaObject::invokeMethod(m_worker, [this, writing] { writeNext(writing); }, Qt::QueuedConnection);
}

} // namespace gemba
