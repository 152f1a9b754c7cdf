// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include "ui/look/theme.h"
#include "ui/operate/console_context.h"
#include "ui/shell/app_services.h"
#include "ui/shell/tour.h"

class QDialog;
class QMainWindow;
class QMenuBar;

namespace gemba::ui {

class Actions;
class CommandPalette;
class HelpWindow;
class NotificationDesk;
class RosterDraft;

/// Everything that opens in front of a window: the palette, settings, keys, help, the tour, what
/// asks for a plant. Belongs to the window.
class WindowDialogs : public QObject
{
    Q_OBJECT
public:
    using ThemeOf = std::function<Theme()>; ///< of the window now

    WindowDialogs(const ConsoleContext& context, const AppServices& app, Actions& actions,
                  QMenuBar& menus, ThemeOf theme, QMainWindow* window);
    void setTourStops(std::function<std::vector<TourStop>()> stops) { m_stops = std::move(stops); }
    /// Once in a person's life, when there is something to see; always when asked for.
    void offerTour();
    void startTour();
    void watchPlant(const QString& folder); ///< empty: it is asked for
    void showHelp(const QString& page);

    /// Who is told of the live plant's alerts; null: nobody can be. It outlives this or the next call.
    void setNotifications(NotificationDesk* desk);
    void present(QDialog& dialog); ///< in the window's theme, until it is closed

private:
    void connectHelp();
    void openPalette();
    void openSettings(const QString& words);
    void openNotifications();
    ConsoleContext m_context;
    AppServices m_app;
    Actions& m_actions;
    QMenuBar& m_menus;
    ThemeOf m_theme;
    QMainWindow* m_window;
    CommandPalette* m_palette;
    RosterDraft* m_rosterDraft = nullptr;
    QPointer<HelpWindow> m_help;
    QPointer<Tour> m_tour;
    std::function<std::vector<TourStop>()> m_stops;
};

} // namespace gemba::ui
