// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/digest.h"

#include <openssl/evp.h>

namespace gemba::twin {

struct DigestStream::Context {
    EVP_MD_CTX* md = EVP_MD_CTX_new();
    Context() { EVP_DigestInit_ex(md, EVP_sha256(), nullptr); }
    ~Context() { EVP_MD_CTX_free(md); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

DigestStream::DigestStream() : m_context(std::make_unique<Context>()) {}
DigestStream::~DigestStream() = default;
DigestStream::DigestStream(DigestStream&&) noexcept = default;
DigestStream& DigestStream::operator=(DigestStream&&) noexcept = default;

void DigestStream::update(std::string_view bytes)
{
    EVP_DigestUpdate(m_context->md, bytes.data(), bytes.size());
}

Sha256 DigestStream::finish()
{
    Sha256 digest{};
    EVP_DigestFinal_ex(m_context->md, digest.data(), nullptr);
    EVP_DigestInit_ex(m_context->md, EVP_sha256(), nullptr);
    return digest;
}

std::string toHex(const Sha256& digest)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t b : digest) {
        text.push_back(kHex[b >> 4]);
        text.push_back(kHex[b & 15]);
    }
    return text;
}

} // namespace gemba::twin
