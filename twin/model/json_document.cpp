// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/json_document.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <set>

namespace gemba::twin {

using nlohmann::json;

namespace {

Error at(ErrorCode code, std::vector<ErrorArg> args, std::string pointer)
{
    Error e{code, std::move(args), {}};
    e.place.jsonPath = std::move(pointer);
    return e;
}

std::int64_t rowOf(std::string_view text, std::size_t byte)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
    return 1 + std::count(text.begin(), end, '\n');
}

/// Watches the parser go by: depth, length of strings, and keys given twice, which the library
/// would settle silently for the last one.
class Guard
{
public:
    Guard(const JsonLimits& limits, std::vector<Error>& errors) : m_limits(limits), m_errors(errors)
    {
    }

    bool operator()(int depth, json::parse_event_t event, const json& parsed)
    {
        using Event = json::parse_event_t;
        if (depth > m_limits.depth)
            refuse("at most " + std::to_string(m_limits.depth) + " levels of nesting");
        if (event == Event::object_start)
            m_keys.emplace_back();
        else if (event == Event::object_end && !m_keys.empty())
            m_keys.pop_back();
        else if (event == Event::key)
            takeKey(parsed.get_ref<const std::string&>());
        else if (event == Event::value && parsed.is_string() &&
                 parsed.get_ref<const std::string&>().size() > m_limits.stringBytes)
            refuse("texts of at most " + std::to_string(m_limits.stringBytes) + " bytes");
        return !m_refused;
    }

    [[nodiscard]] bool refused() const { return m_refused; }

private:
    void takeKey(const std::string& key)
    {
        if (key.size() > m_limits.stringBytes)
            refuse("keys of at most " + std::to_string(m_limits.stringBytes) + " bytes");
        else if (!m_keys.empty() && !m_keys.back().insert(key).second && !m_refused) {
            m_errors.push_back(Error{ErrorCode::PlantDuplicate, {std::string("key"), key}, {}});
            m_refused = true;
        }
    }
    void refuse(std::string expected)
    {
        if (!m_refused)
            m_errors.push_back(Error{ErrorCode::JsonSchema, {std::move(expected)}, {}});
        m_refused = true;
    }

    const JsonLimits& m_limits;
    std::vector<Error>& m_errors;
    std::vector<std::set<std::string>> m_keys; ///< of the objects that are open
    bool m_refused = false;
};

/// What the schema says about a place, by walking properties, items and local references.
std::string descriptionAt(const json& schema, const std::vector<std::string>& parts)
{
    const json* s = &schema;
    const auto follow = [&schema](const json* from) -> const json* {
        if (!from->is_object() || !from->contains("$ref"))
            return from;
        return &schema.at(json::json_pointer(from->at("$ref").get<std::string>().substr(1)));
    };
    for (const std::string& part : parts) {
        s = follow(s);
        if (s->contains("properties") && s->at("properties").contains(part))
            s = &s->at("properties").at(part);
        else if (s->contains("items"))
            s = &s->at("items");
        else if (s->contains("patternProperties")) // a text per language: one pattern
            s = &s->at("patternProperties").front();
        else
            return {};
    }
    s = follow(s);
    return s->is_object() ? s->value("description", std::string()) : std::string();
}

/// The name that a message of the validator has in single quotes.
std::string quoted(const std::string& message)
{
    const std::size_t a = message.find(
        '\'', message.find("constraints:") == std::string::npos ? 0 : message.find("constraints:"));
    const std::size_t b = message.rfind('\'');
    return a == std::string::npos || b <= a ? std::string() : message.substr(a + 1, b - a - 1);
}

Error schemaError(const json& schema, const valijson::ValidationResults::Error& e)
{
    std::vector<std::string> parts;
    for (const std::string& c : e.context) {
        if (c.size() >= 2 && c.front() == '[')
            parts.push_back(c.substr(1, c.size() - 2));
    }
    std::string expected = descriptionAt(schema, parts);
    if (e.description.starts_with("Missing ")) {
        parts.push_back(quoted(e.description));
        expected = descriptionAt(schema, parts);
    } else if (e.description.starts_with("Object contains a property")) {
        parts.push_back(quoted(e.description));
        expected = "no property of this name";
    }
    if (expected.empty())
        expected = e.description;
    return at(ErrorCode::JsonSchema, {std::move(expected)}, jsonPointer(parts));
}

} // namespace

std::string jsonPointer(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& part : parts) {
        out += '/';
        for (const char c : part) {
            if (c == '~')
                out += "~0";
            else if (c == '/')
                out += "~1";
            else
                out += c;
        }
    }
    return out;
}

std::optional<json> parseJson(std::string_view text, const JsonLimits& limits,
                              std::vector<Error>& errors)
{
    if (text.size() > limits.bytes) {
        errors.push_back(
            Error{ErrorCode::FileTooLarge,
                  {static_cast<std::int64_t>(text.size()), static_cast<std::int64_t>(limits.bytes)},
                  {}});
        return std::nullopt;
    }
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    Guard guard(limits, errors);
    try {
        json document = json::parse(text, std::ref(guard));
        if (guard.refused())
            return std::nullopt;
        return document;
    } catch (const json::parse_error& e) {
        Error error{ErrorCode::JsonSyntax, {std::string(e.what())}, {}};
        error.place.row = rowOf(text, e.byte);
        errors.push_back(std::move(error));
    } catch (const json::exception& e) { // a number beyond double, for one
        errors.push_back(Error{ErrorCode::JsonSyntax, {std::string(e.what())}, {}});
    }
    return std::nullopt;
}

void checkSchema(const json& document, std::string_view schemaText, std::vector<Error>& errors)
{
    // The schema is our own and tested; a throw from here on would be a defect in it.
    const json schemaDocument = json::parse(schemaText);
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(schemaDocument), schema);
    valijson::ValidationResults results;
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results))
        return;
    for (const auto& e : results) {
        if (errors.size() >= kMaxJsonErrors)
            break;
        // These only repeat, level by level, that something further down does not fit.
        if (e.description.starts_with("Failed to validate "))
            continue;
        Error error = schemaError(schemaDocument, e);
        if (std::find(errors.begin(), errors.end(), error) == errors.end())
            errors.push_back(std::move(error));
    }
    if (errors.empty())
        errors.push_back(at(ErrorCode::JsonSchema, {descriptionAt(schemaDocument, {})}, {}));
}

} // namespace gemba::twin
