// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "ui/models/phrases.h"
#include "ui/scene/shape_library.h"

namespace gemba::ui {

/// Machines to bring into view together, and where to look from.
struct ScenePlace {
    QString title;
    std::vector<std::size_t> parts; ///< positions among the scene's parts; not empty
    std::optional<ViewDirection> direction; ///< else the preset's
};

/// The plant's areas that have machines in the scene, then the views that the scene names. A view
/// of machines that this plant does not have is left out.
[[nodiscard]] std::vector<ScenePlace> placesOf(const std::vector<ScenePart>& parts,
                                               const std::vector<SceneViewpoint>& views,
                                               const twin::Plant& plant, const Phrases& phrases);

} // namespace gemba::ui
