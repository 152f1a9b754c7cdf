// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/node_speaker.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace gemba::plant {

using nlohmann::json;
using twin::TimeNs;

namespace {

class JsonSpeaker final : public NodeSpeaker
{
public:
    explicit JsonSpeaker(NodeLayout layout)
        : m_layout(std::move(layout)), m_numbers(m_layout.bundles.size(), 0)
    {
    }

    std::vector<Message> connecting(TimeNs) override { return {}; }
    std::vector<Message> births(const Frame&, TimeNs) override { return {}; }
    std::vector<Message> farewell(TimeNs) override { return {}; }
    std::string commandTopic() const override { return {}; }
    bool asksForRebirth(std::string_view) const override { return false; }

    std::vector<Message> row(const Frame& frame, TimeNs time, bool) override
    {
        std::vector<Message> out;
        for (std::size_t b = 0; b < m_layout.bundles.size(); ++b) {
            if (!hasNews(m_layout.bundles[b], frame))
                continue;
            ++m_numbers[b];
            out.push_back({m_layout.bundles[b].topic,
                           compose(m_layout.bundles[b], frame, time, m_numbers[b]).dump(),
                           Message::Type::Data, 0, -1, m_numbers[b]});
        }
        return out;
    }

    /// Throws where the pointers contradict each other.
    static json compose(const Bundle& bundle, const Frame& frame, TimeNs time, std::uint64_t number)
    {
        json document;
        if (!bundle.timePointer.empty())
            document[json::json_pointer(bundle.timePointer)] = twin::toIso8601(time);
        if (!bundle.sequencePointer.empty())
            document[json::json_pointer(bundle.sequencePointer)] = number;
        for (const Field& field : bundle.fields) {
            if (field.kind != Field::Kind::Waveform || !frame.run->waveforms || frame.bringsWaveforms())
                document[json::json_pointer(field.name)] = valueOf(field, number, frame);
        }
        return document;
    }

private:
    static json valueOf(const Field& field, std::uint64_t number, const Frame& frame)
    {
        switch (field.kind) {
        case Field::Kind::State:
            return frame.state;
        case Field::Kind::Event:
            return frame.event;
        case Field::Kind::Sequence:
            return number;
        case Field::Kind::Text:
            return frame.run->source ? frame.text(field.column) : std::string();
        case Field::Kind::Waveform:
            return frame.run->waveforms ? waveformOf(frame.waveform(field.column)) : json(0);
        case Field::Kind::Column:
            break;
        }
        return frame.values()[field.column];
    }

    /// Floats with the fewest digits that read back the same.
    static json waveformOf(const twin::Waveform& wave)
    {
        json values = json::array();
        for (const float v : wave.values) {
            char text[32];
            const auto end = std::to_chars(text, text + sizeof text, v).ptr;
            double shortest = 0.0;
            std::from_chars(text, end, shortest);
            values.push_back(shortest);
        }
        return {{"rate", wave.rateHz}, {"values", std::move(values)}};
    }

    NodeLayout m_layout;
    std::vector<std::uint64_t> m_numbers; ///< per bundle: messages so far
};

/// How many values the message of a bundle holds; 0 where its pointers contradict each other.
std::size_t leaves(const Bundle& bundle, const Frame& frame)
{
    try {
        return JsonSpeaker::compose(bundle, frame, 0, 0).flatten().size();
    } catch (const json::exception&) {
        return 0;
    }
}

} // namespace

twin::Result<std::unique_ptr<NodeSpeaker>> makeJsonSpeaker(NodeLayout layout)
{
    // One row of zeros shows whether every pointer finds a place that no other one takes.
    Run run;
    for (const Bundle& b : layout.bundles) {
        for (const Field& f : b.fields)
            run.columns.resize(std::max(run.columns.size(), f.column + 1));
    }
    run.values.resize(run.columns.size());
    run.rows = 1;
    for (const Bundle& b : layout.bundles) {
        std::set<std::string> places{b.timePointer, b.sequencePointer};
        places.erase(std::string()); // none
        for (const Field& f : b.fields)
            places.insert(f.name);
        if (leaves(b, Frame{&run, 0, 0, {}, {}}) == places.size())
            continue;
        twin::Error error{twin::ErrorCode::PlantInconsistent,
                          {std::string("pointers that fit into one document")},
                          {}};
        error.place.topic = b.topic;
        return error;
    }
    return std::unique_ptr<NodeSpeaker>(std::make_unique<JsonSpeaker>(std::move(layout)));
}

} // namespace gemba::plant
