// SPDX-License-Identifier: GPL-3.0-or-later
// Births and deaths of edge nodes and devices (Sparkplug 3.0 §5.3 to §5.6, §6.4).
#include <algorithm>

#include "twin/acquisition/sparkplug_session.h"

namespace gemba::twin {
namespace {

constexpr std::string_view kBdSeq = "bdSeq";
constexpr std::string_view kRebirthControl = "Node Control/Rebirth";

NodeRef refOf(const EdgeNode& node, std::uint32_t holder)
{
    return {node.group, node.node, node.holders[holder].device};
}

const SparkplugMetric* findMetric(const SparkplugPayload& payload, std::string_view name)
{
    const auto at = std::find_if(payload.metrics.begin(), payload.metrics.end(),
                                 [name](const SparkplugMetric& m) { return m.name == name; });
    return at == payload.metrics.end() ? nullptr : &*at;
}

std::optional<std::uint64_t> bdSeqOf(const SparkplugPayload& payload)
{
    const SparkplugMetric* metric = findMetric(payload, kBdSeq);
    const auto* number = metric ? std::get_if<std::int64_t>(&metric->value) : nullptr;
    return number ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

Error limitReached(const char* what, std::size_t limit)
{
    return {ErrorCode::LimitReached, {std::string(what), static_cast<std::int64_t>(limit)}, {}};
}

} // namespace

void SparkplugSession::birth(EdgeNode& node, std::string_view payload, TimeNs arrival)
{
    if (auto decoded = m_decoder.decode(payload, m_payload); !decoded) {
        reject(node, {}, decoded.error());
        wantRebirth(node, arrival);
        return;
    }
    if (!node.held.empty()) { // of the session that ends here
        flushHeld(node);
        (void)m_decoder.decode(payload, m_payload); // decoded a moment ago
    }
    const auto bdSeq = bdSeqOf(m_payload);
    if (!bdSeq)
        note(node, {}, NonCompliance::BdSeqMissing);
    if (findMetric(m_payload, kRebirthControl) == nullptr)
        note(node, {}, NonCompliance::RebirthControlMissing);
    if (m_payload.seq != 0U)
        note(node, {}, NonCompliance::BirthSeqNotZero);
    node.bdSeq = bdSeq;
    node.expected = static_cast<std::uint8_t>(m_payload.seq.value_or(0) + 1);
    node.received.set(); // whatever is behind a birth belongs to the time before
    node.behindRun = 0;
    node.rebirthDue = kNoTime;
    node.online = true;
    node.aliases.clear();
    bool awaiting = false;
    for (std::size_t i = 1; i < node.holders.size(); ++i) {
        node.holders[i].awaited = node.holders[i].online;
        awaiting = awaiting || node.holders[i].online;
    }
    node.birthDeadline = awaiting ? arrival + m_settings.reorderTimeout : kNoTime;
    if (!bind(node, 0))
        wantRebirth(node, arrival);
    tellBirth(node, 0, arrival);
}

void SparkplugSession::deviceBirth(EdgeNode& node, std::string_view device, TimeNs arrival)
{
    auto holder = node.findDevice(device);
    if (!holder) {
        if (m_holderCount >= m_settings.holders) {
            reject(node, device, limitReached("devices", m_settings.holders));
            return;
        }
        ++m_holderCount;
        MetricHolder fresh;
        fresh.device = device;
        holder = node.addDevice(std::move(fresh));
    }
    node.forgetAliases(*holder);
    node.holders[*holder].awaited = false;
    if (!bind(node, *holder))
        wantRebirth(node, arrival);
    tellBirth(node, *holder, arrival);
}

/// Makes the message at hand the holder's birth; false where it is not fit to be one.
bool SparkplugSession::bind(EdgeNode& node, std::uint32_t holder)
{
    MetricHolder& owner = node.holders[holder];
    std::vector<BoundMetric> before = std::move(owner.metrics);
    owner.metrics.clear();
    m_metricCount -= before.size();
    std::optional<Error> wrong = declare(node, holder);
    m_metricCount += owner.metrics.size();
    std::optional<Error> changed;
    for (BoundMetric& old : before) {
        BoundMetric* now = owner.find(old.name);
        if (now != nullptr)
            now->ledger = std::move(old.ledger); // counting outlives a rebirth
        if (now == nullptr && old.target.tag != kNoTag)
            m_output.onStale(old.target.tag);
        if (now != nullptr && now->type != old.type && !changed)
            changed = typeChanged(old, nameOf(now->type));
    }
    if (const auto taken = node.addAliases(holder))
        wrong = Error{ErrorCode::AliasDuplicate, {static_cast<std::int64_t>(*taken)}, {}};
    if (wrong || changed)
        reject(node, owner.device, wrong ? *wrong : *changed);
    return !wrong; // a birth may change a type: what it says holds
}

/// Lists the metrics of the birth at hand; the error says what was left out.
std::optional<Error> SparkplugSession::declare(EdgeNode& node, std::uint32_t holder)
{
    MetricHolder& owner = node.holders[holder];
    const NodeRef ref = refOf(node, holder);
    std::optional<Error> wrong;
    for (const SparkplugMetric& m : m_payload.metrics) {
        if (m.name.empty()) {
            wrong = Error{ErrorCode::BirthIncomplete, {std::string("name of a metric")}, {}};
            continue;
        }
        if (m_metricCount + owner.metrics.size() >= m_settings.metrics) {
            wrong = limitReached("metrics", m_settings.metrics);
            break;
        }
        if (m.type == SparkplugType::Unknown)
            note(node, owner.device, NonCompliance::BirthTypeMissing);
        owner.metrics.push_back({m.name, m.alias, m.type, m_resolve(ref, m.name), {}});
    }
    const auto less = [](const BoundMetric& a, const BoundMetric& b) { return a.name < b.name; };
    const auto same = [](const BoundMetric& a, const BoundMetric& b) { return a.name == b.name; };
    std::stable_sort(owner.metrics.begin(), owner.metrics.end(), less);
    const auto doubles = std::unique(owner.metrics.begin(), owner.metrics.end(), same);
    if (doubles != owner.metrics.end())
        note(node, owner.device, NonCompliance::NameTwice);
    owner.metrics.erase(doubles, owner.metrics.end());
    return wrong;
}

void SparkplugSession::tellBirth(EdgeNode& node, std::uint32_t holder, TimeNs arrival)
{
    MetricHolder& owner = node.holders[holder];
    owner.online = true;
    owner.since = arrival;
    m_output.onBirth(refOf(node, holder), arrival);
    for (const SparkplugMetric& m : m_payload.metrics) {
        if (BoundMetric* bound = owner.find(m.name))
            tell(*bound, m, false, true);
    }
}

void SparkplugSession::death(EdgeNode& node, std::string_view payload, TimeNs arrival)
{
    if (auto decoded = m_decoder.decode(payload, m_payload); !decoded) {
        reject(node, {}, decoded.error());
        return;
    }
    const auto bdSeq = bdSeqOf(m_payload);
    if (!bdSeq)
        note(node, {}, NonCompliance::BdSeqMissing);
    if (!node.online || (bdSeq && node.bdSeq && *bdSeq != *node.bdSeq))
        return; // the will of an earlier connection of a node that is back already
    flushHeld(node);
    node.online = false;
    node.birthDeadline = kNoTime;
    for (std::size_t i = 0; i < node.holders.size(); ++i)
        setOffline(node, static_cast<std::uint32_t>(i), arrival);
}

void SparkplugSession::deviceDeath(EdgeNode& node, std::string_view device, TimeNs arrival)
{
    const auto holder = node.findDevice(device);
    if (!holder || !node.holders[*holder].online) {
        reject(node, device, {ErrorCode::DataBeforeBirth, {}, {}});
        return;
    }
    setOffline(node, *holder, m_payload.timestamp == kNoTime ? arrival : m_payload.timestamp);
}

void SparkplugSession::setOffline(EdgeNode& node, std::uint32_t holder, TimeNs at)
{
    MetricHolder& owner = node.holders[holder];
    owner.awaited = false;
    node.forgetAliases(holder);
    if (!owner.online)
        return;
    owner.online = false;
    owner.since = at;
    m_output.onDeath(refOf(node, holder), at);
    for (const BoundMetric& m : owner.metrics) {
        if (m.target.tag != kNoTag)
            m_output.onStale(m.target.tag);
    }
}

} // namespace gemba::twin
