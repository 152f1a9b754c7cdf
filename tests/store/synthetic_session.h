// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "twin/store/session_reader.h"
#include "twin/store/session_writer.h"

namespace gemba::twin::testing {

/// A small plant that never was: three tags and one asset, a packet a tenth of a second, cut into
/// intervals of two seconds. Everything it says can be computed again from the sequence number.
class SyntheticPlant
{
public:
    static constexpr TimeNs kStart = 1'790'000'000 * kSecond;
    static constexpr TimeNs kStep = kSecond / 10;
    static constexpr std::uint64_t kIntervalRecords = 20;

    explicit SyntheticPlant(std::uint64_t firstSeq = 1, std::size_t payload = 100)
        : m_seq(firstSeq), m_payload(payload)
    {
    }

    /// Hands the writer the next n records with samples, condition, events and intervals.
    void play(SessionWriter& writer, std::uint64_t n);
    void act(SessionWriter& writer); ///< one record of kind Act
    void endInterval(SessionWriter& writer);

    [[nodiscard]] std::uint64_t nextSeq() const { return m_seq; }
    [[nodiscard]] const std::vector<Sample>& samples() const { return m_samples; }
    [[nodiscard]] IntervalDigest digest() const; ///< over all intervals ended
    [[nodiscard]] TimeNs now() const { return m_arrival; }

    static Bytes payloadOf(std::uint64_t seq, std::size_t size);
    static IntervalDigest digestOf(std::uint64_t interval);
    static PlantPackage package();
    static SessionFacts facts();

private:
    void cutIfDue(SessionWriter& writer);
    void say(SessionWriter& writer);

    std::uint64_t m_seq;
    std::size_t m_payload;
    TimeNs m_arrival = kStart;
    std::uint64_t m_interval = 0, m_inInterval = 0;
    bool m_begun = false;
    std::vector<Sample> m_samples;
    std::vector<IntervalDigest> m_digests;
};

/// Empty, or in what way the records in the file are not those of the synthetic plant.
std::string compareLog(SessionReader& reader, std::uint64_t first, std::uint64_t last,
                       std::size_t payload = 100);

} // namespace gemba::twin::testing
