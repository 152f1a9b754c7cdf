// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/shell/app_services.h"

namespace gemba {

/// What this program runs with, as the loaded libraries say themselves; of header libraries, what
/// it was built with.
[[nodiscard]] std::vector<ui::LibraryLine> librariesInUse();

} // namespace gemba
