// SPDX-License-Identifier: GPL-3.0-or-later
// A window in which nothing happens draws nothing: a real one, and everything that is painted in it.
#include <QPaintEvent>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/operate/operate_workspace.h"
#include "ui/shell/main_window.h"
#include "ui/shell/time_bar.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

constexpr twin::TimeNs kStep = 100 * twin::kMillisecond;

/// What is painted in a window, in its coordinates.
class Painted : public QObject
{
public:
    explicit Painted(QWidget& window) : m_window(window) { qApp->installEventFilter(this); }
    QRegion take() { return std::exchange(m_region, {}); }

    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() != QEvent::Paint || !object->isWidgetType())
            return false;
        const auto* w = static_cast<QWidget*>(object);
        if (w != &m_window && m_window.isAncestorOf(w)) // not what lies below what changed
            m_region += static_cast<QPaintEvent*>(event)->region().translated(w->mapTo(&m_window, QPoint()));
        return false;
    }

private:
    QWidget& m_window;
    QRegion m_region;
};

} // namespace

class TestIdle : public QObject
{
    Q_OBJECT
private:
    ViewState view;
    NotingTransport transport;
    RisingHistory history;
    Settings settings;

    void showAt(twin::TimeNs t)
    {
        SnapshotBuilder b(eastmanOnce);
        b.allSilent();
        b.snapshot.at = t;
        view.setRange({kNoon - 30 * twin::kMinute, t});
        view.setSnapshot(b.build(), ChangeReason::Tick);
    }
    static WindowOptions options()
    {
        WindowOptions o;
        o.locale = QLocale(QLocale::English);
        return o;
    }
    void showIn(MainWindow& window)
    {
        view.setMode(Mode::Live);
        showAt(kNoon);
        window.resize(1600, 900);
        window.show();
    }
    static QRegion rectOf(const MainWindow& window, const char* name)
    {
        const auto* w = window.findChild<QWidget*>(QLatin1String(name));
        return QRect(w->mapTo(&window, QPoint()), w->size());
    }
    /// Nothing more is under way.
    static bool quiet(Painted& painted)
    {
        painted.take();
        QTest::qWait(60);
        return painted.take().isEmpty();
    }
    const std::shared_ptr<const twin::Plant> eastmanOnce = eastman();

private Q_SLOTS:
    void nothingIsDrawnButTheTime_data()
    {
        QTest::addColumn<bool>("scene");
        QTest::addColumn<bool>("recorded");
        QTest::newRow("overview") << false << false;
        QTest::newRow("scene") << true << false;
        QTest::newRow("scene, with a past") << true << true;
    }
    void nothingIsDrawnButTheTime()
    {
        QFETCH(bool, scene);
        QFETCH(bool, recorded);
        history.empty = !recorded;
        MainWindow window(view, transport, history, settings, options());
        showIn(window);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        if (scene)
            window.findChild<OperateWorkspace*>()->showScene();
        Painted painted(window);
        QTRY_VERIFY(quiet(painted));
        for (int i = 1; i < 5; ++i)
            showAt(kNoon + i * kStep);
        QTest::qWait(60);
        QCOMPARE(painted.take(), QRegion());
        showAt(kNoon + twin::kSecond);
        QRegion drawn;
        QTRY_VERIFY(!(drawn += painted.take()).isEmpty());
        QCOMPARE(drawn - rectOf(window, "timeField"), QRegion());
    }

    /// Half an hour on a thousand pixels moves by a pixel in two seconds, whatever comes meanwhile.
    void openLanesAreDrawnWhereTheyMoved()
    {
        MainWindow window(view, transport, history, settings, options());
        showIn(window);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.findChild<TimeBar*>()->setUnfolded(true);
        Painted painted(window);
        QTRY_VERIFY(quiet(painted));
        int draws = 0;
        constexpr int kSnapshots = 20, kAnswers = 3; // each lane may have been asked for anew
        for (int i = 1; i <= kSnapshots; ++i) {
            showAt(kNoon + i * kStep / 10);
            QCoreApplication::processEvents();
            draws += painted.take().isEmpty() ? 0 : 1;
        }
        QVERIFY2(draws <= kAnswers, QByteArray::number(draws));
        showAt(kNoon + 10 * twin::kSecond);
        QRegion drawn;
        QTRY_VERIFY(!((drawn += painted.take()) & rectOf(window, "timeBar")).isEmpty());
    }
};

QTEST_MAIN(TestIdle)
#include "tst_idle.moc"
