// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/isolation_forest.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace gemba::twin {

namespace {

constexpr double kP90 = 1.2815515655446004; // of the normal distribution

double pathLength(const IsolationTree& t, std::span<const double> x)
{
    double depth = 0.0;
    std::size_t node = 0;
    while (t.left[node] >= 0) {
        const bool left = x[static_cast<std::size_t>(t.input[node])] < t.value[node];
        node = static_cast<std::size_t>(t.left[node]) + (left ? 0 : 1);
        depth += 1.0;
    }
    return depth + t.value[node];
}

double meanPath(const ForestModel& m, std::span<const double> x)
{
    double sum = 0.0;
    for (const IsolationTree& t : m.trees)
        sum += pathLength(t, x);
    return sum / static_cast<double>(m.trees.size());
}

const char* faultOf(const IsolationTree& t, std::size_t inputs)
{
    const std::size_t n = t.input.size();
    if (n == 0 || t.left.size() != n || t.value.size() != n)
        return "as many of each list of a tree as it has nodes";
    std::size_t next = 1; // in breadth-first order the children come one pair after the other
    for (std::size_t i = 0; i < n; ++i) {
        if (!std::isfinite(t.value[i]))
            return "finite values";
        if (t.input[i] == -1 && t.left[i] == -1) {
            if (t.value[i] < 0.0)
                return "path lengths from 0";
            continue;
        }
        if (t.input[i] < 0 || static_cast<std::size_t>(t.input[i]) >= inputs)
            return "an input that exists";
        if (t.left[i] < 0 || static_cast<std::size_t>(t.left[i]) != next || next + 1 >= n)
            return "nodes in breadth-first order";
        next += 2;
    }
    return next == n ? nullptr : "nodes that are all reached";
}

} // namespace

double meanPathLength(double n)
{
    if (n <= 1.0)
        return 0.0;
    if (n <= 2.0)
        return 1.0;
    return 2.0 * (std::log(n - 1.0) + std::numbers::egamma) - 2.0 * (n - 1.0) / n;
}

Isolation isolate(const ForestModel& m, std::span<const double> x)
{
    const auto n = static_cast<double>(m.trees.size());
    double sum = 0.0, squares = 0.0;
    for (const IsolationTree& t : m.trees) {
        const double h = pathLength(t, x);
        sum += h;
        squares += h * h;
    }
    const double mean = sum / n;
    const double error = std::sqrt(std::max(0.0, squares / n - mean * mean) / (n - 1.0));
    const double c = meanPathLength(m.sample);
    const auto ease = [&](double path) { return c / std::max(path, 1e-3); };
    return {ease(mean), ease(mean + kP90 * error), ease(mean - kP90 * error)};
}

double isolationOf(double ease) { return ease > 0.0 ? std::exp2(-1.0 / ease) : 0.0; }

double easeOf(double isolation) { return -1.0 / std::log2(isolation); }

void explain(const ForestModel& m, std::span<double> x, double ease, std::span<double> out)
{
    const double before = meanPath(m, x);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double own = x[i];
        x[i] = m.usual[i];
        out[i] = std::max(0.0, meanPath(m, x) - before);
        x[i] = own;
    }
    const double total = std::accumulate(out.begin(), out.end(), 0.0);
    // Nothing alone makes the row usual: then all of it together does.
    for (double& share : out)
        share = total > 0.0 ? ease * share / total : ease / static_cast<double>(out.size());
}

std::optional<std::string> faultOf(const ForestModel& m)
{
    if (m.trees.size() < 2 || m.trees.size() > kMostIsolationTrees)
        return "2 to " + std::to_string(kMostIsolationTrees) + " trees";
    std::size_t nodes = 0;
    for (const IsolationTree& t : m.trees) {
        nodes += t.input.size();
        if (nodes > kMostIsolationNodes)
            return "at most " + std::to_string(kMostIsolationNodes) + " nodes";
        if (const char* fault = faultOf(t, m.inputs.size()))
            return fault;
    }
    return std::nullopt;
}

} // namespace gemba::twin
