// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QCommandLineParser>
#include <QJsonObject>

#include "twin/model/error.h"
#include "twin/model/time.h"

namespace gemba {

/// Exit codes of the headless contract.
inline constexpr int kExitDone = 0;
inline constexpr int kExitNo = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitUnreadable = 3;
inline constexpr int kExitUnreachable = 4;

/// Parses the arguments of one command (its name first). Prints help or what is wrong and gives
/// the exit code with which to stop; nothing where the command can go on. Options named in
/// required must be given; so many positional arguments are needed, no more are taken.
[[nodiscard]] std::optional<int> parseOptions(QCommandLineParser& parser, const QStringList& arguments,
                                              const QStringList& required, int positional = 0);

/// Prints the error's sentence to stderr and gives the exit code that fits it.
int fail(const twin::Error& error);
int wrongUsage(const QString& sentence);

void printProgress(const QString& line); ///< to stderr
void printLine(const QString& line);     ///< to stdout
void printJson(const QJsonObject& object); ///< one object on stdout

/// "+30s" from the start, or ISO 8601.
[[nodiscard]] std::optional<twin::TimeNs> parseTime(const QString& text, twin::TimeNs start);

/// True once SIGINT or SIGTERM has arrived; the first call begins to listen.
[[nodiscard]] bool interrupted();

} // namespace gemba
