// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/spectrum_figure.h"

namespace gemba {

/// The spectrum of one vibration record, with the lines at which the machine's parts repeat: by the
/// same examination of bearings as the pipeline's. Takes some milliseconds, so not by the GUI thread;
/// any thread, no state. A record that is too short, has no rate or holds values that are no numbers
/// has no amplitudes.
[[nodiscard]] ui::SpectrumFigure machineSpectrum(const ui::SpectrumQuestion& question);

} // namespace gemba
