// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "twin/model/value.h"

namespace gemba::plant {

/// Where the waveforms of a run come from. They are made when they are asked for: a run of them
/// would not fit into memory. Immutable; the same row and tag always give the same values.
class WaveformSource
{
public:
    virtual ~WaveformSource() = default;
    [[nodiscard]] virtual const std::vector<std::string>& tags() const = 0; ///< tag ids
    /// Every so many rows there is one of each, beginning with row 0.
    [[nodiscard]] virtual std::size_t period() const = 0;
    [[nodiscard]] virtual twin::Waveform at(std::size_t row, std::size_t tag) const = 0;
};

} // namespace gemba::plant
