// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "twin/detection/delay_bank.h"
#include "twin/detection/pca_stack.h"
#include "twin/detection/pca_statistics.h"
#include "twin/model/bytes.h"

namespace gemba::twin {

/// Points by which an anomaly counts: 20 (s / L - 1) from the operating limit L upwards, all
/// anomalies of an asset together at most 40.
inline constexpr double kPointsPerLimit = 20.0;
inline constexpr double kMostAnomalyPoints = 40.0;

/// Follows one asset's T2 and SPE row by row: median filter, on-delay, points split over the
/// inputs, and the same for every bootstrap baseline. Allocates only when made.
class AnomalyMonitor
{
public:
    explicit AnomalyMonitor(std::shared_ptr<const PcaModel> model);

    /// Takes a new row of all model inputs. Values flagged in missing are replaced by the least
    /// unusual ones; their inputs keep the points they last had. Both have inputCount() places.
    void push(std::span<double> row, std::span<const std::uint8_t> missing);

    /// Forgets all rows and points.
    void reset();

    [[nodiscard]] const PcaModel& model() const { return *m_model; }
    /// The on-delay is filled; before that there are no statistics and no points.
    [[nodiscard]] bool ready() const { return m_delays.ready(); }
    [[nodiscard]] PcaStatistics statistics() const { return m_statistics; } ///< after both filters
    /// After the median filter only, from the first row on: what textbook limits are meant for.
    [[nodiscard]] PcaStatistics filtered() const { return {m_delays.medians()[0], m_delays.medians()[m_stack.size()]}; }
    /// Works out t2Parts(), speParts() and expected() for the latest row; push() does so itself
    /// where there are points.
    void explain();
    /// Complete decomposition of the unfiltered statistics of the row last explained, by input.
    [[nodiscard]] std::span<const double> t2Parts() const { return m_t2Parts; }
    [[nodiscard]] std::span<const double> speParts() const { return m_speParts; }

    /// Points by input, >= 0; together at most kMostAnomalyPoints.
    [[nodiscard]] std::span<const double> t2Points() const { return m_t2Points; }
    [[nodiscard]] std::span<const double> spePoints() const { return m_spePoints; }
    [[nodiscard]] std::span<const double> row() const { return m_row; } ///< the latest, filled in
    /// What the model expects of an input, given all inputs of the row last explained; in its unit.
    [[nodiscard]] double expected(std::size_t input) const { return m_expected[input]; }

    struct Range {
        double low = 0.0, high = 0.0; ///< points
    };
    /// P10..P90 of the points under the bootstrap baselines; both are points() without any
    /// baseline. Missing inputs count with their least unusual values.
    [[nodiscard]] Range range() const { return m_range; }
    [[nodiscard]] double points() const { return m_points; } ///< sum of t2Points() and spePoints()

    void save(ByteWriter& out) const;
    [[nodiscard]] bool load(ByteReader& in);

private:
    void splitPoints(std::span<const std::uint8_t> missing);
    void updateRange();
    void addUp();

    std::shared_ptr<const PcaModel> m_model;
    PcaWorkspace m_work;
    PcaStack m_stack;
    DelayBank m_delays; ///< T2 by baseline, the model's own first; then SPE
    PcaStatistics m_statistics;
    std::vector<double> m_row, m_expected;
    std::vector<double> m_t2Points, m_spePoints; ///< after the cap
    std::vector<double> m_t2Held, m_speHeld;     ///< before it; what a missing input keeps
    std::vector<double> m_t2Parts, m_speParts;   ///< of the statistics of the latest row
    std::vector<double> m_sorted; ///< points under each baseline
    Range m_range;
    double m_points = 0.0;
};

} // namespace gemba::twin
