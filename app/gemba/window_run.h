// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>

#include "app/gemba/console.h"

namespace gemba {

/// Where this program keeps what it remembers: settings, bookmarks, notes. Makes the folder.
[[nodiscard]] QString settingsPath(const QString& name);

/// Opens the windows on what the command line asks for and runs until they are closed. Returns the
/// exit code of the headless contract.
[[nodiscard]] int runWindows(const QCommandLineParser& options, Console& console);

} // namespace gemba
