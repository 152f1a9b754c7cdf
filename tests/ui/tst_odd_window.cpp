// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window on what nobody had in mind: a storm of alerts, a plant without limits, odd
// names, a screen that is gone.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QRegularExpression>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/charts/trend_chart.h"
#include "ui/models/alert_list_model.h"
#include "ui/operate/alert_panel.h"
#include "ui/operate/operate_workspace.h"
#include "ui/scene/scene_view.h"
#include "ui/shell/main_window.h"
#include "ui/shell/top_bar.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

constexpr int kStorm = 500;

/// Every machine has a hundred of them: critical, act and watch, most of them unseen.
SnapshotBuilder storm(const std::shared_ptr<const twin::Plant>& plant)
{
    SnapshotBuilder b = troubled(plant);
    b.snapshot.alerts.clear();
    for (int i = 0; i < kStorm; ++i)
        b.alert(static_cast<std::uint64_t>(i) + 1, plant->assets[static_cast<std::size_t>(i) % plant->assets.size()].id,
                1 + i % 3, i % 10 == 0 ? twin::AlertState::Acknowledged : twin::AlertState::Unacknowledged);
    return b;
}

std::shared_ptr<const twin::Plant> withoutLimits()
{
    twin::Plant plant = *eastman();
    for (twin::Tag& t : plant.tags) {
        t.limits = {};
        t.range = {};
    }
    plant.output = {};
    plant.onDuty.clear();
    return std::make_shared<const twin::Plant>(std::move(plant));
}

struct Console
{
    ViewState view;
    NotingTransport transport;
    RisingHistory history;
    Settings settings;
    std::unique_ptr<MainWindow> window;

    Console()
    {
        WindowOptions options;
        options.locale = QLocale(QLocale::English);
        window = std::make_unique<MainWindow>(view, transport, history, settings, options);
    }
    void show(const SnapshotBuilder& b, const QSize& size = {1280, 800})
    {
        view.setRange({kNoon - 30 * twin::kMinute, kNoon});
        view.setTimeline(*b.snapshot.events);
        view.setSnapshot(b.build(), ChangeReason::Load);
        window->resize(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }
    /// Everything that is said or read in labels and lists.
    [[nodiscard]] QString words() const
    {
        QStringList out;
        for (const QLabel* l : window->findChildren<QLabel*>())
            out += l->text();
        for (const QListView* list : window->findChildren<QListView*>()) {
            for (int row = 0; list->model() && row < list->model()->rowCount(); ++row)
                out += list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        }
        for (QWidget* w : window->findChildren<QWidget*>()) {
            if (const auto* spoken = dynamic_cast<const Spoken*>(w))
                out += spoken->spokenText();
        }
        return out.join(QLatin1Char('\n'));
    }
};

/// Odd names, machines that are all sisters, and one with a waveform.
std::shared_ptr<const twin::Plant> oddSisters()
{
    twin::Plant plant = *oddNames();
    for (twin::Asset& a : plant.assets)
        a.classId = "odd";
    twin::Asset& reactor = plant.assets[twin::index(plant.findAsset("reactor"))];
    twin::Tag& wave = plant.tags[twin::index(reactor.tags.front())];
    wave.role = twin::TagRole::Waveform;
    wave.rateHz = 12'800;
    reactor.vibration = twin::VibrationSetup{"", "", "", reactor.tags[1], {}};
    return std::make_shared<const twin::Plant>(std::move(plant));
}

SpectrumFigure oddSpectrum()
{
    SpectrumFigure f;
    f.kind = SpectrumKind::Vibration;
    f.amplitudes.assign(1'001, 0.1);
    f.amplitudes[50] = 4;
    f.step = 1;
    f.unit = QStringLiteral("m/s²");
    f.speed = 25;
    f.lines.push_back({SpectrumLine::What::Shaft, 25, 5, std::nullopt, false});
    return f;
}

/// Every input of the machine takes something, at two instants.
ReasonCourse oddCourse(const twin::Plant& plant, twin::AssetId asset)
{
    ReasonCourse course;
    for (const twin::TimeNs ago : {10 * twin::kMinute, twin::TimeNs{0}}) {
        ReasonsAt r{kNoon - ago, true, twin::kFullCondition, {}};
        for (std::size_t i = 0; i < 6; ++i) {
            twin::Deduction d;
            d.tag = plant.asset(asset).tags[i];
            d.points = static_cast<twin::MilliPoints>((ago == 0 ? 2'000 : 500) * (i + 1));
            r.score -= d.points;
            r.deductions.push_back(d);
        }
        course.instants.push_back(std::move(r));
    }
    return course;
}

/// Children of a bar that show something.
QList<QWidget*> shownIn(const QWidget& bar)
{
    QList<QWidget*> out;
    for (QWidget* w : bar.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (w->isVisible() && w->width() > 0)
            out += w;
    }
    return out;
}

/// Which of them lie outside or upon one another.
QString outOfPlace(const QWidget& bar)
{
    QStringList out;
    const QList<QWidget*> shown = shownIn(bar);
    const auto named = [](const QWidget* w) {
        return QStringLiteral("%1 %2 at %3, %4 wide").arg(QString::fromLatin1(w->metaObject()->className()), w->objectName())
            .arg(w->x()).arg(w->width());
    };
    for (const QWidget* w : shown) {
        if (!bar.rect().contains(w->geometry()))
            out += named(w);
        for (const QWidget* other : shown) {
            if (w != other && w->geometry().intersects(other->geometry()))
                out += named(w) + QStringLiteral(" upon ") + named(other);
        }
    }
    return out.join(QStringLiteral("; "));
}

} // namespace

class TestOddWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStormOfAlertsStaysInOrder()
    {
        Console c;
        const auto plant = eastman();
        SnapshotBuilder b = storm(plant);
        c.show(b);
        c.window->showScene(); // there the panel of alerts has a dock of its own
        auto& panel = *c.window->findChildren<AlertPanel*>().first();
        auto* list = panel.findChild<QListView*>(QStringLiteral("alerts"));
        QAbstractItemModel& model = *list->model();
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), kStorm);
        for (int row = 1; row < kStorm; ++row) { // unseen first, then by priority
            const auto rank = [&](int r) {
                const QModelIndex i = model.index(r, 0);
                return std::pair(!i.data(AlertListModel::WaitsRole).toBool(), i.data(AlertListModel::PriorityRole).toInt());
            };
            QVERIFY(rank(row - 1) <= rank(row));
        }
        QTRY_VERIFY(c.words().contains(QLatin1String("500 · 450 not acknowledged")) ||
                    c.words().contains(QStringLiteral("500 · 450 not acknowledged")));
        // One more word about one of them moves one row, not the list.
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged), reset(&model, &QAbstractItemModel::modelReset);
        const QModelIndex last = model.index(kStorm - 1, 0);
        const quint64 id = last.data(AlertListModel::IdRole).toULongLong();
        for (twin::Alert& a : b.snapshot.alerts) {
            if (a.id == id)
                a.scoreAtRaise += 1;
        }
        c.view.setSnapshot(b.build(), ChangeReason::Tick);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), changed[0][1].toModelIndex().row());
        // The last one can be reached, and the most urgent is the one that is acknowledged.
        list->scrollTo(last);
        QVERIFY(list->viewport()->rect().intersects(list->visualRect(last)));
        panel.acknowledgeSelected();
        QCOMPARE(c.transport.calls, QStringList{QStringLiteral("acknowledge %1").arg(
                                        model.index(0, 0).data(AlertListModel::IdRole).toULongLong())});
        for (const QSize& size : {QSize(1280, 800), QSize(3840, 2160)}) {
            c.window->resize(size);
            QVERIFY(!c.window->grab().isNull());
        }
        c.view.setSnapshot(SnapshotBuilder(plant).build(), ChangeReason::Tick); // and all of it is over
        QCOMPARE(model.rowCount(), 0);
    }

    void aPlantWithoutLimitsIsShownPlainly()
    {
        Console c;
        const auto plant = withoutLimits();
        SnapshotBuilder b(plant);
        for (std::size_t i = 0; i < b.snapshot.tags.size(); ++i)
            b.snapshot.tags[i].value = 40.0 + static_cast<double>(i);
        b.snapshot.observedSpeed = 1;
        c.show(b);
        c.window->selection().setAsset(plant->findAsset("reactor"));
        c.window->showScene();
        auto* chart = c.window->findChild<TrendChart*>();
        QTRY_VERIFY(chart->drawn() && !chart->pens().empty() && chart->pointCount(0) > 0);
        QVERIFY(chart->valueRange(0).low < chart->valueRange(0).high);
        c.window->showOverview();
        QVERIFY(!c.window->grab().isNull());
        const QString words = c.words();
        static const QRegularExpression nonsense(QStringLiteral("\\b(nan|inf)\\b|beyond the"),
                                                 QRegularExpression::CaseInsensitiveOption);
        const auto found = nonsense.match(words);
        QVERIFY2(!found.hasMatch(), qPrintable(words.mid(std::max<qsizetype>(0, found.capturedStart() - 80), 160)));
        QVERIFY(words.contains(QLatin1String("not known"))); // who is on duty: neither roster nor role
    }

    void oddNamesStayInTheirPlaces_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("replay");
        QTest::newRow("smallest") << QSize(1024, 640) << false;
        QTest::newRow("small, replay") << QSize(1280, 800) << true;
        QTest::newRow("large") << QSize(3840, 2160) << false;
    }
    void oddNamesStayInTheirPlaces()
    {
        QFETCH(QSize, size);
        QFETCH(bool, replay);
        Console c;
        if (replay)
            c.view.setMode(Mode::ReplayFile, QStringLiteral("<b>%1</b>.gmb").arg(QString(200, QLatin1Char('f'))));
        twin::Roster roster;
        roster.people.push_back({"a", "<i>" + std::string(280, 'W') + "</i>", "", {}, {{0x7f, 0, 0}}});
        c.view.setRoster(std::make_shared<const twin::Roster>(roster));
        const auto plant = oddNames();
        c.show(troubled(plant), size);
        c.window->selection().setAsset(plant->findAsset("reactor"));
        QTRY_COMPARE(c.window->size(), size);
        for (const QLabel* l : c.window->findChildren<QLabel*>())
            QVERIFY2(l->textFormat() == Qt::PlainText, qPrintable(l->text().left(60)));
        auto* bar = c.window->findChild<TopBar*>();
        QVERIFY(shownIn(*bar).size() > 2);
        QTRY_VERIFY2(outOfPlace(*bar).isEmpty(), qPrintable(outOfPlace(*bar)));
    }

    void oddNamesInTheSceneDoNotOverlap()
    {
        QFile file(QStringLiteral(GEMBA_SOURCE_DIR "/resources/plants/eastman/scene.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto description = parseScene(file.readAll().toStdString());
        QVERIFY(description.ok());
        if (const QString problem = openGlProblem(); !problem.isEmpty())
            QSKIP(qPrintable(problem));
        Console c;
        c.window->setScene([&] { return makeSceneView(*description); });
        c.show(troubled(oddNames()), {1600, 1000});
        c.window->showScene();
        auto* view = c.window->findChild<SceneView*>();
        QVERIFY(view);
        QTRY_VERIFY(view->framesDrawn() > 0 && !view->labelBoxes().empty());
        const std::vector<QRectF> boxes = view->labelBoxes();
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            QVERIFY(QRectF(view->rect()).contains(boxes[i]));
            for (std::size_t j = i + 1; j < boxes.size(); ++j)
                QVERIFY(!boxes[i].intersects(boxes[j]));
        }
    }

    void oddNamesInThePanelsOfAMachine_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::newRow("small") << QSize(1280, 800) << false;
        QTest::newRow("large") << QSize(3840, 2160) << true;
    }
    /// Reasons over time, then and now, sisters, spectrum: nothing beside its panel, markup as text.
    void oddNamesInThePanelsOfAMachine()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        Console c;
        c.settings.override(QStringLiteral("look/theme"), dark ? QStringLiteral("dark") : QStringLiteral("light"));
        const auto plant = oddSisters();
        const auto reactor = plant->findAsset("reactor");
        c.history.course = oddCourse(*plant, reactor);
        c.history.figure = oddSpectrum();
        SnapshotBuilder b = troubled(plant);
        b.snapshot.tags[twin::index(plant->asset(reactor).tags.front())].value = twin::Waveform{12'800, std::vector<float>(64, 1)};
        c.show(b, size);
        c.window->selection().setAsset(reactor);
        const QString markup = QStringLiteral("<b>Bold</b> & <img src=x>");
        for (const char* name : {"reasonPanel", "sisterPanel", "spectrumPanel"}) {
            auto* panel = c.window->findChild<QWidget*>(QLatin1String(name));
            QVERIFY(panel);
            QTRY_VERIFY2(panel->isVisibleTo(panel->parentWidget()), name);
            for (const QWidget* w : panel->findChildren<QWidget*>()) {
                if (!w->isVisibleTo(panel) || w->width() == 0)
                    continue;
                const QRect at(w->mapTo(panel, QPoint()), w->size());
                QVERIFY2(at.left() >= 0 && at.right() < panel->width(),
                         qPrintable(QStringLiteral("%1: %2 %3 from %4 to %5 of %6").arg(QLatin1String(name),
                             QString::fromLatin1(w->metaObject()->className()), w->objectName()).arg(at.left())
                             .arg(at.right()).arg(panel->width())));
            }
        }
        QTRY_VERIFY(c.words().contains(markup));
        for (const QLabel* l : c.window->findChildren<QLabel*>())
            QVERIFY2(l->textFormat() == Qt::PlainText, qPrintable(l->text().left(60)));
    }

    void aWindowComesBackWhereItWas()
    {
        QVariantMap state;
        {
            Console c;
            c.show(SnapshotBuilder(eastman()), {1200, 700});
            c.window->move(150, 120);
            c.window->showScene();
            state = c.window->stateNow();
        }
        Console c;
        c.window->applyState(state);
        c.show(SnapshotBuilder(eastman()), c.window->size());
        QCOMPARE(c.window->geometry(), QRect(150, 120, 1200, 700));
        QVERIFY(c.window->findChild<OperateWorkspace*>()->sceneShown());
    }

    void aWindowOfAScreenThatIsGoneComesBack_data()
    {
        QTest::addColumn<QRect>("was");
        QTest::newRow("to the right") << QRect(9000, 100, 1400, 900);
        QTest::newRow("above") << QRect(100, -4000, 1400, 900);
        QTest::newRow("larger than any screen here") << QRect(-3000, -2000, 7000, 4000);
    }
    void aWindowOfAScreenThatIsGoneComesBack()
    {
        QFETCH(QRect, was);
        QVariantMap state;
        {
            Console there;
            there.window->setGeometry(was);
            state = there.window->stateNow();
        }
        Console here;
        here.window->applyState(state);
        here.show(SnapshotBuilder(eastman()), here.window->size());
        const QRect screen = here.window->screen()->availableGeometry();
        const QRect window = here.window->geometry();
        QVERIFY2(screen.contains(window.topLeft()) && screen.intersected(window).width() >= std::min(window.width(), screen.width()) / 2,
                 qPrintable(QStringLiteral("%1,%2 %3x%4").arg(window.x()).arg(window.y()).arg(window.width()).arg(window.height())));
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    TestOddWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_odd_window.moc"
