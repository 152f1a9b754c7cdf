// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/plant.h"

namespace gemba::twin {

TagId Plant::findTag(std::string_view id) const
{
    for (std::uint32_t i = 0; i < tags.size(); ++i) {
        if (tags[i].id == id)
            return TagId{i};
    }
    return kNoTag;
}

const Outage* Plant::nextOutage(TimeNs t) const
{
    for (const Outage& o : outages) {
        if (o.to > t)
            return &o;
    }
    return nullptr;
}

const LifeSetup* Plant::lifeOf(AssetId id) const
{
    for (const AssetClass& c : classes) {
        if (c.id == asset(id).classId)
            return c.life ? &*c.life : nullptr;
    }
    return nullptr;
}

const ModelPage* Plant::modelPage(std::string_view modelName) const
{
    for (const ModelPage& page : modelPages) {
        if (page.modelName == modelName)
            return &page;
    }
    return nullptr;
}

AssetId Plant::findAsset(std::string_view id) const
{
    for (std::uint32_t i = 0; i < assets.size(); ++i) {
        if (assets[i].id == id)
            return AssetId{i};
    }
    return kNoAsset;
}

} // namespace gemba::twin
