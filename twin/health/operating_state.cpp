// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/operating_state.h"

#include <cmath>
#include <compare>

namespace gemba::twin {
namespace {

template <class T>
bool holds(Comparison comparison, const T& a, const T& b)
{
    switch (comparison) {
    case Comparison::Equal:
        return a == b;
    case Comparison::NotEqual:
        return a != b;
    case Comparison::Less:
        return a < b;
    case Comparison::LessEqual:
        return a <= b;
    case Comparison::Greater:
        return a > b;
    case Comparison::GreaterEqual:
        return a >= b;
    }
    return false;
}

bool holds(const StateRule& rule, const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        const auto* wanted = std::get_if<std::string>(&rule.value);
        return wanted && holds(rule.comparison, *text, *wanted);
    }
    const double a = toNumber(value);
    const double b = toNumber(rule.value);
    return !std::isnan(a) && !std::isnan(b) && holds(rule.comparison, a, b);
}

} // namespace

OperatingState operatingState(const std::vector<StateRule>& rules,
                              const std::function<const Value&(TagId)>& valueOf)
{
    for (const StateRule& rule : rules) {
        if (rule.tag == kNoTag || holds(rule, valueOf(rule.tag)))
            return rule.state;
    }
    return OperatingState::Unknown;
}

} // namespace gemba::twin
