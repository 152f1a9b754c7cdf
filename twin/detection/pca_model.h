// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twin/detection/regime_scaling.h"
#include "twin/model/result.h"

namespace gemba::twin {

/// What one fit learned about normal operation, for p inputs and a components (1 <= a <= p).
/// z = (x - mean) / scale, scores t = z'P, T2 = sum t_k^2 / lambda_k, SPE = |z - P t|^2.
struct PcaBaseline {
    std::vector<double> mean;      ///< p, in the inputs' units
    std::vector<double> scale;     ///< p, sample standard deviation, > 0
    std::vector<double> loadings;  ///< p x a by input: P(i, k) = loadings[i * a + k]
    std::vector<double> variances; ///< a, lambda_1 >= ... >= lambda_a > 0
    double t2Limit = 0.0;  ///< operating limit from the false-alert budget, > 0
    double speLimit = 0.0; ///< the same for SPE; 0 where a = p and no residual exists
    bool operator==(const PcaBaseline&) const = default;
};

/// How often an operating limit may be crossed for nothing, and how often it is expected to be.
struct AlertBudget {
    double alerts = 1.0;       ///< at most so many, T2 and SPE together ...
    double days = 90.0;        ///< ... in so many days of process time
    double rowSeconds = 60.0;  ///< process time of one row
    std::uint32_t onDelay = 3; ///< a crossing counts after so many rows in succession
    double t2PerMonth = 0.0;   ///< expected alerts in 30 days at the operating limit of T2
    double spePerMonth = 0.0;  ///< the same for SPE
    bool operator==(const AlertBudget&) const = default;
};

/// What a model was made of; kept for lineage, not needed for scoring.
struct TrainingFacts {
    std::uint64_t rows = 0;     ///< normal rows used
    std::uint64_t seed = 0;
    std::string dataSha256;     ///< of the training files' bytes, in order
    std::string recipe;         ///< the complete recipe as canonical JSON
    std::vector<std::string> dropped; ///< constant inputs left out
    std::string library; ///< that did the work, with its version; empty: none but Gemba itself
    double varianceExplained = 0.0;   ///< share of the components, 0..1
    double heldOutAlarmRate = 0.0;    ///< share of held-out normal rows over a textbook limit
    bool operator==(const TrainingFacts&) const = default;
};

/// A detection model by principal components. A value, immutable once trained or parsed: both
/// make sure of the shapes and ranges stated here, so scoring needs no checks.
struct PcaModel {
    std::vector<std::string> inputs;    ///< p names: tag ids in a plant, columns in a table
    std::optional<RegimeScaling> regimes; ///< where there are any, everything below is of inputs
                                          ///< standardised by them, not in the inputs' units
    PcaBaseline baseline;
    std::vector<PcaBaseline> bootstrap; ///< refits on resampled blocks; same p and a
    double confidence = 0.99;           ///< of the textbook limits, inside (0, 1)
    double t2Textbook = 0.0;  ///< a (n^2 - 1) / (n (n - a)) F(a, n - a)
    double speTextbook = 0.0; ///< Jackson and Mudholkar 1979; 0 where a = p
    AlertBudget budget;
    std::uint32_t medianRows = 1; ///< statistics are medians of the latest so many rows
    TrainingFacts facts;

    [[nodiscard]] std::size_t inputCount() const { return inputs.size(); }
    [[nodiscard]] std::size_t componentCount() const { return baseline.variances.size(); }
    bool operator==(const PcaModel&) const = default;
};

inline constexpr std::size_t kMaxModelBytes = std::size_t{64} << 20;
inline constexpr std::size_t kMaxModelInputs = 2'000;
inline constexpr std::size_t kMaxBootstraps = 100;

/// Reads a .gmodel file. Every size, shape and range is checked; errors name the JSON path.
[[nodiscard]] Result<PcaModel> parseModel(std::string_view json);

/// Canonical JSON: sorted keys, shortest doubles that read back the same, no white space. Equal
/// models give equal bytes.
[[nodiscard]] std::string modelJson(const PcaModel& model);

} // namespace gemba::twin
