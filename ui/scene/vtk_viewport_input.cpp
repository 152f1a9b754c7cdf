// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <utility>

#include <QAction>
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

} // namespace

void VtkViewport::resizeEvent(QResizeEvent*)
{
    m_picture->setGeometry(rect());
    m_overlay->setGeometry(rect());
    if (!m_fitted)
        return cameraMoved();
    const bool wasReduced = std::exchange(m_reducedMotion, true); // a new size is no journey
    fitAll();
    m_reducedMotion = wasReduced;
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
        point(at);
        return;
    }
    const QPointF way = at - m_pressed;
    if (!m_dragged && std::hypot(way.x(), way.y()) < kDragStart)
        return;
    m_dragged = true;
    m_flight.stop();
    m_last = at;
    m_fitted = false;
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
    if (event->button() != Qt::LeftButton || m_dragged)
        return;
    const auto hit = hitAt(event->position());
    Q_EMIT assetClicked(hit ? m_assetOfPart[hit->part] : twin::kNoAsset);
    const BoundPiece* piece = hit && m_snapshot ? pieceOf(*hit) : nullptr;
    if (piece != nullptr)
        Q_EMIT tagClicked(markOf(*piece, *m_snapshot).worst);
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
    m_flight.stop();
    m_fitted = false;
    m_camera.zoom(std::pow(kZoomPerNotch, event->angleDelta().y() / kWheelNotch), event->position(), size());
    cameraMoved(true);
}

QAction* VtkViewport::actionFor(const QKeyEvent& key) const
{
    const QKeySequence pressed(key.keyCombination());
    // On most keyboards + needs Shift, which then is part of the combination.
    const QKeySequence unshifted(static_cast<Qt::Key>(key.key()));
    const bool symbol = key.key() == Qt::Key_Plus || key.key() == Qt::Key_Minus;
    const auto all = actions();
    const auto at = std::find_if(all.begin(), all.end(), [&](const QAction* action) {
        const auto keys = action->shortcuts();
        return keys.contains(pressed) || (symbol && keys.contains(unshifted));
    });
    return at == all.end() ? nullptr : *at;
}

bool VtkViewport::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && actionFor(*static_cast<QKeyEvent*>(event)) != nullptr) {
        event->accept(); // comes back as a key press, which no shortcut of the window takes
        return true;
    }
    return SceneView::event(event);
}

void VtkViewport::keyPressEvent(QKeyEvent* event)
{
    if (QAction* action = actionFor(*event))
        action->trigger();
    else
        SceneView::keyPressEvent(event);
}

void VtkViewport::leaveEvent(QEvent*)
{
    pointAway();
    updateOverlay();
}

} // namespace gemba::ui
