// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QImage>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QSurfaceFormat>
#include <QTimer>
#include <QWidget>
#include <vtkNew.h>

class vtkCallbackCommand;
class vtkGenericOpenGLRenderWindow;
class vtkObject;
class vtkRenderer;

namespace gemba::ui {

/// What VTK's OpenGL2 backend needs of a context.
[[nodiscard]] QSurfaceFormat sceneFormat();

/// VTK inside Qt 6: VTK renders in a context of its own, off the screen, and the picture is read
/// back and painted like any other. (VTK's own Qt widget comes built for Qt 5.) A QOpenGLWidget
/// would make Qt compose the whole window by OpenGL, for every tick of a clock, recreate the window
/// when the first one is added, and lose VTK's context when a dock floats. It draws only when asked
/// to; a repaint that Qt wants for its own reasons paints the last picture. GUI thread only.
class VtkWidget : public QWidget
{
    Q_OBJECT
public:
    explicit VtkWidget(QWidget* parent = nullptr);
    ~VtkWidget() override;

    [[nodiscard]] vtkRenderer* renderer() const; ///< owned by the widget
    /// The picture has changed; renders once, however often it is called until then. While the
    /// view moves, less may be drawn (isMoving), and a processor that has to draw by itself leaves
    /// the smoothing out, which takes four fifths of the time: the whole picture follows as soon
    /// as the movement rests.
    void draw(bool moving = false);
    /// Called before each frame, to make the picture of what has been asked for since the last.
    void setBeforeFrame(std::function<void()> prepare) { m_prepare = std::move(prepare); }
    [[nodiscard]] quint64 framesDrawn() const { return m_frames; }
    [[nodiscard]] bool isMoving() const { return m_moving; }
    [[nodiscard]] bool drawsOnProcessor() const { return m_software; } ///< no graphics card
    /// Of the last frame, from its preparation until it was drawn, where the processor draws.
    [[nodiscard]] double frameMs() const { return m_frameMs; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    static void onWindowEvent(vtkObject*, unsigned long event, void* self, void* data);
    [[nodiscard]] bool makeCurrent(); ///< makes the context when it is first needed
    void render();
    void readBack();
    [[nodiscard]] QSize pixels() const;

    vtkNew<vtkGenericOpenGLRenderWindow> m_window;
    vtkNew<vtkRenderer> m_renderer;
    vtkNew<vtkCallbackCommand> m_events;
    QOffscreenSurface m_surface;
    QOpenGLContext m_context; ///< the one VTK's resources live in
    QImage m_picture; ///< the last frame
    bool m_lost = false; ///< the driver gives no context any more, and that has been logged
    bool m_stale = true;
    bool m_moving = false;
    std::function<void()> m_prepare;
    double m_frameMs = 0;
    bool m_software = false; ///< no graphics card
    QTimer m_rest;
    quint64 m_frames = 0;
};

} // namespace gemba::ui
