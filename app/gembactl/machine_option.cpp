// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/machine_option.h"

#include <QCoreApplication>
#include <QJsonArray>

#include "twin/health/vibration_health.h"
#include "twin/training/byte_file.h"

namespace gemba {

using namespace twin;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

constexpr double kStandardGravity = 9.80665;
constexpr const char* kSigns[]{"velocity", "crest", "kurtosis", "bearing line"};
constexpr const char* kWords[]{"normal", "watch", "act", "critical"};

Error wrong(const QString& expected) { return {ErrorCode::ArgumentInvalid, {expected.toStdString()}, {}}; }

QString classNames(const VibrationZones& zones)
{
    QStringList names;
    for (const MachineClass& c : zones.classes)
        names << QString::fromStdString(c.id);
    return names.join(QStringLiteral(", "));
}

} // namespace

void addMachineOptions(QCommandLineParser& parser)
{
    parser.addOptions(
        {{QStringLiteral("machine"), Text::tr("Judge the machine too, by this class of --zones."), QStringLiteral("class")},
         {QStringLiteral("zones"), Text::tr("Machine classes with their vibration zones, JSON."), QStringLiteral("file")},
         {QStringLiteral("unit"), Text::tr("Unit of the signal for --machine: m/s2 or g."), QStringLiteral("unit"), QStringLiteral("m/s2")}});
}

Result<std::optional<MachineOption>> readMachine(const QCommandLineParser& parser)
{
    if (!parser.isSet(QStringLiteral("machine")) && !parser.isSet(QStringLiteral("zones")))
        return std::optional<MachineOption>();
    if (!parser.isSet(QStringLiteral("machine")) || !parser.isSet(QStringLiteral("zones")))
        return wrong(Text::tr("--machine and --zones together"));
    MachineOption option;
    const QString unit = parser.value(QStringLiteral("unit"));
    if (unit != QLatin1String("m/s2") && unit != QLatin1String("g"))
        return wrong(Text::tr("--unit: m/s2 or g"));
    option.scale = unit == QLatin1String("g") ? kStandardGravity : 1.0;
    const std::string path = parser.value(QStringLiteral("zones")).toStdString();
    const auto text = readBytes(path, std::size_t{4} << 20);
    if (!text)
        return text.error();
    Result<VibrationZones> zones = parseZones(*text);
    if (!zones) {
        Error e = zones.error();
        e.place.file = path;
        return e;
    }
    option.zones = std::move(*zones);
    option.className = parser.value(QStringLiteral("machine")).toStdString();
    if (option.machine() == nullptr)
        return wrong(Text::tr("--machine: one of %1").arg(classNames(option.zones)));
    return std::optional(std::move(option));
}

QJsonObject healthOf(const std::vector<float>& signal, double rate, double speed, const MachineOption& option,
                     const Bearing& bearing)
{
    const std::size_t length = fastLength(signal.size());
    std::vector<float> acceleration(length);
    for (std::size_t i = 0; i < length; ++i)
        acceleration[i] = static_cast<float>(option.scale * static_cast<double>(signal[i]));
    VibrationHealth health(length, rate, *option.machine(), option.zones, bearing);
    const VibrationReport& report = health.assess(acceleration, speed);
    QJsonArray deductions;
    for (const VibrationDeduction& d : report.deductions)
        deductions.append(QJsonObject{{QStringLiteral("sign"), QLatin1String(kSigns[static_cast<int>(d.sign)])},
                                      {QStringLiteral("points"), d.points / 1000.0},
                                      {QStringLiteral("value"), d.value},
                                      {QStringLiteral("limit"), d.limit}});
    return {{QStringLiteral("velocity_mm_s"), report.velocityRms},
            {QStringLiteral("zone"), QString(QLatin1Char(static_cast<char>('A' + static_cast<int>(report.zone))))},
            {QStringLiteral("bearing_health"), report.bearingHealth},
            {QStringLiteral("score"), report.score / 1000.0},
            {QStringLiteral("word"), QLatin1String(kWords[static_cast<int>(report.word)])},
            {QStringLiteral("source"), QString::fromStdString(option.machine()->source)},
            {QStringLiteral("deductions"), deductions}};
}

} // namespace gemba
