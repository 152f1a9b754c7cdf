// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "twin/acquisition/telemetry_source.h"

namespace gemba::test {

/// A sink that keeps everything.
class Recorder : public twin::TelemetrySink
{
public:
    struct Packet {
        std::string topic, payload;
        int qos = 0;
        bool retained = false;
        twin::TimeNs arrival = 0;
    };
    struct Link {
        bool up = false;
        std::string address, reason;
        bool host = false;
        twin::TimeNs arrival = 0;
    };
    void onPacket(twin::SourceId, const twin::PacketView& p, twin::TimeNs arrival) noexcept override
    {
        const std::lock_guard lock(m_mutex);
        m_packets.push_back({std::string(p.topic), std::string(p.payload), p.qos, p.retained, arrival});
    }
    void onLink(twin::SourceId, bool up, const twin::LinkView& l, twin::TimeNs arrival) noexcept override
    {
        const std::lock_guard lock(m_mutex);
        m_links.push_back({up, std::string(l.address), std::string(l.reason), l.host, arrival});
    }
    std::vector<Packet> packets() const
    {
        const std::lock_guard lock(m_mutex);
        return m_packets;
    }
    std::vector<Link> links() const
    {
        const std::lock_guard lock(m_mutex);
        return m_links;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Packet> m_packets;
    std::vector<Link> m_links;
};

} // namespace gemba::test
