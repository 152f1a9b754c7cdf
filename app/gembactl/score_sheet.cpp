// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/score_sheet.h"

#include <algorithm>

#include <fmt/format.h>

namespace gemba {
namespace {

double ratio(double statistic, double limit)
{
    return limit > 0 ? statistic / limit : 0.0;
}

} // namespace

const char* withheldName(twin::Withheld w)
{
    switch (w) {
    case twin::Withheld::No:
        return "";
    case twin::Withheld::NoModel:
        return "no model";
    case twin::Withheld::Baselining:
        return "baselining";
    case twin::Withheld::NotRunning:
        return "not running";
    case twin::Withheld::NoBaselineForState:
        return "no baseline for this state";
    case twin::Withheld::NoData:
        return "no data";
    case twin::Withheld::InputsStale:
        return "inputs stale";
    case twin::Withheld::SourceDown:
        return "source down";
    case twin::Withheld::OutsideEnvelope:
        return "outside envelope";
    }
    return "unknown";
}

ScoreSheet::ScoreSheet(const twin::Plant& plant) : m_plant(plant), m_scores(plant.assets.size()) {}

twin::Result<void> ScoreSheet::open(const QString& path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly))
        return twin::Error{twin::ErrorCode::FileNotWritable, {m_file.errorString().toStdString()},
                           {.file = path.toStdString()}};
    m_file.write("time,asset,anomaly,score,low,high,word,withheld\n");
    return {};
}

twin::Result<void> ScoreSheet::close()
{
    if (m_file.isOpen() && (!m_file.flush() || m_failed))
        return twin::Error{twin::ErrorCode::FileNotWritable, {m_file.errorString().toStdString()},
                           {.file = m_file.fileName().toStdString()}};
    return {};
}

void ScoreSheet::onAssessment(twin::AssetId asset, const twin::Assessment& a)
{
    const bool scored = a.withheld == twin::Withheld::No;
    if (scored)
        m_scores[index(asset)][a.at] = a.score;
    if (!m_file.isOpen())
        return;
    static constexpr const char* kWords[] = {"normal", "watch", "act", "critical"};
    std::string line = twin::toIso8601(a.at, 9) + "," + m_plant.asset(asset).id + ",";
    if (scored) {
        line += fmt::format("{},{},{},{},{},", std::max(ratio(a.t2, a.t2Limit), ratio(a.spe, a.speLimit)),
                            a.score / 1000.0, a.low / 1000.0, a.high / 1000.0,
                            kWords[static_cast<std::size_t>(a.word)]);
    } else {
        line += ",,,,,";
    }
    line += withheldName(a.withheld);
    line += '\n';
    m_failed |= m_file.write(line.data(), static_cast<qint64>(line.size())) < 0;
}

void ScoreSheet::onEvent(const twin::Event& event)
{
    m_events.push_back(event);
}

std::optional<double> ScoreSheet::scoreAt(twin::AssetId asset, twin::TimeNs at) const
{
    const auto& scores = m_scores[index(asset)];
    const auto found = scores.find(at);
    return found == scores.end() ? std::nullopt : std::optional(found->second / 1000.0);
}

} // namespace gemba
