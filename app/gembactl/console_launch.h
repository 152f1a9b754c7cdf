// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gemba {

/// Runs the console beside this program with these arguments, in the display there is, in a virtual
/// one of its own, or without any. Prints what it answered, one JSON object, or `out` where the
/// person did not ask for JSON. Returns its exit code.
[[nodiscard]] int runConsole(const QStringList& arguments, bool json, const QString& out);

} // namespace gemba
