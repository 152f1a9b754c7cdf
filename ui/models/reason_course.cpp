// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reason_course.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace gemba::ui {

using twin::MilliPoints;

namespace {

constexpr MilliPoints kNoticed = 100; ///< a tenth of a point

struct Seen
{
    twin::Deduction last;
    MilliPoints most = 0;
};

std::map<ReasonKey, MilliPoints> pointsByReason(const ReasonsAt& instant)
{
    std::map<ReasonKey, MilliPoints> points;
    for (const twin::Deduction& d : instant.deductions)
        points[keyOf(d)] += std::max(d.points, 0);
    return points;
}

/// All reasons of all instants, the one that ever took most off first.
std::vector<std::pair<ReasonKey, Seen>> ranked(const std::vector<ReasonsAt>& instants)
{
    std::map<ReasonKey, Seen> seen;
    for (const ReasonsAt& instant : instants) {
        for (const twin::Deduction& d : instant.deductions)
            seen[keyOf(d)].last = d;
        for (const auto& [key, points] : pointsByReason(instant))
            seen[key].most = std::max(seen[key].most, points);
    }
    std::vector<std::pair<ReasonKey, Seen>> all(seen.begin(), seen.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.second.most > b.second.most; });
    return all;
}

} // namespace

ReasonsAt reasonsAt(const twin::Assessment& a, twin::TimeNs at)
{
    if (a.withheld != twin::Withheld::No)
        return {at, false, 0, {}};
    return {at, true, a.score, a.deductions};
}

const ReasonsAt* reasonsKnownAt(const std::vector<ReasonsAt>& instants, twin::TimeNs t)
{
    const auto behind = std::upper_bound(instants.begin(), instants.end(), t,
                                         [](twin::TimeNs at, const ReasonsAt& r) { return at < r.at; });
    return behind == instants.begin() ? nullptr : &*std::prev(behind);
}

std::vector<ReasonLayer> reasonLayers(const std::vector<ReasonsAt>& instants, std::size_t most)
{
    const auto all = ranked(instants);
    std::vector<ReasonLayer> layers(std::min(most, all.size()));
    std::map<ReasonKey, std::size_t> place;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i].reason = all[i].second.last;
        place[all[i].first] = i;
    }
    if (all.size() > most) {
        layers.emplace_back();
        layers.back().others = static_cast<int>(all.size() - most);
    }
    for (ReasonLayer& layer : layers)
        layer.points.resize(instants.size());
    for (std::size_t i = 0; i < instants.size(); ++i) {
        for (const auto& [key, points] : pointsByReason(instants[i])) {
            const auto named = place.find(key);
            layers[named == place.end() ? layers.size() - 1 : named->second].points[i] += points;
        }
    }
    return layers;
}

std::vector<ReasonChange> reasonChanges(const ReasonsAt& then, const ReasonsAt& now)
{
    if (!then.scored || !now.scored)
        return {};
    std::map<ReasonKey, ReasonChange> changes;
    for (const auto* instant : {&then, &now}) {
        for (const twin::Deduction& d : instant->deductions)
            changes[keyOf(d)].reason = d;
    }
    for (const auto& [key, points] : pointsByReason(then))
        changes[key].then = points;
    for (const auto& [key, points] : pointsByReason(now))
        changes[key].now = points;
    std::vector<ReasonChange> sorted;
    for (const auto& [key, change] : changes) {
        if (std::abs(change.difference()) >= kNoticed)
            sorted.push_back(change);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const ReasonChange& a, const ReasonChange& b) {
        return std::abs(a.difference()) > std::abs(b.difference());
    });
    return sorted;
}

} // namespace gemba::ui
