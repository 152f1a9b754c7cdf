// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/record.h"

namespace gemba::twin {
namespace {

Error malformed(const char* what)
{
    return {ErrorCode::SessionDamaged, {std::string(what)}, {}};
}

} // namespace

void encode(const PacketView& v, Bytes& out)
{
    out.clear();
    ByteWriter w(out);
    w.u8(static_cast<std::uint8_t>((v.qos & 3) | (v.retained ? 4 : 0) | (v.duplicate ? 8 : 0)));
    w.bytes(v.topic);
    out.append(v.payload); // the rest of the record: no second length
}

void encode(const LinkView& v, Bytes& out)
{
    out.clear();
    ByteWriter w(out);
    w.u8(static_cast<std::uint8_t>((v.sessionPresent ? 1 : 0) | (v.host ? 2 : 0)));
    w.bytes(v.address);
    w.bytes(v.reason);
}

void encode(const DropView& v, Bytes& out)
{
    out.clear();
    ByteWriter w(out);
    w.varint(v.messages);
    w.varint(v.bytes);
}

void encode(const ActView& v, Bytes& out)
{
    out.clear();
    ByteWriter w(out);
    w.bytes(v.actor);
    w.bytes(v.verb);
    w.bytes(v.subject);
    w.bytes(v.text);
}

void encode(const ArtefactView& v, Bytes& out)
{
    out.clear();
    ByteWriter w(out);
    w.bytes(v.kind);
    w.bytes(v.name);
    w.bytes(v.sha256);
}

Result<PacketView> decodePacket(std::string_view bytes)
{
    ByteReader r(bytes);
    PacketView v;
    const std::uint8_t flags = r.u8();
    v.qos = flags & 3;
    v.retained = (flags & 4) != 0;
    v.duplicate = (flags & 8) != 0;
    v.topic = r.bytes();
    if (r.failed())
        return malformed("packet record");
    v.payload = bytes.substr(bytes.size() - r.remaining());
    return v;
}

Result<LinkView> decodeLink(std::string_view bytes)
{
    ByteReader r(bytes);
    LinkView v;
    const std::uint8_t flags = r.u8();
    v.sessionPresent = (flags & 1) != 0;
    v.host = (flags & 2) != 0;
    v.address = r.bytes();
    v.reason = r.bytes();
    if (r.failed())
        return malformed("link record");
    return v;
}

Result<DropView> decodeDrop(std::string_view bytes)
{
    ByteReader r(bytes);
    DropView v{r.varint(), r.varint()};
    if (r.failed())
        return malformed("drop record");
    return v;
}

Result<ActView> decodeAct(std::string_view bytes)
{
    ByteReader r(bytes);
    ActView v;
    v.actor = r.bytes();
    v.verb = r.bytes();
    v.subject = r.bytes();
    v.text = r.bytes();
    if (r.failed())
        return malformed("act record");
    return v;
}

Result<ArtefactView> decodeArtefact(std::string_view bytes)
{
    ByteReader r(bytes);
    ArtefactView v;
    v.kind = r.bytes();
    v.name = r.bytes();
    v.sha256 = r.bytes();
    if (r.failed())
        return malformed("artefact record");
    return v;
}

} // namespace gemba::twin
