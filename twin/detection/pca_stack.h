// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "twin/detection/pca_model.h"

namespace gemba::twin {

/// T2 and SPE of one row under several baselines of one shape: a model's own and those of its
/// bootstrap. What belongs together lies side by side, so that one instruction serves two of them;
/// each gets to the bit what evaluate() gives it. Does not allocate after construction; one thread
/// at a time.
class PcaStack
{
public:
    explicit PcaStack(const PcaModel& model);

    /// n, the model's own baseline first.
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// 2 n: all T2 limits, then all SPE limits.
    [[nodiscard]] std::span<const double> limits() const { return m_limits; }

    /// row: p finite values in the inputs' units. out: 2 n places, all T2, then all SPE.
    void evaluate(std::span<const double> row, std::span<double> out);

private:
    std::size_t m_size, m_lanes, m_inputs, m_components; ///< lanes: n, made even
    std::vector<double> m_usual; ///< lanes each: for each input means, scales and a loadings; then a variances
    std::vector<double> m_limits;
    std::vector<double> m_z, m_scores, m_results; ///< of the latest row: p, a and 2 by lanes
};

} // namespace gemba::twin
