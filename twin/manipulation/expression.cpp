// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/expression.h"

#include <array>
#include <cmath>
#include <limits>

#include <muParser.h>

#include "twin/manipulation/expression_text.h"

namespace gemba::twin {
namespace {

/// The library's reasons, in our words.
std::string reason(const mu::Parser::exception_type& e)
{
    switch (e.GetCode()) {
    case mu::ecUNEXPECTED_EOF: return "more; it ends too early";
    case mu::ecTOO_MANY_PARAMS: return "fewer arguments of this function";
    case mu::ecTOO_FEW_PARAMS: return "more arguments of this function";
    case mu::ecMISSING_PARENS: return "a closing parenthesis";
    case mu::ecUNEXPECTED_PARENS: return "no parenthesis here";
    case mu::ecMISSING_ELSE_CLAUSE: return "a : with what holds otherwise";
    case mu::ecMISPLACED_COLON: return "a ? before the :";
    case mu::ecUNEXPECTED_VAL:
    case mu::ecUNEXPECTED_VAR: return "an operator before this";
    case mu::ecUNEXPECTED_OPERATOR: return "a number or a tag before this operator";
    case mu::ecUNEXPECTED_ARG_SEP: return "no comma here";
    case mu::ecUNASSIGNABLE_TOKEN:
    case mu::ecINVALID_NAME: return "a function that exists";
    default: return "a formula; this is not understood";
    }
}

} // namespace

struct Expression::Private {
    mu::Parser parser;
    std::array<double, kMostInputs> values{};
    std::vector<TagId> inputs;
};

Expression::Expression(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;

Result<Expression> Expression::compile(std::string_view text, const Resolve& resolve)
{
    auto read = readExpression(text, resolve);
    if (!read)
        return read.error();
    auto d = std::make_unique<Private>();
    d->inputs = read->inputs;
    try {
        for (std::size_t i = 0; i < d->inputs.size(); ++i)
            d->parser.DefineVar(ExpressionText::nameOf(i), &d->values[i]);
        d->parser.SetExpr(read->text);
        d->parser.Eval(); // it is compiled by being evaluated
        if (d->parser.GetNumResults() != 1)
            return expressionError("one result", 0);
    } catch (const mu::Parser::exception_type& e) {
        const int place = e.GetPos();
        return expressionError(reason(e), read->originOf(place < 0 ? read->text.size()
                                                                   : static_cast<std::size_t>(place)));
    }
    return Expression(std::move(d));
}

const std::vector<TagId>& Expression::inputs() const
{
    return m_d->inputs;
}

double Expression::evaluate(std::span<const double> values)
{
    constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
    std::copy_n(values.begin(), std::min(values.size(), m_d->inputs.size()), m_d->values.begin());
    try {
        const double result = m_d->parser.Eval();
        return std::isfinite(result) ? result : kNothing;
    } catch (const mu::Parser::exception_type&) {
        return kNothing; // a domain that the library checks: there is no such number
    }
}

} // namespace gemba::twin
