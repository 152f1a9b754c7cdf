// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/advisory/alert_book.h"
#include "twin/model/event.h"
#include "twin/model/record.h"
#include "twin/model/sample.h"
#include "twin/model/snapshot.h"
#include "twin/runtime/digest.h"

namespace gemba::twin {

/// Writes everything the pipeline puts out in canonical little-endian bytes, in the order of the
/// log and then of asset ids, into one digest. Whatever changes an output changes the digest.
class OutputLedger
{
public:
    void sample(const Sample& sample);
    void assessment(std::uint64_t seq, AssetId asset, const Assessment& a);
    void transition(std::uint64_t seq, const AlertTransition& t);
    /// Links, acts, drops, clock steps and artefacts: the record itself is the output.
    void record(const Record& record);
    void event(const Event& event);
    /// Where a link stands; once per link at the end of an interval.
    void source(const SourceState& state);

    [[nodiscard]] Sha256 finish();

private:
    void flushIfLarge();
    Bytes m_pending;
    DigestStream m_digest;
};

} // namespace gemba::twin
