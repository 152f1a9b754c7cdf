// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/scene/json_reading.h"

namespace gemba::ui {

/// The two halves of a glTF file: its JSON and its buffers, in the order of /buffers.
struct GltfContainer {
    Json json;
    std::vector<std::string> buffers;
};

/// Takes a GLB or a JSON file apart; every buffer is as long as the JSON says. Errors as readGltf.
[[nodiscard]] twin::Result<GltfContainer> openGltf(std::string_view bytes);

} // namespace gemba::ui
