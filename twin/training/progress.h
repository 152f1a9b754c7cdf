// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace gemba::twin {

/// Called as training goes on, with the share that is done, above 0 to 1; never less than before.
/// May be empty.
using TrainingProgress = std::function<void(double)>;

} // namespace gemba::twin
