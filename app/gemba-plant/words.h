// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace gemba::plant {

/// Where the program's texts are translated: GembaPlant::tr("…").
class GembaPlant
{
    Q_DECLARE_TR_FUNCTIONS(GembaPlant)
};

} // namespace gemba::plant
