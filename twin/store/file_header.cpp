// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/file_header.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "twin/store/session_schema.h"

namespace gemba::twin {
namespace {

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{1} << 40;
using Header = std::array<unsigned char, 100>;

class Descriptor
{
public:
    Descriptor(const std::string& path, int flags) : m_fd(::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

Error systemError(ErrorCode code, const std::string& path)
{
    return {code, {std::string(std::strerror(errno))}, {path, -1, {}, {}, {}}};
}

std::uint32_t bigEndian(const Header& h, std::size_t at)
{
    return static_cast<std::uint32_t>(h[at]) << 24 | static_cast<std::uint32_t>(h[at + 1]) << 16
        | static_cast<std::uint32_t>(h[at + 2]) << 8 | static_cast<std::uint32_t>(h[at + 3]);
}

bool notEmpty(const std::string& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return !error && size > 0;
}

/// SQLite marks an open database by a lock on these bytes (os_unix.c, SHARED_FIRST).
bool isLocked(int fd)
{
    struct flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000 + 2;
    lock.l_len = 510;
    return ::fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

Result<FileHeader> interpret(const Header& h, std::uint64_t fileBytes, const std::string& path)
{
    const Place place{path, -1, {}, {}, {}};
    const Error foreign{ErrorCode::SessionForeign, {std::string("a Gemba session file")}, place};
    if (std::memcmp(h.data(), "SQLite format 3", 16) != 0)
        return foreign;
    FileHeader header;
    header.fileBytes = fileBytes;
    header.pageBytes = static_cast<std::uint32_t>(h[16]) << 8 | h[17];
    if (header.pageBytes == 1)
        header.pageBytes = 65536;
    const bool power = header.pageBytes >= 512 && (header.pageBytes & (header.pageBytes - 1)) == 0;
    if (!power || bigEndian(h, 68) != static_cast<std::uint32_t>(kApplicationId))
        return foreign;
    const auto version = static_cast<std::int32_t>(bigEndian(h, 60));
    if (version > kSessionVersion)
        return Error{ErrorCode::SessionNewer,
                     {std::int64_t{version}, std::int64_t{kSessionVersion}}, place};
    if (version < 1)
        return foreign;
    if (bigEndian(h, 24) == bigEndian(h, 92)) // the size is valid only then
        header.pages = bigEndian(h, 28);
    header.writeAheadMode = h[18] == 2 || h[19] == 2;
    return header;
}

} // namespace

Result<FileHeader> readFileHeader(const std::string& path)
{
    const Descriptor file(path, O_RDONLY);
    struct stat facts{};
    if (file.get() < 0 || ::fstat(file.get(), &facts) != 0)
        return systemError(ErrorCode::FileNotReadable, path);
    const Place place{path, -1, {}, {}, {}};
    if (!S_ISREG(facts.st_mode))
        return Error{ErrorCode::FileNotReadable, {std::string(std::strerror(EISDIR))}, place};
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    if (size > kMaxFileBytes)
        return Error{ErrorCode::FileTooLarge,
                     {static_cast<std::int64_t>(size), static_cast<std::int64_t>(kMaxFileBytes)},
                     place};
    Header bytes{};
    const ssize_t n = ::pread(file.get(), bytes.data(), bytes.size(), 0);
    if (n < 0)
        return systemError(ErrorCode::FileNotReadable, path);
    if (n < static_cast<ssize_t>(bytes.size())) {
        const bool begun = n >= 16 && std::memcmp(bytes.data(), "SQLite format 3", 16) == 0;
        return begun ? Error{ErrorCode::FileTruncated, {}, place}
                     : Error{ErrorCode::SessionForeign, {std::string("a Gemba session file")}, place};
    }
    Result<FileHeader> header = interpret(bytes, size, path);
    if (header) {
        header->tail = notEmpty(path + "-wal") || notEmpty(path + "-journal");
        header->locked = isLocked(file.get());
    }
    return header;
}

Result<void> mendTruncated(const std::string& copy, std::uint32_t pageBytes)
{
    const Descriptor file(copy, O_RDWR);
    struct stat facts{};
    if (file.get() < 0 || ::fstat(file.get(), &facts) != 0)
        return systemError(ErrorCode::FileNotWritable, copy);
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    const std::uint64_t pages = (size + pageBytes - 1) / pageBytes;
    const std::array<unsigned char, 4> count{
        static_cast<unsigned char>(pages >> 24), static_cast<unsigned char>(pages >> 16),
        static_cast<unsigned char>(pages >> 8), static_cast<unsigned char>(pages)};
    if (::ftruncate(file.get(), static_cast<off_t>(pages * pageBytes)) != 0
        || ::pwrite(file.get(), count.data(), count.size(), 28) != 4)
        return systemError(ErrorCode::FileNotWritable, copy);
    return {};
}

} // namespace gemba::twin
