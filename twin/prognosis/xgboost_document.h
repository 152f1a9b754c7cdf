// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "twin/prognosis/tree_ensemble.h"

namespace gemba::twin::xgb {

/// The JSON model format of XGBoost 1.7, which later versions read as well, for an ensemble that
/// faultOf() finds nothing wrong with.
[[nodiscard]] std::string document(const TreeEnsemble& ensemble);

} // namespace gemba::twin::xgb
