// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gemba {

/// gembactl score --model M.gmodel --in X.csv --out Y.csv [--explain] [--json]
/// arguments: "score" and its options. Returns the exit code.
int runScore(const QStringList& arguments);

} // namespace gemba
