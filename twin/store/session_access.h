// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/store/compression.h"
#include "twin/store/session_reader.h"
#include "twin/store/session_schema.h"
#include "twin/store/sqlite.h"
#include "twin/store/trend_cache.h"

namespace gemba::twin {

/// A folder of our own that goes with this object.
class PrivateFolder
{
public:
    PrivateFolder() = default;
    PrivateFolder(PrivateFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    PrivateFolder& operator=(PrivateFolder&& other) noexcept
    {
        std::swap(m_path, other.m_path);
        return *this;
    }
    ~PrivateFolder();
    static Result<PrivateFolder> create();
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

/// An open session file and what opening it brought to light.
struct SessionAccess {
    std::string path;            ///< as given
    PrivateFolder folder;        ///< of the private copy, if there is one
    Database db;                 ///< closed before the folder goes: declared after it
    SessionReader::OpenMode mode = SessionReader::OpenMode::Foreign;
    std::vector<Error> problems; ///< found by opening
    bool damaged = false;        ///< rows may be missing or impossible: go around them
    std::uint64_t fileBytes = 0;
    SessionInfo info;
    Decompressor decompressor;
    TrendCache trends;

    /// In a hostile file a short query can run for ever (pages that name one another again and
    /// again), so each question may take so many steps and no more.
    std::int64_t stepsLeft = 0; ///< in thousands
    void grantSteps() { stepsLeft = 200'000 + static_cast<std::int64_t>(fileBytes / 1024); }
};

/// Opens the file for reading. See SessionReader::open.
Result<std::unique_ptr<SessionAccess>> openSession(const std::string& path,
                                                   SessionReader::OpenMode mode);

/// Reads access.info anew. Errors: StoreFailed (what is damaged becomes a problem instead).
Result<void> readSessionInfo(SessionAccess& access);

Result<TrendSeries> readTrend(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to,
                        int columns, TimeNs knownAt);
Result<TrendSeries> readGridTrend(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to,
                                  TimeNs width, TimeNs knownAt);
Result<StoredSeries> readPoints(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to,
                                TimeNs knownAt, std::size_t most);

} // namespace gemba::twin
