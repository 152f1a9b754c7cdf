// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plant_directory.h"

namespace gemba::ui {

QString PlantWords::link(PlantLine::Link link)
{
    switch (link) {
    case PlantLine::Link::NotWatched: return PlantDirectory::tr("not watched");
    case PlantLine::Link::Starting: return PlantDirectory::tr("starting");
    case PlantLine::Link::Waiting: return PlantDirectory::tr("no link");
    case PlantLine::Link::Live: return PlantDirectory::tr("live");
    }
    return {};
}

} // namespace gemba::ui
