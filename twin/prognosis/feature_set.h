// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "twin/detection/regime_scaling.h"
#include "twin/model/result.h"

namespace gemba::twin {

/// A number made of the inputs of one row.
struct FeatureColumn {
    enum class Kind : std::uint8_t { Input, Product, Difference, Formula };
    Kind kind = Kind::Input;
    std::uint32_t a = 0, b = 0; ///< positions of inputs; b: Product and Difference (a - b)
    std::string name, formula;  ///< of a Formula
    bool operator==(const FeatureColumn&) const = default;
};

/// What trees see of a row and of the rows before it; the same for training and scoring. A value.
/// Inputs are standardised by regime where there are regimes, then make the columns. With a window
/// of more than one row each column gives five features: value, mean, standard deviation (n - 1;
/// 0 for one row), change since the oldest row and slope per row (least squares), over the latest
/// window rows of its run, or as many as there are.
struct FeatureSet {
    enum class Age : std::uint8_t {
        None,
        Time,  ///< the time itself: it counts from the begin of a life
        Since, ///< the time since the first row of the run
    };

    std::vector<std::string> inputs;      ///< p names of columns
    std::optional<RegimeScaling> regimes; ///< of the inputs
    std::vector<FeatureColumn> columns;   ///< at least one
    std::uint32_t window = 1;
    Age age = Age::None;                  ///< one feature more, the last one
    std::string ageName;                  ///< the time column, or "age" where there is none

    [[nodiscard]] std::size_t perColumn() const { return window > 1 ? 5 : 1; }
    [[nodiscard]] std::size_t size() const { return columns.size() * perColumn() + (age == Age::None ? 0 : 1); }
    [[nodiscard]] std::size_t settings() const { return regimes ? regimes->settings.size() : 0; }
    bool operator==(const FeatureSet&) const = default;
};

inline constexpr std::size_t kMostFeatures = 20'000;
inline constexpr std::uint32_t kMostWindow = 1'000;

/// Makes features row by row. Allocates only when made. One thread at a time.
class FeatureMaker
{
public:
    /// Errors: ExpressionInvalid (place.column names the feature).
    [[nodiscard]] static Result<FeatureMaker> make(const FeatureSet& set);
    FeatureMaker(FeatureMaker&&) noexcept;
    FeatureMaker& operator=(FeatureMaker&&) noexcept;
    ~FeatureMaker();

    /// A new run begins: no rows before the next one.
    void reset();
    /// The next row: p inputs and the settings, finite, in their units; time in the unit of the time
    /// column. out has set.size() places; NaN where a formula has no value.
    void push(std::span<const double> inputs, std::span<const double> settings, double time,
              std::span<float> out);

    /// Which inputs a feature is made of, each once: positions, set.inputs.size() for the age.
    [[nodiscard]] std::span<const std::uint32_t> sources(std::size_t feature) const;

private:
    struct Private;
    explicit FeatureMaker(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// Splits the parts of features evenly over the inputs that each is made of.
/// parts: set.size() values; out: set.inputs.size() + 1 values, the last one for the age.
void splitOverInputs(const FeatureMaker& maker, std::span<const float> parts, std::span<double> out);

} // namespace gemba::twin
