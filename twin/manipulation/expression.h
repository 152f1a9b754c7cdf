// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "twin/model/ids.h"
#include "twin/model/result.h"

namespace gemba::twin {

/// A formula over tags, as people write it: "xmeas_07 / 100 + max(xmeas_08, 0)". A tag stands by
/// its id; an id with characters that mean something else goes into brackets: "[pump-1.flow]".
/// Numbers with a decimal point; + - * / ^, comparisons, && ||, c ? a : b, and the usual functions
/// (sin cos tan … exp ln log10 sqrt abs sign rint min max sum avg). No assignments, no side
/// effects. Moves, does not copy; one thread at a time.
class Expression
{
public:
    static constexpr std::size_t kLongest = 2000;  ///< bytes
    static constexpr std::size_t kMostInputs = 16; ///< different tags
    static constexpr int kDeepest = 50;            ///< parentheses in one another

    /// kNoTag where there is no such tag.
    using Resolve = std::function<TagId(std::string_view id)>;

    /// Errors: ExpressionInvalid, with the place in `text`.
    static Result<Expression> compile(std::string_view text, const Resolve& resolve);
    Expression(Expression&&) noexcept;
    Expression& operator=(Expression&&) noexcept;
    ~Expression();

    /// The tags it is made of, in the order of their first appearance. May be empty.
    [[nodiscard]] const std::vector<TagId>& inputs() const;
    /// One value an input, in that order. NaN where the result is no finite number.
    [[nodiscard]] double evaluate(std::span<const double> values);

private:
    struct Private;
    explicit Expression(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace gemba::twin
