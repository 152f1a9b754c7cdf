// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>

#include "twin/acquisition/broker.h"

namespace gemba {

/// --broker and all that goes with it, the same for the console and gembactl.
void addBrokerOptions(QCommandLineParser& parser);

/// What the options say. Errors: ArgumentInvalid (no --broker), BrokerUrlInvalid.
[[nodiscard]] twin::Result<twin::Broker> brokerOf(const QCommandLineParser& parser);

} // namespace gemba
