// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/tag.h"

namespace gemba::twin {

/// What must add up as long as every instrument in it tells the truth:
/// |sum of factor * value + constant| <= tolerance.
struct Balance {
    struct Term {
        TagId tag = kNoTag;
        double factor = 1.0; ///< from the tag's unit into the balance's
    };
    std::string id;
    LocalText name; ///< e.g. "gas into the reactor"
    std::vector<Term> terms;
    double constant = 0.0;
    double tolerance = 0.0; ///< > 0
    std::string unit;       ///< as printed; of the sum
    LocalText basis;        ///< where the numbers come from
};

/// What a model may be used for, and where it has to keep silent. One page per model file.
struct ModelPage {
    struct Bound {
        TagId tag = kNoTag;
        Interval range;     ///< in the tag's unit; outside it the score is withheld
    };
    std::string modelName; ///< blob name, as in Asset::modelName
    LocalText intended, forbidden, hazards;
    std::vector<Bound> envelope; ///< operating conditions it was learnt under, not symptoms
    std::string owner;           ///< role
    TimeNs reviewBy = kNoTime;   ///< from then on somebody has to look at it again
};

} // namespace gemba::twin
