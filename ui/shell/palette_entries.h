// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operate/console_context.h"
#include "ui/shell/command_palette.h"

class QMenuBar;

namespace gemba::ui {

/// Every action of the menus, with the menu it stands in.
[[nodiscard]] std::vector<PaletteEntry> actionEntries(const QMenuBar& menus);

/// Every machine and every tag of the plant shown; both lead to the machine.
[[nodiscard]] std::vector<PaletteEntry> plantEntries(const ConsoleContext& context);

/// The bookmarks of what is shown; each leads to its instant.
[[nodiscard]] std::vector<PaletteEntry> bookmarkEntries(const ConsoleContext& context);

} // namespace gemba::ui
