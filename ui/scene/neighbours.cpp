// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/neighbours.h"

#include <algorithm>

namespace gemba::ui {

namespace {

using Iterator = std::vector<std::size_t>::iterator;

void split(const std::vector<ScenePart>& parts, Iterator begin, Iterator end, std::size_t most,
           std::vector<std::vector<std::size_t>>& out)
{
    std::size_t triangles = 0;
    Box3 centres;
    for (auto i = begin; i != end; ++i) {
        triangles += parts[*i].mesh.triangleCount();
        centres.add(parts[*i].box.centre());
    }
    if (triangles <= most || end - begin < 2) {
        if (begin != end)
            out.emplace_back(begin, end);
        return;
    }
    const std::size_t axis = centres.high[0] - centres.low[0] > centres.high[1] - centres.low[1] ? 0 : 1;
    const auto middle = begin + (end - begin) / 2;
    std::nth_element(begin, middle, end, [&](std::size_t a, std::size_t b) {
        const float x = parts[a].box.centre()[axis], y = parts[b].box.centre()[axis];
        return x != y ? x < y : a < b;
    });
    split(parts, begin, middle, most, out);
    split(parts, middle, end, most, out);
}

} // namespace

std::vector<std::vector<std::size_t>> neighbours(const std::vector<ScenePart>& parts, std::size_t most)
{
    std::vector<std::size_t> machines;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].assetId.empty())
            groups.push_back({i});
        else
            machines.push_back(i);
    }
    split(parts, machines.begin(), machines.end(), most, groups);
    return groups;
}

} // namespace gemba::ui
