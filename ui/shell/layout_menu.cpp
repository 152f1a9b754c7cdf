// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/layout_menu.h"

#include <QAction>
#include <QMenu>
#include <QUndoStack>

#include "ui/models/settings.h"
#include "ui/operate/operate_workspace.h"

namespace gemba::ui {
namespace {

const QString kLayouts = QStringLiteral("layouts");

/// Swaps what is stored under a name: the same step forth and back.
class StoreLayout : public QUndoCommand
{
public:
    StoreLayout(const QString& text, std::function<void(bool)> swap)
        : QUndoCommand(text), m_swap(std::move(swap))
    {
    }
    void undo() override { m_swap(false); }
    void redo() override { m_swap(true); }

private:
    std::function<void(bool)> m_swap;
};

QString escaped(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

LayoutMenu::LayoutMenu(OperateWorkspace& workspace, Settings& settings, QUndoStack& undo,
                       AskName ask, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_settings(settings), m_undo(undo),
      m_ask(std::move(ask))
{
}

QStringList LayoutMenu::names() const
{
    return m_settings.remembered(kLayouts).toMap().keys();
}

void LayoutMenu::store(const QString& name, const QVariant& layout)
{
    QVariantMap all = m_settings.remembered(kLayouts).toMap();
    if (layout.isValid())
        all.insert(name, layout);
    else
        all.remove(name);
    m_settings.remember(kLayouts, all);
    if (m_own) // the palette reads menus that nobody has opened; later, as one of them may be acting
        QMetaObject::invokeMethod(this, [this] { fillOwn(*m_own); }, Qt::QueuedConnection);
}

void LayoutMenu::save(const QString& name)
{
    const QVariant before = m_settings.remembered(kLayouts).toMap().value(name);
    const QVariant now = m_workspace.layoutNow();
    m_undo.push(new StoreLayout(tr("save layout “%1”").arg(name), [=, this](bool forth) {
        store(name, forth ? now : before);
    }));
}

void LayoutMenu::remove(const QString& name)
{
    const QVariant before = m_settings.remembered(kLayouts).toMap().value(name);
    m_undo.push(new StoreLayout(tr("delete layout “%1”").arg(name), [=, this](bool forth) {
        store(name, forth ? QVariant() : before);
    }));
}

void LayoutMenu::rename(const QString& name, const QString& to)
{
    if (to == name)
        return;
    const QVariantMap all = m_settings.remembered(kLayouts).toMap();
    const QVariant layout = all.value(name);
    const QVariant replaced = all.value(to); // one that had the new name
    m_undo.push(new StoreLayout(tr("rename layout “%1”").arg(name), [=, this](bool forth) {
        store(forth ? name : to, forth ? QVariant() : replaced);
        store(forth ? to : name, layout);
    }));
}

void LayoutMenu::apply(const QString& name)
{
    m_workspace.applyLayout(m_settings.remembered(kLayouts).toMap().value(name).toMap());
}

void LayoutMenu::fill(QMenu& menu)
{
    menu.addActions(m_workspace.panelActions());
    menu.addSeparator();
    QAction* arrange = menu.addAction(tr("Arrange panels"));
    arrange->setCheckable(true);
    arrange->setObjectName(QStringLiteral("arrangePanels"));
    connect(arrange, &QAction::toggled, &m_workspace, &OperateWorkspace::setArranging);
    menu.addSeparator();
    const std::pair<QString, Arrangement> roles[]{
        {tr("Layout for shift leads"), Arrangement::ShiftLead},
        {tr("Layout for process engineers"), Arrangement::ProcessEngineer},
        {tr("Layout for plant managers"), Arrangement::PlantManager}};
    for (const auto& [title, arrangement] : roles)
        connect(menu.addAction(title), &QAction::triggered, this,
                [this, arrangement = arrangement] { m_workspace.arrange(arrangement); });
    connect(menu.addAction(tr("Reset layout")), &QAction::triggered, this,
            [this] { m_workspace.arrange(Arrangement::ShiftLead); });
    m_own = menu.addMenu(tr("My layouts"));
    m_rename = new QMenu(tr("Rename layout"), &menu);
    m_delete = new QMenu(tr("Delete layout"), &menu);
    connect(&menu, &QMenu::aboutToShow, this, [this] { fillOwn(*m_own); });
    fillOwn(*m_own);
}

void LayoutMenu::fillOwn(QMenu& menu)
{
    menu.clear();
    m_delete->clear();
    m_rename->clear();
    for (const QString& name : names()) {
        connect(menu.addAction(escaped(name)), &QAction::triggered, this,
                [this, name] { apply(name); });
        connect(m_rename->addAction(escaped(name)), &QAction::triggered, this, [this, name] {
            if (const QString to = m_ask(names()).simplified().left(60); !to.isEmpty())
                rename(name, to);
        });
        connect(m_delete->addAction(escaped(name)), &QAction::triggered, this,
                [this, name] { remove(name); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Save layout as…")), &QAction::triggered, this, [this] {
        if (const QString name = m_ask(names()).simplified().left(60); !name.isEmpty())
            save(name);
    });
    for (QMenu* m : {m_rename, m_delete}) {
        m->menuAction()->setEnabled(!m->isEmpty());
        menu.addMenu(m);
    }
}

} // namespace gemba::ui
