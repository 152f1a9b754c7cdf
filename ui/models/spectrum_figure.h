// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include <QString>

#include "twin/model/ids.h"
#include "twin/model/time.h"
#include "twin/model/value.h"

namespace gemba::ui {

/// Which spectrum of a vibration record.
enum class SpectrumKind {
    Envelope,  ///< of the squared envelope: what bearing damage repeats in
    Vibration, ///< of the record itself: unbalance, misalignment, vanes
};

/// A frequency that something on the machine repeats at, with its harmonics.
struct SpectrumLine
{
    enum class What { Shaft, InnerRace, OuterRace, Ball, Cage } what = What::Shaft;
    double frequency = 0; ///< Hz; of a bearing's line where it was found, slip included
    int harmonics = 1;    ///< marked up to this multiple
    std::optional<double> decibels; ///< by how much it stands out, where that was measured
    bool verdict = false; ///< it is the one that says damage
    bool operator==(const SpectrumLine&) const = default;
};

/// Amplitudes at k * step Hz, k = 0, 1, ...; empty: nothing to draw.
struct SpectrumFigure
{
    SpectrumKind kind = SpectrumKind::Envelope;
    std::vector<double> amplitudes;
    double step = 0;  ///< Hz
    QString unit;     ///< as printed; empty: a ratio
    double speed = 0; ///< of the shaft, Hz; 0: not known
    std::vector<SpectrumLine> lines;
    [[nodiscard]] double highest() const ///< Hz
    {
        return amplitudes.empty() ? 0 : step * static_cast<double>(amplitudes.size() - 1);
    }
    [[nodiscard]] double order(double frequency) const { return speed > 0 ? frequency / speed : 0; }
    bool operator==(const SpectrumFigure&) const = default;
};

/// One record and what is known of the machine that it is of.
struct SpectrumQuestion
{
    SpectrumKind kind = SpectrumKind::Envelope;
    twin::Waveform record;
    QString unit;     ///< of the record, as printed
    double speed = 0; ///< of the shaft, Hz; 0: not known
    std::array<double, 4> bearingOrders{}; ///< as VibrationSetup has them
};

} // namespace gemba::ui
