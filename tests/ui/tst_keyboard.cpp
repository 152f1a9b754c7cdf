// SPDX-License-Identifier: GPL-3.0-or-later
// The window without a mouse: Tab comes everywhere, and one sees where it is.
#include <QAbstractButton>
#include <QButtonGroup>
#include <QListView>
#include <QScrollArea>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/shell/main_window.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

class TestKeyboard : public QObject
{
    Q_OBJECT
private:
    ViewState view;
    NotingTransport transport;
    RisingHistory history;
    Settings settings;
    std::unique_ptr<MainWindow> window;

    [[nodiscard]] QSet<QWidget*> reachable() const
    {
        QSet<QWidget*> out;
        for (QWidget* w : window->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<QAbstractButton*>(w);
            if (button && (button->autoExclusive() || button->group()) && !button->isChecked())
                continue; // one of several: arrow keys go there from the one that is on
            const bool takesTab = w->focusPolicy() & Qt::TabFocus;
            if (takesTab && w->isEnabled() && w->isVisible() && w->window() == window.get() &&
                !w->visibleRegion().isEmpty() && !w->focusProxy())
                out.insert(w);
        }
        return out;
    }

private Q_SLOTS:
    void init()
    {
        window = std::make_unique<MainWindow>(view, transport, history, settings);
        window->resize(1600, 1000);
        SnapshotBuilder b = troubled(eastman());
        view.setRange({kNoon - 30 * twin::kMinute, kNoon});
        view.setSnapshot(b.build(), ChangeReason::Load);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void tabComesEverywhereAndIsSeen_data()
    {
        QTest::addColumn<bool>("scene");
        QTest::addColumn<bool>("dark");
        QTest::newRow("overview, light") << false << false;
        QTest::newRow("overview, dark") << false << true;
        QTest::newRow("scene, light") << true << false;
        QTest::newRow("scene, dark") << true << true;
    }
    void tabComesEverywhereAndIsSeen()
    {
        QFETCH(bool, scene);
        QFETCH(bool, dark);
        window->setDark(dark);
        scene ? window->showScene() : window->showOverview();
        window->selection().setAsset(view.plant()->findAsset("reactor"));
        QCoreApplication::processEvents();
        const QSet<QWidget*> wanted = reachable();
        QVERIFY(wanted.size() > 15);
        QSet<QWidget*> visited;
        constexpr int kMost = 200;
        for (int i = 0; i < kMost && !visited.contains(wanted); ++i) {
            QWidget* before = QApplication::focusWidget();
            QTest::keyClick(window.get(), Qt::Key_Tab);
            QWidget* now = QApplication::focusWidget();
            QVERIFY(now);
            if (now == before || visited.contains(now))
                continue;
            visited.insert(now);
            const QRect around = QRect(now->mapTo(window.get(), QPoint()), now->size()).adjusted(-3, -3, 3, 3);
            const QImage with = window->grab(around).toImage();
            now->clearFocus();
            const QImage without = window->grab(around).toImage();
            now->setFocus(Qt::TabFocusReason);
            QVERIFY2(with != without, qPrintable(now->objectName() + u' ' + now->accessibleName() +
                                                 QString::fromLatin1(now->metaObject()->className())));
        }
        for (QWidget* w : wanted)
            QVERIFY2(visited.contains(w), qPrintable(w->objectName() + u' ' + w->accessibleName() + u' ' +
                                                     QString::fromLatin1(w->metaObject()->className())));
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
