// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/node_speaker.h"

#include <nlohmann/json.hpp>

#include "twin/acquisition/sparkplug_topic.h"

namespace gemba::plant {

bool saysHostIsOnline(std::string_view topic, std::string_view payload)
{
    const auto parsed = twin::parseSparkplugTopic(topic);
    if (!parsed || parsed->message != twin::SparkplugMessage::State || payload.size() > 4096)
        return false;
    const auto state = nlohmann::json::parse(payload, nullptr, false);
    return state.is_object() && state.contains("online") && state["online"] == true;
}

} // namespace gemba::plant
