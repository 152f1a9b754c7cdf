// SPDX-License-Identifier: GPL-3.0-or-later
// How many alerts a demo plant raises for nothing: 90 days of normal running through the pipeline.
#include <cmath>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/gemba-plant/pump_house.h"
#include "app/gemba-plant/waveform_source.h"
#include "packaging/bench/normal_days.h"
#include "packaging/bench/plant_days.h"
#include "packaging/bench/report.h"
#include "twin/store/plant_folder.h"
#include "twin/training/byte_file.h"
#include "twin/training/csv_table.h"
#include "twin/wording/error_text.h"

using namespace gemba;

namespace {

constexpr double kDay = 86'400.0;

[[noreturn]] void die(const QString& why)
{
    bench::say(QStringLiteral("alert-budget: ") + why);
    std::exit(3);
}

template <class T>
T valueOrDie(twin::Result<T> r)
{
    if (!r)
        die(twin::errorText(r.error()));
    return std::move(*r);
}

/// A run with the rows of a table that names its columns as the plant names its tags.
void takeTable(plant::Run& run, const std::string& path)
{
    const std::string bytes = valueOrDie(twin::readBytes(path, std::size_t{1} << 30));
    const twin::CsvTable table = valueOrDie(twin::CsvTable::parse(bytes, path));
    std::vector<std::size_t> columns;
    for (const std::string& name : run.columns) {
        const auto c = table.column(name);
        if (!c)
            die(QStringLiteral("%1 has no column %2").arg(QString::fromStdString(path), QString::fromStdString(name)));
        columns.push_back(*c);
    }
    run.rows = table.rows();
    for (std::size_t r = 0; r < run.rows; ++r) {
        for (const std::size_t c : columns) {
            const auto v = twin::parseNumber(table.cell(r, c));
            if (!v)
                die(QStringLiteral("%1: row %2 holds something that is no number").arg(QString::fromStdString(path)).arg(r + 1));
            run.values.push_back(*v);
        }
    }
}

struct Played {
    std::vector<bench::AssetTally> assets;
    double days = 0.0;
};

Played playEastman(const twin::PlantPackage& package, const std::string& folder, double days, std::uint64_t seed, const std::string& table)
{
    plant::Run run = valueOrDie(plant::loadRun(plant::runPath(folder, "normal")));
    run.events.clear();
    run.values.clear();
    if (!table.empty()) {
        takeTable(run, table);
    } else {
        const auto rows = valueOrDie(bench::heldOutRows(folder));
        auto process = bench::NormalDays::fit(rows, run.columns.size(), seed);
        if (process.empty())
            die(QStringLiteral("no process can be fitted to the normal rows"));
        run.rows = static_cast<std::size_t>(days * kDay / run.processPeriod);
        run.values.resize(run.rows * run.columns.size());
        for (std::size_t r = 0; r < run.rows; ++r)
            process.front().next(std::span(run.values).subspan(r * run.columns.size(), run.columns.size()));
    }
    run.faultRow = run.rows;
    const double played = static_cast<double>(run.rows) * run.processPeriod / kDay;
    plant::Playlist playlist({std::move(run)}, {});
    const auto pipeline = valueOrDie(bench::PlantDays::open(package, playlist));
    pipeline->play(playlist);
    return {pipeline->tally(), played};
}

/// Every so manieth row of a run, with the waveforms that belong to it.
class Thinned final : public plant::WaveformSource
{
public:
    Thinned(std::shared_ptr<const plant::WaveformSource> all, std::size_t step) : m_all(std::move(all)), m_step(step) {}
    const std::vector<std::string>& tags() const override { return m_all->tags(); }
    std::size_t period() const override { return m_all->period(); }
    twin::Waveform at(std::size_t row, std::size_t tag) const override { return m_all->at(row * m_step, tag); }

private:
    std::shared_ptr<const plant::WaveformSource> m_all;
    std::size_t m_step;
};

constexpr std::size_t kPumpStep = 85; ///< seconds between the rows taken; 10 rows a vibration record

plant::Run pumpDay(std::uint64_t seed)
{
    plant::Run day = plant::makePumpHouse({kDay, {}}, seed, "normal");
    const std::size_t columns = day.columns.size();
    day.rows = day.rows / kPumpStep / day.waveforms->period() * day.waveforms->period();
    for (std::size_t r = 0; r < day.rows; ++r)
        std::copy_n(day.values.begin() + static_cast<std::ptrdiff_t>(r * kPumpStep * columns), columns,
                    day.values.begin() + static_cast<std::ptrdiff_t>(r * columns));
    day.values.resize(day.rows * columns);
    day.faultRow = day.rows;
    day.processPeriod *= static_cast<double>(kPumpStep);
    day.waveforms = std::make_shared<Thinned>(day.waveforms, kPumpStep);
    return day;
}

Played playPumpHouse(const twin::PlantPackage& package, double days, std::uint64_t seed)
{
    std::unique_ptr<bench::PlantDays> pipeline;
    Played out;
    for (std::uint64_t day = 0; day < static_cast<std::uint64_t>(std::ceil(days)); ++day) {
        plant::Run run = pumpDay(seed * 1'000'003 + day);
        plant::Playlist playlist({std::move(run)}, {});
        if (!pipeline)
            pipeline = valueOrDie(bench::PlantDays::open(package, playlist));
        pipeline->play(playlist);
        out.days += 1.0;
        bench::say(QStringLiteral("day %1 of %2").arg(day + 1).arg(days));
    }
    out.assets = pipeline->tally();
    return out;
}

QJsonObject toJson(const Played& played)
{
    QJsonArray assets;
    for (const bench::AssetTally& t : played.assets) {
        assets.append(QJsonObject{{QStringLiteral("asset"), QString::fromStdString(t.asset)},
                                  {QStringLiteral("critical"), static_cast<qint64>(t.alerts[0])},
                                  {QStringLiteral("act"), static_cast<qint64>(t.alerts[1])},
                                  {QStringLiteral("watch"), static_cast<qint64>(t.alerts[2])},
                                  {QStringLiteral("over_limit"), static_cast<qint64>(t.crossings)},
                                  {QStringLiteral("plant_alarms"), static_cast<qint64>(t.plantAlarms)},
                                  {QStringLiteral("scores"), static_cast<qint64>(t.scores)},
                                  {QStringLiteral("withheld"), static_cast<qint64>(t.withheld)},
                                  {QStringLiteral("lowest"), t.lowest / 1000.0}});
    }
    return {{QStringLiteral("days"), played.days}, {QStringLiteral("assets"), assets}};
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser p;
    p.addOptions({{QStringLiteral("plant"), QStringLiteral("Folder of the plant."), QStringLiteral("DIR")},
                  {QStringLiteral("days"), QStringLiteral("Of process time."), QStringLiteral("N"), QStringLiteral("90")},
                  {QStringLiteral("seed"), QStringLiteral("Of what is drawn at random."), QStringLiteral("N"), QStringLiteral("1")},
                  {QStringLiteral("rows"), QStringLiteral("Normal rows to play instead, CSV."), QStringLiteral("FILE")}});
    p.addHelpOption();
    p.process(app);
    const std::string folder = p.value(QStringLiteral("plant")).toStdString();
    const double days = p.value(QStringLiteral("days")).toDouble();
    const auto seed = p.value(QStringLiteral("seed")).toULongLong();
    if (folder.empty() || !(days > 0.0))
        die(QStringLiteral("--plant names a folder, --days is above 0"));
    const twin::PlantPackage package = valueOrDie(twin::loadPlantFolder(folder));
    const bool pumps = package.find("zones") != nullptr;
    const Played played = pumps ? playPumpHouse(package, days, seed)
                                : playEastman(package, folder, days, seed, p.value(QStringLiteral("rows")).toStdString());
    const QByteArray json = QJsonDocument(toJson(played)).toJson(QJsonDocument::Indented);
    std::fwrite(json.constData(), 1, static_cast<std::size_t>(json.size()), stdout);
    for (const bench::AssetTally& t : played.assets) {
        if (static_cast<double>(t.allAlerts()) > std::ceil(played.days / 90.0))
            return 1;
    }
    return 0;
}
