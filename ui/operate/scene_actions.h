// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAction>
#include <QPointer>

#include "ui/models/selection.h"

class QMenu;

namespace gemba::ui {

class SceneView;

/// What one can do with the scene, each thing once: its tool bar, its keys, menus and the command
/// palette trigger these. Their shortcuts hold only while the scene has the focus, so they may be
/// keys that mean something else in the rest of the window. Without a scene, or without a picture
/// of it, nothing can be triggered.
class SceneActions : public QObject
{
    Q_OBJECT
public:
    SceneActions(const Selection& selection, QObject* parent);
    ~SceneActions() override;

    void setView(SceneView* view); ///< null: none; need not outlive this

    QAction *plant, *machine, *isolate, *ghost, *fit;
    QAction *nearer, *farther, *turnLeft, *turnRight, *tiltUp, *tiltDown;
    QAction* area; ///< carries the menu of areas and named views
    [[nodiscard]] QList<QAction*> all() const; ///< in the order of a menu

private:
    QAction* make(const QString& text, const QString& help, const QList<QKeySequence>& keys, const char* name);
    void makeMovements();
    void fillPlaces();
    void refresh();

    const Selection& m_selection;
    QPointer<SceneView> m_view;
    std::unique_ptr<QMenu> m_places;
};

} // namespace gemba::ui
