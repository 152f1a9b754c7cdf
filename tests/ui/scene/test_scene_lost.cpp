// SPDX-License-Identifier: GPL-3.0-or-later
// A driver that stops drawing: words where the picture was, and the picture again once it draws.
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QTest>
#include <vtkRenderer.h>

#include "ui/scene/vtk_widget.h"

using namespace gemba;

class TestSceneLost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsWhileNothingCanBeDrawn()
    {
        ui::VtkWidget widget;
        QOffscreenSurface* surface = nullptr; // what the driver takes away; known while it is drawn on
        widget.setBeforeFrame([&surface] {
            surface = dynamic_cast<QOffscreenSurface*>(QOpenGLContext::currentContext()->surface());
        });
        widget.renderer()->SetBackground(0, 0, 1);
        widget.resize(500, 300);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        QTRY_COMPARE(widget.framesDrawn(), 1U);
        const QImage before = widget.grab().toImage();
        QCOMPARE(before.pixelColor(20, 20), QColor(Qt::blue));
        QVERIFY(surface);

        surface->destroy();
        QTest::ignoreMessage(QtWarningMsg, "The graphics driver gives no OpenGL context.");
        widget.draw();
        QTRY_VERIFY(widget.grab().toImage() != before);
        const QImage lost = widget.grab().toImage();
        QCOMPARE(lost.pixelColor(20, 20), widget.palette().window().color());
        QImage ground(lost.size(), lost.format());
        ground.fill(lost.pixelColor(20, 20));
        QVERIFY(lost != ground); // the words
        QCOMPARE(widget.framesDrawn(), 1U);
        widget.draw(); // said once, however often it fails
        widget.grab();

        surface->create();
        widget.draw();
        QTRY_COMPARE(widget.framesDrawn(), 2U);
        QCOMPARE(widget.grab().toImage(), before);
    }
};

QTEST_MAIN(TestSceneLost)
#include "test_scene_lost.moc"
