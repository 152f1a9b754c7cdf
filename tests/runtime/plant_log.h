// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/gemba-plant/node_layout.h"
#include "app/gemba-plant/playlist.h"
#include "twin/model/package.h"
#include "twin/model/record.h"

namespace gemba::test {

/// A record that owns its bytes.
struct OwnedRecord {
    twin::RecordKind kind = twin::RecordKind::Tick;
    twin::TimeNs arrival = 0;
    std::uint64_t seq = 0;
    twin::SourceId source{};
    twin::Bytes bytes;
    [[nodiscard]] twin::Record view() const { return {seq, arrival, kind, source, bytes}; }
};

struct LogOptions {
    plant::Format format = plant::Format::Sparkplug;
    std::string run = "6";
    std::size_t fromRow = 150;
    std::size_t rows = 60;
    /// Seeded: some messages are lost, doubled, late, or torn; links go down; people act.
    bool faults = false;
    std::uint64_t seed = 1;
};

/// The plant "Eastman works" as shipped.
[[nodiscard]] twin::PlantPackage eastman();

/// What the ingest thread would have logged while the plant played: link up, births, one message a
/// unit and row at 1 row a second, ticks of 250 ms in the silence.
[[nodiscard]] std::vector<OwnedRecord> makeLog(const LogOptions& options);
/// The same of another plant, which plays these runs; of the options only format, faults and seed count.
[[nodiscard]] std::vector<OwnedRecord> makeLog(const twin::Plant& plant, plant::Playlist playlist, const LogOptions& options);

} // namespace gemba::test
