// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

#include <QFile>
#include <QString>
#include <QStringList>

namespace gemba {

/// A line without what must not leave the machine: passwords, tokens and keys, and the user part
/// of a URL.
[[nodiscard]] QString scrubbed(const QString& line);

/// What the program says of itself, in files that a person can send: connections, files, failures;
/// never what telemetry carries. While this lives it takes everything that goes through qDebug()
/// and its kin; warnings still reach the terminal. Two files of at most kMostBytes each. Thread
/// safe.
class LogFile
{
public:
    static constexpr qint64 kMostBytes = 1 << 20;
    static constexpr qsizetype kMostLine = 2000;

    explicit LogFile(const QString& folder);
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    void write(const QString& line);
    /// Both files, older first, below `header`. False: why, in *problem. Any thread.
    [[nodiscard]] bool saveTo(const QString& path, const QString& header, QString* problem);

private:
    void rotate();
    std::mutex m_mutex;
    QString m_path;
    QFile m_file;
};

} // namespace gemba
