// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says by itself, and how still it is when there is nothing to say.
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/models/asset_list_model.h"
#include "ui/shell/alert_announcer.h"
#include "ui/shell/main_window.h"
#include "ui/shell/time_ruler.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

/// ms, longer than any beat of the window: what moves by itself moves in it.
constexpr int kSeveralBeats = 1200;

/// Counts what is painted anywhere in the program.
class Painted : public QObject
{
public:
    Painted() { qApp->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            where += QString::fromLatin1(watched->metaObject()->className()) + u' ' +
                     watched->objectName();
        return false;
    }
    QStringList where;
};

} // namespace

class TestAnnounced : public QObject
{
    Q_OBJECT
private:
    ViewState view;
    NotingTransport transport;
    RisingHistory history;
    Settings settings;
    std::unique_ptr<MainWindow> window;
    AlertAnnouncer* announcer = nullptr;
    std::unique_ptr<QSignalSpy> said;

    /// As a screen reader reads it.
    [[nodiscard]] QString lastSaid() const
    {
        const QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(announcer);
        return seen->role() == QAccessible::AlertMessage ? seen->text(QAccessible::Name) : QString();
    }

private Q_SLOTS:
    void init()
    {
        settings.reset(QStringLiteral("look/reduced-motion"));
        view.setMode(Mode::Live);
        view.setSnapshot(nullptr, ChangeReason::Load);
        window = std::make_unique<MainWindow>(view, transport, history, settings);
        view.setRange({kNoon - 30 * twin::kMinute, kNoon});
        announcer = window->findChild<AlertAnnouncer*>();
        QVERIFY(announcer->isVisibleTo(window.get()));
        said = std::make_unique<QSignalSpy>(announcer, &AlertAnnouncer::said);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void aNewAlertIsSaidOnce()
    {
        SnapshotBuilder b(eastman());
        view.setSnapshot(b.build(), ChangeReason::Load);
        b.alert(7, "reactor", 1, twin::AlertState::Unacknowledged);
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QCOMPARE(said->size(), 1);
        QVERIFY2(lastSaid().startsWith(QLatin1String("New alert: Priority 1, Reactor R-101")),
                 qPrintable(lastSaid()));
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QCOMPARE(said->size(), 1);
        b.alert(8, "separator", 3, twin::AlertState::Unacknowledged);
        b.alert(9, "stripper", 2, twin::AlertState::Unacknowledged);
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QCOMPARE(said->size(), 2);
        QVERIFY2(lastSaid().startsWith(QLatin1String("2 new alerts, the most urgent: Priority 2")),
                 qPrintable(lastSaid()));
    }

    void whatIsThereElsewhereIsNotSaid_data()
    {
        QTest::addColumn<int>("reason");
        QTest::newRow("another file") << static_cast<int>(ChangeReason::Load);
        QTest::newRow("another time") << static_cast<int>(ChangeReason::Seek);
    }
    void whatIsThereElsewhereIsNotSaid()
    {
        QFETCH(int, reason);
        view.setSnapshot(troubled(eastman()).build(), static_cast<ChangeReason>(reason));
        view.setSnapshot(troubled(eastman()).build(), ChangeReason::Tick);
        QCOMPARE(said->size(), 0);
    }

    void machinesSayWhetherSomebodyHasToLook()
    {
        AssetListModel machines(view, QLocale(QLocale::English));
        SnapshotBuilder b(eastman());
        const auto reactor = [&] {
            view.setSnapshot(b.build(), ChangeReason::Load);
            for (int i = 0; i < machines.rowCount(); ++i) {
                const QString s = machines.index(i).data(Qt::AccessibleTextRole).toString();
                if (s.startsWith(QLatin1String("Reactor R-101")))
                    return s;
            }
            return QString();
        };
        QCOMPARE(reactor(), QStringLiteral("Reactor R-101, condition 100, Normal"));
        b.alert(7, "reactor", 1, twin::AlertState::Unacknowledged);
        QCOMPARE(reactor(), QStringLiteral("Reactor R-101, condition 100, Normal, not acknowledged"));
    }

    void nothingIsPaintedWhileNothingChanges_data()
    {
        QTest::addColumn<bool>("scene");
        QTest::addColumn<bool>("waits");
        QTest::addColumn<bool>("reduced");
        QTest::newRow("overview, all well") << false << false << false;
        QTest::newRow("scene, all well") << true << false << false;
        QTest::newRow("overview, alerts wait, reduced motion") << false << true << true;
        QTest::newRow("scene, alerts wait, reduced motion") << true << true << true;
    }
    void nothingIsPaintedWhileNothingChanges()
    {
        QFETCH(bool, scene);
        QFETCH(bool, waits);
        QFETCH(bool, reduced);
        settings.set(QStringLiteral("look/reduced-motion"), reduced);
        scene ? window->showScene() : window->showOverview();
        view.setSnapshot((waits ? troubled(eastman()) : SnapshotBuilder(eastman())).build(),
                         ChangeReason::Load);
        window->selection().setAsset(view.plant()->findAsset("reactor"));
        QTest::qWait(kSeveralBeats); // charts draw lane by lane, answers come in
        Painted painted;
        QTest::qWait(kSeveralBeats);
        QVERIFY2(painted.where.isEmpty(), qPrintable(painted.where.join(QLatin1String(", "))));
    }

    void whatWaitsIsSeenToFlash() // or the test above could not fail
    {
        view.setSnapshot(troubled(eastman()).build(), ChangeReason::Load);
        Painted painted;
        QTRY_VERIFY(painted.where.size() > 4); // several beats of it
    }
};

QTEST_MAIN(TestAnnounced)
#include "tst_announced.moc"
