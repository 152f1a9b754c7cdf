// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_entries.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

#include "ui/models/phrases.h"

namespace gemba::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::PaletteEntries)
};

void addMenu(const QList<QAction*>& actions, const QString& path,
             std::vector<PaletteEntry>& entries)
{
    for (QAction* a : actions) {
        QString title = a->text();
        title.remove(QLatin1Char('&'));
        if (a->isSeparator())
            continue;
        if (a->menu()) {
            addMenu(a->menu()->actions(),
                    path.isEmpty() ? title : Text::tr("%1 · %2", "menu, menu in it").arg(path, title),
                    entries);
            continue;
        }
        entries.push_back({title, path, a->shortcut().toString(QKeySequence::NativeText),
                           a->isEnabled(), [action = QPointer<QAction>(a)] {
                               if (action) // menus may have been filled anew meanwhile
                                   action->trigger();
                           }});
    }
}

} // namespace

std::vector<PaletteEntry> actionEntries(const QMenuBar& menus)
{
    std::vector<PaletteEntry> entries;
    addMenu(menus.actions(), {}, entries);
    return entries;
}

std::vector<PaletteEntry> bookmarkEntries(const ConsoleContext& context)
{
    std::vector<PaletteEntry> entries;
    Phrases phrases(context.locale);
    if (context.view.snapshot())
        phrases.setPlant(context.view.snapshot()->plant);
    for (const Bookmark& b : context.view.bookmarks()) {
        const QString when = phrases.format().dateTime(b.at);
        entries.push_back({b.name.isEmpty() ? when : b.name, Text::tr("bookmark · %1").arg(when),
                           {}, true, [&t = context.transport, at = b.at] { t.seek(at); }});
    }
    return entries;
}

std::vector<PaletteEntry> plantEntries(const ConsoleContext& context)
{
    std::vector<PaletteEntry> entries;
    const twin::SnapshotPtr& snapshot = context.view.snapshot();
    if (!snapshot || !snapshot->plant)
        return entries;
    Phrases phrases(context.locale);
    phrases.setPlant(snapshot->plant);
    const twin::Plant& plant = *snapshot->plant;
    const auto select = [&selection = context.selection](twin::AssetId asset) {
        return [&selection, asset] { selection.setAsset(asset); };
    };
    for (std::uint32_t i = 0; i < plant.assets.size(); ++i) {
        const twin::AssetId id{i};
        entries.push_back({phrases.assetName(id),
                           Text::tr("machine · %1", "in the area").arg(phrases.areaName(id)),
                           {}, true, select(id)});
    }
    for (std::uint32_t i = 0; i < plant.tags.size(); ++i) {
        const twin::Tag& tag = plant.tag(twin::TagId{i});
        if (twin::index(tag.asset) >= plant.assets.size())
            continue;
        entries.push_back({phrases.tagName(twin::TagId{i}),
                           Text::tr("%1 · %2", "number of a tag, its machine")
                               .arg(QString::fromStdString(tag.number), phrases.assetName(tag.asset)),
                           {}, true, select(tag.asset)});
    }
    return entries;
}

} // namespace gemba::ui
