// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "app/gemba-plant/transport_faults.h"
#include "twin/model/result.h"

namespace gemba::plant {

/// What was sent and what was not, message by message, for accounts that must come out even.
/// CSV with header: topic,seq,number,bytes,fate. seq: Sparkplug's, empty where there is none;
/// number: the 64-bit sequence that the message carries, 0 where there is none. A message that was
/// on its way when the connection broke gets a second line, "offline". Complete up to the last row
/// also after a crash.
class Ledger
{
public:
    /// Error FileNotWritable.
    [[nodiscard]] static twin::Result<Ledger> create(const std::string& path);
    Ledger() = default; ///< keeps only the counts

    void note(const Message& message, Fate fate);
    void flush();

    struct Counts
    {
        std::uint64_t messages = 0; ///< that reached the connection, duplicates included
        std::uint64_t lost = 0;     ///< dropped or offline
        std::uint64_t rows = 0;
    };
    Counts counts;

private:
    struct Close
    {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> m_file;
};

} // namespace gemba::plant
