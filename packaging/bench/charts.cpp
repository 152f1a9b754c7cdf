// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart costs over very much history: eight charts of four series each read four metrics of
// ten million stored points, and of 1,200, from session files; each step moves all of them by a
// pixel column: read, hand over, draw. And whether what is drawn has lost an extreme.
#include <clocale>
#include <filesystem>
#include <map>
#include <random>
#include <thread>

#include <QApplication>
#include <QCommandLineParser>
#include <QImage>
#include <QPainter>
#include <QVBoxLayout>

#include "packaging/bench/made_up_plant.h"
#include "packaging/bench/report.h"
#include "twin/store/session_reader.h"
#include "twin/store/session_writer.h"
#include "twin/wording/error_text.h"
#include "ui/charts/trend_chart.h"

using namespace gemba;

namespace {

constexpr std::uint32_t kMetrics = 4;
constexpr int kCharts = 8, kSeriesInChart = 4;
constexpr twin::TimeNs kStart = 1'790'000'000 * twin::kSecond;
constexpr twin::TimeNs kStep = twin::kSecond / 10; ///< between two of ten million points
constexpr std::size_t kMostQueued = std::size_t{32} << 20;
constexpr std::uint64_t kFewPoints = 1200;
constexpr QSize kChartSize(620, 240);

template <class T>
T valueOrDie(twin::Result<T> r)
{
    if (!r) {
        bench::say(twin::errorText(r.error()));
        std::exit(1);
    }
    return std::move(*r);
}

/// `points` of each metric, `spacing` apart; the same values at the same places, however many. A
/// reference of other values would compare pictures, not charts: smooth lines are drawn faster.
void writeSession(const std::string& path, std::uint64_t points, twin::TimeNs spacing)
{
    auto writer = valueOrDie(twin::SessionWriter::create(path, valueOrDie(bench::makePackage({1})),
                                                         {"bench", "Benchmark", "", "", kStart}));
    twin::IntervalEnd end;
    for (std::uint64_t row = 0; row < points; ++row) {
        const twin::TimeNs at = kStart + static_cast<twin::TimeNs>(row) * spacing;
        if (row % 20'000 == 0) {
            if (row > 0)
                writer->endInterval(end);
            end = {row / 20'000, {}, 0, row, 0};
            writer->beginInterval({row / 20'000, row + 1, at, {}, {}, {}});
        }
        const twin::Bytes none;
        writer->append({row + 1, at, twin::RecordKind::Tick, {}, none});
        end.lastSeq = row + 1;
        end.lastArrival = at;
        ++end.records;
        for (std::uint32_t m = 0; m < kMetrics; ++m)
            writer->appendSample({twin::TagId{m}, at, at, twin::Quality::Good, false, bench::valueOf(m, static_cast<std::uint64_t>(static_cast<twin::TimeNs>(row) * spacing / kStep))});
        while (row % 1000 == 0 && writer->status().queuedBytes > kMostQueued)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    writer->endInterval(end);
    if (const auto closed = writer->close(std::nullopt); !closed) {
        bench::say(twin::errorText(closed.error()));
        std::exit(1);
    }
}

/// Eight charts on a page, and the file that they read.
class Page
{
public:
    Page(const std::string& path, twin::TimeNs span)
        : m_reader(valueOrDie(twin::SessionReader::open(path, twin::SessionReader::OpenMode::Foreign))), m_span(span)
    {
        auto* column = new QVBoxLayout(&m_page);
        column->setContentsMargins(0, 0, 0, 0);
        for (int c = 0; c < kCharts; ++c) {
            auto* chart = new ui::TrendChart;
            chart->setFixedSize(kChartSize);
            column->addWidget(chart);
            std::vector<ui::TrendPen> pens;
            for (std::uint32_t s = 0; s < kSeriesInChart; ++s) {
                ui::TrendPen pen;
                pen.tag = twin::TagId{s % kMetrics};
                pen.name = QStringLiteral("metric %1").arg(s);
                pen.unit = QStringLiteral("kPa");
                pen.range = {0, 100};
                pen.gap = span;
                pens.push_back(pen);
            }
            chart->setPens(pens);
            m_charts.push_back(chart);
        }
        m_page.show();
        QApplication::processEvents();
        m_width = (m_span + columns() - 2) / (columns() - 1);
    }

    [[nodiscard]] int columns() const { return m_charts.front()->columns(); }
    struct Cost
    {
        double read = 0.0, draw = 0.0; ///< seconds
        [[nodiscard]] double all() const { return read + draw; }
    };

    /// All charts at this column: read, replace, repaint.
    Cost show(std::int64_t column)
    {
        Cost cost;
        const twin::TimeNs from = kStart + column * m_width;
        const twin::TimeNs to = from + m_span;
        for (ui::TrendChart* chart : m_charts) {
            double begun = bench::wallSeconds();
            std::vector<ui::Trend> trends;
            for (std::uint32_t s = 0; s < kSeriesInChart; ++s) {
                const auto series = valueOrDie(m_reader->gridTrend(twin::TagId{s % kMetrics}, from, to, m_width, to));
                ui::Trend trend;
                for (const twin::TrendBucket& b : series.buckets)
                    trend.buckets.push_back({b.from, b.to, b.first, b.minimum, b.maximum, b.last, b.count, b.bad});
                trends.push_back(std::move(trend));
            }
            cost.read += bench::wallSeconds() - begun;
            begun = bench::wallSeconds();
            chart->setWindow(from, to, to, m_site);
            for (std::size_t s = 0; s < trends.size(); ++s)
                chart->setTrend(s, std::move(trends[s]));
            while (!chart->drawn())
                QApplication::processEvents();
            for (ui::TrendLane* lane : chart->lanes())
                lane->viewport()->repaint();
            cost.draw += bench::wallSeconds() - begun;
        }
        return cost;
    }

    [[nodiscard]] int points() const { return m_charts.front()->pointCount(0); }
    [[nodiscard]] ui::TrendChart& chart() { return *m_charts.front(); }
    [[nodiscard]] twin::SessionReader& reader() { return *m_reader; }

private:
    std::unique_ptr<twin::SessionReader> m_reader;
    twin::TimeNs m_span, m_width = 1;
    QWidget m_page;
    std::vector<ui::TrendChart*> m_charts;
    ui::Format m_site;
};

/// How many of so many random views draw another lowest or highest value than a scan finds.
int lostExtremes(twin::SessionReader& reader, std::uint64_t points, int views)
{
    std::vector<double> exact(points);
    for (std::uint64_t row = 0; row < points; ++row)
        exact[row] = bench::valueOf(0, row);
    std::mt19937_64 random(1);
    int lost = 0;
    for (int v = 0; v < views; ++v) {
        const auto length = static_cast<twin::TimeNs>(1 + random() % (v % 2 == 0 ? points : points / 1000));
        const auto first = static_cast<twin::TimeNs>(random() % points);
        const twin::TimeNs width = std::max<twin::TimeNs>(length * kStep / 299, 1);
        const twin::TimeNs from = (kStart + first * kStep) / width * width;
        const twin::TimeNs to = from + length * kStep;
        const auto series = valueOrDie(reader.gridTrend(twin::TagId{0}, from, to, width, INT64_MAX));
        std::map<twin::TimeNs, std::pair<double, double>> columns;
        const twin::TimeNs before = std::max<twin::TimeNs>(from - kStart + kStep - 1, 0); // the grid may begin earlier
        for (auto row = static_cast<std::uint64_t>(before / kStep); row < points; ++row) {
            const twin::TimeNs at = kStart + static_cast<twin::TimeNs>(row) * kStep;
            if (at >= to)
                break;
            const auto [it, fresh] = columns.try_emplace(at / width, exact[row], exact[row]);
            it->second = {std::min(it->second.first, exact[row]), std::max(it->second.second, exact[row])};
        }
        bool same = columns.size() == series.buckets.size();
        for (std::size_t i = 0; same && i < series.buckets.size(); ++i) {
            ui::Trend one;
            const twin::TrendBucket& b = series.buckets[i];
            one.buckets.push_back({b.from, b.to, b.first, b.minimum, b.maximum, b.last, b.count, b.bad});
            double low = INFINITY, high = -INFINITY; // of the points that would be drawn
            const auto lines = ui::trendLines(one, from, twin::kHour);
            for (const QPointF& p : lines.front()) {
                low = std::min(low, p.y());
                high = std::max(high, p.y());
            }
            const auto column = columns.find(b.from / width);
            same = column != columns.end() && column->second == std::pair(low, high);
        }
        lost += same ? 0 : 1;
    }
    return lost;
}

/// Seconds that the painter takes for the same points without a chart around them.
double polyline(const ui::Trend& trend, QImage& canvas)
{
    const auto lines = ui::trendLines(trend, trend.buckets.front().from, INT64_MAX);
    QPolygonF points(lines.front().begin(), lines.front().end());
    const double width = points.last().x();
    for (QPointF& p : points)
        p = {p.x() / width * canvas.width(), canvas.height() * (1.0 - p.y() / 100.0)};
    const double begun = bench::wallSeconds();
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int s = 0; s < kSeriesInChart; ++s)
        painter.drawPolyline(points);
    painter.end();
    return bench::wallSeconds() - begun;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QCommandLineParser p;
    p.addOptions({{QStringLiteral("folder"), QStringLiteral("For files."), QStringLiteral("DIR")},
                  {QStringLiteral("out"), QStringLiteral("JSON to write."), QStringLiteral("FILE")},
                  {QStringLiteral("points"), QStringLiteral("Of each metric."), QStringLiteral("N"), QStringLiteral("10000000")},
                  {QStringLiteral("steps"), QStringLiteral("Pans measured."), QStringLiteral("N"), QStringLiteral("40")},
                  {QStringLiteral("views"), QStringLiteral("Random views checked."), QStringLiteral("N"), QStringLiteral("200")}});
    p.addHelpOption();
    p.process(app);
    const std::string folder = p.value(QStringLiteral("folder")).toStdString();
    const auto points = p.value(QStringLiteral("points")).toULongLong();
    const int steps = p.value(QStringLiteral("steps")).toInt();
    const auto whole = static_cast<twin::TimeNs>(points) * kStep;
    const twin::TimeNs span = whole * 8 / 10; // the rest is there to pan over
    bench::say(QStringLiteral("charts: writing %1 points of %2 metrics").arg(points).arg(kMetrics));
    writeSession(folder + "/many.gmb", points, kStep);
    writeSession(folder + "/few.gmb", kFewPoints * 10 / 8, whole / static_cast<twin::TimeNs>(kFewPoints * 10 / 8));

    Page many(folder + "/many.gmb", span), few(folder + "/few.gmb", span);
    const double opened = bench::wallSeconds();
    many.show(0);
    const double first = bench::wallSeconds() - opened;
    few.show(0);
    std::vector<double> ours, reference, read, repaint, raw;
    QImage canvas(kChartSize, QImage::Format_ARGB32_Premultiplied);
    for (int step = 1; step <= steps; ++step) {
        const Page::Cost a = many.show(step), b = few.show(step);
        ours.push_back(a.all());
        reference.push_back(b.all());
        read.push_back(a.read);
        const double begun = bench::wallSeconds();
        for (ui::TrendLane* lane : many.chart().lanes())
            lane->viewport()->repaint();
        repaint.push_back(bench::wallSeconds() - begun);
        raw.push_back(polyline(many.chart().trend(0), canvas));
    }
    const int lost = lostExtremes(many.reader(), points, p.value(QStringLiteral("views")).toInt());

    using Kind = bench::Goal::Kind;
    bench::Report report;
    report.add({QStringLiteral("charts.pan"), QStringLiteral("8 charts × 4 series, pan by a column, %1 points : 1,200").arg(points),
                bench::ratiosOf(ours, reference), Kind::AtMost, 1.3});
    const auto misses = static_cast<double>(lost);
    report.add({QStringLiteral("charts.extremes"), QStringLiteral("random views that lose an extreme"),
                {misses, misses, misses}, Kind::AtMost, 0.0, false, QString()});
    report.add({QStringLiteral("charts.repaint"), QStringLiteral("one chart's repaint : the painter alone"),
                bench::ratiosOf(repaint, raw), Kind::AtMost, 6.0, true});
    report.note(QStringLiteral("pan_seconds"), bench::toJson(bench::spreadOf(ours)));
    report.note(QStringLiteral("pan_seconds_1200"), bench::toJson(bench::spreadOf(reference)));
    report.note(QStringLiteral("of_which_reading"), bench::toJson(bench::spreadOf(read)));
    report.note(QStringLiteral("first_view_seconds"), first);
    report.note(QStringLiteral("points_drawn"), QJsonArray{many.points(), few.points()});
    return report.write(p.value(QStringLiteral("out"))) ? 0 : 1;
}
