// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/sparkplug_node.h"

#include <algorithm>
#include <array>

namespace gemba::twin {

BoundMetric* MetricHolder::find(std::string_view name)
{
    const auto at = std::lower_bound(metrics.begin(), metrics.end(), name,
                                     [](const BoundMetric& m, std::string_view n) { return m.name < n; });
    return at != metrics.end() && at->name == name ? &*at : nullptr;
}

BoundMetric* EdgeNode::findAlias(std::uint64_t alias)
{
    const auto at = std::lower_bound(aliases.begin(), aliases.end(), alias,
                                     [](const Alias& a, std::uint64_t v) { return a.alias < v; });
    if (at == aliases.end() || at->alias != alias)
        return nullptr;
    return &holders[at->holder].metrics[at->metric];
}

std::optional<std::uint32_t> EdgeNode::findDevice(std::string_view device) const
{
    const auto at = std::lower_bound(
        byDevice.begin(), byDevice.end(), device,
        [this](std::uint32_t i, std::string_view d) { return holders[i].device < d; });
    return at != byDevice.end() && holders[*at].device == device ? std::optional(*at) : std::nullopt;
}

std::uint32_t EdgeNode::addDevice(MetricHolder holder)
{
    const auto added = static_cast<std::uint32_t>(holders.size());
    const auto at = std::lower_bound(
        byDevice.begin(), byDevice.end(), holder.device,
        [this](std::uint32_t i, const std::string& d) { return holders[i].device < d; });
    byDevice.insert(at, added);
    holders.push_back(std::move(holder));
    return added;
}

void EdgeNode::forgetAliases(std::uint32_t holder)
{
    std::erase_if(aliases, [holder](const Alias& a) { return a.holder == holder; });
}

std::optional<std::uint64_t> EdgeNode::addAliases(std::uint32_t holder)
{
    std::optional<std::uint64_t> taken;
    const std::size_t had = aliases.size();
    const auto& metrics = holders[holder].metrics;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (metrics[i].alias)
            aliases.push_back({*metrics[i].alias, holder, static_cast<std::uint32_t>(i)});
    }
    const auto less = [](const Alias& a, const Alias& b) { return a.alias < b.alias; };
    const auto middle = aliases.begin() + static_cast<std::ptrdiff_t>(had);
    std::stable_sort(middle, aliases.end(), less);
    std::inplace_merge(aliases.begin(), middle, aliases.end(), less);
    // Of two with the same alias the earlier declared one stays.
    const auto same = [&taken](const Alias& a, const Alias& b) {
        if (a.alias == b.alias && !taken)
            taken = a.alias;
        return a.alias == b.alias;
    };
    aliases.erase(std::unique(aliases.begin(), aliases.end(), same), aliases.end());
    return taken;
}

TimeNs EdgeNode::reorderDeadline(TimeNs timeout) const
{
    TimeNs first = kNoTime;
    for (const HeldMessage& m : held) {
        if (first == kNoTime || m.arrival < first)
            first = m.arrival;
    }
    return first == kNoTime ? kNoTime : first + timeout;
}

TimeNs EdgeNode::nextDeadline(TimeNs reorderTimeout) const
{
    TimeNs next = kNoTime;
    for (const TimeNs t : {reorderDeadline(reorderTimeout), birthDeadline, rebirthDue}) {
        if (t != kNoTime && (next == kNoTime || t < next))
            next = t;
    }
    return next;
}

std::string_view nameOf(SparkplugType type)
{
    constexpr std::array<std::string_view, 35> kNames{
        "Unknown", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Float",
        "Double", "Boolean", "String", "DateTime", "Text", "UUID", "DataSet", "Bytes", "File",
        "Template", "PropertySet", "PropertySetList", "Int8Array", "Int16Array", "Int32Array",
        "Int64Array", "UInt8Array", "UInt16Array", "UInt32Array", "UInt64Array", "FloatArray",
        "DoubleArray", "BooleanArray", "StringArray", "DateTimeArray"};
    const auto number = static_cast<std::size_t>(type);
    return number < kNames.size() ? kNames[number] : kNames[0];
}

Error typeChanged(const BoundMetric& before, std::string_view now)
{
    Error error{ErrorCode::TypeChanged, {std::string(nameOf(before.type)), std::string(now)}, {}};
    error.place.column = before.name;
    return error;
}

} // namespace gemba::twin
