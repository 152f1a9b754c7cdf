// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/find_regimes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "twin/training/pca_fit.h"
#include "twin/training/split_mix.h"

namespace gemba::twin {

namespace {

constexpr std::size_t kStarts = 5;
constexpr std::size_t kMostRounds = 100;
constexpr std::size_t kMostPoints = 4'000; // enough to see where groups are
constexpr double kShareExplained = 0.99;
constexpr double kGap = 0.2; // one group more leaves at most this share of the spread: evenly spread
                             // settings leave a quarter or more
constexpr std::size_t kFewestRows = 30;

struct Clustering {
    std::vector<double> centres;
    double spread = std::numeric_limits<double>::infinity(); ///< sum of squared distances
};

class Lloyd
{
public:
    Lloyd(std::span<const double> points, std::size_t columns)
        : m_points(points), m_columns(columns), m_rows(points.size() / columns), m_nearest(m_rows), m_distance(m_rows)
    {
    }

    Clustering run(std::size_t k, SplitMix64& random)
    {
        std::vector<double> centres = start(k, random);
        for (std::size_t round = 0; round < kMostRounds; ++round) {
            if (!assign(centres))
                break;
            move(centres);
        }
        assign(centres);
        return {std::move(centres), std::accumulate(m_distance.begin(), m_distance.end(), 0.0)};
    }

private:
    [[nodiscard]] double distance(std::size_t row, const double* centre) const
    {
        double sum = 0.0;
        for (std::size_t i = 0; i < m_columns; ++i) {
            const double d = m_points[row * m_columns + i] - centre[i];
            sum += d * d;
        }
        return sum;
    }

    // k-means++ (Arthur and Vassilvitskii 2007): the next centre is a point drawn by its distance.
    std::vector<double> start(std::size_t k, SplitMix64& random)
    {
        std::vector<double> centres;
        const auto add = [&](std::size_t row) {
            const auto first = m_points.begin() + static_cast<std::ptrdiff_t>(row * m_columns);
            centres.insert(centres.end(), first, first + static_cast<std::ptrdiff_t>(m_columns));
        };
        add(random.below(m_rows));
        while (centres.size() < k * m_columns) {
            double total = 0.0;
            for (std::size_t r = 0; r < m_rows; ++r) {
                double nearest = std::numeric_limits<double>::infinity();
                for (std::size_t c = 0; c < centres.size(); c += m_columns)
                    nearest = std::min(nearest, distance(r, &centres[c]));
                m_distance[r] = nearest;
                total += nearest;
            }
            if (!(total > 0.0)) // every point is a centre already
                break;
            double left = random.unit() * total;
            std::size_t row = 0;
            while (row + 1 < m_rows && (left -= m_distance[row]) > 0.0)
                ++row;
            add(row);
        }
        return centres;
    }

    bool assign(const std::vector<double>& centres)
    {
        bool changed = false;
        for (std::size_t r = 0; r < m_rows; ++r) {
            std::size_t best = 0;
            double nearest = std::numeric_limits<double>::infinity();
            for (std::size_t c = 0; c < centres.size() / m_columns; ++c) {
                const double d = distance(r, &centres[c * m_columns]);
                if (d < nearest) {
                    nearest = d;
                    best = c;
                }
            }
            changed |= m_nearest[r] != best;
            m_nearest[r] = best;
            m_distance[r] = nearest;
        }
        return changed;
    }

    void move(std::vector<double>& centres) const
    {
        std::vector<double> sums(centres.size()), counts(centres.size() / m_columns);
        for (std::size_t r = 0; r < m_rows; ++r) {
            ++counts[m_nearest[r]];
            for (std::size_t i = 0; i < m_columns; ++i)
                sums[m_nearest[r] * m_columns + i] += m_points[r * m_columns + i];
        }
        for (std::size_t i = 0; i < centres.size(); ++i) {
            const double n = counts[i / m_columns];
            centres[i] = n > 0.0 ? sums[i] / n : centres[i];
        }
    }

    std::span<const double> m_points;
    std::size_t m_columns, m_rows;
    std::vector<std::size_t> m_nearest;
    std::vector<double> m_distance;
};

Clustering best(std::span<const double> points, std::size_t columns, std::size_t k, std::uint64_t seed)
{
    SplitMix64 random(seed);
    Lloyd lloyd(points, columns);
    Clustering found;
    for (std::size_t i = 0; i < kStarts; ++i) {
        Clustering next = lloyd.run(k, random);
        if (next.spread < found.spread)
            found = std::move(next);
    }
    return found;
}

/// Rows in each regime of a scaling whose centres are known.
std::vector<std::vector<std::size_t>> rowsOf(const RegimeScaling& scaling, std::span<const double> settings)
{
    const std::size_t s = scaling.settings.size();
    std::vector<std::vector<std::size_t>> rows(scaling.regimes());
    for (std::size_t r = 0; r < settings.size() / s; ++r)
        rows[scaling.regimeOf(settings.subspan(r * s, s))].push_back(r);
    return rows;
}

bool enoughRows(const RegimeScaling& scaling, std::span<const double> settings)
{
    const auto rows = rowsOf(scaling, settings);
    return std::all_of(rows.begin(), rows.end(), [](const auto& r) { return r.size() >= kFewestRows; });
}

/// Standardised settings of at most kMostPoints rows, evenly over the table.
std::vector<double> sample(const RegimeScaling& scaling, std::span<const double> settings)
{
    const std::size_t s = scaling.settings.size();
    const std::size_t n = settings.size() / s, taken = std::min(n, kMostPoints);
    std::vector<double> points;
    for (std::size_t j = 0; j < taken; ++j) {
        const std::size_t r = j * n / taken;
        for (std::size_t i = 0; i < s; ++i)
            points.push_back((settings[r * s + i] - scaling.settingMean[i]) / scaling.settingScale[i]);
    }
    return points;
}

void findCentres(RegimeScaling& scaling, std::span<const double> settings, std::size_t count, std::uint64_t seed)
{
    const std::size_t s = scaling.settings.size();
    const std::vector<double> points = sample(scaling, settings);
    if (count > 0) {
        scaling.centres = best(points, s, count, seed).centres;
        return;
    }
    const Clustering one = best(points, s, 1, seed);
    scaling.centres = one.centres;
    Clustering before = one, found;
    double sharpest = kGap;
    for (std::size_t k = 2; k <= kMostRegimes && before.spread > 1e-9 * one.spread; ++k) {
        Clustering next = best(points, s, k, seed);
        const double left = next.spread / before.spread;
        if (left < sharpest && next.spread <= (1.0 - kShareExplained) * one.spread) {
            sharpest = left;
            found = next;
        }
        before = std::move(next);
    }
    if (found.centres.empty())
        return;
    scaling.centres = found.centres;
    if (!enoughRows(scaling, settings))
        scaling.centres = one.centres;
}

void findMoments(RegimeScaling& scaling, std::span<const double> settings, std::span<const double> values)
{
    const std::size_t n = settings.size() / scaling.settings.size();
    const std::size_t p = values.size() / n;
    std::vector<double> within(p), mean, scale;
    for (const auto& rows : rowsOf(scaling, settings)) {
        columnMoments(values, p, rows, mean, scale);
        for (std::size_t i = 0; i < p; ++i) {
            const double sd = rows.size() > 1 ? scale[i] : 0.0;
            within[i] += sd * sd * static_cast<double>(rows.size()) / static_cast<double>(n);
            scaling.inputMean.push_back(mean[i]);
            scaling.inputScale.push_back(sd);
        }
    }
    for (std::size_t i = 0; i < scaling.inputScale.size(); ++i) {
        double& sd = scaling.inputScale[i];
        sd = sd > 0.0 ? sd : std::sqrt(within[i % p]);
    }
}

} // namespace

std::vector<double> kMeans(std::span<const double> points, std::size_t columns, std::size_t k, std::uint64_t seed)
{
    return best(points, columns, k, seed).centres;
}

RegimeScaling findRegimes(const std::vector<std::string>& names, std::span<const double> settings,
                          std::span<const double> values, std::size_t count, std::uint64_t seed)
{
    RegimeScaling out;
    out.settings = names;
    std::vector<std::size_t> all(settings.size() / names.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    columnMoments(settings, names.size(), all, out.settingMean, out.settingScale);
    for (double& scale : out.settingScale)
        scale = scale > 0.0 ? scale : 1.0;
    findCentres(out, settings, count, seed);
    findMoments(out, settings, values);
    return out;
}

void keepInputs(RegimeScaling& scaling, std::size_t inputs, std::span<const std::size_t> kept)
{
    std::vector<double> mean, scale;
    for (std::size_t k = 0; k < scaling.regimes(); ++k) {
        for (const std::size_t i : kept) {
            mean.push_back(scaling.inputMean[k * inputs + i]);
            scale.push_back(scaling.inputScale[k * inputs + i]);
        }
    }
    scaling.inputMean = std::move(mean);
    scaling.inputScale = std::move(scale);
}

} // namespace gemba::twin
