// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/broker_probe.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <memory>
#include <optional>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "twin/acquisition/arrival_clock.h"

namespace gemba::twin {
namespace {

constexpr TimeNs kPatience = 3 * kSecond;

class Socket
{
public:
    explicit Socket(int fd) : m_fd(fd) {}
    ~Socket()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    Socket(Socket&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Socket& operator=(Socket&&) = delete;
    [[nodiscard]] int fd() const { return m_fd; }

    /// Whether the socket is ready before the deadline, and before stop is set.
    [[nodiscard]] bool wait(short events, TimeNs deadline, const std::atomic<bool>& stop) const
    {
        while (!stop.load() && monotonicNow() < deadline) {
            pollfd p{m_fd, events, 0};
            if (poll(&p, 1, 50) > 0)
                return true;
        }
        return false;
    }

private:
    int m_fd;
};

struct Free {
    void operator()(addrinfo* p) const { freeaddrinfo(p); }
    void operator()(SSL_CTX* p) const { SSL_CTX_free(p); }
    void operator()(SSL* p) const { SSL_free(p); }
};

Error unreachable(const Broker& broker, std::string why)
{
    return {ErrorCode::BrokerUnreachable, {broker.address(), std::move(why)}, {}};
}

/// One attempt at one address; 0 or the errno.
int connectTo(const addrinfo& address, const Socket& socket, const std::atomic<bool>& stop)
{
    if (connect(socket.fd(), address.ai_addr, address.ai_addrlen) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    if (!socket.wait(POLLOUT, monotonicNow() + kPatience, stop))
        return ETIMEDOUT;
    int failed = 0;
    socklen_t size = sizeof failed;
    getsockopt(socket.fd(), SOL_SOCKET, SO_ERROR, &failed, &size);
    return failed;
}

Result<Socket> connectTcp(const Broker& broker, const std::atomic<bool>& stop)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int failed = getaddrinfo(broker.host.c_str(), std::to_string(broker.port).c_str(), &hints, &found);
    if (failed != 0)
        return unreachable(broker, gai_strerror(failed));
    const std::unique_ptr<addrinfo, Free> owner(found);
    int why = EHOSTUNREACH;
    for (const addrinfo* a = found; a != nullptr && !stop.load(); a = a->ai_next) {
        Socket socket(::socket(a->ai_family, a->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (socket.fd() < 0)
            continue;
        why = connectTo(*a, socket, stop);
        if (why == 0)
            return socket;
    }
    return unreachable(broker, std::strerror(why));
}

std::string lastSslMessage()
{
    const unsigned long code = ERR_peek_last_error();
    const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    return reason == nullptr ? "the connection was closed during the TLS handshake" : reason;
}

ErrorCode codeOf(long verified)
{
    switch (verified) {
    case X509_V_OK:
        return ErrorCode::TlsFailed;
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return ErrorCode::TlsExpired;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return ErrorCode::TlsWrongHost;
    default:
        return ErrorCode::TlsUntrusted;
    }
}

/// A context with the broker's files and the checks of the real connection; null: a file is bad.
std::unique_ptr<SSL_CTX, Free> contextFor(const Broker& broker)
{
    std::unique_ptr<SSL_CTX, Free> context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    const bool trusted = broker.caFile.empty()
                           ? SSL_CTX_set_default_verify_paths(context.get()) == 1
                           : SSL_CTX_load_verify_locations(context.get(), broker.caFile.c_str(), nullptr) == 1;
    const bool own = broker.certFile.empty()
                  || (SSL_CTX_use_certificate_chain_file(context.get(), broker.certFile.c_str()) == 1
                      && SSL_CTX_use_PrivateKey_file(context.get(), broker.keyFile.c_str(), SSL_FILETYPE_PEM) == 1);
    return trusted && own ? std::move(context) : nullptr;
}

void expectHost(SSL* ssl, const std::string& host)
{
    X509_VERIFY_PARAM* check = SSL_get0_param(ssl);
    if (X509_VERIFY_PARAM_set1_ip_asc(check, host.c_str()) == 1)
        return; // an address: the certificate must name it as one
    ERR_clear_error();
    SSL_set1_host(ssl, host.c_str());
    SSL_set_tlsext_host_name(ssl, host.c_str());
}

/// The handshake, and a moment of listening: a broker that wants our certificate says so only after
/// it. Nothing: the way is clear.
std::optional<Error> tryTls(const Broker& broker, const Socket& socket, const std::atomic<bool>& stop)
{
    ERR_clear_error();
    const auto context = contextFor(broker);
    if (!context)
        return Error{ErrorCode::TlsFailed, {broker.address(), lastSslMessage()}, {}};
    const std::unique_ptr<SSL, Free> ssl(SSL_new(context.get()));
    expectHost(ssl.get(), broker.host);
    SSL_set_fd(ssl.get(), socket.fd());
    TimeNs deadline = monotonicNow() + kPatience;
    bool shaken = false;
    char byte = 0;
    for (;;) {
        const int done = shaken ? SSL_read(ssl.get(), &byte, 1) : SSL_connect(ssl.get());
        if (done == 1 && shaken)
            return std::nullopt;
        if (done == 1) {
            shaken = true;
            deadline = monotonicNow() + kSecond / 2;
            continue;
        }
        const int want = SSL_get_error(ssl.get(), done);
        if (want != SSL_ERROR_WANT_READ && want != SSL_ERROR_WANT_WRITE)
            break;
        if (!socket.wait(want == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, deadline, stop)) {
            if (shaken)
                return std::nullopt; // it waits for us to speak MQTT
            return Error{ErrorCode::TlsFailed, {broker.address(), std::string("no answer")}, {}};
        }
    }
    const long verified = SSL_get_verify_result(ssl.get());
    const std::string why = verified == X509_V_OK ? lastSslMessage() : X509_verify_cert_error_string(verified);
    return Error{codeOf(verified), {broker.address(), why}, {}};
}

} // namespace

Error probeBroker(const Broker& broker, const std::atomic<bool>& stop, Error fallback)
{
    const auto socket = connectTcp(broker, stop);
    if (!socket)
        return socket.error();
    if (broker.tls) {
        if (auto failed = tryTls(broker, *socket, stop))
            return *failed;
    }
    return fallback;
}

} // namespace gemba::twin
