// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>

#include "twin/acquisition/broker.h"

namespace gemba {

/// --broker and all that goes with it, the same for the console and gembactl.
void addBrokerOptions(QCommandLineParser& parser);

/// What the options say. Where --broker is given several times, which: the last one stands for all
/// further plants; the other options hold for every broker. Errors: ArgumentInvalid (no --broker),
/// BrokerUrlInvalid.
[[nodiscard]] twin::Result<twin::Broker> brokerOf(const QCommandLineParser& parser,
                                                  qsizetype which = 0);

} // namespace gemba
