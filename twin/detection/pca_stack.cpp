// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/pca_stack.h"

#include <algorithm>

#include "twin/detection/pca_statistics.h"

namespace gemba::twin {

namespace {

// Two numbers at a time: what a register of every x86-64 and ARM holds (a vector of GCC and Clang).
using Pair = double __attribute__((vector_size(2 * sizeof(double)), aligned(sizeof(double)), may_alias));

inline const Pair& pair(const double* at) { return *reinterpret_cast<const Pair*>(at); }
inline Pair& pair(double* at) { return *reinterpret_cast<Pair*>(at); }

} // namespace

PcaStack::PcaStack(const PcaModel& model)
    : m_size(1 + model.bootstrap.size()), m_lanes(m_size + m_size % 2), m_inputs(model.inputCount()),
      m_components(model.componentCount()), m_limits(2 * m_size), m_z(m_inputs * m_lanes), m_scores(m_components * m_lanes),
      m_results(2 * m_lanes)
{
    const auto baseline = [&](std::size_t b) -> const PcaBaseline& { return b == 0 ? model.baseline : model.bootstrap[b - 1]; };
    for (std::size_t b = 0; b < m_size; ++b) {
        m_limits[b] = baseline(b).t2Limit;
        m_limits[m_size + b] = baseline(b).speLimit;
    }
    const auto add = [&](auto number) { // a lane left over does once more what the last one does
        for (std::size_t lane = 0; lane < m_lanes; ++lane)
            m_usual.push_back(number(baseline(std::min(lane, m_size - 1))));
    };
    m_usual.reserve((m_inputs * (2 + m_components) + m_components) * m_lanes);
    for (std::size_t i = 0; i < m_inputs; ++i) {
        add([&](const PcaBaseline& b) { return b.mean[i]; });
        add([&](const PcaBaseline& b) { return b.scale[i]; });
        for (std::size_t k = 0; k < m_components; ++k)
            add([&](const PcaBaseline& b) { return b.loadings[i * m_components + k]; });
    }
    for (std::size_t k = 0; k < m_components; ++k)
        add([&](const PcaBaseline& b) { return b.variances[k]; });
}

// Every operation on pairs is on baselines that know nothing of each other: their sums keep the order
// of evaluate().
void PcaStack::evaluate(std::span<const double> row, std::span<double> out)
{
    const double* const usual = m_usual.data();
    double *const t2 = m_results.data(), *const spe = t2 + m_lanes;
    double *const zs = m_z.data(), *const scores = m_scores.data();
    const std::size_t step = (2 + m_components) * m_lanes;
    constexpr Pair kMost{kMostDeviations, kMostDeviations};
    std::fill(m_scores.begin(), m_scores.end(), 0.0);
    for (std::size_t i = 0; i < m_inputs; ++i) {
        const double* const at = usual + i * step;
        double* const z = zs + i * m_lanes;
        for (std::size_t b = 0; b < m_lanes; b += 2) {
            Pair v = (row[i] - pair(at + b)) / pair(at + m_lanes + b);
            v = v < kMost ? v : kMost;
            pair(z + b) = v > -kMost ? v : -kMost;
        }
        for (std::size_t k = 0; k < m_components; ++k) {
            for (std::size_t b = 0; b < m_lanes; b += 2)
                pair(scores + k * m_lanes + b) += pair(z + b) * pair(at + (2 + k) * m_lanes + b);
        }
    }
    const double* const variances = usual + m_inputs * step;
    for (std::size_t b = 0; b < m_lanes; b += 2) {
        Pair sum{};
        for (std::size_t k = 0; k < m_components; ++k) {
            const Pair t = pair(scores + k * m_lanes + b);
            sum += t * t / pair(variances + k * m_lanes + b);
        }
        pair(t2 + b) = sum;
    }
    std::fill_n(spe, m_lanes, 0.0);
    for (std::size_t i = 0; i < m_inputs && m_components < m_inputs; ++i) { // else only rounding would be left
        const double* const loadings = usual + i * step + 2 * m_lanes;
        for (std::size_t b = 0; b < m_lanes; b += 2) {
            Pair r = pair(zs + i * m_lanes + b);
            for (std::size_t k = 0; k < m_components; ++k)
                r -= pair(loadings + k * m_lanes + b) * pair(scores + k * m_lanes + b);
            pair(spe + b) += r * r;
        }
    }
    std::copy_n(t2, m_size, out.begin());
    std::copy_n(spe, m_size, out.begin() + static_cast<std::ptrdiff_t>(m_size));
}

} // namespace gemba::twin
