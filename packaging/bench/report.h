// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include <QJsonArray>
#include <QJsonObject>

namespace gemba::bench {

/// Several measurements of one thing.
struct Spread {
    double median = 0.0, min = 0.0, max = 0.0;
};
[[nodiscard]] Spread spreadOf(std::span<const double> values); ///< not empty
/// Candidate by reference, pair by pair: what the machine does meanwhile hits both alike.
[[nodiscard]] Spread ratiosOf(std::span<const double> candidate, std::span<const double> reference);

/// A measured figure beside what was asked of it. It is met when the median is, and the worst
/// measurement is within 15 % of it.
struct Goal {
    enum class Kind { AtMost, AtLeast };
    QString id;   ///< "ingest.latest"
    QString what; ///< for people
    Spread measured;
    Kind kind = Kind::AtMost;
    double limit = 0.0;
    bool aim = false; ///< wished for, not promised
    QString unit = QStringLiteral("×");
    [[nodiscard]] bool met() const;
};

/// Collects goals and raw figures of one program; prints a line a goal on stdout.
class Report
{
public:
    void add(const Goal& goal);
    void note(const QString& key, const QJsonValue& value) { m_details[key] = value; }
    /// False, and said on stderr, where the file cannot be written.
    [[nodiscard]] bool write(const QString& path) const;

private:
    QJsonArray m_goals;
    QJsonObject m_details;
};

[[nodiscard]] QJsonObject toJson(const Spread& spread);

/// CPU time of this process so far, all threads, user and system, in seconds.
[[nodiscard]] double cpuSeconds();
/// Seconds of the monotonic clock.
[[nodiscard]] double wallSeconds();
/// On stderr, for those who wait.
void say(const QString& text);

} // namespace gemba::bench
