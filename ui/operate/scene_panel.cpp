// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/scene_panel.h"

#include <utility>

#include <QVBoxLayout>

#include "ui/look/text_label.h"
#include "ui/operate/scene_actions.h"
#include "ui/operate/scene_bar.h"
#include "ui/scene/scene_view.h"

namespace gemba::ui {
namespace {

const QString kReducedMotion = QStringLiteral("look/reduced-motion");

SceneColours sceneColours(const Theme& t)
{
    SceneColours c = t.dark ? SceneColours::dark() : SceneColours();
    c.canvas = t.canvas;
    c.grid = t.dark ? QColor(0x31, 0x35, 0x3a) : t.softLine;
    c.shade = t.dark ? t.canvas.darker(122) : t.canvas.darker(106);
    c.outline = t.outline;
    c.box = t.raised;
    c.text = t.text;
    c.dimText = t.quietText;
    c.doubt = t.doubt;
    c.priority1 = t.priority[1];
    c.priority2 = t.priority[2];
    c.priority3 = t.priority[3];
    return c;
}

} // namespace

ScenePanel::ScenePanel(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_sceneActions(new SceneActions(context.selection, this)),
      m_noScene(new TextLabel(TextLabel::Voice::Quiet, tr("This plant has no scene.")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_noScene->setAlignment(Qt::AlignCenter);
    m_noScene->setWrapped(true);
    column->addWidget(m_noScene);
    addActions(m_sceneActions->all());
    connect(&context.settings, &Settings::changed, this, [this](const QString& key) {
        if (m_scene && key == kReducedMotion)
            m_scene->setReducedMotion(m_context.settings.isOn(kReducedMotion));
    });
    connect(&context.view, &ViewState::snapshotChanged, this, &ScenePanel::refresh);
    connect(&context.selection, &Selection::changed, this, &ScenePanel::refresh);
}

ScenePanel::~ScenePanel() = default;

void ScenePanel::setScene(SceneMaker make, const QString& why)
{
    delete std::exchange(m_scene, nullptr);
    m_make = std::move(make);
    m_sceneActions->setView(nullptr);
    m_noScene->setText(why.isEmpty() ? tr("This plant has no scene.") : why);
    m_noScene->setVisible(!m_make);
    if (isVisible())
        makeScene();
}

void ScenePanel::makeScene()
{
    if (!m_make)
        return;
    m_scene = std::exchange(m_make, nullptr)().release();
    m_sceneActions->setView(m_scene);
    layout()->addWidget(m_scene); // owned by its parent from here on
    m_scene->setFont(Theme::font(13));
    m_scene->setTheme(sceneColours(m_theme));
    m_scene->setReducedMotion(m_context.settings.isOn(kReducedMotion));
    connect(m_scene, &SceneView::tagClicked, this, &ScenePanel::tagClicked);
    connect(m_scene, &SceneView::assetClicked, &m_context.selection, &Selection::setAsset);
    refresh();
}

QList<QAction*> ScenePanel::allActions() const
{
    return m_sceneActions->all();
}

SceneBar* ScenePanel::makeBar() const
{
    return new SceneBar(*m_sceneActions);
}

void ScenePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    makeScene();
    refresh();
}

void ScenePanel::refresh()
{
    if (!m_scene || !isVisible())
        return; // outlines and labels cost as much where nobody sees them
    m_scene->setUnits(m_context.view.units());
    m_scene->setSnapshot(m_context.view.snapshot());
    m_scene->setSelected(m_context.selection.asset());
}

void ScenePanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    if (m_scene)
        m_scene->setTheme(sceneColours(theme));
}

} // namespace gemba::ui
