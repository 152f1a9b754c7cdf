// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/notification/curl_transfer.h"

namespace gemba::twin {

/// Shows the message by org.freedesktop.Notifications of this session; returns when the desktop
/// has taken it. Plain text: what would be markup is escaped where the desktop reads markup. Any
/// thread that does not use Qt's session bus otherwise; blocks for at most three seconds.
/// Failure: DesktopUnavailable.
[[nodiscard]] std::optional<SendFailure> showOnDesktop(const Message& message);

} // namespace gemba::twin
