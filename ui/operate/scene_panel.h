// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "ui/look/theme.h"
#include "ui/operate/console_context.h"
#include "ui/scene/scene_maker.h"

namespace gemba::ui {

class SceneActions;
class SceneBar;
class TextLabel;

/// The scene of the plant shown, kept at the cursor and at the selection; a sentence where the
/// plant has none. Its QWidget::actions() are all that one can do with the scene, for menus and the
/// command palette. GUI thread.
class ScenePanel : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit ScenePanel(const ConsoleContext& context, QWidget* parent = nullptr);
    ~ScenePanel() override;

    /// Another plant has another scene; null: none, and `why` says why not. It is made when it is first to be seen, because
    /// a 3D view costs memory that an overview does without.
    void setScene(SceneMaker make, const QString& why = {});
    void setTheme(const Theme& theme) override;
    /// Buttons for the actions, to be placed by whoever shows the panel (and owned from then on).
    [[nodiscard]] SceneBar* makeBar() const;
    [[nodiscard]] QList<QAction*> allActions() const; ///< what can be done with it, for menus

Q_SIGNALS:
    /// A part of a machine was clicked where this tag is measured; the machine is selected already.
    void tagClicked(gemba::twin::TagId tag);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeScene(); ///< if there is one that has not been made
    void refresh(); ///< nothing while it is hidden
    ConsoleContext m_context;
    SceneActions* m_sceneActions = nullptr;
    SceneMaker m_make;
    SceneView* m_scene = nullptr; ///< owned by this widget; null before it is first seen
    TextLabel* m_noScene = nullptr;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
