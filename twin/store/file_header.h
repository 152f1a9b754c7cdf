// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "twin/model/result.h"

namespace gemba::twin {

/// The first 100 bytes of an SQLite file (sqlite.org/fileformat2.html §1.3), and what stands
/// beside it. Looked at before SQLite touches anything.
struct FileHeader {
    std::uint64_t fileBytes = 0;
    std::uint32_t pageBytes = 0;
    std::uint32_t pages = 0;      ///< as the header says; 0: it does not say reliably
    bool writeAheadMode = false;  ///< was not closed in order
    bool tail = false;            ///< a non-empty "-wal" or "-journal" stands beside it
    bool locked = false;          ///< another process has it open
    [[nodiscard]] bool truncated() const
    {
        return fileBytes < static_cast<std::uint64_t>(pages) * pageBytes;
    }
};

/// Errors: FileNotReadable, FileTooLarge, FileTruncated, SessionForeign, SessionNewer.
Result<FileHeader> readFileHeader(const std::string& path);

/// Makes a copy that was cut off readable again as far as it goes: pads the last page and writes
/// the number of pages there are into the header. Errors: FileNotWritable.
Result<void> mendTruncated(const std::string& copy, std::uint32_t pageBytes);

} // namespace gemba::twin
