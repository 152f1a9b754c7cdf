// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "twin/model/error.h"
#include "twin/model/roster.h"

namespace gemba::twin {

/// What is to be sent, in words already. UTF-8, plain text.
struct Message {
    std::uint64_t id = 0; ///< of the sender's choice; outcomes name it
    Channel channel;
    std::string title; ///< one line
    std::string body;  ///< lines
    std::string json;  ///< of a webhook: the body of the request
    int priority = 3;  ///< 1 Critical … 3 Watch: how loud a desktop shows it
};

/// What became of it, after each attempt.
struct Outcome {
    std::uint64_t id = 0;
    int attempt = 1;
    bool final = true; ///< false: it will be tried again
    std::optional<Error> error; ///< none: sent
};

/// What sending may take and whom it trusts.
struct SendOptions {
    long connectMs = 10'000;
    long totalMs = 30'000;
    std::string caFile; ///< PEM; empty: the system's authorities
};

} // namespace gemba::twin
