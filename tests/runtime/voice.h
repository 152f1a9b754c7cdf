// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "app/gemba-plant/node_speaker.h"
#include "tests/acquisition/broker.h"
#include "twin/acquisition/sparkplug_payload.h"

namespace gemba::test {

/// The plant's Sparkplug messages one by one, to be said, left out or spoilt by a test.
class Voice
{
public:
    explicit Voice(const Mosquitto& broker);

    [[nodiscard]] std::vector<plant::Message> births();
    [[nodiscard]] std::vector<plant::Message> row(); ///< the next one of a normal run
    bool say(const std::vector<plant::Message>& messages) const;
    bool say(const std::string& topic, std::string_view payload) const;

private:
    const Mosquitto& m_broker;
    plant::Playlist m_playlist;
    std::unique_ptr<plant::NodeSpeaker> m_speaker;
};

/// The message whose topic ends so.
[[nodiscard]] plant::Message& endingIn(std::vector<plant::Message>& messages, std::string_view end);

/// Takes a message apart, lets change alter it and puts it together again.
template <class Change>
void alter(plant::Message& message, Change change)
{
    twin::SparkplugPayload payload = twin::decodeSparkplug(message.payload).value();
    change(payload);
    message.payload = twin::encodeSparkplug(payload).value();
}

} // namespace gemba::test
