// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/apportion.h"

#include <algorithm>
#include <numeric>

namespace gemba::ui {

std::vector<int> apportion(const std::vector<twin::MilliPoints>& parts, int total)
{
    std::vector<int> whole;
    for (const twin::MilliPoints p : parts)
        whole.push_back(p / 1000);
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return parts[a] % 1000 > parts[b] % 1000;
    });
    int left = total - std::accumulate(whole.begin(), whole.end(), 0);
    for (const std::size_t i : order) {
        if (left <= 0)
            break;
        ++whole[i];
        --left;
    }
    if (left != 0 && !whole.empty())
        *std::max_element(whole.begin(), whole.end()) += left;
    return whole;
}

} // namespace gemba::ui
