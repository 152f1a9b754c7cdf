// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/advisory/limit_watch.h"

#include <algorithm>

namespace gemba::twin {
namespace {

constexpr double kDeadband = 0.005; ///< of the instrument's range

/// No DCS knows what is worked out here: its limits are reasons of the condition, never alarms.
bool workedOutHere(const Tag& tag)
{
    return std::any_of(tag.bindings.begin(), tag.bindings.end(),
                       [](const Binding& b) { return std::holds_alternative<FeatureBinding>(b); });
}

} // namespace

LimitWatch::LimitWatch(const Plant& plant)
{
    m_byTag.resize(plant.tags.size());
    for (std::size_t i = 0; i < plant.tags.size(); ++i) {
        const Tag& tag = plant.tags[i];
        if (workedOutHere(tag))
            continue;
        const double band = kDeadband * (tag.range.high - tag.range.low);
        const auto watch = [&](Side side, bool trip, const std::optional<double>& limit) {
            if (limit)
                m_byTag[i].push_back({tag.asset, side, trip, *limit,
                                      side == Side::High ? *limit - band : *limit + band});
        };
        watch(Side::High, true, tag.limits.high.trip);
        watch(Side::High, false, tag.limits.high.alert);
        watch(Side::Low, true, tag.limits.low.trip);
        watch(Side::Low, false, tag.limits.low.alert);
    }
}

void LimitWatch::onValue(TagId tag, double value, TimeNs at, AlertBook& book) const
{
    for (const Watched& w : m_byTag[index(tag)]) {
        const bool high = w.side == Side::High;
        if (high ? value >= w.limit : value <= w.limit)
            book.onLimit(w.asset, tag, w.side, w.trip, true, at);
        else if (high ? value < w.clearsAt : value > w.clearsAt)
            book.onLimit(w.asset, tag, w.side, w.trip, false, at);
    }
}

} // namespace gemba::twin
