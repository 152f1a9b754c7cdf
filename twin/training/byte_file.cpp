// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/byte_file.h"

#include <QFile>
#include <QSaveFile>

namespace gemba::twin {

namespace {

Error failure(ErrorCode code, const std::string& path, const QFileDevice& file)
{
    return {code, {file.errorString().toStdString()}, Place{path, -1, {}, {}, {}}};
}

} // namespace

Result<std::string> readBytes(const std::string& path, std::size_t limit)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotReadable, path, file);
    std::string bytes;
    // In pieces: a pipe or a device has no size to ask for.
    char piece[64 * 1024];
    for (;;) {
        const qint64 n = file.read(piece, sizeof piece);
        if (n < 0)
            return failure(ErrorCode::FileNotReadable, path, file);
        if (n == 0)
            return bytes;
        if (bytes.size() + static_cast<std::size_t>(n) > limit)
            return Error{ErrorCode::FileTooLarge,
                         {static_cast<std::int64_t>(file.size()), static_cast<std::int64_t>(limit)},
                         Place{path, -1, {}, {}, {}}};
        bytes.append(piece, static_cast<std::size_t>(n));
    }
}

Result<void> writeBytes(const std::string& path, std::string_view bytes)
{
    QSaveFile file(QString::fromStdString(path));
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size || !file.commit())
        return failure(ErrorCode::FileNotWritable, path, file);
    return {};
}

} // namespace gemba::twin
