// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/pca_fit.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace gemba::twin {

namespace {

using Index = Eigen::Index;

// Eigenvalues below this are rounding; a component on one of them would divide by noise.
constexpr double kSmallestVariance = 1e-9;

Eigen::MatrixXd correlation(std::span<const double> values, std::span<const std::size_t> rows,
                            const PcaBaseline& b)
{
    const std::size_t p = b.mean.size();
    const auto size = static_cast<Index>(p);
    Eigen::MatrixXd c = Eigen::MatrixXd::Zero(size, size);
    std::vector<double> z(p);
    for (const std::size_t r : rows) {
        for (std::size_t i = 0; i < p; ++i)
            z[i] = (values[r * p + i] - b.mean[i]) / b.scale[i];
        for (std::size_t i = 0; i < p; ++i) {
            for (std::size_t j = 0; j <= i; ++j)
                c(static_cast<Index>(i), static_cast<Index>(j)) += z[i] * z[j];
        }
    }
    c /= static_cast<double>(rows.size() - 1);
    return c.selfadjointView<Eigen::Lower>();
}

std::size_t componentCount(const std::vector<double>& eigenvalues, double wanted)
{
    const auto worth = static_cast<std::size_t>(
        std::count_if(eigenvalues.begin(), eigenvalues.end(), [](double v) { return v > kSmallestVariance; }));
    const std::size_t most = std::max<std::size_t>(1, worth);
    if (wanted >= 1.0)
        return std::min(most, static_cast<std::size_t>(wanted));
    double total = 0.0, sum = 0.0;
    for (const double v : eigenvalues)
        total += v;
    std::size_t a = 0;
    while (a < most && sum < wanted * total)
        sum += eigenvalues[a++];
    return std::max<std::size_t>(1, a);
}

double signOf(const Eigen::MatrixXd& vectors, Index column)
{
    Index largest = 0;
    for (Index i = 1; i < vectors.rows(); ++i) {
        // A hair's breadth more is no more: rounding must not decide between equals.
        if (std::abs(vectors(i, column)) > std::abs(vectors(largest, column)) * (1.0 + 1e-9))
            largest = i;
    }
    return vectors(largest, column) < 0.0 ? -1.0 : 1.0;
}

} // namespace

void columnMoments(std::span<const double> values, std::size_t columns, std::span<const std::size_t> rows,
                   std::vector<double>& mean, std::vector<double>& scale)
{
    mean.assign(columns, 0.0);
    scale.assign(columns, 0.0);
    const auto n = static_cast<double>(rows.size());
    for (const std::size_t r : rows) {
        for (std::size_t i = 0; i < columns; ++i)
            mean[i] += values[r * columns + i] / n;
    }
    for (const std::size_t r : rows) {
        for (std::size_t i = 0; i < columns; ++i) {
            const double d = values[r * columns + i] - mean[i];
            scale[i] += d * d;
        }
    }
    for (std::size_t i = 0; i < columns; ++i) {
        scale[i] = std::sqrt(scale[i] / (n - 1.0));
        // What is left of a constant after rounding is not variation.
        if (scale[i] <= 1e-12 * std::abs(mean[i]))
            scale[i] = 0.0;
    }
}

PcaFit fitPca(std::span<const double> values, std::span<const std::size_t> rows, double components,
              std::span<const double> fallbackScale)
{
    PcaFit fit;
    PcaBaseline& b = fit.baseline;
    const std::size_t p = fallbackScale.size();
    columnMoments(values, p, rows, b.mean, b.scale);
    for (std::size_t i = 0; i < p; ++i)
        b.scale[i] = b.scale[i] > 0.0 ? b.scale[i] : fallbackScale[i];
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(correlation(values, rows, b));
    std::vector<double> eigenvalues(p);
    for (std::size_t k = 0; k < p; ++k) // Eigen's are in increasing order
        eigenvalues[k] = std::max(0.0, solver.eigenvalues()(static_cast<Index>(p - 1 - k)));
    const std::size_t a = componentCount(eigenvalues, components);
    b.loadings.resize(p * a);
    double total = 0.0, explained = 0.0;
    for (std::size_t k = 0; k < p; ++k) {
        total += eigenvalues[k];
        if (k >= a) {
            fit.residualVariances.push_back(eigenvalues[k]);
            continue;
        }
        explained += eigenvalues[k];
        b.variances.push_back(std::max(kSmallestVariance, eigenvalues[k]));
        const auto column = static_cast<Index>(p - 1 - k);
        const double sign = signOf(solver.eigenvectors(), column);
        for (std::size_t i = 0; i < p; ++i)
            b.loadings[i * a + k] = sign * solver.eigenvectors()(static_cast<Index>(i), column);
    }
    fit.varianceExplained = total > 0.0 ? std::min(1.0, explained / total) : 0.0;
    return fit;
}

} // namespace gemba::twin
