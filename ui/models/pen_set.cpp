// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pen_set.h"

#include <algorithm>

namespace gemba::ui {
namespace {

template <class Items, class Is>
auto* findIn(Items& items, Is is)
{
    const auto found = std::find_if(items.begin(), items.end(), is);
    return found == items.end() ? nullptr : &*found;
}

template <class Item, class Same>
bool layOver(std::vector<Item>& items, const Item& item, std::size_t most, Same same)
{
    if (Item* old = findIn(items, same)) {
        *old = item;
        return true;
    }
    if (items.size() >= most)
        return false;
    items.push_back(item);
    return true;
}

} // namespace

const CalculatedTag* PenSets::findCalculated(const QString& id) const
{
    return findIn(calculated, [&](const CalculatedTag& c) { return c.id == id; });
}

const PenSet* PenSets::findSet(const QString& name) const
{
    return findIn(sets, [&](const PenSet& s) { return s.name == name; });
}

const PenSet* PenSets::defaultOf(const QString& machine) const
{
    return machine.isEmpty() ? nullptr : findIn(sets, [&](const PenSet& s) { return s.machine == machine; });
}

bool mergePenSets(PenSets& into, const PenSets& from)
{
    bool all = true;
    for (const CalculatedTag& c : from.calculated)
        all &= layOver(into.calculated, c, PenSets::kMostCalculated,
                       [&](const CalculatedTag& old) { return old.id == c.id; });
    for (const PenSet& s : from.sets) {
        for (PenSet& old : into.sets) {
            if (!s.machine.isEmpty() && old.machine == s.machine && old.name != s.name)
                old.machine.clear(); // a machine has one default
        }
        all &= layOver(into.sets, s, PenSets::kMostSets, [&](const PenSet& old) { return old.name == s.name; });
    }
    return all;
}

} // namespace gemba::ui
