// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/sample.h"

namespace gemba::twin {

/// One stored sample as it is drawn and calculated with.
struct SeriesPoint {
    TimeNs at = kNoTime; ///< source time, arrival where there is none
    double value = 0.0;  ///< NaN: the sample has no number
    Quality quality = Quality::Good;
};

} // namespace gemba::twin
