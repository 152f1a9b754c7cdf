// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/vtk_widget.h"

#include <algorithm>
#include <utility>

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QOpenGLExtraFunctions>
#include <QPaintEvent>
#include <QPainter>
#include <vtkCallbackCommand.h>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

#include "ui/scene/vtk_log.h"

namespace gemba::ui {

namespace {

Q_LOGGING_CATEGORY(logScene, "gemba.scene")

constexpr int kSmoothing = 4; ///< samples per pixel; what software rendering offers at most
constexpr int kDotsPerInch = 72;
constexpr int kRestMs = 200;
constexpr int kMajor = 3, kMinor = 2;

/// Mesa's renderers that draw on the processor.
bool isSoftware(QOpenGLContext& context)
{
    const auto* text = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const QByteArray name = QByteArray(text).toLower();
    return name.contains("llvmpipe") || name.contains("softpipe") || name.contains("swrast");
}

} // namespace

QSurfaceFormat sceneFormat()
{
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(kMajor, kMinor);
    format.setProfile(QSurfaceFormat::CoreProfile);
    return format;
}

VtkWidget::VtkWidget(QWidget* parent) : QWidget(parent)
{
    routeVtkMessages();
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_window->SetFrameBlitModeToNoBlit(); // readBack takes the picture from VTK's framebuffer
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
    if (m_context.isValid() && m_context.makeCurrent(&m_surface))
        m_window->Finalize();
    m_window->RemoveObserver(m_events);
    m_context.doneCurrent();
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
    auto* widget = static_cast<VtkWidget*>(self);
    QOpenGLContext& context = widget->m_context;
    const bool current = context.isValid() && QOpenGLContext::currentContext() == &context;
    switch (event) {
    case vtkCommand::WindowMakeCurrentEvent:
        if (!current && context.isValid())
            context.makeCurrent(&widget->m_surface);
        break;
    case vtkCommand::WindowIsCurrentEvent: *static_cast<bool*>(data) = current; break;
    case vtkCommand::WindowSupportsOpenGLEvent:
    case vtkCommand::WindowIsDirectEvent: *static_cast<int*>(data) = 1; break;
    default: break;
    }
}

bool VtkWidget::makeCurrent()
{
    if (m_context.isValid())
        return m_context.makeCurrent(&m_surface);
    m_surface.setFormat(sceneFormat());
    m_surface.create();
    m_context.setFormat(sceneFormat());
    if (!m_context.create() || !m_context.makeCurrent(&m_surface))
        return false;
    m_software = isSoftware(m_context);
    m_window->SetForceMaximumHardwareLineWidth(1); // wide lines come from VTK's shaders
    m_window->SetReadyForRendering(true);
    m_window->SetOwnContext(0);
    m_window->OpenGLInitContext();
    return true;
}

QSize VtkWidget::pixels() const
{
    return {qRound(width() * devicePixelRatioF()), qRound(height() * devicePixelRatioF())};
}

void VtkWidget::paintEvent(QPaintEvent* event)
{
    if (m_stale || m_picture.size() != pixels())
        render();
    QPainter painter(this);
    if (m_lost || m_picture.isNull()) {
        painter.fillRect(event->rect(), palette().window());
        if (m_lost)
            painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                             tr("The graphics driver stopped drawing. The next change of the view tries again."));
        return;
    }
    // Without scaling: the painter would take the slow way for a ratio of 1 as well.
    const double ratio = devicePixelRatioF();
    const QRectF part = QRectF(QPointF(event->rect().topLeft()) * ratio, QSizeF(event->rect().size()) * ratio);
    painter.drawImage(event->rect().topLeft(), m_picture, part);
}

void VtkWidget::render()
{
    const QSize size = pixels();
    if (size.isEmpty())
        return;
    m_stale = false;
    if (!makeCurrent()) {
        if (!std::exchange(m_lost, true))
            qCWarning(logScene, "The graphics driver gives no OpenGL context.");
        return;
    }
    m_lost = false;
    QElapsedTimer timer;
    timer.start();
    if (m_prepare)
        m_prepare();
    m_window->SetDPI(qRound(kDotsPerInch * devicePixelRatioF()));
    m_window->SetSize(size.width(), size.height());
    m_window->SetMultiSamples(m_moving && m_software ? 0 : kSmoothing);
    vtkOpenGLState* state = m_window->GetState();
    state->Reset(); // the first frame and the later ones are the same to the bit
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    m_window->Render();
    state->Pop();
    readBack();
    m_frameMs = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    ++m_frames;
    m_context.doneCurrent();
}

/// OpenGL's rows go upwards, Qt's downwards.
void VtkWidget::readBack()
{
    const QSize size = pixels();
    if (m_picture.size() != size)
        m_picture = QImage(size, QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_window->GetState()->PushReadFramebufferBinding();
    m_window->GetDisplayFramebuffer()->Bind(GL_READ_FRAMEBUFFER);
    QOpenGLFunctions* gl = m_context.functions();
    gl->glPixelStorei(GL_PACK_ALIGNMENT, 4);
    gl->glReadPixels(0, 0, size.width(), size.height(), GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, m_picture.bits());
    m_window->GetState()->PopReadFramebufferBinding();
    const auto bytes = static_cast<std::size_t>(m_picture.bytesPerLine());
    for (int top = 0, bottom = size.height() - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(m_picture.scanLine(top), m_picture.scanLine(top) + bytes, m_picture.scanLine(bottom));
}

} // namespace gemba::ui
