// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "app/gemba/console.h"
#include "app/gemba/scene_loader.h"
#include "ui/models/settings.h"
#include "ui/shell/main_window.h"

namespace gemba {

/// The windows on the one cursor: each with a selection, a layout and a reader of the history of
/// its own. Which ones were open, and where, is remembered. GUI thread.
class ConsoleWindows : public QObject
{
    Q_OBJECT
public:
    /// `options` for each; number and newWindow are filled in here.
    ConsoleWindows(Console& console, ui::Settings& settings, ui::WindowOptions options);
    ~ConsoleWindows() override;

    void openRemembered(); ///< as they were; at least one
    void openAnother();
    void apply(const QVariantList& state); ///< as state() said; opens those that are missing
    [[nodiscard]] ui::MainWindow* first() const; ///< null: all are closed
    [[nodiscard]] std::size_t count() const { return m_windows.size(); }
    /// As it would be remembered now.
    [[nodiscard]] QVariantList state() const;
    void remember();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Window {
        std::unique_ptr<ui::MainWindow> window;
        RecordedHistory* history = nullptr;
    };
    ui::MainWindow& open(int number);
    void closed(int number);
    void showScenes();
    void showScene(ui::MainWindow& window);
    void readScene();
    Console& m_console;
    ui::Settings& m_settings;
    ui::WindowOptions m_options;
    std::map<int, Window> m_windows; ///< by number
    std::optional<LoadedScene> m_scene; ///< of the package shown; nothing: not read yet
    std::unique_ptr<ui::Job> m_reading;
    SceneLoading m_loading;
    bool m_quitting = false;
};

} // namespace gemba
