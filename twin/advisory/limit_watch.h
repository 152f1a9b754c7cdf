// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "twin/advisory/alert_book.h"
#include "twin/model/plant.h"

namespace gemba::twin {

/// Watches the published operating and trip limits of every measured tag: the DCS alarms of plants whose
/// DCS does not send its own. An alarm comes at the limit and goes 0.5 % of the instrument's range
/// inside it, so that a value on the limit does not chatter. Stateless: the book holds the state.
class LimitWatch
{
public:
    explicit LimitWatch(const Plant& plant);

    /// Looks at a new good number of a tag.
    void onValue(TagId tag, double value, TimeNs at, AlertBook& book) const;

private:
    struct Watched {
        AssetId asset;
        Side side;
        bool trip;
        double limit;
        double clearsAt;
    };
    std::vector<std::vector<Watched>> m_byTag; ///< empty for tags without limits
};

} // namespace gemba::twin
