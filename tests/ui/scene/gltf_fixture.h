// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include <QByteArray>

#include "twin/model/bytes.h"
#include "ui/scene/gltf_reader.h"

namespace gemba::test {

/// One triangle as glTF, every part of which can be bent.
struct GltfText {
    std::array<float, 9> positions{0, 0, 0, 1, 0, 0, 0, 1, 0};
    std::array<std::uint16_t, 3> indices{0, 1, 2};
    std::string version = "2.0", nodes = R"([{"mesh":0}])", extra, accessorExtra, uri;
    std::int64_t positionType = 5126, positionCount = 3, viewLength = 36, bufferLength = 42;

    [[nodiscard]] std::string binary() const
    {
        std::string out(reinterpret_cast<const char*>(positions.data()), sizeof positions);
        out.append(reinterpret_cast<const char*>(indices.data()), sizeof indices);
        return out;
    }

    [[nodiscard]] std::string json(const std::string& bufferUri) const
    {
        const auto n = [](std::int64_t v) { return std::to_string(v); };
        return R"({"asset":{"version":")" + version + R"("},"scenes":[{"nodes":[0]}],"nodes":)" + nodes
               + R"(,"meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}])"
               + R"(,"accessors":[{"bufferView":0,"componentType":)" + n(positionType)
               + R"(,"type":"VEC3","count":)" + n(positionCount) + accessorExtra
               + R"(},{"bufferView":1,"componentType":5123,"type":"SCALAR","count":3}])"
               + R"(,"bufferViews":[{"buffer":0,"byteLength":)" + n(viewLength)
               + R"(},{"buffer":0,"byteOffset":36,"byteLength":6}],"buffers":[{"byteLength":)"
               + n(bufferLength) + bufferUri + "}]" + extra + "}";
    }

    [[nodiscard]] std::string embedded() const
    {
        const std::string data = "\"data:application/octet-stream;base64,"
                                 + QByteArray::fromStdString(binary()).toBase64().toStdString() + "\"";
        return json(",\"uri\":" + (uri.empty() ? data : uri));
    }

    [[nodiscard]] std::string glb() const
    {
        std::string text = json({}), data = binary();
        text.resize((text.size() + 3) / 4 * 4, ' ');
        data.resize((data.size() + 3) / 4 * 4, '\0');
        std::string out;
        twin::ByteWriter w(out);
        w.u32(0x46546C67);
        w.u32(2);
        w.u32(static_cast<std::uint32_t>(12 + 8 + text.size() + 8 + data.size()));
        w.u32(static_cast<std::uint32_t>(text.size()));
        w.u32(0x4E4F534A);
        out += text;
        w.u32(static_cast<std::uint32_t>(data.size()));
        w.u32(0x004E4942);
        out += data;
        return out;
    }
};

} // namespace gemba::test
