// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/gemba/console.h"

namespace gemba {

/// The daily sheet of a session without a window (gembactl daily-sheet): the same sheet as the
/// menu prints, of the whole day as far as the session goes.
struct SheetWanted {
    QString file; ///< session
    QString out;  ///< PDF to write
    QString day;  ///< "2026-11-24" at the site; empty: the day on which the session ends
};

/// Writes it and prints {"day", "out"} on stdout. Returns the exit code of the headless contract;
/// 1: nothing of that day is recorded.
[[nodiscard]] int writeDaySheet(Console& console, const SheetWanted& wanted);

} // namespace gemba
