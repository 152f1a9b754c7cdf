// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "twin/notification/curl_transfer.h"

namespace gemba::twin {

/// Posts message.json to message.channel.address by HTTPS (HTTP only within this machine); returns
/// when the server has answered. Nothing: it answered 2xx. No redirect is followed: a token goes to
/// the server it was given for. `token`, where not empty, goes as "Authorization: Bearer". Any
/// thread; blocks. Failures: ArgumentInvalid, NotifyRefused (with what the server answered),
/// TlsFailed, NotifyUnreachable, NotifyEnded.
///
/// The body is one JSON object:
///   gemba   1, the version of this body
///   kind    "alert", "digest" or "test"
///   text    title and lines, as an e-mail has them: what chat services show
///   title   one line
///   plant   name of the site
///   at      ISO 8601
///   advisory true: Gemba advises; it is not the alarm system of record
///   alerts  list of {machine, title, detail, priority (1..3), origin ("gemba" or "dcs"), raisedAt, over}
[[nodiscard]] std::optional<SendFailure> postWebhook(const Message& message, const std::string& token,
                                                     const SendOptions& options, const std::atomic<bool>& stop);

} // namespace gemba::twin
