// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QJsonObject>

#include <optional>

#include "twin/model/error.h"

namespace gemba {

/// Exit codes of the headless contract.
inline constexpr int kExitDone = 0;
inline constexpr int kExitNo = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitUnreadable = 3;
inline constexpr int kExitUnreachable = 4;

/// Parses the arguments of one command (its name first). Prints help or what is wrong and gives
/// the exit code with which to stop; nothing where the command can go on. Options named in
/// required must be given; positional arguments are refused.
[[nodiscard]] std::optional<int> parseOptions(QCommandLineParser& parser, const QStringList& arguments,
                                              const QStringList& required);

/// Prints the error's sentence to stderr and gives the exit code that fits it.
int fail(const twin::Error& error);

void printProgress(const QString& line); ///< to stderr
void printJson(const QJsonObject& object); ///< one object on stdout

} // namespace gemba
