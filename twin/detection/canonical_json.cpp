// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/canonical_json.h"

#include <charconv>

namespace gemba::twin {

using nlohmann::json;

namespace {

void writeText(const std::string& text, std::string& out)
{
    constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

// The library's own dump() takes the shortest digits only most of the time.
template <class Number>
void writeNumber(Number v, std::string& out)
{
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, v);
    out.append(digits, end.ptr);
}

void write(const json& v, std::string& out) // as deep as the documents we make: a few levels
{
    const char* separator = "";
    if (v.is_object()) {
        out += '{';
        for (const auto& [key, value] : v.items()) {
            out += std::exchange(separator, ",");
            writeText(key, out);
            out += ':';
            write(value, out);
        }
        out += '}';
    } else if (v.is_array()) {
        out += '[';
        for (const json& item : v) {
            out += std::exchange(separator, ",");
            write(item, out);
        }
        out += ']';
    } else if (v.is_string()) {
        writeText(v.get_ref<const std::string&>(), out);
    } else if (v.is_number_float()) {
        writeNumber(v.get<double>(), out);
    } else if (v.is_number_unsigned()) {
        writeNumber(v.get<std::uint64_t>(), out);
    } else if (v.is_number_integer()) {
        writeNumber(v.get<std::int64_t>(), out);
    } else {
        out += v.is_boolean() ? (v.get<bool>() ? "true" : "false") : "null";
    }
}

} // namespace

std::string canonicalJson(const json& document)
{
    std::string out;
    write(document, out);
    return out;
}

} // namespace gemba::twin
