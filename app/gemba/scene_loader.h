// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "twin/model/package.h"

namespace gemba::ui {
class MainWindow;
}

namespace gemba {

/// Builds the 3D view of a plant's scene into the window. Where the scene cannot be read the
/// window goes without; the sentence why is returned, empty if all is well.
[[nodiscard]] QString showScene(const twin::PlantPackage& package, ui::MainWindow& window);

} // namespace gemba
