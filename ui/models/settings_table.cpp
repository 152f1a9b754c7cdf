// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/display_units.h"
#include "ui/models/settings.h"

namespace gemba::ui {

/// The one place that says what can be set: whoever needs another setting adds its row here.
std::vector<SettingEntry> Settings::table()
{
    std::vector<SettingEntry> rows{
        {QStringLiteral("look/theme"), QStringLiteral("light"), tr("Theme"),
         tr("Colours of the window. Alert colours stay the same."),
         {QStringLiteral("light"), QStringLiteral("dark")}, {tr("light"), tr("dark")}},
        {QStringLiteral("look/language"), QString(), tr("Language"),
         tr("Takes effect when Gemba is started again."),
         {QString(), QStringLiteral("en"), QStringLiteral("de")},
         {tr("of the system"), QStringLiteral("English"), QStringLiteral("Deutsch")}},
        {QStringLiteral("look/reduced-motion"), false, tr("Reduced motion"),
         tr("Markers of alerts that nobody has acknowledged do not flash: an arrow and a thick "
            "outline take its place. Where nothing is set here, the desktop decides."), {}, {}},
        {QStringLiteral("time/keys"), QStringLiteral("letters"), tr("Keys of the time bar"),
         tr("L returns to live, or J, K and L play backwards, pause and play faster as in a film "
            "editor. End returns to live in both."),
         {QStringLiteral("letters"), QStringLiteral("jkl")}, {tr("L: live"), tr("J K L")}},
        {QStringLiteral("time/basis"), QStringLiteral("site"), tr("Times on the time bar"),
         tr("By the clock at the site, in UTC, or since the start of the recording."),
         {QStringLiteral("site"), QStringLiteral("utc"), QStringLiteral("elapsed")},
         {tr("site time"), tr("UTC"), tr("since the start")}},
        {QStringLiteral("time/return-after"), 0, tr("Back to live after"),
         tr("Minutes without a key or the mouse after which a replay ends by itself. 0: never."),
         {}, {}},
    };
    for (SettingEntry& unit : DisplayUnits::settings())
        rows.push_back(std::move(unit));
    return rows;
}

} // namespace gemba::ui
