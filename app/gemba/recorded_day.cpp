// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/recorded_day.h"

#include "twin/wording/error_text.h"

namespace gemba {

using twin::TimeNs;

namespace {

/// What of a plant is read.
struct Wanted {
    TimeNs from, to, until;
    std::uint32_t assets = 0;
    twin::TagId output = twin::kNoTag;
};

ui::Trend toTrend(const twin::TrendSeries& series)
{
    ui::Trend trend;
    for (const twin::TrendBucket& b : series.buckets)
        trend.buckets.push_back({b.from, b.to, b.first, b.minimum, b.maximum, b.last, b.count, b.bad});
    return trend;
}

using Progress = std::function<void(int percent)>;

twin::Result<ui::DayRecord> read(const std::string& path, twin::SessionReader::OpenMode mode, const Wanted& wanted,
                                 const std::atomic<bool>& cancel, const Progress& progress)
{
    auto opened = twin::SessionReader::open(path, mode);
    if (!opened)
        return opened.error();
    twin::SessionReader& reader = **opened;
    const twin::SessionInfo& info = reader.info();
    ui::DayRecord day;
    day.from = wanted.from;
    day.to = wanted.to;
    day.until = wanted.until;
    day.recorded = {std::max(info.from, wanted.from), std::min(info.to, wanted.until)};
    day.conditions.resize(wanted.assets);
    const int minutes = static_cast<int>((wanted.to - wanted.from) / twin::kMinute);
    for (std::uint32_t i = 0; i < wanted.assets && !cancel; ++i) {
        auto trend = reader.conditionTrend(twin::AssetId{i}, wanted.from, wanted.to, minutes, wanted.until);
        if (!trend)
            return trend.error();
        day.conditions[i] = toTrend(*trend);
        progress(static_cast<int>((i + 1) * 95 / wanted.assets));
    }
    if (wanted.output != twin::kNoTag && !cancel) {
        auto trend = reader.trend(wanted.output, wanted.from, wanted.to, minutes, wanted.until);
        if (!trend)
            return trend.error();
        day.output = toTrend(*trend);
    }
    auto events = reader.events(info.from, wanted.until);
    if (!events)
        return events.error();
    day.events = std::move(*events);
    auto gaps = reader.gaps();
    if (!gaps)
        return gaps.error();
    for (const twin::GapInfo& g : *gaps)
        day.gaps.push_back({g.from, g.to});
    return day;
}

} // namespace

RecordedDay::RecordedDay() : m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

RecordedDay::~RecordedDay()
{
    cancelDay();
    m_thread.quit();
    m_thread.wait();
}

void RecordedDay::setFile(const std::string& path, twin::SessionReader::OpenMode mode)
{
    m_path = path;
    m_mode = mode;
}

void RecordedDay::cancelDay()
{
    if (!m_cancel)
        return;
    *m_cancel = true;
    m_cancel.reset();
    QMetaObject::invokeMethod(m_worker, [] {}, Qt::BlockingQueuedConnection);
}

void RecordedDay::readDay(TimeNs from, TimeNs to, TimeNs until, const twin::Plant& plant, Answer answer)
{
    cancelDay();
    if (m_path.empty())
        return answer.failed(tr("There is no history to read a day from: the always-on recording is off."));
    const Wanted wanted{from, to, until, static_cast<std::uint32_t>(plant.assets.size()), plant.output.tag};
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    QMetaObject::invokeMethod(m_worker, [this, wanted, cancel = m_cancel, path = m_path, mode = m_mode,
                                         answer = std::move(answer)] {
        int told = -1;
        const auto day = read(path, mode, wanted, *cancel, [&](int percent) {
            if (percent != std::exchange(told, percent))
                QMetaObject::invokeMethod(this, [cancel, percent, f = answer.progress] {
                    if (!*cancel)
                        f(percent);
                });
        });
        QMetaObject::invokeMethod(this, [this, cancel, day, answer] {
            if (*cancel)
                return;
            m_cancel.reset();
            if (day)
                answer.done(*day);
            else
                answer.failed(twin::errorText(day.error()));
        });
    });
}

} // namespace gemba
