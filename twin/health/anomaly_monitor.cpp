// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/anomaly_monitor.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gemba::twin {

namespace {

double pointsOver(double statistic, double limit)
{
    return limit > 0.0 ? std::max(0.0, kPointsPerLimit * (statistic / limit - 1.0)) : 0.0;
}

/// No statistic under any baseline gives a point; a limit of 0 is none.
bool allWithin(std::span<const double> values, std::span<const double> limits)
{
    bool over = false;
    for (std::size_t i = 0; i < values.size(); ++i)
        over = over | ((values[i] > limits[i]) & (limits[i] > 0.0));
    return !over;
}

double sum(std::span<const double> v) { return std::accumulate(v.begin(), v.end(), 0.0); }

// Linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
double quantileOfSorted(std::span<const double> v, double q)
{
    const double at = q * static_cast<double>(v.size() - 1);
    const auto i = static_cast<std::size_t>(at);
    const double next = i + 1 < v.size() ? v[i + 1] : v[i];
    return v[i] + (at - static_cast<double>(i)) * (next - v[i]);
}

// Gives points to the inputs by their parts of the statistic; those that are missing keep theirs.
void split(double points, std::span<const double> parts, std::span<const std::uint8_t> missing,
           std::span<double> out)
{
    double whole = 0.0;
    for (std::size_t i = 0; i < parts.size(); ++i)
        whole += missing[i] == 0 ? parts[i] : 0.0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (missing[i] == 0)
            out[i] = whole > 0.0 ? points * parts[i] / whole : 0.0;
    }
}

void saveAll(ByteWriter& out, std::span<const double> v)
{
    for (const double d : v)
        out.f64(d);
}

bool loadAll(ByteReader& in, std::span<double> v)
{
    bool fine = true;
    for (double& d : v) {
        d = in.f64();
        fine = fine && std::isfinite(d);
    }
    return fine && !in.failed();
}

} // namespace

AnomalyMonitor::AnomalyMonitor(std::shared_ptr<const PcaModel> model)
    : m_model(std::move(model)), m_work(m_model->inputCount(), m_model->componentCount()), m_stack(*m_model),
      m_delays(2 * m_stack.size(), m_model->medianRows, m_model->budget.onDelay),
      m_row(m_model->inputCount()), m_expected(m_row.size()), m_t2Points(m_row.size()), m_spePoints(m_row.size()),
      m_t2Held(m_row.size()), m_speHeld(m_row.size()), m_t2Parts(m_row.size()), m_speParts(m_row.size()),
      m_sorted(m_model->bootstrap.size())
{
}

void AnomalyMonitor::push(std::span<double> row, std::span<const std::uint8_t> missing)
{
    if (std::any_of(missing.begin(), missing.end(), [](std::uint8_t m) { return m != 0; }))
        reconstruct(m_model->baseline, row, missing, m_work);
    std::copy(row.begin(), row.end(), m_row.begin());
    m_stack.evaluate(row, m_delays.next());
    m_delays.push();
    if (!ready())
        return;
    const std::span<const double> values = m_delays.values();
    m_statistics = {values[0], values[m_stack.size()]};
    if (m_points == 0.0 && allWithin(values, m_stack.limits())) {
        m_range = {};
        return;
    }
    explain();
    splitPoints(missing);
    addUp();
    updateRange();
}

void AnomalyMonitor::explain()
{
    const PcaBaseline& b = m_model->baseline;
    (void)evaluate(b, m_row, m_work);
    decompose(b, m_work, m_t2Parts, m_speParts);
    for (std::size_t i = 0; i < m_row.size(); ++i)
        m_expected[i] = expectedValue(b, m_work, i);
}

void AnomalyMonitor::splitPoints(std::span<const std::uint8_t> missing)
{
    const PcaBaseline& b = m_model->baseline;
    const double t2 = pointsOver(m_statistics.t2, b.t2Limit);
    const double spe = pointsOver(m_statistics.spe, b.speLimit);
    const double fresh = t2 + spe > kMostAnomalyPoints ? kMostAnomalyPoints / (t2 + spe) : 1.0;
    split(t2 * fresh, m_t2Parts, missing, m_t2Held);
    split(spe * fresh, m_speParts, missing, m_speHeld);
    // Held points of missing inputs count towards the cap, but are not worn down by it.
    const double all = sum(m_t2Held) + sum(m_speHeld);
    const double scale = all > kMostAnomalyPoints ? kMostAnomalyPoints / all : 1.0;
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        m_t2Points[i] = m_t2Held[i] * scale;
        m_spePoints[i] = m_speHeld[i] * scale;
    }
}

void AnomalyMonitor::updateRange()
{
    if (m_model->bootstrap.empty()) {
        m_range = {points(), points()};
        return;
    }
    const std::span<const double> values = m_delays.values();
    const std::span<const double> limits = m_stack.limits();
    for (std::size_t k = 0; k < m_sorted.size(); ++k) {
        const std::size_t t2 = 1 + k, spe = m_stack.size() + 1 + k;
        m_sorted[k] = std::min(kMostAnomalyPoints, pointsOver(values[t2], limits[t2]) + pointsOver(values[spe], limits[spe]));
    }
    std::sort(m_sorted.begin(), m_sorted.end());
    m_range = {quantileOfSorted(m_sorted, 0.1), quantileOfSorted(m_sorted, 0.9)};
}

void AnomalyMonitor::addUp() { m_points = sum(m_t2Points) + sum(m_spePoints); }

void AnomalyMonitor::reset()
{
    m_delays.reset();
    m_statistics = {};
    m_range = {};
    for (std::vector<double>* v : {&m_row, &m_expected, &m_t2Points, &m_spePoints, &m_t2Held, &m_speHeld})
        std::fill(v->begin(), v->end(), 0.0);
    m_points = 0.0;
}

void AnomalyMonitor::save(ByteWriter& out) const
{
    m_delays.save(out);
    for (const double d : {m_statistics.t2, m_statistics.spe, m_range.low, m_range.high})
        out.f64(d);
    for (const auto* v : {&m_row, &m_expected, &m_t2Points, &m_spePoints, &m_t2Held, &m_speHeld})
        saveAll(out, *v);
}

bool AnomalyMonitor::load(ByteReader& in)
{
    bool fine = m_delays.load(in);
    double numbers[4];
    fine = fine && loadAll(in, numbers);
    for (auto* v : {&m_row, &m_expected, &m_t2Points, &m_spePoints, &m_t2Held, &m_speHeld})
        fine = fine && loadAll(in, *v);
    if (!fine) {
        reset();
        return false;
    }
    m_statistics = {numbers[0], numbers[1]};
    m_range = {numbers[2], numbers[3]};
    addUp();
    return true;
}

} // namespace gemba::twin
