// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the .cpp files that read and write models only: it shows the JSON library.
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "twin/detection/pca_model.h"
#include "twin/detection/regime_scaling.h"

namespace gemba::twin {

inline constexpr double kSmallestDivisor = 1e-12; ///< smallest variance or limit that scoring divides by
inline constexpr double kLargestNumber = 1e300; ///< of means and scales: combined they do not overflow

/// Reads members of JSON objects; the first thing that does not fit is kept as the error
/// (ModelInvalid with the JSON path and what was expected).
class ModelFields
{
public:
    using Json = nlohmann::json;
    explicit ModelFields(std::optional<Error>& error) : m_error(error) {}

    const Json* member(const Json& object, const std::string& path, const char* key);
    double number(const Json& object, const std::string& path, const char* key, double low, double high);
    std::uint64_t integer(const Json& object, const std::string& path, const char* key, std::uint64_t low,
                          std::uint64_t high);
    std::string text(const Json& object, const std::string& path, const char* key);
    /// At most most texts; kMaxModelInputs unless told.
    std::vector<std::string> texts(const Json& object, const std::string& path, const char* key,
                                   std::size_t most = kMaxModelInputs);
    /// Appends exactly size numbers from low to high.
    void numbers(const Json* v, const std::string& path, std::size_t size, double low, double high,
                 std::vector<double>& out);

    /// Numbers of any count up to most; what is no whole number from -1 up becomes -2.
    std::vector<std::int32_t> positions(const Json& object, const std::string& path, const char* key, std::size_t most);
    /// The same for real numbers; what is no number becomes NaN.
    std::vector<double> reals(const Json& object, const std::string& path, const char* key, std::size_t most);

    void fail(const std::string& path, std::string expected);
    [[nodiscard]] bool failed() const { return m_error.has_value(); }

private:
    const Json* listOf(const Json& object, const std::string& path, const char* key, std::size_t most);
    double toNumber(const Json& v, const std::string& path, double low, double high);
    std::optional<Error>& m_error;
};

inline constexpr std::int64_t kModelVersion = 1;

struct ModelHeader {
    std::string task, method;
    std::vector<std::string> inputs; ///< at least one, each once
};
[[nodiscard]] ModelHeader readHeader(ModelFields& f, const nlohmann::json& model);

/// The document of a .gmodel file of any kind; only its syntax and size are checked.
[[nodiscard]] Result<nlohmann::json> parseModelDocument(std::string_view text);
[[nodiscard]] Result<PcaModel> pcaModelFrom(const nlohmann::json& model);

[[nodiscard]] AlertBudget readBudget(ModelFields& f, const nlohmann::json& model);
[[nodiscard]] nlohmann::json budgetJson(const AlertBudget& budget);
[[nodiscard]] nlohmann::json factsJson(const TrainingFacts& facts);
[[nodiscard]] TrainingFacts readFacts(ModelFields& f, const nlohmann::json& model);

[[nodiscard]] nlohmann::json regimesJson(const RegimeScaling& scaling);
[[nodiscard]] RegimeScaling readRegimes(ModelFields& f, const nlohmann::json& v, const std::string& path,
                                        std::size_t inputs);

} // namespace gemba::twin
