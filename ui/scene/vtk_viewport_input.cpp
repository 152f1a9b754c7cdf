// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "ui/scene/scene_overlay.h"
#include "ui/scene/vtk_viewport.h"
#include "ui/scene/vtk_widget.h"

namespace gemba::ui {

namespace {

constexpr double kDragStart = 4;         ///< pixels; less is a click
constexpr double kDegreesPerPixel = 0.4;
constexpr double kZoomPerNotch = 1.15;
constexpr double kWheelNotch = 120;      ///< Qt: eighths of a degree per notch
constexpr double kKeyTurn = 10, kKeyTilt = 5, kKeyZoom = 1.25;

} // namespace

void VtkViewport::resizeEvent(QResizeEvent*)
{
    m_picture->setGeometry(rect());
    m_overlay->setGeometry(rect());
    if (m_fitPending)
        fitAll();
    else
        cameraMoved();
}

void VtkViewport::mousePressEvent(QMouseEvent* event)
{
    m_pressed = m_last = event->position();
    m_dragged = false;
    event->accept(); // some desktops would drag the window otherwise
}

void VtkViewport::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position(), step = at - m_last;
    event->accept();
    if (event->buttons() == Qt::NoButton) {
        setHovered(assetAt(at));
        return;
    }
    const QPointF way = at - m_pressed;
    if (!m_dragged && std::hypot(way.x(), way.y()) < kDragStart)
        return;
    m_dragged = true;
    m_last = at;
    m_fitPending = false;
    const bool turn = event->buttons() == Qt::LeftButton && !(event->modifiers() & Qt::ShiftModifier);
    if (turn)
        m_camera.orbit(-step.x() * kDegreesPerPixel, step.y() * kDegreesPerPixel);
    else
        m_camera.pan(step, size());
    cameraMoved(true);
}

void VtkViewport::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
    if (event->button() == Qt::LeftButton && !m_dragged)
        Q_EMIT assetClicked(assetAt(event->position()));
}

void VtkViewport::mouseDoubleClickEvent(QMouseEvent* event)
{
    event->accept();
    m_dragged = true; // its release is no second click
    if (event->button() == Qt::LeftButton)
        showAsset(assetAt(event->position()));
}

void VtkViewport::wheelEvent(QWheelEvent* event)
{
    event->accept();
    m_fitPending = false;
    m_camera.zoom(std::pow(kZoomPerNotch, event->angleDelta().y() / kWheelNotch), event->position(), size());
    cameraMoved(true);
}

void VtkViewport::keyPressEvent(QKeyEvent* event)
{
    const QPointF middle(width() / 2.0, height() / 2.0);
    switch (event->key()) {
    case Qt::Key_Left: m_camera.orbit(-kKeyTurn, 0); break;
    case Qt::Key_Right: m_camera.orbit(kKeyTurn, 0); break;
    case Qt::Key_Up: m_camera.orbit(0, kKeyTilt); break;
    case Qt::Key_Down: m_camera.orbit(0, -kKeyTilt); break;
    case Qt::Key_Plus: m_camera.zoom(kKeyZoom, middle, size()); break;
    case Qt::Key_Minus: m_camera.zoom(1 / kKeyZoom, middle, size()); break;
    case Qt::Key_Home: fitAll(); return;
    default: return SceneView::keyPressEvent(event);
    }
    m_fitPending = false;
    cameraMoved(true);
}

void VtkViewport::leaveEvent(QEvent*)
{
    setHovered(twin::kNoAsset);
}

} // namespace gemba::ui
