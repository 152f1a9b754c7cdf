// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twin/model/result.h"

namespace gemba::twin {

/// How to reach one MQTT broker, and as what.
struct Broker {
    std::string host; ///< name or address; IPv6 without brackets
    std::uint16_t port = 1883;
    bool tls = false;
    std::string caFile;   ///< PEM; empty: the system's authorities
    std::string certFile; ///< PEM with our certificate, for mutual TLS
    std::string keyFile;  ///< PEM with its key
    std::string user;
    std::string password;     ///< kept in memory only
    std::string passwordFile; ///< read where password is empty; nobody else may read it
    std::string clientId;     ///< empty: made up
    /// Plain mqtt:// to another machine: everything can be read and changed on the way.
    bool allowPlainRemote = false;
    /// Not empty: we are this broker's Sparkplug host of that id, publish STATE and may ask for
    /// rebirth. Empty: listen only, nothing is ever published.
    std::string hostId;
    std::vector<std::string> filters; ///< topic filters to subscribe to
    int keepAliveSeconds = 10; ///< a link that went silent is given up within twice this time

    [[nodiscard]] std::string address() const; ///< "mqtts://host:8883": no secrets
    [[nodiscard]] bool isLoopback() const;
};

/// Reads "mqtt://host[:port]" or "mqtts://host[:port]"; the ports default to 1883 and 8883. User and
/// password do not belong in a URL, where logs and process lists show them: BrokerUrlInvalid.
[[nodiscard]] Result<Broker> parseBroker(std::string_view url);

/// Checks what can be checked without connecting, and reads the password. Errors: BrokerPlainText,
/// FileNotReadable, FileExposed (password file that group or others may read), ArgumentInvalid (a
/// host id that is no Sparkplug id, a certificate without key).
[[nodiscard]] Result<void> prepare(Broker& broker);

} // namespace gemba::twin
