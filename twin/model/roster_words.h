// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the .cpp files of roster_json only: the words of the file.
#include <array>
#include <string>
#include <string_view>

#include "twin/model/roster.h"

namespace gemba::twin {

inline constexpr std::array<std::string_view, 7> kDayWords{"mon", "tue", "wed", "thu",
                                                           "fri", "sat", "sun"};
inline constexpr std::array<std::string_view, 3> kChannelWords{"desktop", "email", "webhook"};
inline constexpr std::array<std::string_view, 3> kSecurityWords{"tls", "starttls", "plain"};

/// The schema has made sure that the word is one of them.
[[nodiscard]] ChannelKind channelKind(std::string_view word);
[[nodiscard]] MailSecurity mailSecurity(std::string_view word);
[[nodiscard]] std::uint16_t defaultPort(MailSecurity security);
[[nodiscard]] std::string hostOf(std::string_view url); ///< without user, port and brackets

} // namespace gemba::twin
