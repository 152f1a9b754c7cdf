// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include <QStringList>
#include <QTimer>

#include "twin/manipulation/series_statistics.h"
#include "ui/models/history_query.h"
#include "ui/models/transport.h"

namespace gemba::ui::test {

/// Writes down what was asked of time. The window is the thing under test; what the calls do is
/// tested where they are implemented.
class NotingTransport : public Transport
{
public:
    QStringList calls;
    void goLive() override { calls += QStringLiteral("goLive"); }
    void pause() override { calls += QStringLiteral("pause"); }
    void play() override { calls += QStringLiteral("play"); }
    void seek(twin::TimeNs t) override { note("seek", t); }
    void stepBy(twin::TimeNs delta) override { note("stepBy", delta); }
    void stepEvent(int direction) override { note("stepEvent", direction); }
    void stepSample(int count, twin::AssetId of) override
    {
        calls += QStringLiteral("stepSample %1 %2").arg(count).arg(
            of == twin::kNoAsset ? -1 : static_cast<int>(twin::index(of)));
    }
    void setLoop(Loop loop) override { note("setLoop", static_cast<int>(loop)); }
    void setSelection(TimeRange s) override
    {
        calls += QStringLiteral("setSelection %1 %2").arg(s.from).arg(s.to);
    }
    void setGapPolicy(GapPolicy policy) override { note("setGapPolicy", static_cast<int>(policy)); }
    void playUntil(const PlayUntil& until) override
    {
        note("playUntil", static_cast<int>(until.what));
    }
    void setBookmark(const Bookmark& b) override
    {
        calls += QStringLiteral("setBookmark %1 %2").arg(b.at).arg(b.name);
    }
    void removeBookmark(twin::TimeNs at) override { note("removeBookmark", at); }
    void setRate(double rate) override { calls += QStringLiteral("setRate %1").arg(rate); }
    void openFile(const QString& path) override { calls += QStringLiteral("openFile ") + path; }
    void saveLast(twin::TimeNs length, const QString& path) override
    {
        calls += QStringLiteral("saveLast %1 %2").arg(length).arg(path);
    }
    void startRecording(const QString& path) override
    {
        calls += QStringLiteral("startRecording ") + path;
    }
    void stopRecording() override { calls += QStringLiteral("stopRecording"); }
    void acknowledge(quint64 id, const QString& note) override
    {
        calls += QStringLiteral("acknowledge %1 %2").arg(id).arg(note).trimmed();
    }

private:
    void note(const char* what, qint64 n)
    {
        calls += QStringLiteral("%1 %2").arg(QLatin1String(what)).arg(n);
    }
};

/// A history that rises towards now, with a hole in it; answers on the next turn of the loop.
class RisingHistory : public HistoryQuery
{
public:
    int asked = 0;
    twin::TimeNs lastTo = 0, lastKnownAt = 0;
    double base = 2700, rise = 220;
    bool empty = false; ///< nothing was recorded
    void tagTrend(int, twin::TagId, twin::TimeNs from, twin::TimeNs to, int columns,
                  twin::TimeNs knownAt, std::function<void(Trend)> done) override
    {
        ++asked;
        lastTo = to;
        lastKnownAt = knownAt;
        Trend trend;
        for (int i = 0; i < (empty ? 0 : columns); ++i) {
            const double x = static_cast<double>(i) / columns;
            if (x > 0.3 && x < 0.36)
                continue; // nothing was recorded
            const twin::TimeNs step = (to - from) / columns;
            const double v = base + rise * std::max(0.0, x - 0.55) / 0.45 + 6 * std::sin(i * 0.9) +
                             3 * std::sin(i * 2.3);
            trend.buckets.push_back({from + i * step, from + i * step + step * 9 / 10, v, v - 5,
                                     v + 6, v + 1, 4, false});
        }
        QTimer::singleShot(0, [done, trend] { done(trend); });
    }
    std::vector<twin::Event> marksThere;
    std::vector<TimeRange> silences;
    TimeRange lastLanes; ///< what the lanes were asked for last
    void density(int, twin::TimeNs from, twin::TimeNs to, int columns,
                 std::function<void(Density)> done) override
    {
        lastLanes = {from, to};
        Density d{std::vector<double>(static_cast<std::size_t>(columns), 8.0), false, silences};
        for (std::size_t i = 0; i < d.perSecond.size(); ++i)
            d.perSecond[i] += 3 * std::sin(static_cast<double>(i) * 0.07);
        QTimer::singleShot(0, [done, d] { done(d); });
    }
    void marks(int, twin::TimeNs, twin::TimeNs, int,
               std::function<void(std::vector<twin::Event>)> done) override
    {
        QTimer::singleShot(0, [done, events = marksThere] { done(events); });
    }
    void lowestCondition(int, std::size_t, twin::TimeNs, twin::TimeNs, int columns,
                         std::function<void(std::vector<double>)> done) override
    {
        std::vector<double> lowest(static_cast<std::size_t>(columns), 96.0);
        for (std::size_t i = lowest.size() / 2; i < lowest.size(); ++i)
            lowest[i] = std::max(20.0, 96.0 - static_cast<double>(i - lowest.size() / 2) * 0.3);
        QTimer::singleShot(0, [done, lowest] { done(lowest); });
    }
    void conditionTrend(int ticket, twin::AssetId, twin::TimeNs from, twin::TimeNs to, int columns,
                        twin::TimeNs knownAt, std::function<void(Trend)> done) override
    {
        tagTrend(ticket, twin::kNoTag, from, to, columns, knownAt, std::move(done));
    }
    void penTrend(int ticket, const PenSource& pen, twin::TimeNs from, twin::TimeNs to, int columns,
                  twin::TimeNs knownAt, std::function<void(Trend)> done) override
    {
        tagTrend(ticket, pen.tag, from, to, columns, knownAt, [done, shown = pen.shown](Trend trend) {
            for (TrendBucket& b : trend.buckets) {
                for (double* v : {&b.first, &b.minimum, &b.maximum, &b.last})
                    *v = shown.apply(*v);
            }
            done(std::move(trend));
        });
    }
    void statistics(int, const PenSource& pen, const twin::Limits& limits, twin::TimeNs from,
                    twin::TimeNs to, twin::TimeNs, std::function<void(StretchStatistics)> done) override
    {
        twin::StatisticsMeter meter(limits, twin::kSecond);
        for (int i = 0; i < 100; ++i)
            meter.add({from + (to - from) / 100 * i, pen.shown.apply(base + i)});
        QTimer::singleShot(0, [done, s = meter.result(to)] { done({s, {}}); });
    }
    void valuePairs(int, const PenSource&, const PenSource&, twin::TimeNs from, twin::TimeNs to,
                    twin::TimeNs, int most, std::function<void(ValuePairs)> done) override
    {
        ValuePairs p;
        p.all = 5000;
        for (int i = 0; i < most; ++i)
            p.pairs.push_back({from + (to - from) / most * i, base + 40 * std::sin(i * 0.05) + i * 0.05,
                               base + 30 * std::cos(i * 0.043)});
        QTimer::singleShot(0, [done, p] { done(p); });
    }
    ReasonCourse course; ///< what is answered, of what lies in the stretch asked for
    void reasonCourse(int, twin::AssetId, twin::TimeNs from, twin::TimeNs to, int,
                      std::function<void(double)>, std::function<void(ReasonCourse)> done) override
    {
        ReasonCourse there{{}, course.problem};
        for (const ReasonsAt& r : course.instants) {
            if (r.at > from && r.at <= to)
                there.instants.push_back(r);
        }
        QTimer::singleShot(0, [done, there] { done(there); });
    }
    SpectrumFigure figure; ///< what is answered
    SpectrumQuestion lastSpectrum;
    int spectra = 0;
    void spectrum(int, SpectrumQuestion question, std::function<void(SpectrumFigure)> done) override
    {
        lastSpectrum = std::move(question);
        ++spectra;
        QTimer::singleShot(0, [done, f = figure] { done(f); });
    }
    QStringList tables; ///< paths asked for
    ValueTable lastTable;
    void writeTable(int, const ValueTable& table, std::function<void(double)> progress,
                    std::function<void(QString)> done) override
    {
        tables += table.path;
        lastTable = table;
        QTimer::singleShot(0, [progress, done] {
            progress(0.5);
            done({});
        });
    }
    QString formulaProblem(const QString& formula, const twin::Plant& plant) const override
    {
        return plant.findTag(formula.toStdString()) == twin::kNoTag ? QStringLiteral("no such tag") : QString();
    }
    void cancel(int) override {}
};

} // namespace gemba::ui::test
