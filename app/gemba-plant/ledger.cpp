// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/ledger.h"

#include <cerrno>
#include <cstring>

namespace gemba::plant {

twin::Result<Ledger> Ledger::create(const std::string& path)
{
    Ledger ledger;
    ledger.m_file.reset(std::fopen(path.c_str(), "we"));
    if (!ledger.m_file) {
        twin::Error error{
            twin::ErrorCode::FileNotWritable, {std::string(std::strerror(errno))}, {}};
        error.place.file = path;
        return error;
    }
    std::fputs("topic,seq,number,bytes,fate\n", ledger.m_file.get());
    return ledger;
}

void Ledger::note(const Message& message, Fate fate)
{
    if (fate == Fate::Dropped || fate == Fate::Offline)
        ++counts.lost;
    if (!m_file)
        return;
    const std::string line =
        message.topic + ',' + (message.seq < 0 ? std::string() : std::to_string(message.seq)) +
        ',' + std::to_string(message.number) + ',' + std::to_string(message.payload.size()) + ',' +
        std::string(nameOf(fate)) + '\n';
    std::fputs(line.c_str(), m_file.get());
}

void Ledger::flush()
{
    if (m_file)
        std::fflush(m_file.get());
}

} // namespace gemba::plant
