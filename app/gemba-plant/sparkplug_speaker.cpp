// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/node_speaker.h"

#include <stdexcept>

#include "twin/acquisition/sparkplug_payload.h"

namespace gemba::plant {

using twin::SparkplugMetric;
using twin::SparkplugPayload;
using twin::SparkplugType;
using twin::TimeNs;
using twin::Value;

namespace {

constexpr const char* kRebirth = "Node Control/Rebirth";

SparkplugType typeOf(Field::Kind kind)
{
    switch (kind) {
    case Field::Kind::Column:
        return SparkplugType::Double;
    case Field::Kind::Sequence:
        return SparkplugType::Int64;
    case Field::Kind::Waveform:
        return SparkplugType::FloatArray;
    case Field::Kind::State:
    case Field::Kind::Event:
    case Field::Kind::Text:
        break;
    }
    return SparkplugType::String;
}

class SparkplugSpeaker final : public NodeSpeaker
{
public:
    explicit SparkplugSpeaker(NodeLayout layout)
        : m_layout(std::move(layout)), m_numbers(m_layout.bundles.size(), 0)
    {
        std::uint64_t alias = 1;
        for (const Bundle& b : m_layout.bundles) {
            m_firstAlias.push_back(alias);
            alias += b.fields.size();
        }
    }

    std::vector<Message> connecting(TimeNs now) override
    {
        ++m_bdSeq; // starts at -1: the first connection has 0
        return farewell(now);
    }

    std::vector<Message> births(const Frame& frame, TimeNs time) override
    {
        m_seq = 0;
        std::vector<Message> out;
        for (std::size_t b = 0; b < m_layout.bundles.size(); ++b)
            out.push_back(birth(b, frame, time));
        return out;
    }

    std::vector<Message> row(const Frame& frame, TimeNs time, bool connected) override
    {
        std::vector<Message> out;
        for (std::size_t b = 0; b < m_layout.bundles.size(); ++b) {
            if (m_layout.bundles[b].fields.empty() || !hasNews(m_layout.bundles[b], frame))
                continue;
            ++m_numbers[b];
            SparkplugPayload payload;
            payload.metrics.reserve(m_layout.bundles[b].fields.size());
            for (std::size_t s = 0; s < m_layout.bundles[b].fields.size(); ++s) {
                if (m_layout.bundles[b].fields[s].kind == Field::Kind::Waveform && !frame.bringsWaveforms())
                    continue; // as it was
                SparkplugMetric& m = payload.metrics.emplace_back();
                m.alias = m_firstAlias[b] + s;
                m.timestamp = time;
                m.value = valueOf(b, s, frame);
            }
            // Births start the count anew after a time without connection.
            out.push_back(message("DATA", b, std::move(payload), time, connected));
            out.back().type = Message::Type::Data;
        }
        return out;
    }

    std::vector<Message> farewell(TimeNs now) override
    {
        SparkplugPayload payload;
        payload.timestamp = now;
        payload.metrics.push_back(bdSeq(now));
        Message m{topic("NDEATH", {}), encode(payload), Message::Type::Death, 1, -1, 0};
        return {std::move(m)};
    }

    std::string commandTopic() const override { return topic("NCMD", {}); }

    bool asksForRebirth(std::string_view bytes) const override
    {
        const twin::Result<SparkplugPayload> payload = twin::decodeSparkplug(bytes);
        if (!payload)
            return false;
        for (const SparkplugMetric& m : payload->metrics) {
            if (m.name == kRebirth && m.value == Value(true))
                return true;
        }
        return false;
    }

private:
    [[nodiscard]] std::string topic(std::string_view type, const std::string& device) const
    {
        std::string t = "spBv1.0/" + m_layout.group + '/' + std::string(type) + '/' + m_layout.node;
        return device.empty() ? t : t + '/' + device;
    }

    [[nodiscard]] SparkplugMetric bdSeq(TimeNs time) const
    {
        SparkplugMetric m;
        m.name = "bdSeq";
        m.timestamp = time;
        m.type = SparkplugType::Int64;
        m.value = m_bdSeq;
        return m;
    }

    [[nodiscard]] Value valueOf(std::size_t bundle, std::size_t field, const Frame& frame) const
    {
        const Field& s = m_layout.bundles[bundle].fields[field];
        switch (s.kind) {
        case Field::Kind::State:
            return frame.state;
        case Field::Kind::Event:
            return frame.event;
        case Field::Kind::Sequence:
            return static_cast<std::int64_t>(m_numbers[bundle]);
        case Field::Kind::Waveform:
            return frame.waveform(s.column);
        case Field::Kind::Text:
            return frame.text(s.column);
        case Field::Kind::Column:
            break;
        }
        return frame.values()[s.column];
    }

    Message birth(std::size_t bundle, const Frame& frame, TimeNs time)
    {
        SparkplugPayload payload;
        if (bundle == 0) {
            payload.metrics.push_back(bdSeq(time));
            SparkplugMetric& rebirth = payload.metrics.emplace_back();
            rebirth.name = kRebirth;
            rebirth.timestamp = time;
            rebirth.type = SparkplugType::Boolean;
            rebirth.value = false;
        }
        const Bundle& b = m_layout.bundles[bundle];
        for (std::size_t s = 0; s < b.fields.size(); ++s) {
            SparkplugMetric& m = payload.metrics.emplace_back();
            m.name = b.fields[s].name;
            m.alias = m_firstAlias[bundle] + s;
            m.timestamp = time;
            m.type = typeOf(b.fields[s].kind);
            m.value = valueOf(bundle, s, frame);
        }
        Message out = message("BIRTH", bundle, std::move(payload), time, true);
        out.type = Message::Type::Birth;
        return out;
    }

    Message message(const char* what, std::size_t bundle, SparkplugPayload payload, TimeNs time,
                    bool takesSeq)
    {
        payload.timestamp = time;
        const std::string& device = m_layout.bundles[bundle].device;
        Message m;
        m.topic = topic((device.empty() ? "N" : "D") + std::string(what), device);
        m.number = m_numbers[bundle];
        m.seq = m_seq;
        payload.seq = static_cast<std::uint64_t>(m_seq);
        if (takesSeq)
            m_seq = (m_seq + 1) % 256;
        m.payload = encode(payload);
        return m;
    }

    static twin::Bytes encode(const SparkplugPayload& payload)
    {
        twin::Result<twin::Bytes> bytes = twin::encodeSparkplug(payload);
        if (!bytes) // types and values are made here, side by side
            throw std::logic_error("a metric does not fit its type");
        return std::move(bytes).value();
    }

    NodeLayout m_layout;
    std::vector<std::uint64_t> m_numbers;    ///< per bundle: data messages so far
    std::vector<std::uint64_t> m_firstAlias; ///< per bundle; aliases run on over the whole node
    std::int64_t m_bdSeq = -1;
    int m_seq = 0;
};

} // namespace

std::unique_ptr<NodeSpeaker> makeSparkplugSpeaker(NodeLayout layout)
{
    return std::make_unique<SparkplugSpeaker>(std::move(layout));
}

} // namespace gemba::plant
