// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QCommandLineParser>

#include "app/gemba-plant/broker_link.h"
#include "app/gemba-plant/node_layout.h"
#include "app/gemba-plant/player.h"

namespace gemba::plant {

/// What the command line asks for.
struct Settings
{
    twin::Broker broker; ///< prepared
    std::string plantFolder;
    std::vector<std::string> runs; ///< names for runPath() or timelineCalled(); none: the plant's own
    Format format = Format::Sparkplug;
    Playlist::Options playlist;
    Player::Options player;
    unsigned copies = 1;
    std::string ledger; ///< file name; empty: none
    bool quiet = false;
};

/// Declares the options. Texts are translated.
void addOptions(QCommandLineParser& parser);

/// Reads the options once they are parsed, and the password file. Errors: ArgumentInvalid,
/// BrokerUrlInvalid, BrokerPlainText (wrong usage), FileNotReadable, FileExposed.
[[nodiscard]] twin::Result<Settings> readSettings(const QCommandLineParser& parser);

} // namespace gemba::plant
