// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace gemba::bench {

/// A program of the same folder, run beside the benchmark and ended with it.
class Child
{
public:
    ~Child() { end(); }
    /// False, and said on stderr: it did not start.
    bool start(const QString& program, const QStringList& arguments);
    void end(); ///< as a person ends it (SIGTERM), and by force where that takes too long
    /// Waits until it ends by itself. False, and said on stderr: it failed, or takes longer.
    bool finish(int milliseconds);
    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] QByteArray output() { return m_process.readAllStandardOutput(); }
    [[nodiscard]] double residentMiB() const; ///< of its memory, now; NaN where it has ended
    [[nodiscard]] double cpuSeconds() const;  ///< all threads so far; NaN where it has ended

private:
    [[nodiscard]] QByteArray proc(const char* file) const;
    QProcess m_process;
};

} // namespace gemba::bench
