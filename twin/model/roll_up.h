// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "twin/model/assessment.h"

namespace gemba::twin {

/// The worst of what stands on a line, in an area or on the site, with what makes it so. A mean
/// would hide a dying pump behind ninety-nine well ones.
struct RollUp {
    static constexpr std::uint32_t kAll = UINT32_MAX;
    std::uint32_t area = kAll; ///< position in Plant::areas; kAll: the whole site
    std::uint32_t line = kAll; ///< position in Area::lines; kAll: the whole area
    AssetId worst = kNoAsset;  ///< kNoAsset: nothing is scored
    MilliPoints score = kFullCondition; ///< of the worst
    ConditionWord word = ConditionWord::Normal;
    std::optional<Deduction> reason; ///< the largest of the worst; none: nothing is deducted
    std::uint32_t scored = 0, abnormal = 0, withheld = 0; ///< assets
    bool operator==(const RollUp&) const = default;
};

} // namespace gemba::twin
