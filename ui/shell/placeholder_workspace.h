// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/text_label.h"
#include "ui/shell/workspace.h"

namespace gemba::ui {

/// Stands where a workspace is not built yet and says what will be there.
class PlaceholderWorkspace : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceholderWorkspace(Workspace workspace, QWidget* parent = nullptr);
};

} // namespace gemba::ui
