// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/settings.h"

namespace gemba::ui {

/// The one place that says what can be set: whoever needs another setting adds its row here.
std::vector<SettingEntry> Settings::table()
{
    return {
        {QStringLiteral("look/theme"), QStringLiteral("light"), tr("Theme"),
         tr("Colours of the window. Alert colours stay the same."),
         {QStringLiteral("light"), QStringLiteral("dark")}, {tr("light"), tr("dark")}},
        {QStringLiteral("look/reduced-motion"), false, tr("Reduced motion"),
         tr("Markers of alerts that nobody has acknowledged do not flash: an arrow and a thick "
            "outline take its place."), {}, {}},
    };
}

} // namespace gemba::ui
