// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace gemba::twin {

/// Counts up with every change that makes derived state or outputs mean something else.
inline constexpr int kOutputsRevision = 6;

/// What an exact replay depends on besides the log: compiler, library versions, and a hash over
/// what this machine's libm makes of a table of arguments (glibc chooses its code by CPU).
/// Two equal fingerprints promise bit-equal outputs; unequal ones promise nothing.
[[nodiscard]] const std::string& fingerprint();

} // namespace gemba::twin
