// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "ui/look/theme.h"
#include "ui/models/plant_directory.h"
#include "ui/models/recent_files.h"

class QAction;

namespace gemba::ui {

class PlainList;
class TextLabel;
class TitleRowDelegate;

/// Stands in Operate while nothing is open, and says what can be opened: a session, a plant, the
/// demo, and what was open lately.
class StartPage : public QWidget, public Themed
{
    Q_OBJECT
public:
    struct Ways
    {
        QAction* openSession;
        QAction* watchPlant; ///< may be null, and then there are no demos: there are no plants to watch
        std::vector<QAction*> demos; ///< the process, the pump house, the turbofans
    };
    /// `plants` may be null.
    StartPage(const Ways& ways, RecentFiles& recent, PlantDirectory* plants,
              QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;

Q_SIGNALS:
    void sessionChosen(const QString& path);

private:
    [[nodiscard]] QWidget* makeWays(const Ways& ways);
    [[nodiscard]] QWidget* makeLists(PlantDirectory* plants);
    void showRecent();
    RecentFiles& m_recent;
    PlainList* m_sessions = nullptr;
    TitleRowDelegate* m_delegate = nullptr;
    TextLabel* m_noSessions = nullptr;
};

} // namespace gemba::ui
