// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/vtk_widget.h"

#include <QElapsedTimer>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <QOpenGLFunctions>
#include <vtkCallbackCommand.h>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

#include "ui/scene/vtk_log.h"

namespace gemba::ui {

namespace {

constexpr int kSmoothing = 4; ///< samples per pixel; what software rendering offers at most
constexpr int kDotsPerInch = 72;
constexpr int kRestMs = 200;

/// Mesa's renderers that draw on the processor.
bool isSoftware(QOpenGLContext& context)
{
    const auto* text = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const QByteArray name = QByteArray(text).toLower();
    return name.contains("llvmpipe") || name.contains("softpipe") || name.contains("swrast");
}

} // namespace

VtkWidget::VtkWidget(QWidget* parent) : QOpenGLWidget(parent)
{
    routeVtkMessages();
    setUpdateBehavior(QOpenGLWidget::NoPartialUpdate);
    m_window->SetFrameBlitModeToNoBlit(); // copyToWidget does it, to Qt's framebuffer
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { draw(); });
    m_window->AddRenderer(m_renderer);
    m_events->SetClientData(this);
    m_events->SetCallback(&VtkWidget::onWindowEvent);
    for (const unsigned long event :
         {vtkCommand::WindowMakeCurrentEvent, vtkCommand::WindowIsCurrentEvent,
          vtkCommand::WindowSupportsOpenGLEvent, vtkCommand::WindowIsDirectEvent}) {
        m_window->AddObserver(event, m_events);
    }
}

VtkWidget::~VtkWidget()
{
    // Qt would tell us about the end of the context while half of this object is gone.
    if (m_context != nullptr)
        disconnect(m_context, nullptr, this, nullptr);
    makeCurrent();
    releaseContext();
    m_window->RemoveObserver(m_events);
    doneCurrent();
}

vtkRenderer* VtkWidget::renderer() const
{
    return m_renderer;
}

void VtkWidget::draw(bool moving)
{
    m_stale = true;
    m_moving = moving;
    if (m_moving)
        m_rest.start();
    else
        m_rest.stop();
    update();
}

void VtkWidget::onWindowEvent(vtkObject*, unsigned long event, void* self, void* data)
{
    const auto* widget = static_cast<VtkWidget*>(self);
    QOpenGLContext* context = widget->m_context;
    const bool current = context != nullptr && QOpenGLContext::currentContext() == context;
    switch (event) {
    case vtkCommand::WindowMakeCurrentEvent:
        // Never QOpenGLWidget::makeCurrent(): it binds the widget's framebuffer as well, and
        // VTK's own would stay incomplete until the first resize.
        if (!current && context != nullptr && widget->m_surface != nullptr)
            context->makeCurrent(widget->m_surface);
        break;
    case vtkCommand::WindowIsCurrentEvent: *static_cast<bool*>(data) = current; break;
    case vtkCommand::WindowSupportsOpenGLEvent:
    case vtkCommand::WindowIsDirectEvent: *static_cast<int*>(data) = 1; break;
    default: break;
    }
}

void VtkWidget::initializeGL()
{
    if (m_context != nullptr && m_context != context())
        releaseContext();
    m_context = context();
    m_surface = m_context->surface();
    connect(m_context, &QOpenGLContext::aboutToBeDestroyed, this, [this] {
        makeCurrent();
        releaseContext();
        doneCurrent();
    }, Qt::DirectConnection);
    m_software = isSoftware(*m_context);
    m_window->SetForceMaximumHardwareLineWidth(1); // wide lines come from VTK's shaders
    m_window->SetReadyForRendering(true);
    m_window->SetOwnContext(0);
    m_window->OpenGLInitContext();
    m_window->SetDPI(qRound(kDotsPerInch * devicePixelRatioF()));
    m_stale = true;
}

void VtkWidget::releaseContext()
{
    if (m_context == nullptr)
        return;
    disconnect(m_context, nullptr, this, nullptr);
    m_window->Finalize();
    m_window->SetReadyForRendering(false);
    m_context = nullptr;
    m_surface = nullptr;
    m_stale = true;
}

QSize VtkWidget::pixels() const
{
    return {qRound(width() * devicePixelRatioF()), qRound(height() * devicePixelRatioF())};
}

void VtkWidget::resizeGL(int, int)
{
    m_stale = true;
}

void VtkWidget::paintGL()
{
    if (m_rendering || m_context == nullptr)
        return;
    const QSize size = pixels();
    if (m_stale || m_window->GetSize()[0] != size.width() || m_window->GetSize()[1] != size.height())
        render();
    copyToWidget();
}

void VtkWidget::render()
{
    m_rendering = true;
    m_stale = false;
    QElapsedTimer timer;
    timer.start();
    if (m_prepare)
        m_prepare();
    const QSize size = pixels();
    m_window->SetSize(size.width(), size.height());
    m_window->SetMultiSamples(m_moving && m_software ? 0 : kSmoothing);
    vtkOpenGLState* state = m_window->GetState();
    state->Reset(); // Qt has changed OpenGL's state behind VTK's back
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    m_window->Render();
    state->Pop();
    if (m_software)
        m_context->functions()->glFinish(); // nothing is gained by waiting for it later
    m_frameMs = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    ++m_frames;
    m_rendering = false;
}

void VtkWidget::copyToWidget()
{
    makeCurrent(); // binds Qt's framebuffer again
    const QSize size = pixels();
    QOpenGLExtraFunctions* gl = m_context->extraFunctions();
    gl->glBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
    gl->glDisable(GL_SCISSOR_TEST);
    m_window->BlitDisplayFramebuffer(0, 0, 0, size.width(), size.height(), 0, 0, size.width(),
                                     size.height(), GL_COLOR_BUFFER_BIT, GL_NEAREST);
    gl->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
    // Opaque everywhere, or the desktop would shine through.
    gl->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    gl->glClearColor(0, 0, 0, 1);
    gl->glClear(GL_COLOR_BUFFER_BIT);
    gl->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

} // namespace gemba::ui
