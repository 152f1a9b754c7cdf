// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/broker.h"

#include <arpa/inet.h>

#include <charconv>
#include <optional>

#include <QFile>
#include <QFileInfo>

#include "twin/acquisition/sparkplug_topic.h"

namespace gemba::twin {
namespace {

Error fileError(ErrorCode code, const std::string& path, std::string message)
{
    Error error{code, {}, {}};
    if (!message.empty())
        error.args.emplace_back(std::move(message));
    error.place.file = path;
    return error;
}

Result<void> checkReadable(const std::string& path)
{
    if (path.empty())
        return {};
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fileError(ErrorCode::FileNotReadable, path, file.errorString().toStdString());
    return {};
}

Result<std::string> readPassword(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fileError(ErrorCode::FileNotReadable, path, file.errorString().toStdString());
    constexpr auto kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                           | QFileDevice::WriteOther;
    if ((file.permissions() & kOthers) != 0)
        return fileError(ErrorCode::FileExposed, path, {});
    QByteArray text = file.read(4096); // a password, not a document
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return text.toStdString();
}

std::optional<std::uint16_t> parsePort(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (failed != std::errc{} || end != text.data() + text.size() || port == 0)
        return std::nullopt;
    return port;
}

/// Takes the host off the front: up to the colon, or what the brackets of an IPv6 address hold.
std::string_view takeHost(std::string_view& rest)
{
    if (rest.starts_with('[')) {
        const std::size_t end = rest.find(']');
        if (end == std::string_view::npos)
            return {};
        const std::string_view host = rest.substr(1, end - 1);
        rest.remove_prefix(end + 1);
        return host;
    }
    const std::string_view host = rest.substr(0, rest.find(':'));
    rest.remove_prefix(host.size());
    return host;
}

} // namespace

std::string Broker::address() const
{
    const bool v6 = host.find(':') != std::string::npos;
    return (tls ? "mqtts://" : "mqtt://") + (v6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

bool Broker::isLoopback() const
{
    in_addr v4{};
    if (inet_pton(AF_INET, host.c_str(), &v4) == 1)
        return (ntohl(v4.s_addr) >> 24) == 127;
    in6_addr v6{};
    if (inet_pton(AF_INET6, host.c_str(), &v6) == 1)
        return IN6_IS_ADDR_LOOPBACK(&v6) != 0;
    return host == "localhost";
}

Result<Broker> parseBroker(std::string_view url)
{
    // What stands before an '@' may be a password: it is not repeated.
    const bool secret = url.find('@') != std::string_view::npos;
    const Error invalid{ErrorCode::BrokerUrlInvalid, {secret ? "user@host" : std::string(url)}, {}};
    Broker broker;
    std::string_view rest = url;
    if (rest.starts_with("mqtts://")) {
        broker.tls = true;
        broker.port = 8883;
        rest.remove_prefix(8);
    } else if (rest.starts_with("mqtt://")) {
        rest.remove_prefix(7);
    } else {
        return invalid;
    }
    if (rest.ends_with('/'))
        rest.remove_suffix(1);
    broker.host = takeHost(rest);
    if (broker.host.empty() || secret || broker.host.find_first_of("/?# ") != std::string::npos)
        return invalid;
    if (rest.empty())
        return broker;
    const auto port = rest.starts_with(':') ? parsePort(rest.substr(1)) : std::nullopt;
    if (!port)
        return invalid;
    broker.port = *port;
    return broker;
}

Result<void> prepare(Broker& broker)
{
    if (!broker.tls && !broker.isLoopback() && !broker.allowPlainRemote)
        return Error{ErrorCode::BrokerPlainText, {broker.address()}, {}};
    if (!broker.hostId.empty() && !isSparkplugId(broker.hostId))
        return Error{ErrorCode::ArgumentInvalid, {std::string("a host id without + / #")}, {}};
    if (broker.certFile.empty() != broker.keyFile.empty())
        return Error{ErrorCode::ArgumentInvalid, {std::string("a certificate and its key")}, {}};
    for (const std::string* file : {&broker.caFile, &broker.certFile, &broker.keyFile}) {
        if (auto readable = checkReadable(*file); !readable)
            return readable;
    }
    if (broker.password.empty() && !broker.passwordFile.empty()) {
        auto password = readPassword(broker.passwordFile);
        if (!password)
            return password.error();
        broker.password = std::move(*password);
    }
    return {};
}

} // namespace gemba::twin
