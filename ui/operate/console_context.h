// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QUndoStack>

#include "ui/models/history_query.h"
#include "ui/models/selection.h"
#include "ui/models/settings.h"
#include "ui/models/transport.h"
#include "ui/models/view_state.h"

namespace gemba::ui {

/// What every panel of a window works with. The referred objects outlive the window.
struct ConsoleContext
{
    ViewState& view;
    Transport& transport;
    HistoryQuery& history;
    Selection& selection;
    Settings& settings;
    QUndoStack& undo; ///< of this window: whatever is edited goes through it
    QLocale locale;
};

} // namespace gemba::ui
