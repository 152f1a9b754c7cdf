// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For .cpp files only: public headers do not show the library.
#include <span>
#include <string>

#include <xgboost/c_api.h>

#include "twin/model/result.h"

namespace gemba::twin::xgb {

/// BoostingFailed with the library's reason.
[[nodiscard]] Error lastError();
/// "xgboost 1.7.4", as loaded.
[[nodiscard]] std::string version();

/// A table inside the library. One thread throughout: sums in another order are other numbers.
class Matrix
{
public:
    /// rows x columns, row after row; NaN is a missing value.
    [[nodiscard]] static Result<Matrix> create(std::span<const float> values, std::size_t columns);
    Matrix(Matrix&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Matrix& operator=(Matrix&& other) noexcept { std::swap(m_handle, other.m_handle); return *this; }
    ~Matrix() { XGDMatrixFree(m_handle); }
    [[nodiscard]] DMatrixHandle get() const { return m_handle; }

private:
    explicit Matrix(DMatrixHandle handle) : m_handle(handle) {}
    DMatrixHandle m_handle;
};

/// A booster inside the library, quiet and on one thread.
class Booster
{
public:
    /// matrix: what it is to be trained on; none to load a model into it.
    [[nodiscard]] static Result<Booster> create(const Matrix* matrix);
    Booster(Booster&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Booster& operator=(Booster&& other) noexcept { std::swap(m_handle, other.m_handle); return *this; }
    ~Booster() { XGBoosterFree(m_handle); }
    [[nodiscard]] BoosterHandle get() const { return m_handle; }
    [[nodiscard]] Result<void> set(const std::string& name, const std::string& value);

private:
    explicit Booster(BoosterHandle handle) : m_handle(handle) {}
    BoosterHandle m_handle;
};

} // namespace gemba::twin::xgb
