// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "twin/health/health_assessor.h"
#include "twin/model/assessment.h"
#include "twin/model/bytes.h"
#include "twin/model/package.h"
#include "twin/prognosis/boosted_scorer.h"

namespace gemba::twin {

/// Predicts the remaining life of all assets whose class says how (LifeSetup). Rows are gathered as
/// the assets are assessed and evaluated together, at the latest kBatchWait of log time after the
/// first of them: one alone costs about twenty times its share of a batch.
///
/// Nothing is said before as many rows have been seen as the model looks at, unless they are all
/// there are of this life: on fewer the band does not hold what it promises. A row whose inputs are
/// not all usable is left out, and nothing is said until the next whole one. An age that falls, or
/// leaps by more than the model looks at, begins another life.
///
/// Not thread-safe; reads no clock: now is log time and must not decrease.
class LifeForecast
{
public:
    static constexpr TimeNs kBatchWait = 250 * kMillisecond;

    /// Errors: PlantUnknownReference, those of the model's file, ModelForOtherTask (not rul, or ages
    /// that do not count from the begin of life), ModelInputMissing (place.column names the asset).
    [[nodiscard]] static Result<LifeForecast> create(const Plant& plant, const PlantPackage& package);

    /// The asset is being assessed with these inputs, in the order of Asset::tags. What is known of
    /// its life now; null: its class has no model. Valid until the next call.
    const Life* take(AssetId asset, std::span<const AssetInput> inputs, bool runs, TimeNs now);

    /// Evaluates what has waited long enough; the assets concerned, which then should be assessed
    /// again. Valid until the next call.
    const std::vector<AssetId>& predictDue(TimeNs now);

    void reset(); ///< as if nothing had been seen
    void save(ByteWriter& out) const;
    [[nodiscard]] bool load(ByteReader& in); ///< false: refused, and then as after reset()

private:
    struct Model {
        std::string name;
        BoostedScorer scorer;
        TimeNs since = kNoTime; ///< of the first that waits
        std::vector<std::uint32_t> waiting; ///< positions in m_courses
        std::vector<float> features;        ///< of theirs, one after the other
        [[nodiscard]] const FeatureSet& set() const { return scorer.model().features; }
    };
    struct Row {
        TimeNs arrival = kNoTime;
        double age = 0.0;
        std::vector<double> values; ///< inputs, then settings
    };
    struct Course { ///< one asset's
        AssetId asset{};
        std::uint32_t model = 0;
        std::uint32_t ageAt = 0;           ///< positions in Asset::tags: of the age,
        std::vector<std::uint32_t> inputs; ///< and of the model's inputs, then settings
        std::optional<FeatureMaker> maker;
        std::vector<Row> rows; ///< the latest, oldest first; at most as many as the model looks at
        bool unknownSettings = false; ///< at the last row
        bool failed = false;          ///< to evaluate it
        bool figure = false;          ///< low to high of life hold a prediction
        double low = 0.0, median = 0.0, high = 0.0, figureAge = 0.0;
        TimeNs figureAt = kNoTime;
        Life life; ///< as told
    };
    [[nodiscard]] static Result<Model> loadModel(const std::string& name, const PlantPackage& package);
    [[nodiscard]] static Result<Course> makeCourse(const Plant& plant, AssetId asset, std::uint32_t at, const Model& model);
    [[nodiscard]] std::uint32_t window(const Course& c) const { return m_models[c.model].set().window; }
    void takeRow(Course& c, std::span<const AssetInput> inputs, TimeNs now);
    void makeFeatures(Course& c, const Row& row, std::span<float> out) const;
    void evaluate(Model& model);
    void tell(Course& c, LifeWithheld reason) const;
    [[nodiscard]] static TimeNs pace(const Course& c);
    [[nodiscard]] LifeWithheld reason(const Course& c) const;
    void saveCourse(const Course& c, ByteWriter& out) const;
    [[nodiscard]] bool loadCourse(Course& c, ByteReader& in);
    [[nodiscard]] bool loadWaiting(Model& model, ByteReader& in) const;

    std::vector<Model> m_models;
    std::vector<Course> m_courses;         ///< in the order of their assets
    std::vector<std::uint32_t> m_courseOf; ///< by AssetId: position in m_courses, or UINT32_MAX
    std::vector<AssetId> m_predicted;
};

void save(const Life& life, ByteWriter& w);
[[nodiscard]] Life loadLife(ByteReader& r);

} // namespace gemba::twin
