// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gemba {

/// gembactl train --recipe R.json --data A.csv [--data B.csv] --out M.gmodel [--json]
/// arguments: "train" and its options. Returns the exit code.
int runTrain(const QStringList& arguments);

} // namespace gemba
