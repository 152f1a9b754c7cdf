// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "twin/store/session_types.h"

namespace gemba {

/// What `gembactl info --json` prints; record prints the same.
[[nodiscard]] QJsonObject toJson(const twin::SessionInfo& info);

/// The same for people, one fact a line.
void printInfo(const twin::SessionInfo& info);

} // namespace gemba
