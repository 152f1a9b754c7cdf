// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gemba::ui {

/// Of the VTK that is loaded.
[[nodiscard]] QString vtkVersionInUse();

} // namespace gemba::ui
