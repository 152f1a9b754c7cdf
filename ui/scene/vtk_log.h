// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gemba::ui {

/// Sends what VTK has to say to the logging category "gemba.scene.vtk" instead of to a console of
/// its own. VTK repeats itself with every frame: a text is logged at most once in ten seconds,
/// then with the number of times it came. Safe to call again.
void routeVtkMessages();

} // namespace gemba::ui
