// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twin/training/split_mix.h"

namespace gemba::bench {

/// Recorded normal running of a process, continued for as long as it is asked for. Resampled, not
/// recorded: whatever is told of it has to say so.
///
/// z' = A z + e over all columns at once, standardised: a vector autoregression of order 1 by least
/// squares with a ridge of 1e-6, so that columns keep their means, spreads, what they have in
/// common and how long they remember. The errors e come in blocks of kBlock rows; each is
/// w1 e1 + ... + w4 e4 of four recorded blocks under a random unit vector w: covariances within a
/// block stay what they were, and extremes go beyond those recorded. Blocks begin at multiples of
/// kPhase rows of their stretch, so that analysers that tell a value every second or fifth row go
/// on doing so. Errors are widened by what the fit has taken from their variance. Same rows and
/// seed, same course.
class NormalDays
{
public:
    static constexpr std::size_t kPhase = 10, kBlock = 2 * kPhase, kMixed = 4;

    /// stretches: consecutive rows of `columns` finite values each, row after row; all began at the
    /// same phase. Empty where no process can be fitted: together fewer than 3 rows a column, no
    /// stretch of kBlock + 1 rows, or one that would run away.
    [[nodiscard]] static std::vector<NormalDays> fit(std::span<const std::vector<double>> stretches,
                                                     std::size_t columns, std::uint64_t seed);

    void next(std::span<double> row); ///< `columns` values in the units they came in

    [[nodiscard]] double memory() const { return m_memory; } ///< spectral radius of A, below 1

private:
    explicit NormalDays(std::uint64_t seed) : m_random(seed) {}
    void drawBlock();
    double gaussian();

    twin::SplitMix64 m_random;
    std::vector<double> m_mean, m_scale; ///< columns; a scale of 0: does not vary
    std::vector<double> m_step;          ///< A, columns x columns, row after row
    std::vector<std::vector<double>> m_blocks; ///< kBlock x columns each
    std::vector<double> m_errors;        ///< of the present block
    std::size_t m_at = kBlock;           ///< in it
    std::vector<double> m_now, m_before; ///< z
    double m_memory = 0.0;
};

} // namespace gemba::bench
