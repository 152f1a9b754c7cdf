// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace gemba::plant {

/// Where the rows of a run come from that would be too many to keep. Immutable; the same row always
/// gives the same values.
class RowSource
{
public:
    virtual ~RowSource() = default;
    /// The values of a row; out: as many as the run has columns.
    virtual void fill(std::size_t row, std::span<double> out) const = 0;
    /// Whether the row has something new in that column. Others are only said in births.
    [[nodiscard]] virtual bool says(std::size_t row, std::size_t column) const = 0;
    [[nodiscard]] virtual const std::vector<std::string>& texts() const = 0; ///< tags with texts of their own
    [[nodiscard]] virtual std::string text(std::size_t row, std::size_t tag) const = 0;
};

} // namespace gemba::plant
