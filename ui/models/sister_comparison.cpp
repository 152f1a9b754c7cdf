// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sister_comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace gemba::ui {

using twin::TagId;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool measured(const twin::Tag& tag)
{
    return tag.role == twin::TagRole::Measurement || tag.role == twin::TagRole::Setting;
}

/// What a tag's id says apart from whose it is, and in what it is measured.
std::string roleOf(const twin::Tag& tag, const std::string& asset)
{
    std::string id = tag.id;
    if (const auto at = id.find(asset); !asset.empty() && at != std::string::npos)
        id.replace(at, asset.size(), "*");
    return id + '\n' + tag.unit;
}

double valueOf(const twin::Snapshot& s, TagId tag)
{
    if (twin::index(tag) >= s.tags.size() || s.tags[twin::index(tag)].stale)
        return kNaN;
    return twin::toNumber(s.tags[twin::index(tag)].value);
}

double medianOf(const std::vector<double>& sorted)
{
    if (sorted.empty())
        return kNaN;
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/// How far it lies from the others, by their own spread; a small one says little.
double distance(const SisterFigure& f, const twin::Tag& tag)
{
    if (!std::isfinite(f.own) || !std::isfinite(f.median))
        return -1;
    constexpr double kLeastOfRange = 0.02;
    const double least = kLeastOfRange * (tag.range.high - tag.range.low) + std::pow(10.0, -tag.decimals);
    return std::abs(f.own - f.median) / std::max(f.others.back() - f.others.front(), least);
}

bool same(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

} // namespace

Sisters Sisters::of(const twin::Plant& plant, twin::AssetId id)
{
    Sisters out;
    if (twin::index(id) >= plant.assets.size() || plant.asset(id).classId.empty())
        return out;
    const twin::Asset& own = plant.asset(id);
    out.asset = id;
    for (std::uint32_t i = 0; i < plant.assets.size(); ++i) {
        if (i != twin::index(id) && plant.assets[i].classId == own.classId)
            out.others.push_back(twin::AssetId{i});
    }
    std::unordered_map<std::string, TagId> roles;
    for (const TagId tag : own.tags) {
        if (measured(plant.tag(tag)) && !out.others.empty()) {
            roles.emplace(roleOf(plant.tag(tag), own.id), tag);
            out.counterparts[tag].resize(out.others.size(), twin::kNoTag);
        }
    }
    for (std::size_t k = 0; k < out.others.size(); ++k) {
        const twin::Asset& sister = plant.asset(out.others[k]);
        for (const TagId tag : sister.tags) {
            const auto role = roles.find(roleOf(plant.tag(tag), sister.id));
            if (role != roles.end() && measured(plant.tag(tag)))
                out.counterparts[role->second][k] = tag;
        }
    }
    return out;
}

bool comparable(const twin::Assessment& a)
{
    switch (a.withheld) {
    case twin::Withheld::NotRunning:
    case twin::Withheld::NoData:
    case twin::Withheld::InputsStale:
    case twin::Withheld::SourceDown: return false;
    default: return true;
    }
}

twin::Interval SisterFigure::scale(const twin::Tag& of) const
{
    double low = std::isfinite(own) ? own : median, high = low;
    if (!others.empty()) {
        low = std::min(low, others.front());
        high = std::max(high, others.back());
    }
    const double least = 4 * std::pow(10.0, -of.decimals);
    const double room = std::max((high - low) * 0.08, least);
    return {low - room, high + room};
}

bool SisterFigure::operator==(const SisterFigure& o) const
{
    return tag == o.tag && same(own, o.own) && others == o.others && same(median, o.median) &&
           points == o.points;
}

std::vector<SisterFigure> compareWithSisters(const twin::Snapshot& s, const Sisters& sisters,
                                             std::size_t most)
{
    std::vector<SisterFigure> all;
    if (!s.plant || twin::index(sisters.asset) >= s.assets.size())
        return all;
    for (const auto& [tag, counterparts] : sisters.counterparts) {
        SisterFigure f{tag, valueOf(s, tag), {}, kNaN, 0};
        for (std::size_t k = 0; k < counterparts.size(); ++k) {
            const std::size_t sister = twin::index(sisters.others[k]);
            if (counterparts[k] == twin::kNoTag || sister >= s.assets.size() ||
                !comparable(s.assets[sister].assessment))
                continue;
            if (const double v = valueOf(s, counterparts[k]); std::isfinite(v))
                f.others.push_back(v);
        }
        std::sort(f.others.begin(), f.others.end());
        f.median = medianOf(f.others);
        for (const twin::Deduction& d : s.assets[twin::index(sisters.asset)].assessment.deductions)
            f.points += d.tag == tag ? d.points : 0;
        if (std::isfinite(f.own) || !f.others.empty())
            all.push_back(std::move(f));
    }
    // Whole points and halves of the spread, so that rows do not swap places all the time.
    std::stable_sort(all.begin(), all.end(), [&](const SisterFigure& a, const SisterFigure& b) {
        if (const auto p = a.points / 1000, q = b.points / 1000; p != q)
            return p > q;
        const auto halves = [&](const SisterFigure& f) {
            return std::floor(2 * std::min(distance(f, s.plant->tag(f.tag)), 100.0));
        };
        return halves(a) > halves(b);
    });
    all.resize(std::min(all.size(), most));
    return all;
}

} // namespace gemba::ui
