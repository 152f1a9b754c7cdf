// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "twin/model/plant.h"

namespace gemba::twin {

/// The state that an asset's tag rules give for the present values: the first rule that holds wins.
/// A comparison with a value of another kind, or with none, does not hold.
[[nodiscard]] OperatingState operatingState(const std::vector<StateRule>& rules,
                                            const std::function<const Value&(TagId)>& valueOf);

} // namespace gemba::twin
