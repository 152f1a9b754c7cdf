// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/prognosis/tree_predictor.h"

#include <algorithm>

#include <fmt/format.h>

#include "twin/prognosis/xgboost_document.h"
#include "twin/prognosis/xgboost_library.h"

namespace gemba::twin {

struct TreePredictor::Private {
    xgb::Booster booster;
    std::size_t features, outputs;
};

TreePredictor::TreePredictor(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
TreePredictor::TreePredictor(TreePredictor&&) noexcept = default;
TreePredictor& TreePredictor::operator=(TreePredictor&&) noexcept = default;
TreePredictor::~TreePredictor() = default;

Result<TreePredictor> TreePredictor::make(const TreeEnsemble& ensemble)
{
    if (const auto fault = faultOf(ensemble))
        return Error{ErrorCode::ModelInvalid, {*fault}, {}};
    auto booster = xgb::Booster::create(nullptr);
    if (!booster)
        return booster.error();
    const std::string text = xgb::document(ensemble);
    if (XGBoosterLoadModelFromBuffer(booster->get(), text.data(), text.size()) != 0)
        return xgb::lastError();
    if (auto set = booster->set("nthread", "1"); !set) // a loaded model has settings of its own
        return set.error();
    return TreePredictor(std::make_unique<Private>(Private{std::move(*booster), ensemble.features, ensemble.outputs}));
}

Result<void> TreePredictor::predict(std::span<const float> rows, std::span<float> out)
{
    const std::size_t n = rows.size() / m_d->features;
    if (n == 0)
        return {};
    const std::string values = fmt::format(
        R"({{"data":[{},true],"shape":[{},{}],"strides":null,"typestr":"<f4","version":3}})",
        reinterpret_cast<std::uintptr_t>(rows.data()), n, m_d->features);
    constexpr const char* kConfig = R"({"type":0,"training":false,"iteration_begin":0,"iteration_end":0,)"
                                    R"("missing":NaN,"strict_shape":true,"cache_id":0})";
    const bst_ulong* shape = nullptr;
    bst_ulong dimensions = 0;
    const float* result = nullptr;
    if (XGBoosterPredictFromDense(m_d->booster.get(), values.c_str(), kConfig, nullptr, &shape, &dimensions, &result) != 0)
        return xgb::lastError();
    std::copy_n(result, std::min(out.size(), n * m_d->outputs), out.begin());
    return {};
}

Result<void> TreePredictor::contributions(std::span<const float> rows, std::span<float> out)
{
    if (rows.empty())
        return {};
    const auto matrix = xgb::Matrix::create(rows, m_d->features);
    if (!matrix)
        return matrix.error();
    constexpr const char* kConfig
        = R"({"type":2,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":true})";
    const bst_ulong* shape = nullptr;
    bst_ulong dimensions = 0;
    const float* result = nullptr;
    if (XGBoosterPredictFromDMatrix(m_d->booster.get(), matrix->get(), kConfig, &shape, &dimensions, &result) != 0)
        return xgb::lastError();
    const std::size_t size = rows.size() / m_d->features * m_d->outputs * (m_d->features + 1);
    std::copy_n(result, std::min(out.size(), size), out.begin());
    return {};
}

std::string treeLibrary()
{
    return xgb::version();
}

} // namespace gemba::twin
