// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <string>

#include "twin/model/bytes.h"

namespace gemba::twin {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] std::string toHex(const Sha256& digest);

/// SHA-256 over a growing stream of canonical bytes.
class DigestStream
{
public:
    DigestStream();
    ~DigestStream();
    DigestStream(DigestStream&&) noexcept;
    DigestStream& operator=(DigestStream&&) noexcept;

    void update(std::string_view bytes);
    /// The digest of everything since the last call; starts anew.
    [[nodiscard]] Sha256 finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace gemba::twin
