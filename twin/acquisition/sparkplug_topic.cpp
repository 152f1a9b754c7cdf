// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/sparkplug_topic.h"

#include <array>
#include <utility>

namespace gemba::twin {
namespace {

constexpr std::string_view kNamespace = "spBv1.0/";
constexpr std::string_view kLegacyState = "STATE/";

struct TypeName {
    std::string_view text;
    SparkplugMessage message;
};
constexpr std::array<TypeName, 8> kTypes{{{"DDATA", SparkplugMessage::DData},
                                          {"NDATA", SparkplugMessage::NData},
                                          {"NBIRTH", SparkplugMessage::NBirth},
                                          {"DBIRTH", SparkplugMessage::DBirth},
                                          {"NDEATH", SparkplugMessage::NDeath},
                                          {"DDEATH", SparkplugMessage::DDeath},
                                          {"NCMD", SparkplugMessage::NCmd},
                                          {"DCMD", SparkplugMessage::DCmd}}};

bool isOfDevice(SparkplugMessage m)
{
    return m == SparkplugMessage::DBirth || m == SparkplugMessage::DDeath
        || m == SparkplugMessage::DData || m == SparkplugMessage::DCmd;
}

/// Takes one level off the front; the separator goes with it.
std::string_view takeLevel(std::string_view& rest, bool& last)
{
    const std::size_t slash = rest.find('/');
    last = slash == std::string_view::npos;
    const std::string_view level = rest.substr(0, slash);
    rest = last ? std::string_view{} : rest.substr(slash + 1);
    return level;
}

std::optional<SparkplugTopic> parseState(std::string_view host, bool legacy)
{
    if (!isSparkplugId(host))
        return std::nullopt;
    SparkplugTopic t;
    t.host = host;
    t.legacyState = legacy;
    return t;
}

} // namespace

bool isSparkplugId(std::string_view id)
{
    constexpr std::string_view kForbidden("+/#\0", 4);
    return !id.empty() && id.find_first_of(kForbidden) == std::string_view::npos;
}

bool isSparkplugTopic(std::string_view topic)
{
    return topic.starts_with(kNamespace) || topic.starts_with(kLegacyState);
}

std::optional<SparkplugTopic> parseSparkplugTopic(std::string_view topic)
{
    if (topic.starts_with(kLegacyState))
        return parseState(topic.substr(kLegacyState.size()), true);
    if (!topic.starts_with(kNamespace))
        return std::nullopt;
    std::string_view rest = topic.substr(kNamespace.size());
    bool last = false;
    SparkplugTopic t;
    t.group = takeLevel(rest, last);
    if (last)
        return std::nullopt;
    const std::string_view type = takeLevel(rest, last);
    if (last) // two levels: only the host's state is that short
        return t.group == "STATE" ? parseState(type, false) : std::nullopt;
    bool known = false;
    for (const TypeName& name : kTypes) {
        if (name.text == type) {
            t.message = name.message;
            known = true;
            break;
        }
    }
    t.node = takeLevel(rest, last);
    const bool hasDevice = !last;
    if (hasDevice)
        t.device = takeLevel(rest, last);
    if (!known || !last || hasDevice != isOfDevice(t.message) || !isSparkplugId(t.group)
        || !isSparkplugId(t.node) || (hasDevice && !isSparkplugId(t.device)))
        return std::nullopt;
    return t;
}

std::string toString(const SparkplugTopic& topic)
{
    std::string out(kNamespace);
    if (topic.message == SparkplugMessage::State)
        return out.append("STATE/").append(topic.host);
    out.append(topic.group).push_back('/');
    for (const TypeName& name : kTypes) {
        if (name.message == topic.message)
            out.append(name.text);
    }
    out.append("/").append(topic.node);
    if (!topic.device.empty())
        out.append("/").append(topic.device);
    return out;
}

} // namespace gemba::twin
