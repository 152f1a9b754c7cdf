// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/any_model.h"

#include "twin/detection/forest_json.h"
#include "twin/detection/model_fields.h"
#include "twin/prognosis/boosted_json.h"
#include "twin/training/boosted_trainer.h"
#include "twin/training/forest_trainer.h"
#include "twin/training/pca_trainer.h"

namespace gemba::twin {

namespace {

template <class Kind>
Result<Model> asAny(Result<Kind> model)
{
    if (!model)
        return model.error();
    return Model(std::move(*model));
}

} // namespace

Result<Model> parseAnyModel(std::string_view text)
{
    const auto document = parseModelDocument(text);
    if (!document)
        return document.error();
    std::optional<Error> error;
    ModelFields f(error);
    const ModelHeader header = readHeader(f, *document);
    if (error)
        return *error;
    if (header.method == "pca")
        return asAny(pcaModelFrom(*document));
    if (header.method == "isolation-forest")
        return asAny(forestModelFrom(*document));
    if (header.method == "xgboost")
        return asAny(boostedModelFrom(*document));
    f.fail("/method", "\"pca\", \"isolation-forest\" or \"xgboost\"");
    return *error;
}

std::string modelJson(const Model& model)
{
    return std::visit([](const auto& m) { return modelJson(m); }, model);
}

const TrainingFacts& factsOf(const Model& model)
{
    return std::visit([](const auto& m) -> const TrainingFacts& { return m.facts; }, model);
}

const std::vector<std::string>& inputsOf(const Model& model)
{
    if (const auto* boosted = std::get_if<BoostedModel>(&model))
        return boosted->features.inputs;
    if (const auto* forest = std::get_if<ForestModel>(&model))
        return forest->inputs;
    return std::get<PcaModel>(model).inputs;
}

Result<Model> trainModel(const TrainingTable& table, const Recipe& recipe, const std::string& dataSha256,
                         const TrainingProgress& progress)
{
    switch (recipe.method) {
    case Method::Pca:
        return asAny(trainPca(table, recipe, dataSha256, progress));
    case Method::IsolationForest:
        return asAny(trainForest(table, recipe, dataSha256, progress));
    case Method::Xgboost:
        break;
    }
    return asAny(trainBoosted(table, recipe, dataSha256, progress));
}

} // namespace gemba::twin
