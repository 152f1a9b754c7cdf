// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

#include "twin/model/result.h"
#include "twin/model/roster.h"

namespace gemba::twin {

/// Names of the secrets in the keyring.
[[nodiscard]] QString mailSecret(const MailServer& server);  ///< "mail user@host"
[[nodiscard]] QString webhookSecret(const Channel& channel); ///< "webhook URL"

/// The keyring of this person's session, the only place where passwords and tokens are kept: never
/// in a file of ours, a log, or a session. One thread, with an event loop; answers come there, none
/// after this object has gone.
class Keyring : public QObject
{
public:
    using QObject::QObject;
    /// Errors: SecretMissing, KeyringUnavailable.
    void read(const QString& name, std::function<void(Result<QString>)> done);
    /// An empty secret deletes it. Errors: KeyringUnavailable.
    void write(const QString& name, const QString& secret, std::function<void(Result<void>)> done);
};

} // namespace gemba::twin
