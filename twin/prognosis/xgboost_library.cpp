// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/prognosis/xgboost_library.h"

#include <limits>

#include <fmt/format.h>

namespace gemba::twin::xgb {

Error lastError()
{
    // The reason is followed by a stack trace.
    const std::string message = XGBGetLastError();
    return {ErrorCode::BoostingFailed, {message.substr(0, message.find('\n'))}, {}};
}

std::string version()
{
    int major = 0, minor = 0, patch = 0;
    XGBoostVersion(&major, &minor, &patch);
    return fmt::format("xgboost {}.{}.{}", major, minor, patch);
}

Result<Matrix> Matrix::create(std::span<const float> values, std::size_t columns)
{
    DMatrixHandle handle = nullptr;
    if (XGDMatrixCreateFromMat_omp(values.data(), values.size() / columns, columns,
                                   std::numeric_limits<float>::quiet_NaN(), &handle, 1) != 0)
        return lastError();
    return Matrix(handle);
}

Result<Booster> Booster::create(const Matrix* matrix)
{
    // Its remarks would go to standard error; errors come back as values.
    BoosterHandle handle = nullptr;
    const DMatrixHandle cached = matrix ? matrix->get() : nullptr;
    if (XGBSetGlobalConfig(R"({"verbosity":0})") != 0 || XGBoosterCreate(&cached, matrix ? 1 : 0, &handle) != 0)
        return lastError();
    Booster booster(handle);
    if (auto set = booster.set("nthread", "1"); !set)
        return set.error();
    return booster;
}

Result<void> Booster::set(const std::string& name, const std::string& value)
{
    if (XGBoosterSetParam(m_handle, name.c_str(), value.c_str()) != 0)
        return lastError();
    return {};
}

} // namespace gemba::twin::xgb
