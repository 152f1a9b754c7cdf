// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gemba {

// One function a command: arguments with the command's name first; returns the exit code.
int runInfo(const QStringList& arguments);
int runRecord(const QStringList& arguments);
int runReplay(const QStringList& arguments);
int runCheck(const QStringList& arguments);
int runEnvelope(const QStringList& arguments);
int runOnset(const QStringList& arguments);
int runRender(const QStringList& arguments);
int runWhy(const QStringList& arguments);
int runDailySheet(const QStringList& arguments);

} // namespace gemba
