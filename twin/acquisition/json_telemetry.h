// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "twin/acquisition/telemetry_output.h"
#include "twin/model/plant.h"
#include "twin/model/record.h"

namespace gemba::twin {

struct JsonLimits {
    std::size_t bytes = 1 << 20;
    std::size_t depth = 64;
};

/// Reads JSON messages by the topic map that a plant's JsonBindings make. Deterministic, one thread;
/// in a steady stream nothing is allocated but texts.
///
/// A value is whatever its pointer finds: numbers (an integer above 2^63-1 becomes a double), bools,
/// texts, null. For tags that hold numbers a text that is a number counts as that number; any other
/// text, "NaN", an object or an array comes as null with quality Bad. A pointer that finds nothing
/// is passed over, unless nothing of the message was found: that is an error. Source times are ISO
/// 8601 texts or milliseconds since 1970; one that is there but cannot be read makes the sample
/// Uncertain, as does a retained message without a source time: its age is unknown.
class JsonTelemetry
{
public:
    explicit JsonTelemetry(const Plant& plant, JsonLimits limits = {});
    ~JsonTelemetry();
    JsonTelemetry(JsonTelemetry&&) noexcept;
    JsonTelemetry& operator=(JsonTelemetry&&) noexcept;

    /// False, and nothing told, where no tag is bound to the topic. Errors (told to output, at most
    /// one per message, place with topic and pointer): PayloadTooLarge, JsonSyntax, JsonSchema.
    bool onMessage(const PacketView& packet, TelemetryOutput& output);

    /// The accounts of the counters, by topic; canonical. Those of topics no longer in the plant are
    /// passed over. load leaves everything as it was where it fails (SessionDamaged).
    void save(ByteWriter& out) const;
    [[nodiscard]] Result<void> load(ByteReader& in);

private:
    struct Reader;
    std::unique_ptr<Reader> m_reader;
};

} // namespace gemba::twin
