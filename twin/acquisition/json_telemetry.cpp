// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/json_telemetry.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <optional>
#include <vector>

#include "twin/acquisition/json_value.h"

namespace gemba::twin {
namespace {

namespace dom = simdjson::dom;

struct TagPointer {
    TagId tag = kNoTag;
    std::string value, time;
    TagRole role = TagRole::Measurement;
};

struct Counter {
    std::string pointer;
    TagId tag = kNoTag; ///< the first tag of the topic that names it
    SequenceLedger ledger;
};

struct Topic {
    std::string topic;
    std::vector<TagPointer> tags;
    std::vector<Counter> counters;
};

/// Where a topic stands in the list, by its name. Flat, so that with thousands of topics a look-up
/// waits for memory once or twice and not for every link of a chain.
class TopicIndex
{
public:
    TopicIndex() = default;
    explicit TopicIndex(const std::vector<Topic>& topics)
        : m_slots(std::bit_ceil(topics.size() * 4 + 1))
    {
        for (std::size_t i = 0; i < topics.size(); ++i) {
            const std::size_t h = std::hash<std::string_view>{}(topics[i].topic);
            std::size_t at = h;
            while (m_slots[at & mask()].position != 0)
                ++at;
            m_slots[at & mask()] = {tagOf(h), static_cast<std::uint32_t>(i + 1)};
        }
    }
    [[nodiscard]] Topic* find(std::vector<Topic>& topics, std::string_view name) const
    {
        const std::size_t h = std::hash<std::string_view>{}(name);
        for (std::size_t at = h;; ++at) {
            const Slot slot = m_slots[at & mask()];
            if (slot.position == 0)
                return nullptr;
            if (slot.tag == tagOf(h) && topics[slot.position - 1].topic == name)
                return &topics[slot.position - 1];
        }
    }

private:
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t position = 0; ///< counted from 1; 0: empty
    };
    [[nodiscard]] std::size_t mask() const { return m_slots.size() - 1; }
    static std::uint32_t tagOf(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
    std::vector<Slot> m_slots; ///< a power of two, at most a quarter of them taken
};

bool holdsNumbers(TagRole role)
{
    return role == TagRole::Measurement || role == TagRole::Setting || role == TagRole::Sequence;
}

bool read(dom::element in, TagRole role, Value& value)
{
    return role == TagRole::Waveform ? readWaveform(in, value) : readValue(in, holdsNumbers(role), value);
}

std::string expected(TagRole role)
{
    if (role == TagRole::Waveform)
        return "a list of numbers, or one with its rate";
    return holdsNumbers(role) ? "a number" : "a number, text or bool";
}

std::vector<Topic> topicsOf(const Plant& plant)
{
    std::map<std::string, Topic> byName;
    for (std::size_t i = 0; i < plant.tags.size(); ++i) {
        const Tag& tag = plant.tags[i];
        const auto id = TagId(static_cast<std::uint32_t>(i));
        for (const Binding& binding : tag.bindings) {
            const auto* json = std::get_if<JsonBinding>(&binding);
            if (json == nullptr)
                continue;
            Topic& topic = byName[json->topic];
            topic.topic = json->topic;
            topic.tags.push_back({id, json->valuePointer, json->timePointer, tag.role});
            const auto same = [json](const Counter& c) { return c.pointer == json->sequencePointer; };
            if (!json->sequencePointer.empty()
                && std::none_of(topic.counters.begin(), topic.counters.end(), same))
                topic.counters.push_back({json->sequencePointer, id, {}});
        }
    }
    std::vector<Topic> topics;
    for (auto& [name, topic] : byName)
        topics.push_back(std::move(topic));
    return topics;
}

Error errorAt(ErrorCode code, std::vector<ErrorArg> args, std::string_view topic,
              std::string_view pointer = {})
{
    Error error{code, std::move(args), {}};
    error.place.topic = topic;
    error.place.jsonPath = pointer;
    return error;
}

} // namespace

struct JsonTelemetry::Reader {
    JsonLimits limits;
    std::vector<Topic> topics; ///< ascending
    TopicIndex byTopic;
    dom::parser parser;
    std::vector<char> padded; ///< the message at hand, as simdjson wants it
    Value value;

    std::optional<Error> parse(const PacketView& packet, dom::element& root);
    std::optional<Error> tell(Topic& topic, dom::element root, bool retained, TelemetryOutput& output);
};

/// Copies the payload in front of the bytes simdjson may read beyond the end, and parses it.
std::optional<Error> JsonTelemetry::Reader::parse(const PacketView& packet, dom::element& root)
{
    std::string_view payload = packet.payload;
    if (payload.starts_with("\xEF\xBB\xBF")) // a byte order mark; not every simdjson skips it
        payload.remove_prefix(3);
    const std::size_t size = payload.size();
    if (size > limits.bytes)
        return errorAt(ErrorCode::PayloadTooLarge,
                       {static_cast<std::int64_t>(size), static_cast<std::int64_t>(limits.bytes)},
                       packet.topic);
    if (padded.size() < size + simdjson::SIMDJSON_PADDING)
        padded.resize(size * 2 + simdjson::SIMDJSON_PADDING);
    std::memcpy(padded.data(), payload.data(), size);
    std::memset(padded.data() + size, 0, simdjson::SIMDJSON_PADDING);
    auto failed = simdjson::SUCCESS;
    if (parser.capacity() == 0) // grows with the first larger message; the depth counts the root
        failed = parser.allocate(4096, limits.depth + 1);
    if (failed == simdjson::SUCCESS)
        failed = parser.parse(padded.data(), size, false).get(root);
    if (failed == simdjson::SUCCESS)
        return std::nullopt;
    return errorAt(ErrorCode::JsonSyntax, {std::string(simdjson::error_message(failed))}, packet.topic);
}

/// Tells what the message says; the error is the first thing in it that was not understood.
std::optional<Error> JsonTelemetry::Reader::tell(Topic& topic, dom::element root, bool retained,
                                                 TelemetryOutput& output)
{
    std::optional<Error> wrong;
    bool found = false;
    for (const TagPointer& tag : topic.tags) {
        dom::element at;
        if (root.at_pointer(tag.value).get(at) != simdjson::SUCCESS)
            continue;
        found = true;
        Quality quality = read(at, tag.role, value) ? Quality::Good : Quality::Bad;
        if (quality == Quality::Bad && !wrong)
            wrong = errorAt(ErrorCode::JsonSchema, {expected(tag.role)}, topic.topic, tag.value);
        TimeNs source = kNoTime;
        if (!tag.time.empty() && root.at_pointer(tag.time).get(at) == simdjson::SUCCESS) {
            source = readTime(at).value_or(kNoTime);
            if (source == kNoTime && quality == Quality::Good)
                quality = Quality::Uncertain;
        }
        if (retained && source == kNoTime && quality == Quality::Good)
            quality = Quality::Uncertain;
        output.onSample(tag.tag, source, quality, false, value);
    }
    for (Counter& counter : topic.counters) {
        dom::element at;
        if (root.at_pointer(counter.pointer).get(at) != simdjson::SUCCESS)
            continue;
        if (const auto count = readCount(at))
            output.onSequence(counter.tag, counter.ledger.observe(*count));
        else if (!wrong)
            wrong = errorAt(ErrorCode::JsonSchema, {std::string("a 64-bit counter")}, topic.topic,
                            counter.pointer);
    }
    if (!found && !wrong)
        wrong = errorAt(ErrorCode::JsonSchema, {std::string("a value")}, topic.topic,
                        topic.tags.front().value);
    return wrong;
}

JsonTelemetry::JsonTelemetry(const Plant& plant, JsonLimits limits)
    : m_reader(std::make_unique<Reader>())
{
    m_reader->limits = limits;
    m_reader->topics = topicsOf(plant);
    m_reader->byTopic = TopicIndex(m_reader->topics);
}
JsonTelemetry::~JsonTelemetry() = default;
JsonTelemetry::JsonTelemetry(JsonTelemetry&&) noexcept = default;
JsonTelemetry& JsonTelemetry::operator=(JsonTelemetry&&) noexcept = default;

bool JsonTelemetry::onMessage(const PacketView& packet, TelemetryOutput& output)
{
    Topic* const found = m_reader->byTopic.find(m_reader->topics, packet.topic);
    if (found == nullptr)
        return false;
    Topic& topic = *found;
    dom::element root;
    std::optional<Error> wrong = m_reader->parse(packet, root);
    if (!wrong) {
        wrong = m_reader->tell(topic, root, packet.retained, output);
    } else if (isNotANumber(packet.payload)) {
        for (const TagPointer& tag : topic.tags) {
            if (tag.value.empty())
                output.onSample(tag.tag, kNoTime, Quality::Bad, false, Value());
        }
        wrong = errorAt(ErrorCode::ValueNotFinite, {}, topic.topic);
    }
    if (wrong)
        output.onRejected(*wrong);
    return true;
}

void JsonTelemetry::save(ByteWriter& out) const
{
    std::size_t counters = 0;
    for (const Topic& topic : m_reader->topics)
        counters += topic.counters.size();
    out.varint(counters);
    for (const Topic& topic : m_reader->topics) {
        for (const Counter& counter : topic.counters) {
            out.bytes(topic.topic);
            out.bytes(counter.pointer);
            counter.ledger.save(out);
        }
    }
}

Result<void> JsonTelemetry::load(ByteReader& in)
{
    std::map<std::pair<std::string, std::string>, SequenceLedger> saved;
    for (std::uint64_t n = in.count(12); n > 0 && !in.failed(); --n) {
        std::string topic(in.bytes());
        std::string pointer(in.bytes());
        saved[{std::move(topic), std::move(pointer)}].load(in);
    }
    if (in.failed())
        return Error{ErrorCode::SessionDamaged, {std::string("JSON counters")}, {}};
    for (Topic& topic : m_reader->topics) {
        for (Counter& counter : topic.counters)
            counter.ledger = saved[{topic.topic, counter.pointer}];
    }
    return {};
}

} // namespace gemba::twin
