// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QOpenGLWidget>
#include <QTimer>
#include <vtkNew.h>

class QSurface;
class vtkCallbackCommand;
class vtkGenericOpenGLRenderWindow;
class vtkObject;
class vtkRenderer;

namespace gemba::ui {

/// VTK inside Qt 6: VTK renders into its own framebuffer, which is copied into this widget's.
/// (VTK's own Qt widget comes built for Qt 5.) It draws only when asked to, and a repaint that Qt
/// wants for its own reasons copies the last picture. Survives losing its context, which happens
/// when a dock is floated without context sharing. GUI thread only.
class VtkWidget : public QOpenGLWidget
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
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;

private:
    static void onWindowEvent(vtkObject*, unsigned long event, void* self, void* data);
    void releaseContext();
    void render();
    void copyToWidget();
    [[nodiscard]] QSize pixels() const;

    vtkNew<vtkGenericOpenGLRenderWindow> m_window;
    vtkNew<vtkRenderer> m_renderer;
    vtkNew<vtkCallbackCommand> m_events;
    QOpenGLContext* m_context = nullptr; ///< the one VTK's resources live in
    QSurface* m_surface = nullptr;
    bool m_stale = true;
    bool m_moving = false;
    std::function<void()> m_prepare;
    double m_frameMs = 0;
    bool m_software = false; ///< no graphics card
    QTimer m_rest;
    bool m_rendering = false;
    quint64 m_frames = 0;
};

} // namespace gemba::ui
