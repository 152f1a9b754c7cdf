// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QString>

namespace gemba::ui {

class PlantDirectory;

/// A library that this program runs with.
struct LibraryLine
{
    QString name;
    QString version; ///< as the loaded library itself says, not as it was when this was built
    QString licence; ///< SPDX
};

/// What a window can ask of the program around it. What is empty is not offered.
struct AppServices
{
    PlantDirectory* plants = nullptr;
    std::function<void()> newWindow;
    std::function<void(const QString& path)> saveLogs; ///< returns at once; says how it went
    std::vector<LibraryLine> libraries;
    bool offerTour = false; ///< to who never saw it
};

} // namespace gemba::ui
