// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "twin/model/bytes.h"
#include "twin/model/ids.h"
#include "twin/model/result.h"
#include "twin/model/time.h"

namespace gemba::twin {

/// Kinds of log record. The numbers are stored: add, never renumber.
enum class RecordKind : std::uint8_t {
    Packet = 1,    ///< one MQTT message as it came: PacketView
    LinkUp = 2,    ///< a source is connected and subscribed: LinkView
    LinkDown = 3,  ///< a source is gone, with the reason: LinkView
    Tick = 4,      ///< 250 ms of silence; no bytes
    Drop = 5,      ///< messages dropped before they could be logged: DropView
    Act = 6,       ///< something a person did: ActView
    Artefact = 7,  ///< plant, model or limits changed: ArtefactView (by hash; the blob has the bytes)
    ClockStep = 8, ///< the wall clock was set: old and new UTC
};

/// One entry of the input log. seq starts at 1 and has no gaps within a log, arrival never
/// decreases. bytes is a view; whoever keeps a record copies it.
struct Record {
    std::uint64_t seq = 0;
    TimeNs arrival = 0;
    RecordKind kind = RecordKind::Tick;
    SourceId source{};
    std::string_view bytes;
};

/// RecordKind::Packet
struct PacketView {
    std::string_view topic;
    std::string_view payload;
    std::uint8_t qos = 0;
    bool retained = false;
    bool duplicate = false;
};

/// RecordKind::LinkUp and LinkDown
struct LinkView {
    std::string_view address; ///< broker URL without secrets
    std::string_view reason;  ///< down: why; up: empty
    bool sessionPresent = false;
    bool host = false; ///< we are this broker's Sparkplug host (publish STATE, may ask for rebirth)
};

/// RecordKind::Drop
struct DropView {
    std::uint64_t messages = 0;
    std::uint64_t bytes = 0;
};

/// RecordKind::Act
struct ActView {
    std::string_view actor; ///< user name
    std::string_view verb;  ///< "acknowledge", "record-start", "note", ...
    std::string_view subject; ///< id of the asset, alert or tag
    std::string_view text;
};

/// RecordKind::Artefact
struct ArtefactView {
    std::string_view kind; ///< "plant", "model"
    std::string_view name; ///< asset id for a model
    std::string_view sha256; ///< hex
};

// Encoders append to out (it is cleared first); decoders return views into the record's bytes.
void encode(const PacketView& v, Bytes& out);
void encode(const LinkView& v, Bytes& out);
void encode(const DropView& v, Bytes& out);
void encode(const ActView& v, Bytes& out);
void encode(const ArtefactView& v, Bytes& out);
[[nodiscard]] Result<PacketView> decodePacket(std::string_view bytes);
[[nodiscard]] Result<LinkView> decodeLink(std::string_view bytes);
[[nodiscard]] Result<DropView> decodeDrop(std::string_view bytes);
[[nodiscard]] Result<ActView> decodeAct(std::string_view bytes);
[[nodiscard]] Result<ArtefactView> decodeArtefact(std::string_view bytes);

} // namespace gemba::twin
