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

namespace gemba::ui {

namespace {

constexpr int kMajor = 3, kMinor = 2; ///< what VTK's OpenGL2 backend needs

QSurfaceFormat sceneFormat()
{
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(kMajor, kMinor);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setSwapBehavior(QSurfaceFormat::DoubleBuffer);
    format.setRedBufferSize(8);
    format.setGreenBufferSize(8);
    format.setBlueBufferSize(8);
    format.setAlphaBufferSize(8);
    format.setDepthBufferSize(8);
    format.setStencilBufferSize(0);
    format.setSamples(0); // smoothing is VTK's own; a multisampled surface breaks its blit
    return format;
}

/// Qt's windowless platforms cannot compose an OpenGL widget and crash when asked to.
bool isWindowless(const QString& platform)
{
    const QString name = platform.section(QLatin1Char(':'), 0, 0);
    return name == u"offscreen" || name == u"minimal" || name == u"vnc" || name == u"linuxfb";
}

QString text(const char* sentence)
{
    return QCoreApplication::translate("gemba::ui::SceneView", sentence);
}

/// Why OpenGL cannot be used here; empty if it can. Asked of a real context, because drivers
/// promise versions that they do not deliver.
QString glProblem()
{
    const QString platform = QGuiApplication::platformName();
    if (isWindowless(platform)) {
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
    if (context.isOpenGLES() || got.version() < qMakePair(kMajor, kMinor)) {
        return text(QT_TRANSLATE_NOOP("gemba::ui::SceneView",
                                      "the graphics driver offers OpenGL %1.%2, 3.2 is needed."))
            .arg(got.majorVersion())
            .arg(got.minorVersion());
    }
    return {};
}

} // namespace

void prepareSceneFormat()
{
    // A dock that floats would otherwise lose its context and every buffer with it. Shared contexts
    // are made with the application itself: on a windowless platform beside a display without GLX
    // that is where Qt ends the program, so there they are not asked for.
    if (!isWindowless(qEnvironmentVariable("QT_QPA_PLATFORM")))
        QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QSurfaceFormat::setDefaultFormat(sceneFormat());
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
    QString problem = glProblem();
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
