// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "twin/manipulation/expression.h"

namespace gemba::twin {

/// A formula as the library reads it: tags are "t0", "t1", …; and where each of its characters
/// stands in the text that a person wrote.
struct ExpressionText {
    std::string text;
    std::vector<std::size_t> origin; ///< one more than text: the end
    std::vector<TagId> inputs;

    [[nodiscard]] std::size_t originOf(std::size_t place) const
    {
        return origin[std::min(place, origin.size() - 1)];
    }
    [[nodiscard]] static std::string nameOf(std::size_t input) { return "t" + std::to_string(input); }
};

/// `place` counts bytes from 0; people count from 1.
[[nodiscard]] Error expressionError(std::string what, std::size_t place);

/// Finds the tags in a formula and refuses what the library must not see. Errors:
/// ExpressionInvalid.
[[nodiscard]] Result<ExpressionText> readExpression(std::string_view text,
                                                    const Expression::Resolve& resolve);

} // namespace gemba::twin
