// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/k_means.h"

#include <algorithm>
#include <numeric>

#include "twin/training/split_mix.h"

namespace gemba::twin {

namespace {

constexpr std::size_t kStarts = 5;
constexpr std::size_t kMostRounds = 100;

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

} // namespace

Clustering kMeans(std::span<const double> points, std::size_t columns, std::size_t k, std::uint64_t seed)
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

} // namespace gemba::twin
