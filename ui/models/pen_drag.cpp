// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pen_drag.h"

#include <algorithm>

#include <QList>
#include <QMimeData>

namespace gemba::ui {
namespace {

constexpr qsizetype kMostBytes = 4096;
constexpr std::size_t kMostTags = 16;

} // namespace

QMimeData* penMime(const twin::Plant& plant, const std::vector<twin::TagId>& tags)
{
    if (tags.empty())
        return nullptr;
    QByteArray lines = QByteArray::fromStdString(plant.id);
    for (const twin::TagId t : tags)
        lines += '\n' + QByteArray::fromStdString(plant.tag(t).id);
    auto* data = new QMimeData;
    data->setData(QLatin1String(kPenMimeType), lines);
    return data;
}

std::vector<twin::TagId> pensOf(const QMimeData& data, const twin::Plant& plant)
{
    std::vector<twin::TagId> tags;
    const QByteArray bytes = data.data(QLatin1String(kPenMimeType));
    if (bytes.isEmpty() || bytes.size() > kMostBytes)
        return tags;
    const QList<QByteArray> lines = bytes.split('\n');
    if (lines.front() != QByteArray::fromStdString(plant.id))
        return tags;
    for (qsizetype i = 1; i < lines.size() && tags.size() < kMostTags; ++i) {
        const twin::TagId tag = plant.findTag(lines[i].toStdString());
        if (tag != twin::kNoTag && std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(tag);
    }
    return tags;
}

std::vector<twin::TagId> mainTags(const twin::Plant& plant, twin::AssetId asset, std::size_t most)
{
    std::vector<twin::TagId> tags;
    if (twin::index(asset) >= plant.assets.size())
        return tags;
    for (const bool overview : {true, false}) {
        for (const twin::TagId tag : plant.asset(asset).tags) {
            if (tags.size() < most && plant.tag(tag).onOverview == overview &&
                plant.tag(tag).role == twin::TagRole::Measurement)
                tags.push_back(tag);
        }
    }
    return tags;
}

} // namespace gemba::ui
