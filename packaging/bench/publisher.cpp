// SPDX-License-Identifier: GPL-3.0-or-later
// Publishes the made-up plant over MQTT 3.1.1, QoS 0, in bursts of ready-made packets on a plain
// socket: never the slowest part. Prints what it sent as one JSON object.
//   bench-publisher PORT MESSAGES RATE ASSETS [PREFIX]        RATE 0: as fast as the broker takes
// them. PREFIX: before every topic.
#include <arpa/inet.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

#include "packaging/bench/made_up_plant.h"
#include "packaging/bench/report.h"
#include "twin/acquisition/arrival_clock.h"

using namespace gemba;

namespace {

constexpr std::size_t kFloodBurst = 200;

bool sendAll(int socket, const char* data, std::size_t size)
{
    while (size > 0) {
        const ssize_t n = ::send(socket, data, size, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        data += n;
        size -= static_cast<std::size_t>(n);
    }
    return true;
}

int connectTo(std::uint16_t port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // Protocol MQTT level 4, clean session, no keep-alive, client id "publisher".
    static constexpr char kConnect[] = "\x10\x15\x00\x04MQTT\x04\x02\x00\x00\x00\x09publisher";
    char answer[4];
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
        || !sendAll(fd, kConnect, sizeof kConnect - 1)
        || ::recv(fd, answer, sizeof answer, MSG_WAITALL) != sizeof answer || answer[3] != 0)
        return -1;
    return fd;
}

/// One PUBLISH packet for every tag, one after the other.
class Packets
{
public:
    Packets(std::uint32_t tags, const std::string& prefix)
    {
        for (std::uint32_t t = 0; t < tags; ++t) {
            const std::string topic = prefix + bench::topicOf(t);
            const bench::Message message(t);
            m_begin.push_back(m_bytes.size());
            m_bytes.push_back('\x30');
            std::size_t rest = 2 + topic.size() + bench::Message::kSize;
            for (; rest >= 0x80; rest >>= 7)
                m_bytes.push_back(static_cast<char>((rest & 0x7f) | 0x80));
            m_bytes.push_back(static_cast<char>(rest));
            m_bytes.push_back(static_cast<char>(topic.size() >> 8));
            m_bytes.push_back(static_cast<char>(topic.size() & 0xff));
            m_bytes.append(topic).append(message.text());
        }
        m_begin.push_back(m_bytes.size());
    }
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(m_begin.size() - 1); }

    /// Sends the next message of tags [from, to).
    bool send(int socket, std::uint32_t from, std::uint32_t to, std::uint64_t row)
    {
        const std::string time = twin::toIso8601(twin::utcNow());
        for (std::uint32_t t = from; t < to; ++t)
            bench::Message::setRow(m_bytes.data() + m_begin[t + 1] - bench::Message::kSize, row,
                                   bench::valueOf(t, row), time);
        return sendAll(socket, m_bytes.data() + m_begin[from], m_begin[to] - m_begin[from]);
    }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_begin;
};

void sleepUntil(double seconds)
{
    timespec t{};
    t.tv_sec = static_cast<time_t>(seconds);
    t.tv_nsec = static_cast<long>((seconds - static_cast<double>(t.tv_sec)) * 1e9);
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, nullptr) == EINTR) {
    }
}

/// False: the broker closed the connection.
bool publish(int socket, Packets& packets, std::uint64_t messages, double rate)
{
    const double begun = bench::wallSeconds();
    for (std::uint64_t sent = 0, step = 1; sent < messages; ++step) {
        std::uint64_t due = sent + kFloodBurst;
        if (rate > 0.0) {
            sleepUntil(begun + static_cast<double>(step) * 1e-3);
            due = static_cast<std::uint64_t>((bench::wallSeconds() - begun) * rate);
        }
        for (due = std::min(due, messages); sent < due;) {
            const auto from = static_cast<std::uint32_t>(sent % packets.count());
            const auto to = static_cast<std::uint32_t>(std::min<std::uint64_t>(packets.count(), from + (due - sent)));
            if (!packets.send(socket, from, to, sent / packets.count()))
                return false;
            sent += to - from;
        }
    }
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 5 && argc != 6) {
        std::fprintf(stderr, "bench-publisher PORT MESSAGES RATE ASSETS [PREFIX]\n");
        return 2;
    }
    const auto messages = std::strtoull(argv[2], nullptr, 10);
    Packets packets(bench::PlantShape{static_cast<std::uint32_t>(std::strtoul(argv[4], nullptr, 10))}.tags(),
                    argc == 6 ? argv[5] : "");
    const int fd = connectTo(static_cast<std::uint16_t>(std::strtoul(argv[1], nullptr, 10)));
    if (fd < 0) {
        std::fprintf(stderr, "bench-publisher: no broker on port %s\n", argv[1]);
        return 4;
    }
    const double begun = bench::wallSeconds();
    const double cpu = bench::cpuSeconds();
    const bool sent = publish(fd, packets, messages, std::strtod(argv[3], nullptr));
    const double took = bench::wallSeconds() - begun;
    static constexpr char kDisconnect[] = "\xE0\x00";
    char rest[16];
    const bool left = sent && sendAll(fd, kDisconnect, 2) && ::recv(fd, rest, sizeof rest, 0) == 0;
    ::close(fd);
    std::printf("{\"sent\":%llu,\"seconds\":%.6f,\"cpu\":%.6f}\n", sent ? messages : 0ULL, took,
                bench::cpuSeconds() - cpu);
    return left ? 0 : 1;
}
