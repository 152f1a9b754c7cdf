// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/expression_text.h"

#include <algorithm>

namespace gemba::twin {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool startsName(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool inName(char c) { return startsName(c) || isDigit(c) || c == '.'; }

/// One walk over the text, token by token.
class Reader
{
public:
    Reader(std::string_view text, const Expression::Resolve& resolve) : m_in(text), m_resolve(resolve) {}

    Result<ExpressionText> run()
    {
        while (m_at < m_in.size()) {
            if (auto r = token(); !r)
                return r.error();
        }
        m_out.origin.push_back(m_in.size());
        if (m_depth > 0)
            return expressionError("a closing parenthesis", m_in.size());
        if (m_out.text.find_first_not_of(" \t") == std::string::npos)
            return expressionError("a formula", 0);
        return std::move(m_out);
    }

private:
    Result<void> token()
    {
        const char c = m_in[m_at];
        if (c == '[')
            return bracketed();
        if (isDigit(c) || (c == '.' && m_at + 1 < m_in.size() && isDigit(m_in[m_at + 1]))) {
            number();
            return {};
        }
        if (startsName(c))
            return name();
        return sign(c);
    }

    void copy(std::size_t count)
    {
        for (; count > 0; --count, ++m_at) {
            m_out.text += m_in[m_at];
            m_out.origin.push_back(m_at);
        }
    }

    void number()
    {
        std::size_t end = m_at;
        while (end < m_in.size() && (isDigit(m_in[end]) || m_in[end] == '.'))
            ++end;
        if (end < m_in.size() && (m_in[end] == 'e' || m_in[end] == 'E')) {
            std::size_t digits = end + 1;
            if (digits < m_in.size() && (m_in[digits] == '+' || m_in[digits] == '-'))
                ++digits;
            if (digits < m_in.size() && isDigit(m_in[digits]))
                end = digits;
            while (end < m_in.size() && isDigit(m_in[end]))
                ++end;
        }
        copy(end - m_at);
    }

    Result<void> name()
    {
        std::size_t end = m_at;
        while (end < m_in.size() && inName(m_in[end]))
            ++end;
        std::size_t next = end;
        while (next < m_in.size() && m_in[next] == ' ')
            ++next;
        const std::string_view id = m_in.substr(m_at, end - m_at);
        const bool function = next < m_in.size() && m_in[next] == '(';
        if (function || id == "_pi" || id == "_e") {
            copy(end - m_at);
            return {};
        }
        return tag(id, end);
    }

    Result<void> bracketed()
    {
        const std::size_t end = m_in.find(']', m_at);
        if (end == std::string_view::npos)
            return expressionError("a closing bracket", m_at);
        return tag(m_in.substr(m_at + 1, end - m_at - 1), end + 1);
    }

    Result<void> tag(std::string_view id, std::size_t end)
    {
        const TagId found = m_resolve(id);
        if (found == kNoTag)
            return expressionError("a tag; there is none called " + std::string(id.substr(0, 64)), m_at);
        auto& inputs = m_out.inputs;
        const auto known = std::find(inputs.begin(), inputs.end(), found);
        const auto place = static_cast<std::size_t>(known - inputs.begin());
        if (known == inputs.end()) {
            if (inputs.size() == Expression::kMostInputs)
                return expressionError("at most " + std::to_string(Expression::kMostInputs) + " tags", m_at);
            inputs.push_back(found);
        }
        for (const char c : ExpressionText::nameOf(place)) {
            m_out.text += c;
            m_out.origin.push_back(m_at);
        }
        m_at = end;
        return {};
    }

    Result<void> sign(char c)
    {
        static constexpr std::string_view kAllowed = " \t+-*/^()<>=!&|?:,";
        if (kAllowed.find(c) == std::string_view::npos)
            return expressionError("a number, a tag or an operator", m_at);
        const auto isAt = [&](std::size_t place, std::string_view of) {
            return place < m_in.size() && of.find(m_in[place]) != std::string_view::npos;
        };
        const bool compared = isAt(m_at + 1, "=") || (m_at > 0 && isAt(m_at - 1, "=<>!"));
        if (c == '=' && !compared)
            return expressionError("== to compare; nothing can be assigned", m_at);
        if (c == '(' && ++m_depth > Expression::kDeepest)
            return expressionError("fewer parentheses in one another", m_at);
        if (c == ')' && --m_depth < 0)
            return expressionError("an opening parenthesis before", m_at);
        if (c == ',' && m_depth == 0)
            return expressionError("one result; numbers have a decimal point", m_at);
        copy(1);
        return {};
    }

    std::string_view m_in;
    const Expression::Resolve& m_resolve;
    ExpressionText m_out;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

Error expressionError(std::string what, std::size_t place)
{
    return {ErrorCode::ExpressionInvalid,
            {static_cast<std::int64_t>(place) + 1, std::move(what)}, {}};
}

Result<ExpressionText> readExpression(std::string_view text, const Expression::Resolve& resolve)
{
    if (text.size() > Expression::kLongest)
        return expressionError("at most " + std::to_string(Expression::kLongest) + " characters",
                               Expression::kLongest);
    return Reader(text, resolve).run();
}

} // namespace gemba::twin
