// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "twin/notification/message.h"

namespace gemba::twin {

/// Without anything that would begin another line or header: control characters become spaces.
[[nodiscard]] std::string oneLine(std::string_view text);
/// One @ with something on both sides, and nothing that SMTP or a header would read otherwise.
[[nodiscard]] bool isMailAddress(std::string_view text);

/// A letter by RFC 5322: UTF-8 text in base64, header words by RFC 2047. `unixSeconds` dates it,
/// `unique` makes its id. The addresses have been checked by isMailAddress().
[[nodiscard]] std::string letter(const Message& message, std::string_view from, std::int64_t unixSeconds,
                                 std::string_view unique);

} // namespace gemba::twin
