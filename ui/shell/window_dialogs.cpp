// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_dialogs.h"

#include <algorithm>
#include <iterator>

#include <QApplication>
#include <QDateTime>
#include <QMainWindow>
#include <QMenuBar>

#include "ui/notify/notifications_dialog.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/actions.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/help_window.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/palette_entries.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/watch_plant_dialog.h"

namespace gemba::ui {
namespace {

const QString kTourSeen = QStringLiteral("tour-seen");

} // namespace

WindowDialogs::WindowDialogs(const ConsoleContext& context, const AppServices& app,
                             Actions& actions, QMenuBar& menus, ThemeOf theme, QMainWindow* window)
    : QObject(window), m_context(context), m_app(app), m_actions(actions), m_menus(menus),
      m_theme(std::move(theme)), m_window(window), m_palette(new CommandPalette(window))
{
    connect(actions.palette, &QAction::triggered, this, &WindowDialogs::openPalette);
    connect(actions.settings, &QAction::triggered, this, [this] { openSettings({}); });
    connect(actions.notifications, &QAction::triggered, this, &WindowDialogs::openNotifications);
    connect(actions.watchPlant, &QAction::triggered, this, [this] { watchPlant({}); });
    connectHelp();
}

void WindowDialogs::connectHelp()
{
    connect(m_actions.keys, &QAction::triggered, this, [this] {
        KeySheet sheet(m_menus, m_window);
        present(sheet);
    });
    connect(m_actions.about, &QAction::triggered, this, [this] {
        AboutDialog about(m_app.libraries, m_window);
        present(about);
    });
    connect(m_actions.help, &QAction::triggered, this,
            [this] { showHelp(helpPageOf(m_window->focusWidget())); });
    connect(m_actions.tour, &QAction::triggered, this, &WindowDialogs::startTour);
}

void WindowDialogs::openPalette()
{
    std::vector<PaletteEntry> entries = actionEntries(m_menus);
    std::ranges::move(plantEntries(m_context), std::back_inserter(entries));
    std::ranges::move(bookmarkEntries(m_context), std::back_inserter(entries));
    for (const SettingEntry& setting : Settings::table())
        entries.push_back({setting.title, tr("setting"), {}, true,
                           [this, title = setting.title] { openSettings(title); }});
    m_palette->open(std::move(entries));
}

void WindowDialogs::openSettings(const QString& words)
{
    SettingsDialog dialog(m_context.settings, m_window);
    dialog.begin(words);
    present(dialog);
}

void WindowDialogs::watchPlant(const QString& folder)
{
    if (!m_app.plants)
        return;
    WatchPlantDialog dialog(folder, m_window);
    applyTheme(dialog, m_theme());
    if (dialog.exec() == QDialog::Accepted)
        m_app.plants->watch(dialog.source());
}

void WindowDialogs::showHelp(const QString& page)
{
    if (!m_help)
        m_help = new HelpWindow(m_context.locale, m_window);
    applyTheme(*m_help, m_theme());
    m_help->showPage(page);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void WindowDialogs::offerTour()
{
    if (!m_app.offerTour || m_context.settings.remembered(kTourSeen).toBool())
        return;
    startTour();
}

void WindowDialogs::startTour()
{
    if (m_tour || !m_stops)
        return;
    m_context.settings.remember(kTourSeen, true);
    m_tour = new Tour(m_stops(), m_theme(), m_window);
}

void WindowDialogs::setNotifications(NotificationDesk* desk)
{
    if (m_rosterDraft && desk == &m_rosterDraft->desk())
        return; // what was edited can still be undone
    delete m_rosterDraft;
    m_rosterDraft = desk ? new RosterDraft(*desk, m_context.undo, this) : nullptr;
    m_actions.notifications->setEnabled(desk);
}

void WindowDialogs::openNotifications()
{
    const twin::Plant* plant = m_context.view.plant();
    const Format format = Format::forSite(m_context.locale, plant ? plant->timeZone : std::string());
    // On duty now, whatever instant is being looked at.
    const twin::TimeNs now = QDateTime::currentMSecsSinceEpoch() * twin::kMillisecond;
    NotificationsDialog dialog(*m_rosterDraft, now, format, m_context.locale, m_window);
    present(dialog);
}

void WindowDialogs::present(QDialog& dialog)
{
    applyTheme(dialog, m_theme());
    dialog.exec();
}

} // namespace gemba::ui
