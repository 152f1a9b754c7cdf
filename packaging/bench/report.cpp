// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/bench/report.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/resource.h>
#include <vector>

#include <QFile>
#include <QJsonDocument>

namespace gemba::bench {
namespace {

constexpr double kWorstPair = 1.15;

double seconds(const timeval& t)
{
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
}

} // namespace

Spread spreadOf(std::span<const double> values)
{
    std::vector<double> v(values.begin(), values.end());
    std::sort(v.begin(), v.end());
    const std::size_t half = v.size() / 2;
    return {v.size() % 2 == 1 ? v[half] : (v[half - 1] + v[half]) / 2.0, v.front(), v.back()};
}

Spread ratiosOf(std::span<const double> candidate, std::span<const double> reference)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < candidate.size(); ++i)
        ratios.push_back(candidate[i] / reference[i]);
    return spreadOf(ratios);
}

bool Goal::met() const
{
    if (kind == Kind::AtMost)
        return measured.median <= limit && measured.max <= limit * kWorstPair;
    return measured.median >= limit && measured.min >= limit / kWorstPair;
}

QJsonObject toJson(const Spread& s)
{
    return {{QStringLiteral("median"), s.median}, {QStringLiteral("min"), s.min},
            {QStringLiteral("max"), s.max}};
}

void Report::add(const Goal& g)
{
    const bool most = g.kind == Goal::Kind::AtMost;
    const char* verdict = g.met() ? "met" : g.aim ? "below the aim" : "MISSED";
    std::printf("%-62s %8.3g %s [%.3g - %.3g]  %s %s %.3g  %s\n", qPrintable(g.what),
                g.measured.median, qPrintable(g.unit), g.measured.min, g.measured.max,
                g.aim ? "aim" : "goal", most ? "<=" : ">=", g.limit, verdict);
    std::fflush(stdout);
    QJsonObject o = toJson(g.measured);
    o[QStringLiteral("id")] = g.id;
    o[QStringLiteral("what")] = g.what;
    o[QStringLiteral("unit")] = g.unit;
    o[most ? QStringLiteral("at_most") : QStringLiteral("at_least")] = g.limit;
    o[QStringLiteral("aim")] = g.aim;
    o[QStringLiteral("met")] = g.met();
    m_goals.append(o);
}

bool Report::write(const QString& path) const
{
    const QJsonObject all{{QStringLiteral("goals"), m_goals}, {QStringLiteral("details"), m_details}};
    QFile file(path);
    const QByteArray text = QJsonDocument(all).toJson(QJsonDocument::Compact);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush())
        return true;
    say(QStringLiteral("%1: %2").arg(path, file.errorString()));
    return false;
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void say(const QString& text) { std::fprintf(stderr, "%s\n", qPrintable(text)); }

} // namespace gemba::bench
