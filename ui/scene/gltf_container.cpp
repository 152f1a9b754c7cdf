// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/gltf_container.h"

#include <QByteArray>

#include "twin/model/bytes.h"
#include "ui/scene/gltf_reader.h"

namespace gemba::ui {

using twin::Error;
using twin::ErrorCode;

namespace {

constexpr std::uint32_t kMagic = 0x46546C67; ///< "glTF"
constexpr std::uint32_t kJsonChunk = 0x4E4F534A, kBinaryChunk = 0x004E4942;
constexpr std::size_t kMaxJson = 16u << 20;
constexpr std::size_t kMaxBuffers = 64;

struct Chunks {
    std::string_view json, binary;
};

Error invalid(const char* expected, const char* path = "")
{
    Error error{ErrorCode::JsonSchema, {std::string(expected)}, {}};
    error.place.jsonPath = path;
    return error;
}

twin::Result<Chunks> splitGlb(std::string_view bytes)
{
    twin::ByteReader reader(bytes);
    (void)reader.u32();
    const std::uint32_t version = reader.u32();
    const std::uint32_t length = reader.u32();
    if (reader.failed() || length > bytes.size())
        return Error{ErrorCode::FileTruncated, {}, {}};
    if (version != 2)
        return invalid("a GLB file of version 2");
    std::string_view rest = bytes.substr(12, length < 12 ? 0 : length - 12);
    Chunks chunks;
    while (!rest.empty()) {
        twin::ByteReader head(rest);
        const std::uint32_t size = head.u32();
        const std::uint32_t kind = head.u32();
        if (head.failed() || size > rest.size() - 8)
            return Error{ErrorCode::FileTruncated, {}, {}};
        if (chunks.json.empty() && kind != kJsonChunk)
            return invalid("a JSON chunk first");
        if (kind == kJsonChunk && chunks.json.empty())
            chunks.json = rest.substr(8, size);
        else if (kind == kBinaryChunk && chunks.binary.empty())
            chunks.binary = rest.substr(8, size);
        rest.remove_prefix(8 + size);
    }
    if (chunks.json.empty())
        return invalid("a JSON chunk");
    return chunks;
}

/// A buffer from its data URI; files beside the mesh are not opened.
std::string embedded(const JsonPlace& at)
{
    const std::string uri = at.text(kMaxGltfBytes);
    const std::size_t comma = uri.find(";base64,");
    if (!uri.starts_with("data:") || comma == std::string::npos) {
        at.fail("a buffer inside the file (data:…;base64)");
        return {};
    }
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromRawData(uri.data() + comma + 8, static_cast<qsizetype>(uri.size() - comma - 8)),
        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        at.fail("base64");
    return decoded ? decoded.decoded.toStdString() : std::string();
}

} // namespace

twin::Result<GltfContainer> openGltf(std::string_view bytes)
{
    if (bytes.size() > kMaxGltfBytes) {
        return Error{ErrorCode::FileTooLarge,
                     {static_cast<std::int64_t>(bytes.size()),
                      static_cast<std::int64_t>(kMaxGltfBytes)}, {}};
    }
    Chunks chunks{bytes, {}};
    if (twin::ByteReader(bytes).u32() == kMagic) {
        const twin::Result<Chunks> split = splitGlb(bytes);
        if (!split)
            return split.error();
        chunks = *split;
    }
    // Embedded buffers live in the JSON, so a text file may be as long as any other.
    twin::Result<Json> json = parseJson(chunks.json, chunks.binary.empty() ? kMaxGltfBytes : kMaxJson);
    if (!json)
        return json.error();
    GltfContainer container{std::move(*json), {}};
    std::optional<Error> error;
    const JsonPlace root(container.json, {}, error);
    const std::size_t n = root.has("buffers") ? root.member("buffers").arraySize(0, kMaxBuffers) : 0;
    for (std::size_t i = 0; i < n && !error; ++i) {
        const JsonPlace at = root.member("buffers").item(i);
        std::string buffer = i == 0 && !at.has("uri") ? std::string(chunks.binary)
                                                      : embedded(at.member("uri"));
        const std::size_t length = at.member("byteLength").count(kMaxGltfBytes);
        if (!error && length > buffer.size())
            at.member("byteLength").fail("at most the bytes that are there");
        buffer.resize(std::min(length, buffer.size()));
        container.buffers.push_back(std::move(buffer));
    }
    if (error)
        return *error;
    return container;
}

} // namespace gemba::ui
