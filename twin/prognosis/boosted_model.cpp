// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/prognosis/boosted_model.h"

#include <algorithm>

namespace gemba::twin {

double targetOf(const BoostedModel& m, double margin)
{
    const double v = m.targetMean + m.targetScale * margin;
    return m.task == LearningTask::Rul ? std::clamp(v, 0.0, m.cap) : v;
}

Band bandAt(const std::vector<BandKnot>& knots, double score)
{
    const auto above = std::find_if(knots.begin(), knots.end(), [&](const BandKnot& k) { return k.score >= score; });
    if (above == knots.begin() || above == knots.end()) {
        const BandKnot& k = above == knots.end() ? knots.back() : knots.front();
        return {score + k.low, score + k.high};
    }
    const BandKnot& right = *above;
    const BandKnot& left = *(above - 1);
    const double w = (score - left.score) / (right.score - left.score);
    return {score + left.low + w * (right.low - left.low), score + left.high + w * (right.high - left.high)};
}

} // namespace gemba::twin
