// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/compression.h"

#include <zstd.h>

namespace gemba::twin {

struct Compressor::Context {
    ZSTD_CCtx* cctx = ZSTD_createCCtx();
    ~Context() { ZSTD_freeCCtx(cctx); }
};

struct Decompressor::Context {
    ZSTD_DCtx* dctx = ZSTD_createDCtx();
    ~Context() { ZSTD_freeDCtx(dctx); }
};

Compressor::Compressor(int level, bool checksum) : m_context(std::make_unique<Context>())
{
    ZSTD_CCtx_setParameter(m_context->cctx, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(m_context->cctx, ZSTD_c_checksumFlag, checksum ? 1 : 0);
}

Compressor::~Compressor() = default;
Compressor::Compressor(Compressor&&) noexcept = default;
Compressor& Compressor::operator=(Compressor&&) noexcept = default;

void Compressor::compress(std::string_view in, Bytes& out)
{
    out.resize(ZSTD_compressBound(in.size()));
    // The bound is large enough by definition, so this cannot fail.
    out.resize(ZSTD_compress2(m_context->cctx, out.data(), out.size(), in.data(), in.size()));
}

Decompressor::Decompressor() : m_context(std::make_unique<Context>()) {}
Decompressor::~Decompressor() = default;
Decompressor::Decompressor(Decompressor&&) noexcept = default;
Decompressor& Decompressor::operator=(Decompressor&&) noexcept = default;

Result<void> Decompressor::decompress(std::string_view in, std::size_t limit, Bytes& out)
{
    const unsigned long long size = ZSTD_getFrameContentSize(in.data(), in.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return Error{ErrorCode::SessionDamaged, {std::string("not a zstd frame")}, {}};
    if (size > limit)
        return Error{ErrorCode::SessionDamaged,
                     {"a compressed part of " + std::to_string(size) + " bytes"}, {}};
    out.resize(size);
    const std::size_t n
        = ZSTD_decompressDCtx(m_context->dctx, out.data(), out.size(), in.data(), in.size());
    if (ZSTD_isError(n) != 0)
        return Error{ErrorCode::SessionDamaged, {std::string(ZSTD_getErrorName(n))}, {}};
    if (n != size)
        return Error{ErrorCode::SessionDamaged, {std::string("a compressed part is short")}, {}};
    return {};
}

} // namespace gemba::twin
