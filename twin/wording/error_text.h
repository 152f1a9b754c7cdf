// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "twin/model/error.h"

namespace gemba::twin {

/// The sentence for an error in the user's language: what happened, where, what to do. Plain text;
/// parts that came from outside are quoted as they are and must be shown as plain text.
[[nodiscard]] QString errorText(const Error& error);

/// "file reactor.csv, row 7, column xmeas_01", or empty where the place is unknown.
[[nodiscard]] QString placeText(const Place& place);

} // namespace gemba::twin
