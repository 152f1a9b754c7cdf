// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/acquisition/sequence_ledger.h"
#include "twin/model/error.h"
#include "twin/model/sample.h"

namespace gemba::twin {

/// What decoded telemetry says, whatever its format. Called during the decoding, in log order.
class TelemetryOutput
{
public:
    virtual ~TelemetryOutput() = default;
    /// A value that is not finite, or not what the tag can hold, comes as null with quality Bad.
    virtual void onSample(TagId tag, TimeNs source, Quality quality, bool historical,
                          const Value& value) = 0;
    /// What a 64-bit counter told; tag is the counter's, or the first one of its JSON topic.
    virtual void onSequence(TagId tag, const SequenceStep& step) = 0;
    /// A message, or a part of it, was not understood; at most once per message.
    virtual void onRejected(const Error& error) = 0;
};

} // namespace gemba::twin
