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
        {QStringLiteral("look/language"), QString(), tr("Language"),
         tr("Takes effect when Gemba is started again."),
         {QString(), QStringLiteral("en"), QStringLiteral("de")},
         {tr("of the system"), QStringLiteral("English"), QStringLiteral("Deutsch")}},
        {QStringLiteral("look/reduced-motion"), false, tr("Reduced motion"),
         tr("Markers of alerts that nobody has acknowledged do not flash: an arrow and a thick "
            "outline take its place."), {}, {}},
        {QStringLiteral("time/keys"), QStringLiteral("letters"), tr("Keys of the time bar"),
         tr("L returns to live, or J, K and L play backwards, pause and play faster as in a film "
            "editor. End returns to live in both."),
         {QStringLiteral("letters"), QStringLiteral("jkl")}, {tr("L: live"), tr("J K L")}},
    };
}

} // namespace gemba::ui
