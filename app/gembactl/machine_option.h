// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QCommandLineParser>
#include <QJsonObject>

#include "twin/detection/bearing.h"
#include "twin/detection/vibration_zones.h"

namespace gemba {

/// The machine that a signal comes from, where one is told: --machine, --zones, --unit.
struct MachineOption {
    twin::VibrationZones zones;
    std::string className;
    double scale = 1.0; ///< the signal's unit in m/s^2
    [[nodiscard]] const twin::MachineClass* machine() const { return zones.find(className); } ///< not null
};

void addMachineOptions(QCommandLineParser& parser);

/// Nothing where no machine is told. Errors: ArgumentInvalid, and those of the table with its file.
[[nodiscard]] twin::Result<std::optional<MachineOption>> readMachine(const QCommandLineParser& parser);

/// {"velocity_mm_s", "zone", "score", "word", "deductions": [{"sign", "points", "value", "limit"}]}
[[nodiscard]] QJsonObject healthOf(const std::vector<float>& signal, double rate, double speed,
                                   const MachineOption& option, const twin::Bearing& bearing);

} // namespace gemba
