// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice.h"

#include <algorithm>
#include <stdexcept>

#include "plant_log.h"
#include "twin/acquisition/arrival_clock.h"
#include "twin/model/plant_json.h"

namespace gemba::test {
namespace {

plant::Playlist normalRun()
{
    std::vector<plant::Run> runs;
    runs.push_back(plant::loadRun(plant::runPath(GEMBA_SOURCE_DIR "/resources/plants/eastman", "normal")).value());
    return plant::Playlist(std::move(runs), {});
}

} // namespace

Voice::Voice(const Mosquitto& broker) : m_broker(broker), m_playlist(normalRun())
{
    const twin::Plant described = twin::parsePlant(eastman().find("plant")->bytes).value();
    m_speaker = plant::makeSparkplugSpeaker(
        plant::makeLayout(described, m_playlist.columns(), plant::Format::Sparkplug).value());
    (void)m_speaker->connecting(twin::utcNow());
}

std::vector<plant::Message> Voice::births() { return m_speaker->births(m_playlist.beginning(), twin::utcNow()); }

std::vector<plant::Message> Voice::row() { return m_speaker->row(*m_playlist.next(), twin::utcNow(), true); }

bool Voice::say(const std::vector<plant::Message>& messages) const
{
    return std::all_of(messages.begin(), messages.end(),
                       [this](const plant::Message& m) { return say(m.topic, m.payload); });
}

bool Voice::say(const std::string& topic, std::string_view payload) const
{
    return m_broker.publish(QString::fromStdString(topic),
                            QByteArray(payload.data(), static_cast<qsizetype>(payload.size())));
}

plant::Message& endingIn(std::vector<plant::Message>& messages, std::string_view end)
{
    for (plant::Message& m : messages) {
        if (m.topic.ends_with(end))
            return m;
    }
    throw std::runtime_error("no such message");
}

} // namespace gemba::test
