// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "twin/model/bytes.h"
#include "twin/model/result.h"

namespace gemba::twin {

/// zstd frames, with a content checksum unless something else checks the bytes. Holds its working memory; one thread at a time.
class Compressor
{
public:
    explicit Compressor(int level, bool checksum = true);
    ~Compressor();
    Compressor(Compressor&&) noexcept;
    Compressor& operator=(Compressor&&) noexcept;

    /// Replaces out.
    void compress(std::string_view in, Bytes& out);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

class Decompressor
{
public:
    Decompressor();
    ~Decompressor();
    Decompressor(Decompressor&&) noexcept;
    Decompressor& operator=(Decompressor&&) noexcept;

    /// Replaces out. A frame that says it is larger than limit is refused before any memory is
    /// taken for it. Errors: SessionDamaged.
    Result<void> decompress(std::string_view in, std::size_t limit, Bytes& out);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace gemba::twin
