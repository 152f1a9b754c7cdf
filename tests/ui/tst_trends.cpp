// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of charts with mouse and keys, in a real window.
#include <QAccessible>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/look/flat_button.h"
#include "ui/models/pen_drag.h"
#include "ui/models/statistics_model.h"
#include "ui/operate/trend_panel.h"
#include "ui/scene/piece_marks.h"
#include "ui/trends/chart_pane.h"
#include "ui/trends/export_strip.h"
#include "ui/trends/scatter_pane.h"
#include "ui/trends/set_menu.h"
#include "ui/trends/statistics_strip.h"
#include "ui/trends/tag_search.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

class TestTrends : public QObject
{
    Q_OBJECT
private:
    struct Panel
    {
        ViewState view;
        NotingTransport transport;
        RisingHistory history;
        Selection selection;
        Settings settings;
        QUndoStack undo;
        ConsoleContext context{view, transport, history, selection, settings, undo, QLocale(QLocale::English)};
        std::shared_ptr<const twin::Plant> plant;
        std::unique_ptr<TrendPanel> panel;

        explicit Panel(std::shared_ptr<const twin::Plant> p = eastman()) : plant(std::move(p))
        {
            panel = std::make_unique<TrendPanel>(context);
            panel->resize(700, 460);
            view.setRange({kNoon - twin::kHour, kNoon});
            at(kNoon, ChangeReason::Load);
            selection.setAsset(plant->findAsset("reactor"));
            panel->show();
            QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
            QTRY_VERIFY(chart().drawn() && !chart().pens().empty() && chart().pointCount(0) > 0);
        }
        void at(twin::TimeNs t, ChangeReason reason = ChangeReason::Tick)
        {
            SnapshotBuilder b(plant, t);
            b.snapshot.observedSpeed = 1;
            view.setSnapshot(b.build(), reason);
        }
        ChartPane& pane() { return *panel->panes().front(); }
        TrendChart& chart() { return panel->chart(); }
        TrendLane& lane() { return *chart().lanes().front(); }
        QPoint inPlot(double x, double y) const
        {
            const QRectF plot = panel->chart().lanes().front()->plot();
            return QPointF(plot.left() + x * plot.width(), plot.top() + y * plot.height()).toPoint();
        }
        void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}, Qt::MouseButton button = Qt::LeftButton)
        {
            QWidget* target = lane().viewport();
            QTest::mousePress(target, button, keys, from);
            QMouseEvent move(QEvent::MouseMove, to, target->mapToGlobal(to), Qt::NoButton, button, keys);
            QCoreApplication::sendEvent(target, &move);
            QTest::mouseRelease(target, button, keys, to);
        }
        void dropOnChart(const std::vector<twin::TagId>& tags)
        {
            std::unique_ptr<QMimeData> data(penMime(*plant, tags));
            QDragEnterEvent enter({50, 50}, Qt::CopyAction, data.get(), Qt::LeftButton, {});
            QCoreApplication::sendEvent(&pane(), &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent drop({50, 50}, Qt::CopyAction, data.get(), Qt::LeftButton, {});
            QCoreApplication::sendEvent(&pane(), &drop);
        }
        TimeRange shown() { return {pane().feed().shown().from, pane().feed().shown().to}; }
    };

private Q_SLOTS:
    void aBoxLooksCloserAndCanBeTakenBack()
    {
        Panel p;
        const TimeRange whole = p.shown();
        p.drag(p.inPlot(0.5, 0.2), p.inPlot(0.75, 0.7));
        const TimeRange closer = p.shown();
        QVERIFY(std::abs(static_cast<double>(closer.to - closer.from) / static_cast<double>(whole.to - whole.from) - 0.25) < 0.02);
        QVERIFY(p.pane().feed().window().fixed());
        QCOMPARE(p.pane().feed().window().sight().values.size(), 1u); // of this lane
        const twin::Interval range = p.chart().valueRange(0);
        p.at(kNoon + 10 * twin::kMinute); // new data moves neither time nor values
        QTRY_VERIFY(p.chart().drawn());
        QCOMPARE(p.shown(), closer);
        QCOMPARE(p.chart().valueRange(0).low, range.low);
        QTest::keyClick(&p.chart(), Qt::Key_Backspace);
        QCOMPARE(p.shown().to, kNoon + 10 * twin::kMinute); // follows again
        QVERIFY(p.pane().feed().window().sight().values.empty());
    }

    void wheelAndMiddleButtonZoomAndMove()
    {
        Panel p;
        const QPoint at = p.inPlot(0.5, 0.5);
        QWheelEvent wheel(at, p.lane().viewport()->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        const TimeRange before = p.shown();
        QCoreApplication::sendEvent(p.lane().viewport(), &wheel);
        const TimeRange closer = p.shown();
        QVERIFY(closer.from > before.from && closer.to < before.to);
        p.drag(p.inPlot(0.6, 0.5), p.inPlot(0.4, 0.5), {}, Qt::MiddleButton);
        QVERIFY(p.shown().from > closer.from);
        QVERIFY(std::abs((p.shown().to - p.shown().from) - (closer.to - closer.from)) < 10);
        QTest::keyClick(&p.chart(), Qt::Key_Home);
        QCOMPARE(p.shown().to, kNoon);
    }

    void onePointerOverAllCharts()
    {
        Panel p;
        p.panel->addChart();
        QCOMPARE(p.panel->panes().size(), 2u);
        QTRY_VERIFY(p.panel->panes()[1]->chart().drawn() && p.panel->panes()[1]->chart().pointCount(0) > 0);
        QTest::mouseMove(p.lane().viewport(), p.inPlot(0.8, 0.5));
        QMouseEvent move(QEvent::MouseMove, p.inPlot(0.8, 0.5), p.lane().viewport()->mapToGlobal(p.inPlot(0.8, 0.5)),
                         Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(p.lane().viewport(), &move);
        p.panel->panes()[1]->chart().setFocus();
        const QString other = p.panel->panes()[1]->chart().accessibleDescription();
        QVERIFY2(!other.contains(QLatin1String("no record")), qPrintable(other));
        // What the pointer says is what was recorded there.
        const twin::TimeNs t = p.shown().from + (p.shown().to - p.shown().from) * 8 / 10;
        const auto value = p.chart().reading(0, t);
        QVERIFY(value && std::abs(*value - (p.history.base + p.history.rise * (0.8 - 0.55) / 0.45)) < 12);
        QVERIFY(!p.chart().reading(0, p.shown().from + (p.shown().to - p.shown().from) / 3)); // in the hole
        QVERIFY(!p.chart().reading(0, kNoon + twin::kSecond)); // not known yet
    }

    void arrowsPointAndShiftChooses()
    {
        Panel p;
        p.chart().setFocus();
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&p.chart(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(p.chart().selection().valid());
        QCOMPARE(p.chart().selection().to, kNoon);
        auto* strip = p.panel->findChild<StatisticsStrip*>();
        QVERIFY(strip->isVisible());
        QTRY_COMPARE(strip->model().data(strip->model().index(0, StatisticsModel::Count), Qt::DisplayRole).toString(),
                     QStringLiteral("100"));
        QTest::keyClick(strip, Qt::Key_Escape);
        QVERIFY(!strip->isVisible() && !p.chart().selection().valid());
    }

    void pensAreDroppedStyledAndRemovedWithUndo()
    {
        Panel p;
        const std::size_t before = p.chart().pens().size();
        const twin::TagId tag = p.plant->findTag("xmeas_13");
        p.dropOnChart({tag});
        QCOMPARE(p.chart().pens().size(), before + 1);
        QVERIFY(!p.pane().ofMachine());
        p.dropOnChart({tag}); // it is there already
        QCOMPARE(p.chart().pens().size(), before + 1);
        p.pane().setStyle(before, {LineDash::Dotted, 3});
        QVERIFY(p.chart().pens()[before].style == (LineStyle{LineDash::Dotted, 3}));
        p.selection.setAsset(p.plant->findAsset("stripper")); // what a person chose stays
        QCOMPARE(p.chart().pens().size(), before + 1);
        p.undo.undo();
        QVERIFY(p.chart().pens()[before].style.weight != 3);
        p.undo.undo();
        QVERIFY(p.pane().ofMachine());
        p.undo.redo();
        p.pane().removePen(0);
        QCOMPARE(p.chart().pens().size(), before);
    }

    void foreignDropsAreRefused()
    {
        Panel p;
        twin::Plant other = *p.plant;
        other.id = "another";
        std::unique_ptr<QMimeData> data(penMime(other, {twin::TagId{0}}));
        QMimeData text, rubbish;
        text.setText(QStringLiteral("xmeas_07"));
        rubbish.setData(QLatin1String(kPenMimeType), QByteArray(100'000, 'x'));
        for (const QMimeData* d : std::initializer_list<const QMimeData*>{data.get(), &text, &rubbish}) {
            QDragEnterEvent enter({50, 50}, Qt::CopyAction, d, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&p.pane(), &enter);
            QVERIFY(pensOf(*d, *p.plant).empty());
            QDropEvent drop({50, 50}, Qt::CopyAction, d, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&p.pane(), &drop);
            QVERIFY(p.pane().ofMachine());
        }
    }

    void axesByUnitOrOfTheirOwn()
    {
        Panel p;
        std::vector<twin::TagId> tags;
        for (const char* id : {"xmeas_07", "xmeas_08", "xmeas_09", "xmeas_11", "xmeas_13", "xmeas_06"})
            tags.push_back(p.plant->findTag(id));
        p.pane().addTags(tags);
        QSet<QString> units;
        for (const TrendPen& pen : p.chart().pens())
            units.insert(pen.unit);
        QCOMPARE(p.chart().lanes().size(), static_cast<std::size_t>(units.size()));
        ChartSpec own = p.pane().spec();
        own.axes = AxisLayout::Own;
        p.panel->setCharts({own});
        const std::size_t lanes = (p.chart().pens().size() + 3) / 4; // at most four axes in a lane
        QCOMPARE(p.chart().lanes().size(), lanes);
        QCOMPARE(p.chart().lanes().front()->axisCount(), std::size_t{4});
        QTRY_VERIFY(p.chart().drawn());
        for (std::size_t i = 0; i < p.chart().pens().size(); ++i)
            QVERIFY(p.chart().pointCount(i) <= 1200 && p.chart().pointCount(i) <= 4 * p.chart().columns());
    }

    void theSearchAddsByKeyboard()
    {
        Panel p;
        const std::size_t before = p.chart().pens().size();
        p.pane().openSearch();
        auto* search = p.panel->findChild<TagSearch*>();
        QVERIFY(search && search->isVisible());
        auto* words = search->findChild<QLineEdit*>();
        QTest::keyClicks(words, QStringLiteral("separator temperature"));
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(p.chart().pens().size(), before + 1);
        QVERIFY(p.chart().pens().back().name.contains(QLatin1String("separator"), Qt::CaseInsensitive));
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!search->isVisible());
    }

    void overlaysSayWhichAndWhenThereIsNothing()
    {
        Panel p;
        p.pane().overlayYesterday();
        QTRY_VERIFY(!p.chart().overlayLabel().nothing && !p.chart().overlayLabel().text.isEmpty());
        QVERIFY(p.chart().overlayLabel().text.contains(QLatin1String("24 h")) ||
                p.chart().overlayLabel().text.contains(QLatin1String("1 d")));
        p.history.empty = true;
        p.pane().overlayYesterday();
        QTRY_VERIFY(p.chart().overlayLabel().nothing);
        p.pane().layOver({});
        QVERIFY(p.chart().overlayLabel().text.isEmpty());
        QSignalSpy told(&p.view, &ViewState::told);
        p.pane().overlayLastStart(); // none is recorded: said, not guessed
        QCOMPARE(told.size(), 1);
        twin::Event start;
        start.kind = twin::EventKind::StateChange;
        start.asset = p.selection.asset();
        start.number = static_cast<int>(twin::OperatingState::Running);
        start.at = kNoon - 40 * twin::kMinute;
        p.view.setTimeline({start});
        p.pane().overlayLastStart();
        QCOMPARE(p.pane().feed().overlay().shift, p.shown().from - start.at);
    }

    void comparisonsAreOfferedWhereTheyAreRecorded()
    {
        Panel p;
        auto* compare = p.pane().findChild<FlatButton*>(QStringLiteral("compare"));
        const auto offers = [&](twin::TimeNs recorded) {
            p.view.setRange({kNoon - recorded, kNoon});
            Q_EMIT compare->menu()->aboutToShow();
            QStringList out;
            for (const QAction* a : compare->menu()->actions()) {
                if (a->isEnabled() && !a->isSeparator())
                    out += a->text();
            }
            return out.join(QLatin1Char('|'));
        };
        const QString little = offers(10 * twin::kMinute);
        QVERIFY2(!little.contains(QLatin1String("time before")) && !little.contains(QLatin1String("Yesterday")),
                 qPrintable(little));
        const QString half = offers(30 * twin::kMinute);
        QVERIFY2(half.contains(QLatin1String("The time before (15 m 0 s ago)")), qPrintable(half));
        QVERIFY(!half.contains(QLatin1String("Yesterday")));
        QVERIFY(offers(48 * twin::kHour).contains(QLatin1String("Yesterday, same time")));
        p.pane().overlayBefore();
        QTRY_VERIFY(!p.chart().overlayLabel().text.isEmpty());
        QCOMPARE(p.pane().feed().overlay().shift, p.shown().to - p.shown().from);
    }

    void scatterOfTwoPens()
    {
        Panel p;
        p.pane().showScatter(true);
        auto* scatter = p.panel->findChild<ScatterPane*>();
        QVERIFY(scatter->isVisible());
        QTRY_COMPARE(scatter->plot().pairs().pairs.size(), static_cast<std::size_t>(ScatterPane::kMostPairs));
        QVERIFY(!scatter->grab().toImage().isNull());
        p.pane().showScatter(false);
        QVERIFY(p.chart().isVisible());
    }

    void picturesAndTablesAreSaved()
    {
        Panel p;
        QTemporaryDir folder;
        auto* strip = p.panel->findChild<ExportStrip*>();
        QSignalSpy finished(strip, &ExportStrip::finished);
        const QString png = folder.filePath(QStringLiteral("chart.png"));
        p.pane().savePicture(png);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].toString(), QString());
        QVERIFY(QImage(png).height() > p.pane().height()); // its stamp is below it
        p.pane().savePicture(folder.filePath(QStringLiteral("no/such/chart.png")));
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(!finished[1][0].toString().isEmpty());
        p.pane().saveValues(folder.filePath(QStringLiteral("values.csv")));
        QTRY_COMPARE(finished.size(), 3);
        QCOMPARE(p.history.tables.size(), 1);
    }

    void setsComeBackAndDefaultsBelongToMachines()
    {
        Panel p;
        p.pane().addTags({p.plant->findTag("xmeas_13")});
        p.panel->sets().saveAs(QStringLiteral("mine"), true);
        const auto pens = p.pane().spec().pens;
        p.panel->setCharts({});
        QVERIFY(p.pane().ofMachine());
        QVERIFY(p.pane().shownPens() == pens); // the machine's default
        p.selection.setAsset(p.plant->findAsset("stripper"));
        QVERIFY(!(p.pane().shownPens() == pens));
        p.panel->sets().remove(QStringLiteral("mine"));
        p.undo.undo();
        p.selection.setAsset(p.plant->findAsset("reactor"));
        QVERIFY(p.pane().shownPens() == pens);
    }

    void allChartsOfAMachinesDefaultAreShown()
    {
        Panel p;
        p.pane().addTags({p.plant->findTag("xmeas_13")});
        p.panel->addChart();
        QTRY_VERIFY(!p.panel->panes()[1]->chart().pens().empty());
        p.panel->panes()[1]->addTags({p.plant->findTag("xmeas_12"), p.plant->findTag("xmeas_08")});
        const std::vector<ChartSpec> made = p.panel->charts();
        QCOMPARE(made.size(), 2u);
        p.panel->sets().saveAs(QStringLiteral("mine"), true);
        p.panel->setCharts({});
        QCOMPARE(p.panel->panes().size(), 2u);
        QVERIFY(p.panel->panes()[1]->shownPens() == made[1].pens);
        QCOMPARE(p.panel->charts().size(), 1u); // nothing of one's own
        p.selection.setAsset(p.plant->findAsset("stripper"));
        QCOMPARE(p.panel->panes().size(), 1u); // it has no default
        p.selection.setAsset(p.plant->findAsset("reactor"));
        QCOMPARE(p.panel->panes().size(), 2u);
        QTRY_VERIFY(!p.panel->panes()[1]->chart().pens().empty());
        p.panel->panes()[1]->removePen(0); // from here on they are this person's
        QVERIFY(p.panel->charts().size() == 2 && p.panel->charts()[0].pens == made[0].pens);
        QCOMPARE(p.panel->charts()[1].pens.size(), made[1].pens.size() - 1);
        p.selection.setAsset(p.plant->findAsset("stripper"));
        QCOMPARE(p.panel->panes().size(), 2u);
        p.undo.undo();
        QCOMPARE(p.panel->charts().size(), 1u);
        p.selection.setAsset(p.plant->findAsset("reactor"));
        QVERIFY(p.panel->panes().size() == 2 && p.panel->panes()[1]->shownPens() == made[1].pens);
    }

    void eachWindowRemembersItsOwnCharts()
    {
        Panel p;
        TrendPanel second(p.context);
        second.rememberAs(2);
        p.panel->addChart();
        QCOMPARE(p.panel->charts().size(), 2u);
        second.addChart();
        second.addChart();
        TrendPanel firstAgain(p.context), secondAgain(p.context), third(p.context);
        secondAgain.rememberAs(2);
        third.rememberAs(3);
        QCOMPARE(firstAgain.charts().size(), 2u);
        QCOMPARE(secondAgain.charts().size(), 3u);
        QCOMPARE(third.charts().size(), 1u);
    }

    void chartsSayWhatTheyShow_data()
    {
        QTest::addColumn<double>("rise");
        QTest::addColumn<bool>("empty");
        QTest::addColumn<QString>("said");
        QTest::newRow("rising") << 220.0 << false << QStringLiteral("rising");
        QTest::newRow("falling") << -220.0 << false << QStringLiteral("falling");
        QTest::newRow("steady") << 0.0 << false << QStringLiteral("steady");
        QTest::newRow("nothing") << 0.0 << true << QStringLiteral("Reactor pressure: no record");
    }
    void chartsSayWhatTheyShow()
    {
        QFETCH(double, rise);
        QFETCH(bool, empty);
        QFETCH(QString, said);
        installSpokenWidgets();
        Panel p;
        p.history.rise = rise;
        p.history.empty = empty;
        ChartSpec only;
        only.pens = {{QStringLiteral("xmeas_07"), {}, {}}};
        p.panel->setCharts({only});
        const int asked = p.history.asked;
        p.at(kNoon, ChangeReason::Seek);
        QTRY_VERIFY(p.history.asked > asked && p.chart().drawn());
        QTRY_VERIFY2(p.chart().spokenText().endsWith(said), qPrintable(p.chart().spokenText()));
        const QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(&p.chart());
        QCOMPARE(chart->role(), QAccessible::Chart);
        QVERIFY(chart->text(QAccessible::Name).startsWith(QLatin1String("Chart: from ")));
        if (empty)
            return;
        QString text = chart->text(QAccessible::Value).remove(QChar(0x202f));
        const QRegularExpression form(QStringLiteral("Reactor pressure: last (\\d+) kPa g, lowest (\\d+) kPa g, highest (\\d+) kPa g"));
        const auto found = form.match(text);
        QVERIFY2(found.hasMatch(), qPrintable(text));
        const auto near = [](double a, double b) { return std::abs(a - b) < 20; };
        QVERIFY2(near(found.captured(1).toDouble(), 2700 + rise), qPrintable(text));
        QVERIFY2(near(found.captured(2).toDouble(), 2700 + std::min(rise, 0.0)), qPrintable(text));
        QVERIFY2(near(found.captured(3).toDouble(), 2700 + std::max(rise, 0.0)), qPrintable(text));
    }

    void chosenUnitsHoldEverywhere_data()
    {
        QTest::addColumn<QString>("unit"); // of pressures; the history rises from 2 700 kPa
        QTest::addColumn<QString>("shown");
        QTest::addColumn<double>("factor");
        QTest::addColumn<QString>("reading"); // of 2 705 kPa
        QTest::newRow("as in the plant") << QString() << QStringLiteral("kPa g") << 1.0 << QStringLiteral("2\u202f705");
        QTest::newRow("bar") << QStringLiteral("bar") << QStringLiteral("bar g") << 0.01 << QStringLiteral("27.05");
        QTest::newRow("psi") << QStringLiteral("[psi]") << QStringLiteral("psi g") << 0.1450377377 << QStringLiteral("392.3");
    }
    void chosenUnitsHoldEverywhere()
    {
        QFETCH(QString, unit);
        QFETCH(QString, shown);
        QFETCH(double, factor);
        QFETCH(QString, reading);
        Panel p;
        const twin::TagId pressure = p.plant->findTag("xmeas_07");
        ChartSpec only;
        only.pens = {{QStringLiteral("xmeas_07"), {}, {}}};
        p.panel->setCharts({only});
        QTRY_VERIFY(p.chart().drawn() && p.chart().pens().size() == 1 && p.chart().pointCount(0) > 0);
        p.pane().measure(p.shown());
        p.settings.set(QStringLiteral("units/pressure"), unit);
        p.view.setUnits(DisplayUnits(p.settings));
        // axis and cursor
        QCOMPARE(p.chart().pens()[0].unit, shown);
        const auto near = [](double a, double b) { return std::abs(a - b) < 0.02 * std::abs(b); };
        QTRY_VERIFY(p.chart().drawn() && p.chart().reading(0, kNoon - 12 * twin::kMinute) &&
                    near(*p.chart().reading(0, kNoon - 12 * twin::kMinute), 2700 * factor));
        QVERIFY(p.chart().valueRange(0).low < 2700 * factor && p.chart().valueRange(0).high > 2900 * factor);
        QVERIFY(p.chart().valueRange(0).high < 4000 * factor);
        QVERIFY(near(*p.chart().pens()[0].limits.high.trip, 3000 * factor));
        // statistics, which follow by themselves
        const auto* statistics = p.panel->findChild<StatisticsModel*>();
        const auto figure = [&](int column) {
            return statistics->index(0, column).data().toString().remove(QChar(0x202f)).toDouble();
        };
        QTRY_VERIFY2(near(figure(StatisticsModel::Minimum), 2700 * factor),
                     qPrintable(statistics->index(0, StatisticsModel::Minimum).data().toString()));
        QVERIFY(statistics->headerData(0, Qt::Vertical, Qt::DisplayRole).toString().endsWith(shown));
        // what a table is asked for
        p.pane().saveValues(QStringLiteral("x.csv"));
        QCOMPARE(p.history.lastTable.columns[0].title, QStringLiteral("Reactor pressure [%1]").arg(shown));
        QVERIFY(near(p.history.lastTable.columns[0].source.shown.factor, factor));
        // labels of the scene
        SnapshotBuilder b(p.plant);
        b.value("xmeas_07", 2705);
        Phrases phrases(p.context.locale);
        phrases.setPlant(p.plant, p.view.units());
        BoundPiece piece;
        piece.tags = {pressure};
        const QString label = readingsOf(piece, b.snapshot, phrases);
        QVERIFY2(label.contains(reading + QChar(0xa0) + shown), qPrintable(label));
        // what is stored stays
        QCOMPARE(twin::toNumber(b.snapshot.tags[twin::index(pressure)].value), 2705.0);
    }

    void oddNamesStayTextAndFit()
    {
        Panel p(oddNames());
        QMenu menu;
        p.pane().fillMenu(menu, -1);
        for (const QAction* a : menu.actions())
            QVERIFY(a->text().size() < 120);
        for (const int width : {260, 700, 1900}) {
            p.panel->resize(width, 300);
            QVERIFY(!p.panel->grab().toImage().isNull());
        }
    }

    void everyMenuEntryCanBeUsedWithoutAPlant()
    {
        ViewState view;
        NotingTransport transport;
        RisingHistory history;
        Selection selection;
        Settings settings;
        QUndoStack undo;
        TrendPanel panel({view, transport, history, selection, settings, undo, QLocale()});
        panel.show();
        ChartPane& pane = *panel.panes().front();
        pane.openSearch();
        pane.editCalculated();
        pane.addTags({twin::TagId{3}});
        pane.removePen(0);
        pane.measure({1, 2});
        pane.showScatter(true);
        QMenu menu;
        pane.fillMenu(menu, -1);
        pane.fillMenu(menu, 5);
        QVERIFY(pane.chart().pens().empty());
    }
};

namespace gemba::ui {
char* toString(const TimeRange& r)
{
    return QTest::toString(QStringLiteral("%1..%2").arg(r.from).arg(r.to));
}
} // namespace gemba::ui

QTEST_MAIN(TestTrends)
#include "tst_trends.moc"
