// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/ingest_ring.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace gemba::twin {
namespace {

// To wake the reader costs as much as to take a message: at thousands a second it takes those of a
// few milliseconds together, which nobody can see, unless a good deal waits already.
constexpr std::chrono::milliseconds kGather{5};
constexpr std::size_t kEnough = 256U << 10;

} // namespace

bool isEssential(std::string_view topic)
{
    static constexpr std::string_view kNamespace = "spBv1.0/";
    if (!topic.starts_with(kNamespace))
        return topic.starts_with("STATE/");
    topic.remove_prefix(kNamespace.size());
    if (topic.starts_with("STATE/"))
        return true;
    const std::size_t slash = topic.find('/');
    if (slash == std::string_view::npos)
        return false;
    topic.remove_prefix(slash + 1);
    return topic.starts_with("NBIRTH/") || topic.starts_with("NDEATH/")
           || topic.starts_with("DBIRTH/") || topic.starts_with("DDEATH/");
}

IngestRing::IngestRing(std::size_t capacity)
    : m_capacity(capacity), m_reserve(capacity / 8), m_linkReserve(capacity / 64)
{
}

bool IngestRing::fits(std::size_t size, std::size_t kept) const
{
    return m_entries.size() + m_taken + size + sizeof(Header) + kept <= m_capacity;
}

void IngestRing::appendHeader(const Header& h)
{
    char raw[sizeof h];
    std::memcpy(raw, &h, sizeof h);
    m_entries.append(raw, sizeof h);
}

void IngestRing::afterAppend(std::unique_lock<std::mutex>& lock)
{
    const bool wakeReader = m_entries.size() >= m_wakeAt && m_waiting;
    if (wakeReader)
        m_waiting = false;
    lock.unlock();
    if (wakeReader)
        m_ready.notify_one();
}

bool IngestRing::offerPacket(SourceId source, TimeNs arrival, const PacketView& packet,
                             bool essential)
{
    // The record's bytes are laid down here, once: flags, length of topic, topic, payload.
    char head[16];
    std::size_t n = 0;
    head[n++] = static_cast<char>((packet.qos & 3) | (packet.retained ? 4 : 0)
                                  | (packet.duplicate ? 8 : 0));
    for (std::size_t v = packet.topic.size();; v >>= 7) {
        head[n++] = static_cast<char>(v < 0x80 ? v : (v & 0x7f) | 0x80);
        if (v < 0x80)
            break;
    }
    const std::size_t size = n + packet.topic.size() + packet.payload.size();

    std::unique_lock lock(m_mutex);
    ++m_offered;
    if (!fits(size, essential ? m_linkReserve : m_reserve)) {
        Drops& d = m_drops[index(source)];
        ++d.messages;
        d.bytes += packet.payload.size();
        return false;
    }
    appendHeader({arrival, static_cast<std::uint32_t>(size), index(source), RecordKind::Packet});
    m_entries.append(head, n);
    m_entries.append(packet.topic);
    m_entries.append(packet.payload);
    afterAppend(lock);
    return true;
}

bool IngestRing::offerLink(SourceId source, TimeNs arrival, RecordKind kind, std::string_view bytes)
{
    std::unique_lock lock(m_mutex);
    if (!fits(bytes.size(), 0))
        return false;
    appendHeader({arrival, static_cast<std::uint32_t>(bytes.size()), index(source), kind});
    m_entries.append(bytes);
    afterAppend(lock);
    return true;
}

void IngestRing::waitForBytes(std::unique_lock<std::mutex>& lock, std::size_t bytes,
                              std::chrono::milliseconds wait)
{
    const auto ready = [&] { return m_entries.size() >= bytes || m_woken; };
    m_waiting = true;
    m_wakeAt = bytes;
    m_ready.wait_for(lock, wait, ready);
    m_waiting = false;
}

void IngestRing::take(Batch& batch, std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    const bool busy = std::exchange(m_taken, 0) > 0; // more will come: no need to be woken for it
    if (m_drops.empty()) {
        if (!busy)
            waitForBytes(lock, 1, wait);
        if (busy || !m_entries.empty())
            waitForBytes(lock, std::min(kEnough, m_capacity / 4), std::min(wait, kGather));
        if (busy && m_entries.empty())
            waitForBytes(lock, 1, wait);
    }
    m_woken = false;
    batch.m_entries.clear();
    batch.m_position = 0;
    batch.m_drops.clear();
    batch.m_entries.swap(m_entries); // the emptied buffer keeps its memory and goes back in
    batch.m_drops.swap(m_drops);
    m_taken = batch.m_entries.size();
}

void IngestRing::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_ready.notify_one();
}

std::uint64_t IngestRing::offeredPackets() const
{
    const std::lock_guard lock(m_mutex);
    return m_offered;
}

std::size_t IngestRing::bytesHeld() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.size() + m_taken;
}

bool IngestRing::Batch::next(Record& out)
{
    if (m_position >= m_entries.size())
        return false;
    Header h{};
    std::memcpy(&h, m_entries.data() + m_position, sizeof h);
    m_position += sizeof h;
    out.arrival = h.arrival;
    out.kind = h.kind;
    out.source = SourceId{h.source};
    out.bytes = std::string_view(m_entries).substr(m_position, h.size);
    m_position += h.size;
    return true;
}

} // namespace gemba::twin
