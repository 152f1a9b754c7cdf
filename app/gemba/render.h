// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QSize>
#include <QString>

#include "app/gemba/console.h"

namespace gemba {

/// A picture of the console at an instant of a session (gembactl render).
struct Picture {
    QString file;      ///< session
    QString at;        ///< ISO 8601 or +30s
    QString out;       ///< PNG to write
    QString workspace = QStringLiteral("operate");
    QString view = QStringLiteral("overview");
    QString asset;     ///< id; empty: the worst one
    QSize size{1280, 800};
    bool dark = false;
    QLocale locale;
};

/// Runs the program until it has nothing left to draw: the instant is shown and no question about
/// recorded time is open, for a while.
void settle(const Console& console, RecordedHistory& history, twin::TimeNs at);

/// Draws it and prints {"scene": bool, "out": path} on stdout. Returns the exit code of the
/// headless contract.
[[nodiscard]] int renderPicture(Console& console, const Picture& picture);

} // namespace gemba
