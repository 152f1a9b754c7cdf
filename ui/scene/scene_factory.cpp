// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QSurfaceFormat>

#include "ui/scene/null_viewport.h"
#include "ui/scene/scene_view.h"
#include "ui/scene/vtk_viewport.h"
#include "ui/scene/vtk_widget.h"

namespace gemba::ui {

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("gemba::ui::SceneView", sentence);
}

} // namespace

// Asked of a real context, because drivers promise versions that they do not deliver.
QString openGlProblem()
{
    // Qt's windowless platforms look for OpenGL on an X display and abort where it has none.
    const QString platform = QGuiApplication::platformName();
    if (platform == u"offscreen" || platform == u"minimal" || platform == u"vnc"
        || platform == u"linuxfb") {
        return text(QT_TRANSLATE_NOOP("gemba::ui::SceneView",
                                      "the display \"%1\" has no OpenGL.")).arg(platform);
    }
    QOpenGLContext context;
    context.setFormat(sceneFormat());
    QOffscreenSurface surface;
    surface.setFormat(sceneFormat());
    surface.create();
    if (!context.create() || !context.makeCurrent(&surface)) {
        return text(QT_TRANSLATE_NOOP("gemba::ui::SceneView",
                                      "the graphics driver gives no OpenGL context."));
    }
    const QSurfaceFormat got = context.format();
    context.doneCurrent();
    if (context.isOpenGLES() || got.version() < sceneFormat().version()) {
        return text(QT_TRANSLATE_NOOP("gemba::ui::SceneView",
                                      "the graphics driver offers OpenGL %1.%2, 3.2 is needed."))
            .arg(got.majorVersion())
            .arg(got.minorVersion());
    }
    return {};
}

PreparedScene prepareScene(const SceneDescription& scene)
{
    std::vector<ScenePart> parts = buildParts(scene);
    PickTree pick(parts);
    return {std::move(parts), std::move(pick), scene.views, scene.gridStep};
}

std::unique_ptr<SceneView> makeSceneView(const SceneDescription& scene, const QLocale& locale, QWidget* parent)
{
    return makeSceneView(prepareScene(scene), locale, parent);
}

std::unique_ptr<SceneView> makeSceneView(PreparedScene scene, const QLocale& locale, QWidget* parent)
{
    QString problem = openGlProblem();
    if (problem.isEmpty() && scene.parts.empty())
        problem = text(QT_TRANSLATE_NOOP("gemba::ui::SceneView", "this plant has no scene."));
    if (!problem.isEmpty())
        return std::make_unique<NullViewport>(problem, parent);
    return std::make_unique<VtkViewport>(std::move(scene), locale, parent);
}

SceneColours SceneColours::dark()
{
    SceneColours c;
    c.canvas = QColor(0x26, 0x29, 0x2d);
    c.grid = QColor(0x34, 0x38, 0x3d);
    c.shade = QColor(0x1f, 0x22, 0x25);
    c.partLit = QColor(0x7a, 0x80, 0x88);
    c.partDark = QColor(0x42, 0x47, 0x4e);
    c.edge = QColor(0x9a, 0xa0, 0xa8);
    c.outline = QColor(0xf2, 0xf4, 0xf6);
    c.box = QColor(0x33, 0x37, 0x3c);
    c.text = QColor(0xe6, 0xe6, 0xe6);
    c.dimText = QColor(0xb4, 0xb9, 0xc0);
    c.doubt = QColor(0x56, 0xb4, 0xe9);
    return c;
}

} // namespace gemba::ui
