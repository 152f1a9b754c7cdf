// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pen_drag.h"

#include <algorithm>

#include <QList>
#include <QMimeData>

namespace gemba::ui {
namespace {

constexpr qsizetype kMostBytes = 4096;
constexpr std::size_t kMostTags = 16;
constexpr char kCalculatedMark = '='; ///< no id of a tag begins so

/// Its lines behind the plant's id; none of another plant.
QList<QByteArray> linesOf(const QMimeData& data, const twin::Plant& plant)
{
    const QByteArray bytes = data.data(QLatin1String(kPenMimeType));
    if (bytes.isEmpty() || bytes.size() > kMostBytes)
        return {};
    const QList<QByteArray> lines = bytes.split('\n');
    return lines.front() == QByteArray::fromStdString(plant.id) ? lines.mid(1) : QList<QByteArray>();
}

} // namespace

QMimeData* penMime(const twin::Plant& plant, const std::vector<twin::TagId>& tags,
                   const QStringList& calculated)
{
    if (tags.empty() && calculated.isEmpty())
        return nullptr;
    QByteArray lines = QByteArray::fromStdString(plant.id);
    for (const twin::TagId t : tags)
        lines += '\n' + QByteArray::fromStdString(plant.tag(t).id);
    for (const QString& id : calculated)
        lines += '\n' + (kCalculatedMark + id.toUtf8());
    auto* data = new QMimeData;
    data->setData(QLatin1String(kPenMimeType), lines);
    return data;
}

std::vector<twin::TagId> pensOf(const QMimeData& data, const twin::Plant& plant)
{
    std::vector<twin::TagId> tags;
    for (const QByteArray& line : linesOf(data, plant)) {
        const twin::TagId tag = plant.findTag(line.toStdString());
        if (tags.size() < kMostTags && tag != twin::kNoTag &&
            std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(tag);
    }
    return tags;
}

QStringList calculatedOf(const QMimeData& data, const twin::Plant& plant)
{
    QStringList ids;
    for (const QByteArray& line : linesOf(data, plant)) {
        if (line.startsWith(kCalculatedMark) && ids.size() < static_cast<qsizetype>(kMostTags))
            ids += QString::fromUtf8(line.mid(1));
    }
    return ids;
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
