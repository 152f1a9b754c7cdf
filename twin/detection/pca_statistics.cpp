// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/pca_statistics.h"

#include <algorithm>
#include <cmath>

namespace gemba::twin {

namespace {

double bounded(double z)
{
    return std::isnan(z) ? 0.0 : std::clamp(z, -kMostDeviations, kMostDeviations);
}

// M(i, j) of the combined index z'Mz = T2 / t2Limit + SPE / speLimit:
// M = P diag(1 / (lambda t2Limit) - 1 / speLimit) P' + I / speLimit.
double combinedIndex(const PcaBaseline& b, std::size_t i, std::size_t j)
{
    const std::size_t a = b.variances.size();
    const double residual = b.speLimit > 0.0 ? 1.0 / b.speLimit : 0.0;
    double m = i == j ? residual : 0.0;
    for (std::size_t k = 0; k < a; ++k) {
        const double weight = 1.0 / (b.variances[k] * b.t2Limit) - residual;
        m += b.loadings[i * a + k] * weight * b.loadings[j * a + k];
    }
    return m;
}

// Solves the symmetric positive definite n x n system in place by Cholesky; the solution
// replaces rhs. A pivot that rounding made useless drops its unknown to 0: the mean.
void solve(std::vector<double>& s, std::vector<double>& rhs, std::size_t n)
{
    for (std::size_t j = 0; j < n; ++j) {
        double d = s[j * n + j];
        const double before = d;
        for (std::size_t k = 0; k < j; ++k)
            d -= s[j * n + k] * s[j * n + k];
        const bool usable = d > 1e-12 * before;
        const double root = usable ? std::sqrt(d) : 0.0;
        s[j * n + j] = root;
        for (std::size_t i = j + 1; i < n; ++i) {
            double v = s[i * n + j];
            for (std::size_t k = 0; k < j; ++k)
                v -= s[i * n + k] * s[j * n + k];
            s[i * n + j] = usable ? v / root : 0.0;
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            rhs[i] -= s[i * n + k] * rhs[k];
        rhs[i] = s[i * n + i] > 0.0 ? rhs[i] / s[i * n + i] : 0.0;
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            rhs[i] -= s[k * n + i] * rhs[k];
        rhs[i] = s[i * n + i] > 0.0 ? rhs[i] / s[i * n + i] : 0.0;
    }
}

} // namespace

PcaWorkspace::PcaWorkspace(std::size_t inputs, std::size_t components)
    : z(inputs), scores(components), residual(inputs), system(inputs * inputs), rhs(inputs),
      missing(inputs)
{
}

PcaStatistics evaluate(const PcaBaseline& b, std::span<const double> x, PcaWorkspace& w)
{
    const std::size_t p = b.mean.size();
    const std::size_t a = b.variances.size();
    for (std::size_t i = 0; i < p; ++i)
        w.z[i] = bounded((x[i] - b.mean[i]) / b.scale[i]);
    PcaStatistics out;
    for (std::size_t k = 0; k < a; ++k) {
        double t = 0.0;
        for (std::size_t i = 0; i < p; ++i)
            t += w.z[i] * b.loadings[i * a + k];
        w.scores[k] = t;
        out.t2 += t * t / b.variances[k];
    }
    for (std::size_t i = 0; i < p; ++i) {
        double r = w.z[i];
        for (std::size_t k = 0; k < a; ++k)
            r -= b.loadings[i * a + k] * w.scores[k];
        // With as many components as inputs there is no residual space, only rounding.
        w.residual[i] = a < p ? r : 0.0;
        out.spe += w.residual[i] * w.residual[i];
    }
    return out;
}

void decompose(const PcaBaseline& b, const PcaWorkspace& w, std::span<double> t2, std::span<double> spe)
{
    const std::size_t p = b.mean.size();
    const std::size_t a = b.variances.size();
    for (std::size_t i = 0; i < p; ++i) {
        // M^1/2 = P Lambda^-1/2 P' for T2; for SPE M is a projection and its own root.
        double root = 0.0;
        for (std::size_t k = 0; k < a; ++k)
            root += b.loadings[i * a + k] * w.scores[k] / std::sqrt(b.variances[k]);
        t2[i] = root * root;
        spe[i] = w.residual[i] * w.residual[i];
    }
}

double expectedValue(const PcaBaseline& b, const PcaWorkspace& w, std::size_t i)
{
    return b.mean[i] + b.scale[i] * (w.z[i] - w.residual[i]);
}

void reconstruct(const PcaBaseline& b, std::span<double> x, std::span<const std::uint8_t> missing,
                 PcaWorkspace& w)
{
    const std::size_t p = b.mean.size();
    std::size_t n = 0;
    for (std::size_t i = 0; i < p; ++i) {
        if (missing[i] != 0)
            w.missing[n++] = static_cast<std::uint32_t>(i);
        w.z[i] = missing[i] != 0 ? 0.0 : bounded((x[i] - b.mean[i]) / b.scale[i]);
    }
    // The minimum over the missing z_m is where M_mm z_m = -M_mo z_o.
    for (std::size_t r = 0; r < n; ++r) {
        w.rhs[r] = 0.0;
        for (std::size_t j = 0; j < p; ++j) {
            if (missing[j] == 0)
                w.rhs[r] -= combinedIndex(b, w.missing[r], j) * w.z[j];
        }
        for (std::size_t c = 0; c < n; ++c)
            w.system[r * n + c] = combinedIndex(b, w.missing[r], w.missing[c]);
    }
    solve(w.system, w.rhs, n);
    for (std::size_t r = 0; r < n; ++r) {
        const std::size_t i = w.missing[r];
        x[i] = b.mean[i] + b.scale[i] * bounded(w.rhs[r]);
    }
}

} // namespace gemba::twin
