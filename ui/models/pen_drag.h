// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QStringList>

#include "twin/model/plant.h"

class QMimeData;

namespace gemba::ui {

/// What is dragged onto a chart: tags of a plant, by their ids.
inline constexpr const char* kPenMimeType = "application/x-gemba-pens";

/// New; the drag owns it. Null for nothing. calculated: ids of calculated tags.
[[nodiscard]] QMimeData* penMime(const twin::Plant& plant, const std::vector<twin::TagId>& tags,
                                 const QStringList& calculated = {});
/// The tags of this plant that it names, at most 16; those of another plant are none of it.
[[nodiscard]] std::vector<twin::TagId> pensOf(const QMimeData& data, const twin::Plant& plant);
[[nodiscard]] QStringList calculatedOf(const QMimeData& data, const twin::Plant& plant);
/// What a machine brings onto a chart: its measurements on the overview, else its first ones.
[[nodiscard]] std::vector<twin::TagId> mainTags(const twin::Plant& plant, twin::AssetId asset,
                                                std::size_t most);

} // namespace gemba::ui
