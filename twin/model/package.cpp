// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/package.h"

#include <array>

#include <openssl/evp.h>

namespace gemba::twin {

const Blob* PlantPackage::find(std::string_view kind, std::string_view name) const
{
    for (const Blob& b : blobs) {
        if (b.kind == kind && (name.empty() || b.name == name))
            return &b;
    }
    return nullptr;
}

std::string sha256Hex(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    text.reserve(size * 2);
    for (unsigned int i = 0; i < size; ++i) {
        text.push_back(kHex[digest[i] >> 4]);
        text.push_back(kHex[digest[i] & 15]);
    }
    return text;
}

} // namespace gemba::twin
