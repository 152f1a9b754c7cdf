// SPDX-License-Identifier: GPL-3.0-or-later
// The order of a node's messages, and what data messages say (Sparkplug 3.0 §5.9, §6.4).
#include <algorithm>
#include <cmath>

#include "twin/acquisition/sparkplug_session.h"

namespace gemba::twin {
namespace {

/// So many messages in a row that are behind mean a restart whose birth was lost.
constexpr std::uint32_t kLostBirthRun = 4;

Quality qualityOf(const SparkplugMetric& metric)
{
    for (const SparkplugProperty& p : metric.properties) {
        const auto* code = std::get_if<std::int64_t>(&p.value);
        if (p.key != "Quality" || code == nullptr)
            continue;
        if (*code == 500) // STALE: the last value the sender has
            return Quality::Uncertain;
        return *code >= 192 ? Quality::Good : *code >= 64 ? Quality::Uncertain : Quality::Bad;
    }
    return Quality::Good;
}

bool isNotFinite(const Value& value)
{
    const auto* number = std::get_if<double>(&value);
    return number != nullptr && !std::isfinite(*number);
}

NodeRef refOf(const EdgeNode& node) { return {node.group, node.node, {}}; }

} // namespace

void SparkplugSession::ordered(EdgeNode& node, SparkplugMessage message, std::string_view device,
                               std::string_view payload, TimeNs arrival)
{
    if (!node.online) {
        reject(node, device, {ErrorCode::DataBeforeBirth, {}, {}});
        if (message != SparkplugMessage::DDeath)
            wantRebirth(node, arrival);
        return;
    }
    if (auto decoded = m_decoder.decode(payload, m_payload); !decoded) {
        reject(node, device, decoded.error());
        wantRebirth(node, arrival);
        return;
    }
    if (!m_payload.seq || *m_payload.seq > 255) {
        note(node, device, NonCompliance::SeqMissing);
        apply(node, message, device, arrival, false);
        return;
    }
    const auto seq = static_cast<std::uint8_t>(*m_payload.seq);
    const auto distance = static_cast<std::uint8_t>(seq - node.expected);
    if (distance >= 128) {
        behind(node, message, device, seq, arrival);
        return;
    }
    node.behindRun = 0;
    if (distance > 0) {
        hold(node, {seq, message, std::string(device), Bytes(payload), arrival});
        return;
    }
    advance(node, seq);
    apply(node, message, device, arrival, false);
    releaseHeld(node);
}

/// A message from behind the expected one: seen before, given up before, or of a session whose
/// birth we never saw.
void SparkplugSession::behind(EdgeNode& node, SparkplugMessage message, std::string_view device,
                              std::uint8_t seq, TimeNs arrival)
{
    if (!node.received[seq]) {
        node.received.set(seq);
        m_output.onLate(refOf(node));
        // A birth or death that comes late tells of a state that has moved on since.
        if (message == SparkplugMessage::NData || message == SparkplugMessage::DData)
            apply(node, message, device, arrival, true);
        return;
    }
    if (++node.behindRun < kLostBirthRun) {
        m_output.onDuplicate(refOf(node));
        return;
    }
    node.behindRun = 0;
    flushHeld(node);
    m_output.onGap(refOf(node), 1);
    node.online = false; // aliases may have changed with the birth that was lost
    wantRebirth(node, arrival);
    for (std::size_t i = 0; i < node.holders.size(); ++i)
        setOffline(node, static_cast<std::uint32_t>(i), arrival);
}

void SparkplugSession::advance(EdgeNode& node, std::uint8_t seq)
{
    node.received.set(seq);
    node.expected = static_cast<std::uint8_t>(seq + 1);
}

void SparkplugSession::hold(EdgeNode& node, HeldMessage message)
{
    const auto distance = [&node](std::uint8_t seq) { return static_cast<std::uint8_t>(seq - node.expected); };
    const auto at = std::lower_bound(node.held.begin(), node.held.end(), message,
                                     [&distance](const HeldMessage& a, const HeldMessage& b) {
                                         return distance(a.seq) < distance(b.seq);
                                     });
    if (at != node.held.end() && at->seq == message.seq) {
        m_output.onDuplicate(refOf(node));
        return;
    }
    const TimeNs arrival = message.arrival;
    m_heldBytes += message.payload.size();
    node.held.insert(at, std::move(message));
    const auto full = [&] {
        return node.held.size() > m_settings.heldMessages || m_heldBytes > m_settings.heldBytes;
    };
    if (!full())
        return;
    while (!node.held.empty() && full())
        skipToHeld(node);
    wantRebirth(node, arrival);
}

/// Applies held messages as long as nothing is missing between them.
void SparkplugSession::releaseHeld(EdgeNode& node)
{
    while (!node.held.empty() && node.held.front().seq == node.expected) {
        const HeldMessage next = std::move(node.held.front());
        node.held.erase(node.held.begin());
        m_heldBytes -= next.payload.size();
        advance(node, next.seq);
        if (m_decoder.decode(next.payload, m_payload)) // it could be read when it came
            apply(node, next.message, next.device, next.arrival, false);
    }
}

/// Gives the first hole up.
void SparkplugSession::skipToHeld(EdgeNode& node)
{
    const std::uint8_t to = node.held.front().seq;
    const auto missing = static_cast<std::uint8_t>(to - node.expected);
    for (; node.expected != to; ++node.expected)
        node.received.reset(node.expected);
    m_output.onGap(refOf(node), missing);
    releaseHeld(node);
}

void SparkplugSession::flushHeld(EdgeNode& node)
{
    while (!node.held.empty())
        skipToHeld(node);
}

void SparkplugSession::apply(EdgeNode& node, SparkplugMessage message, std::string_view device,
                             TimeNs arrival, bool late)
{
    switch (message) {
    case SparkplugMessage::DBirth:
        deviceBirth(node, device, arrival);
        break;
    case SparkplugMessage::DDeath:
        deviceDeath(node, device, arrival);
        break;
    default:
        data(node, device, arrival, late);
    }
}

void SparkplugSession::data(EdgeNode& node, std::string_view device, TimeNs arrival, bool late)
{
    const auto holder = node.findDevice(device);
    if (!holder || !node.holders[*holder].online || node.holders[*holder].awaited) {
        reject(node, device, {ErrorCode::DataBeforeBirth, {}, {}});
        wantRebirth(node, arrival);
        return;
    }
    std::optional<Error> wrong;
    for (SparkplugMetric& metric : m_payload.metrics) {
        BoundMetric* bound = metric.alias ? node.findAlias(*metric.alias)
                                                : node.holders[*holder].find(metric.name);
        if (bound == nullptr) {
            if (metric.alias)
                wrong = Error{ErrorCode::AliasUnknown, {static_cast<std::int64_t>(*metric.alias)}, {}};
            else
                wrong = Error{ErrorCode::BirthIncomplete, {metric.name}, {}};
            if (!metric.alias)
                note(node, device, NonCompliance::NotInBirth);
            continue;
        }
        if (metric.type == SparkplugType::Unknown)
            applyType(metric, bound->type);
        const bool otherType = bound->type != SparkplugType::Unknown && metric.type != bound->type;
        if (otherType) {
            metric.mismatch = true;
            metric.value = std::monostate{};
        }
        if (metric.mismatch)
            wrong = typeChanged(*bound, otherType ? nameOf(metric.type) : "another");
        tell(*bound, metric, late, false);
    }
    if (!wrong)
        return;
    reject(node, device, *wrong);
    wantRebirth(node, arrival);
}

void SparkplugSession::tell(BoundMetric& bound, const SparkplugMetric& metric, bool late,
                            bool atBirth)
{
    static const Value kNothing;
    const TagId tag = bound.target.tag;
    if (tag == kNoTag || metric.opaque)
        return;
    const TimeNs source = metric.timestamp == kNoTime ? m_payload.timestamp : metric.timestamp;
    const bool unusable = metric.mismatch || isNotFinite(metric.value);
    m_output.onSample(tag, source, unusable ? Quality::Bad : qualityOf(metric),
                      metric.historical || late, unusable ? kNothing : metric.value);
    const auto* number = std::get_if<std::int64_t>(&metric.value);
    if (!bound.target.sequence || number == nullptr)
        return;
    const auto count = static_cast<std::uint64_t>(*number);
    m_output.onSequence(tag, atBirth ? bound.ledger.observeBirth(count)
                                     : bound.ledger.observe(count));
}

void SparkplugSession::wantRebirth(EdgeNode& node, TimeNs now)
{
    if (node.lastRebirth != kNoTime && now - node.lastRebirth < m_settings.rebirthInterval) {
        node.rebirthDue = node.lastRebirth + m_settings.rebirthInterval;
        return;
    }
    node.lastRebirth = now;
    node.rebirthDue = kNoTime;
    m_output.onRebirthWanted(refOf(node));
}

void SparkplugSession::reject(EdgeNode& node, std::string_view device, Error error)
{
    error.place.topic = node.group + '/' + node.node;
    if (!device.empty())
        error.place.topic.append("/").append(device);
    m_output.onRejected(error);
}

void SparkplugSession::note(EdgeNode& node, std::string_view device, NonCompliance what)
{
    const std::uint32_t bit = 1U << static_cast<unsigned>(what);
    if ((node.notes & bit) != 0)
        return;
    node.notes |= bit;
    m_output.onNonCompliant({node.group, node.node, device}, what);
}

} // namespace gemba::twin
