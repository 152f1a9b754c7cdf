// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/acquisition/textpb.h"

namespace gemba::test {
namespace {

std::string_view takeLine(std::string_view& in)
{
    const std::size_t end = in.find('\n');
    std::string_view line = in.substr(0, end);
    in = end == std::string_view::npos ? std::string_view{} : in.substr(end + 1);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    return line;
}

std::string unquote(std::string_view s)
{
    if (s.size() < 2 || s.front() != '"')
        return std::string(s);
    std::string out;
    for (std::size_t i = 1; i + 1 < s.size(); ++i) {
        if (s[i] != '\\') {
            out.push_back(s[i]);
        } else if (s[i + 1] >= '0' && s[i + 1] <= '3') { // always three octal digits
            out.push_back(static_cast<char>((s[i + 1] - '0') * 64 + (s[i + 2] - '0') * 8 + s[i + 3] - '0'));
            i += 3;
        } else {
            out.push_back(s[++i]);
        }
    }
    return out;
}

bool parseFields(std::string_view& in, std::vector<TextField>& out, bool nested)
{
    while (!in.empty()) {
        const std::string_view line = takeLine(in);
        if (line == "}")
            return nested;
        if (line.empty())
            continue;
        TextField field;
        if (line.ends_with(" {")) {
            field.name = line.substr(0, line.size() - 2);
            if (!parseFields(in, field.fields, true))
                return false;
        } else {
            const std::size_t colon = line.find(": ");
            if (colon == std::string_view::npos)
                return false;
            field.name = line.substr(0, colon);
            field.scalar = unquote(line.substr(colon + 2));
        }
        out.push_back(std::move(field));
    }
    return !nested;
}

} // namespace

const TextField* TextField::find(std::string_view field) const
{
    for (const TextField& f : fields) {
        if (f.name == field)
            return &f;
    }
    return nullptr;
}

std::vector<const TextField*> TextField::all(std::string_view field) const
{
    std::vector<const TextField*> found;
    for (const TextField& f : fields) {
        if (f.name == field)
            found.push_back(&f);
    }
    return found;
}

std::string TextField::text(std::string_view field) const
{
    const TextField* f = find(field);
    return f == nullptr ? std::string() : f->scalar;
}

std::optional<TextField> parseTextpb(std::string_view text)
{
    TextField root;
    if (!parseFields(text, root.fields, false))
        return std::nullopt;
    return root;
}

} // namespace gemba::test
