// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "twin/model/result.h"
#include "ui/models/pen_set.h"

namespace gemba::ui {

inline constexpr qsizetype kMostPenSetBytes = 1 << 20;

/// As resources/schemas/pen-sets.schema.json says.
[[nodiscard]] QByteArray toJson(const PenSets& sets);
/// From anywhere. Errors: FileTooLarge, JsonSyntax, JsonSchema with the place in it.
[[nodiscard]] twin::Result<PenSets> penSetsFrom(const QByteArray& json);

} // namespace gemba::ui
