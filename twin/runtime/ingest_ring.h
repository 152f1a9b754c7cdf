// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>

#include "twin/model/record.h"

namespace gemba::twin {

/// The bounded buffer between the MQTT callbacks and the ingest thread. Writers append under a
/// short lock and never wait; the reader takes everything at once by swapping buffers. When it is
/// full the newest entry goes and is counted for its source; entries marked essential (births,
/// deaths, STATE) may also use a reserve that ordinary data cannot, and links one of their own that
/// no packet can: a flood must not hide that the broker has gone.
class IngestRing
{
public:
    struct Drops {
        std::uint64_t messages = 0;
        std::uint64_t bytes = 0;
    };

    /// What the reader takes: entries in the order they were offered, then what was dropped.
    class Batch
    {
    public:
        /// Next entry; its bytes are valid until the batch is refilled. False at the end.
        bool next(Record& out);
        [[nodiscard]] bool empty() const { return m_entries.empty() && m_drops.empty(); }
        [[nodiscard]] const std::map<std::uint16_t, Drops>& drops() const { return m_drops; }

    private:
        friend class IngestRing;
        Bytes m_entries;
        std::size_t m_position = 0;
        std::map<std::uint16_t, Drops> m_drops;
    };

    static constexpr std::size_t kDefaultCapacity = 32U << 20;

    explicit IngestRing(std::size_t capacity = kDefaultCapacity);

    /// Any thread; never blocks beyond the copy. False: dropped and counted.
    bool offerPacket(SourceId source, TimeNs arrival, const PacketView& packet, bool essential);
    bool offerLink(SourceId source, TimeNs arrival, RecordKind kind, std::string_view bytes);

    /// Reader only. Waits until there is something, wake() was called or the time is over; then at
    /// most 5 ms more, for what comes along with it.
    void take(Batch& batch, std::chrono::milliseconds wait);
    void wake();

    /// Messages handed to the ring so far and what became of them; taken together they add up.
    [[nodiscard]] std::uint64_t offeredPackets() const;
    [[nodiscard]] std::size_t bytesHeld() const;

private:
    struct Header {
        TimeNs arrival;
        std::uint32_t size;
        std::uint16_t source;
        RecordKind kind;
    };
    bool fits(std::size_t size, std::size_t kept) const;
    void appendHeader(const Header& h);
    void afterAppend(std::unique_lock<std::mutex>& lock);
    void waitForBytes(std::unique_lock<std::mutex>& lock, std::size_t bytes,
                      std::chrono::milliseconds wait);

    const std::size_t m_capacity;
    const std::size_t m_reserve;     ///< not for ordinary data
    const std::size_t m_linkReserve; ///< part of it; not for packets at all
    mutable std::mutex m_mutex;
    std::condition_variable m_ready;
    Bytes m_entries;                          ///< guarded by m_mutex
    std::map<std::uint16_t, Drops> m_drops;   ///< guarded by m_mutex
    std::size_t m_taken = 0;                  ///< bytes the reader still works on; guarded
    std::uint64_t m_offered = 0;              ///< guarded by m_mutex
    bool m_waiting = false;                   ///< guarded by m_mutex
    std::size_t m_wakeAt = 1;                 ///< bytes that the reader waits for; guarded
    bool m_woken = false;                     ///< guarded by m_mutex
};

/// True for messages that the reserve is kept for: Sparkplug births, deaths and STATE.
[[nodiscard]] bool isEssential(std::string_view topic);

} // namespace gemba::twin
