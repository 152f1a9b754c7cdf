// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include <QString>

#include "twin/model/event.h"
#include "twin/model/plant.h"
#include "twin/model/series.h"
#include "twin/model/unit.h"
#include "ui/models/reason_course.h"
#include "ui/models/spectrum_figure.h"
#include "ui/models/transport.h"

namespace gemba::ui {

/// One pixel column of a trend: everything drawn of the samples that fall into it (M4: first,
/// minimum, maximum, last). Times are source times (arrival where there is none).
struct TrendBucket
{
    twin::TimeNs from = 0, to = 0; ///< times of first and last sample in it
    double first = 0, minimum = 0, maximum = 0, last = 0;
    quint32 count = 0;
    bool bad = false; ///< holds at least one sample of bad quality
};

struct Trend
{
    std::vector<TrendBucket> buckets; ///< increasing; empty columns are left out: a gap
    QString problem;                  ///< why there is none, as a sentence; usually empty
};

/// What a pen draws: a tag, or a formula over the tags of a plant.
struct PenSource
{
    twin::TagId tag = twin::kNoTag;
    std::string formula; ///< not empty: this instead of the tag
    std::shared_ptr<const twin::Plant> plant; ///< of a formula: whose tags it names
    double speed = 1.0; ///< process time per log time: how long a value holds by the source's clock
    /// From what is stored to what is shown: every answer about this pen is in the shown unit.
    twin::UnitConversion shown{};
};

/// The last values of two tags at their common instants.
struct ValuePair
{
    twin::TimeNs at = 0;
    double x = 0, y = 0;
};
struct ValuePairs
{
    std::vector<ValuePair> pairs; ///< in the order of time; evenly thinned where there are more
    quint64 all = 0;              ///< before thinning
    QString problem;              ///< a sentence; usually empty
};

struct StretchStatistics
{
    twin::SeriesStatistics figures{};
    QString problem; ///< a sentence; usually empty
};

/// A table of stored values: a row an instant, a column a pen.
struct ValueTable
{
    struct Column
    {
        PenSource source;
        QString title; ///< with its unit
    };
    QString path;
    std::vector<Column> columns;
    twin::TimeNs from = 0, to = 0, knownAt = 0;
};

/// How much came, by columns of equal length over [from, to).
struct Density
{
    std::vector<double> perSecond; ///< messages a second
    bool records = false;          ///< log records a second instead: over very long stretches
    std::vector<TimeRange> silences; ///< nothing came, or could be recorded
};

/// Asks for what was recorded. Answers arrive later on the GUI thread; a new request with the same
/// ticket replaces the old one. Only samples that had arrived by knownAt are returned.
class HistoryQuery
{
public:
    virtual ~HistoryQuery() = default;
    virtual void tagTrend(int ticket, twin::TagId tag, twin::TimeNs from, twin::TimeNs to,
                          int columns, twin::TimeNs knownAt, std::function<void(Trend)> done) = 0;
    /// Condition of an asset over time, in points 0..100.
    virtual void conditionTrend(int ticket, twin::AssetId asset, twin::TimeNs from, twin::TimeNs to,
                                int columns, twin::TimeNs knownAt,
                                std::function<void(Trend)> done) = 0;

    // The lanes of the time bar, in log time.
    virtual void density(int ticket, twin::TimeNs from, twin::TimeNs to, int columns,
                         std::function<void(Density)> done) = 0;
    /// Events worth a mark, increasing; of those that would lie upon one another the most urgent.
    virtual void marks(int ticket, twin::TimeNs from, twin::TimeNs to, int columns,
                       std::function<void(std::vector<twin::Event>)> done) = 0;
    /// Lowest condition of the first `assets` machines, 0..100 by column; NaN: not known.
    virtual void lowestCondition(int ticket, std::size_t assets, twin::TimeNs from, twin::TimeNs to,
                                 int columns, std::function<void(std::vector<double>)> done) = 0;
    /// Like tagTrend, of stored samples also where they have to be calculated.
    virtual void penTrend(int ticket, const PenSource& pen, twin::TimeNs from, twin::TimeNs to,
                          int columns, twin::TimeNs knownAt, std::function<void(Trend)> done) = 0;
    /// Exact, from the samples in [from, to). `limits`: those of which the time outside counts, in
    /// the shown unit.
    virtual void statistics(int ticket, const PenSource& pen, const twin::Limits& limits,
                            twin::TimeNs from, twin::TimeNs to, twin::TimeNs knownAt,
                            std::function<void(StretchStatistics)> done) = 0;
    virtual void valuePairs(int ticket, const PenSource& x, const PenSource& y, twin::TimeNs from,
                            twin::TimeNs to, twin::TimeNs knownAt, int most,
                            std::function<void(ValuePairs)> done) = 0;
    /// The reasons of the condition at `columns` instants evenly over (from, to], each as the view
    /// shows them with its cursor there: the log is run again for them. progress: 0..1. One
    /// question at a time: the next one replaces it, whatever its ticket.
    virtual void reasonCourse(int ticket, twin::AssetId asset, twin::TimeNs from, twin::TimeNs to,
                              int columns, std::function<void(double)> progress,
                              std::function<void(ReasonCourse)> done) = 0;
    /// The spectrum of a vibration record, by the examination that the condition rests on. Needs no
    /// recording.
    virtual void spectrum(int ticket, SpectrumQuestion question,
                          std::function<void(SpectrumFigure)> done) = 0;
    /// Writes a CSV file (RFC 4180, UTF-8, decimal point, ISO 8601), which appears under its name
    /// only when it is complete. progress: 0..1. done: why not, as a sentence; empty: it is there.
    virtual void writeTable(int ticket, const ValueTable& table,
                            std::function<void(double)> progress,
                            std::function<void(QString)> done) = 0;
    /// Why this formula cannot be calculated from the tags of this plant, as a sentence; empty: it
    /// can. Answers at once.
    [[nodiscard]] virtual QString formulaProblem(const QString& formula,
                                                 const twin::Plant& plant) const = 0;
    /// What was asked with this ticket is not wanted any more; its answer does not come.
    virtual void cancel(int ticket) = 0;

    /// Tickets that nobody else uses: the first of `count`.
    [[nodiscard]] int reserveTickets(int count) { return std::exchange(m_nextTicket, m_nextTicket + count); }

private:
    int m_nextTicket = 10'000; ///< below: given out by hand
};

} // namespace gemba::ui
