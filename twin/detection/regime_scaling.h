// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace gemba::twin {

/// Operating regimes and what is usual in each: k centres in the space of s operating settings,
/// and mean and scale of p inputs within each regime. A value; whoever makes or reads one makes
/// sure of the shapes and ranges stated here.
struct RegimeScaling {
    std::vector<std::string> settings;    ///< s names of columns, s >= 1
    std::vector<double> settingMean;      ///< s, in the settings' units
    std::vector<double> settingScale;     ///< s, > 0
    std::vector<double> centres;          ///< k x s, standardised by settingMean and settingScale
    std::vector<double> reach;            ///< k x s, in the settings' units: how far from its centre a regime was
                                          ///< seen to lie, >= 0; empty: not told (older files)
    std::vector<double> inputMean;        ///< k x p, in the inputs' units
    std::vector<double> inputScale;       ///< k x p, > 0

    [[nodiscard]] std::size_t regimes() const { return settings.empty() ? 0 : centres.size() / settings.size(); }

    /// The nearest centre; the first of equals. settings: s finite values.
    [[nodiscard]] std::size_t regimeOf(std::span<const double> values) const;
    /// Whether these settings were never seen: further from the nearest centre, in any of them, than
    /// 1.5 times its reach. Never where the reach is not told.
    [[nodiscard]] bool outside(std::span<const double> values) const;
    /// (x - mean) / scale of the regime, in place. x: p values.
    void standardise(std::size_t regime, std::span<double> x) const;

    bool operator==(const RegimeScaling&) const = default;
};

inline constexpr std::size_t kMostRegimes = 20;
inline constexpr std::size_t kMostSettings = 20;

} // namespace gemba::twin
