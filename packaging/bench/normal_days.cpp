// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/bench/normal_days.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gemba::bench {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Rows = Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>;

constexpr double kRidge = 1e-6;

Rows rowsOf(const std::vector<double>& values, std::size_t columns)
{
    return {values.data(), static_cast<Index>(values.size() / columns), static_cast<Index>(columns)};
}

/// All stretches less their common mean, in common standard deviations.
std::vector<MatrixXd> standardised(std::span<const std::vector<double>> stretches, std::size_t columns,
                                   std::vector<double>& mean, std::vector<double>& scale)
{
    Eigen::RowVectorXd sum = Eigen::RowVectorXd::Zero(static_cast<Index>(columns)), squares = sum;
    double n = 0.0;
    for (const auto& s : stretches) {
        sum += rowsOf(s, columns).colwise().sum();
        n += static_cast<double>(s.size() / columns);
    }
    const Eigen::RowVectorXd middle = sum / n;
    for (const auto& s : stretches)
        squares += (rowsOf(s, columns).rowwise() - middle).array().square().matrix().colwise().sum();
    Eigen::RowVectorXd deviation = (squares / (n - 1.0)).cwiseSqrt();
    for (double& d : deviation)
        d = d > 1e-12 ? d : 0.0;
    mean.assign(middle.begin(), middle.end());
    scale.assign(deviation.begin(), deviation.end());
    const Eigen::RowVectorXd divisor = deviation.unaryExpr([](double d) { return d > 0.0 ? d : 1.0; });
    std::vector<MatrixXd> out;
    for (const auto& s : stretches)
        out.emplace_back((rowsOf(s, columns).rowwise() - middle).array().rowwise() / divisor.array());
    return out;
}

/// A of z' = A z + e.
MatrixXd fitStep(const std::vector<MatrixXd>& stretches, Index columns, double pairs)
{
    MatrixXd own = kRidge * pairs * MatrixXd::Identity(columns, columns);
    MatrixXd next = MatrixXd::Zero(columns, columns);
    for (const MatrixXd& z : stretches) {
        const auto from = z.topRows(z.rows() - 1);
        own += from.transpose() * from;
        next += from.transpose() * z.bottomRows(z.rows() - 1);
    }
    return own.ldlt().solve(next).transpose();
}

} // namespace

std::vector<NormalDays> NormalDays::fit(std::span<const std::vector<double>> stretches, std::size_t columns, std::uint64_t seed)
{
    double pairs = 0.0;
    for (const auto& s : stretches)
        pairs += std::max(0.0, static_cast<double>(s.size() / columns) - 1.0);
    if (pairs < 3.0 * static_cast<double>(columns))
        return {};
    NormalDays days(seed);
    const std::vector<MatrixXd> z = standardised(stretches, columns, days.m_mean, days.m_scale);
    const auto p = static_cast<Index>(columns);
    const MatrixXd step = fitStep(z, p, pairs);
    days.m_memory = step.eigenvalues().cwiseAbs().maxCoeff();
    const double widened = std::sqrt(pairs / (pairs - static_cast<double>(columns)));
    constexpr auto kRows = static_cast<Index>(kBlock);
    for (const MatrixXd& one : z) {
        // The error of row t is known from t = 1 on; blocks begin in phase with their stretch.
        for (Index from = kPhase; from + kRows <= one.rows(); from += kPhase) {
            const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> errors
                = widened * (one.middleRows(from, kRows) - one.middleRows(from - 1, kRows) * step.transpose());
            days.m_blocks.emplace_back(errors.data(), errors.data() + errors.size());
        }
    }
    if (days.m_blocks.size() < kMixed || !(days.m_memory < 1.0))
        return {};
    const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> byRow = step;
    days.m_step.assign(byRow.data(), byRow.data() + byRow.size());
    days.m_now.assign(columns, 0.0);
    days.m_before.assign(columns, 0.0);
    days.m_errors.assign(kBlock * columns, 0.0);
    return {std::move(days)};
}

double NormalDays::gaussian() // Box and Muller 1958
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - m_random.unit()));
    return radius * std::cos(2.0 * std::numbers::pi * m_random.unit());
}

void NormalDays::drawBlock()
{
    double weights[kMixed], length = 0.0;
    for (double& w : weights) {
        w = gaussian();
        length += w * w;
    }
    std::fill(m_errors.begin(), m_errors.end(), 0.0);
    for (const double w : weights) {
        const std::vector<double>& block = m_blocks[m_random.below(m_blocks.size())];
        for (std::size_t i = 0; i < m_errors.size(); ++i)
            m_errors[i] += w / std::sqrt(length) * block[i];
    }
    m_at = 0;
}

void NormalDays::next(std::span<double> row)
{
    if (m_at == kBlock)
        drawBlock();
    const std::size_t p = m_mean.size();
    m_before.swap(m_now);
    for (std::size_t i = 0; i < p; ++i) {
        double z = m_errors[m_at * p + i];
        for (std::size_t j = 0; j < p; ++j)
            z += m_step[i * p + j] * m_before[j];
        m_now[i] = z;
        row[i] = m_mean[i] + m_scale[i] * z;
    }
    ++m_at;
}

} // namespace gemba::bench
