// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "twin/notification/curl_transfer.h"

namespace gemba::twin {

/// Hands one letter to the mail server, over TLS (plain only within this machine); returns when it
/// was taken or refused. Nothing: taken. Any thread; blocks. Failures: NotifyNoMailServer,
/// ArgumentInvalid (an address that is none), NotifyRefused (with what the server said), TlsFailed,
/// NotifyUnreachable, NotifyEnded.
[[nodiscard]] std::optional<SendFailure> sendMail(const MailServer& server, const std::string& password,
                                                  const Message& message, const SendOptions& options,
                                                  const std::atomic<bool>& stop);

} // namespace gemba::twin
