// SPDX-License-Identifier: GPL-3.0-or-later
// The reasons of a condition over time: stacked, compared, and as a person sees them.
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/models/reason_change_model.h"
#include "ui/models/reason_history.h"
#include "ui/operate/reason_chart.h"
#include "ui/operate/reason_panel.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;
using twin::DeductionKind;
using twin::Side;

namespace {

const twin::TagId kA{0}, kB{1}, kC{2};
constexpr twin::TimeNs kT = kNoon;

twin::Deduction takes(twin::TagId tag, twin::MilliPoints points, Side side = Side::High,
                      DeductionKind kind = DeductionKind::Indicator)
{
    return {kind, tag, side, points, 1.0, 2.0};
}

ReasonsAt instant(twin::TimeNs at, std::vector<twin::Deduction> deductions)
{
    twin::MilliPoints sum = 0;
    for (const twin::Deduction& d : deductions)
        sum += d.points;
    return {at, true, twin::kFullCondition - sum, std::move(deductions)};
}

/// Keeps every question until the test answers it.
class PatientReasons : public RisingHistory
{
public:
    struct Question
    {
        twin::AssetId asset;
        TimeRange stretch;
        std::function<void(ReasonCourse)> done;
    };
    std::vector<Question> questions;
    int cancelled = 0;
    void reasonCourse(int, twin::AssetId asset, twin::TimeNs from, twin::TimeNs to, int,
                      std::function<void(double)>, std::function<void(ReasonCourse)> done) override
    {
        questions.push_back({asset, {from, to}, std::move(done)});
    }
    void cancel(int) override { ++cancelled; }
};

} // namespace

class TestReasons : public QObject
{
    Q_OBJECT
private:
    const std::shared_ptr<const twin::Plant> plant = eastman();
    const twin::AssetId reactor = plant->findAsset("reactor");
    const twin::TagId pressure = plant->findTag("xmeas_07");

    /// The reactor loses so many points for its pressure.
    void showAt(ViewState& view, twin::TimeNs at, twin::MilliPoints points, std::uint64_t epoch = 0)
    {
        SnapshotBuilder b(plant);
        b.snapshot.at = at;
        b.snapshot.epoch = epoch;
        b.deduct("reactor", {takes(pressure, points)});
        view.setSnapshot(b.build(), ChangeReason::Tick);
    }

private Q_SLOTS:
    void layersAddUpToAllDeductions()
    {
        const std::vector<ReasonsAt> course{
            instant(kT, {takes(kA, 1'000), takes(kB, 9'000), takes(kC, 2'000)}),
            instant(kT + 1, {takes(kA, 20'000), takes(kC, 2'000), takes(kA, 3'000, Side::Low)}),
            {kT + 2, false, 0, {}},
        };
        const auto layers = reasonLayers(course, 2);
        QCOMPARE(layers.size(), 3u);
        QCOMPARE(layers[0].reason->tag, kA); // took most off at any one instant
        QCOMPARE(layers[1].reason->tag, kB);
        QVERIFY(!layers[2].reason);
        QCOMPARE(layers[2].others, 2); // C, and A on its other side
        for (std::size_t i = 0; i < course.size(); ++i) {
            twin::MilliPoints sum = 0, all = 0;
            for (const ReasonLayer& layer : layers)
                sum += layer.points[i];
            for (const twin::Deduction& d : course[i].deductions)
                all += d.points;
            QCOMPARE(sum, all);
        }
        QVERIFY(reasonLayers({}, 4).empty());
        QCOMPARE(reasonLayers(course, 4).size(), 4u); // all named: no others
    }

    void changesAreSortedByDifference()
    {
        const ReasonsAt then = instant(kT, {takes(kA, 10'000), takes(kB, 5'000), takes(kC, 3'000)});
        const ReasonsAt now = instant(kT + 1, {takes(kA, 10'050), takes(kC, 33'000)});
        const auto changes = reasonChanges(then, now);
        QCOMPARE(changes.size(), 2u); // A: less than a tenth of a point
        QCOMPARE(changes[0].reason.tag, kC);
        QCOMPARE(changes[0].difference(), 30'000);
        QCOMPARE(changes[1].reason.tag, kB); // gone
        QCOMPARE(changes[1].now, 0);
        QCOMPARE(changes[1].difference(), -5'000);
        ReasonsAt withheld = now;
        withheld.scored = false;
        QVERIFY(reasonChanges(then, withheld).empty());
        QVERIFY(reasonChanges(withheld, now).empty());
    }

    void knownUpToAnInstant()
    {
        const std::vector<ReasonsAt> course{instant(kT, {}), instant(kT + 10, {})};
        QVERIFY(!reasonsKnownAt(course, kT - 1));
        QCOMPARE(reasonsKnownAt(course, kT + 9)->at, kT);
        QCOMPARE(reasonsKnownAt(course, kT + 10)->at, kT + 10);
    }

    void asksOnceAndThenSeesForItself()
    {
        ViewState view;
        Selection selection;
        PatientReasons history;
        view.setRange({kT - twin::kHour, kT + twin::kHour});
        showAt(view, kT, 5'000);
        ReasonHistory reasons(view, selection, history);
        reasons.want();
        QVERIFY(history.questions.empty()); // no machine
        selection.setAsset(reactor);
        QCOMPARE(reasons.instants().size(), 1u); // what is seen now
        reasons.want();
        reasons.want();
        QCOMPARE(history.questions.size(), 1u);
        QCOMPARE(history.questions[0].asset, reactor);
        QCOMPARE(history.questions[0].stretch, (TimeRange{kT - twin::kHour, kT}));
        QVERIFY(reasons.working());
        QCOMPARE(view.jobs().jobs().size(), 1u);
        history.questions[0].done({{instant(kT - twin::kMinute, {takes(pressure, 1'000)}),
                                    instant(kT, {takes(pressure, 5'000)})}, {}});
        QVERIFY(!reasons.working());
        QVERIFY(view.jobs().jobs().empty());
        QCOMPARE(reasons.instants().size(), 2u);
        // Time goes on: only the latest instant moves until a column has passed.
        const twin::TimeNs column = twin::kHour / ReasonHistory::kColumns;
        showAt(view, kT + column / 4, 6'000);
        showAt(view, kT + column / 2, 7'000);
        QCOMPARE(reasons.instants().size(), 3u);
        QCOMPARE(reasons.instants().back().deductions[0].points, 7'000);
        showAt(view, kT + 2 * column, 8'000);
        QCOMPARE(reasons.instants().back().at, kT + 2 * column);
        reasons.want();
        QCOMPARE(history.questions.size(), 1u);
    }

    void nothingAfterTheCursor()
    {
        ViewState view;
        Selection selection;
        PatientReasons history;
        view.setRange({kT - twin::kHour, kT + twin::kHour});
        showAt(view, kT, 5'000);
        selection.setAsset(reactor);
        ReasonHistory reasons(view, selection, history);
        reasons.want();
        history.questions[0].done({{instant(kT - twin::kMinute, {}), instant(kT, {})}, {}});
        showAt(view, kT - 30 * twin::kMinute, 2'000, 1); // a jump within what is known
        QCOMPARE(reasons.instants().size(), 1u);
        QCOMPARE(reasons.instants().back().at, kT - 30 * twin::kMinute);
        showAt(view, kT + 30 * twin::kMinute, 2'000, 2); // one beyond it
        reasons.want();
        QCOMPARE(history.questions.size(), 2u);
        history.questions[0].done({{instant(kT, {})}, {}}); // too late
        QCOMPARE(reasons.instants().size(), 1u);
    }

    void cancelledUntilWantedAgain()
    {
        ViewState view;
        Selection selection;
        PatientReasons history;
        view.setRange({kT - twin::kHour, kT});
        showAt(view, kT, 5'000);
        selection.setAsset(reactor);
        ReasonHistory reasons(view, selection, history);
        reasons.want();
        const int before = history.cancelled;
        view.jobs().jobs()[0]->cancel();
        QCOMPARE(history.cancelled, before + 1);
        QVERIFY(reasons.cancelled() && !reasons.working() && view.jobs().jobs().empty());
        reasons.want();
        QCOMPARE(history.questions.size(), 1u);
        history.questions[0].done({{instant(kT - twin::kMinute, {})}, {}});
        QCOMPARE(reasons.instants().size(), 1u); // it came too late
        reasons.again();
        QCOMPARE(history.questions.size(), 2u);
        QVERIFY(!reasons.cancelled());
    }

    void chartSaysTheValuesAtThePointer()
    {
        ReasonChart chart;
        Phrases phrases;
        phrases.setPlant(plant);
        chart.show({}, {}, twin::kNoTime, phrases);
        QVERIFY(chart.spokenText().contains(QStringLiteral("Nothing is known")));
        chart.show({instant(kT, {takes(pressure, 1'500)}), {kT + twin::kMinute, false, 0, {}},
                    instant(kT + 2 * twin::kMinute, {takes(pressure, 12'300)})},
                   {kT - twin::kMinute, kT + 2 * twin::kMinute}, twin::kNoTime, phrases);
        QVERIFY(chart.legend()[0].endsWith(QStringLiteral("12.3"))); // at the cursor
        chart.setPointer(kT + 59 * twin::kSecond);
        QVERIFY(chart.legend()[0].endsWith(QStringLiteral("1.5")));
        chart.setPointer(kT + twin::kMinute);
        QVERIFY(chart.spokenText().endsWith(QStringLiteral("no figure")));
        // By the keyboard, and what is chosen there.
        chart.resize(320, 240);
        chart.show({instant(kT, {takes(pressure, 1'500)}), instant(kT + twin::kMinute, {})},
                   {kT - twin::kMinute, kT + twin::kMinute}, twin::kNoTime, phrases);
        chart.setPointer(std::nullopt);
        QSignalSpy chosen(&chart, &ReasonChart::chosen);
        QTest::keyClick(&chart, Qt::Key_Return); // nothing pointed at
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(&chart, Qt::Key_Left);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<twin::TimeNs>(), kT);
    }

    void panelComparesWithTheChosenTime()
    {
        ViewState view;
        Selection selection;
        RisingHistory history;
        NotingTransport transport;
        QUndoStack undo;
        Settings settings;
        view.setRange({kT - twin::kHour, kT});
        history.course.instants = {instant(kT - 59 * twin::kMinute, {}),
                                   instant(kT - 20 * twin::kMinute, {takes(pressure, 4'000)})};
        showAt(view, kT, 30'000);
        selection.setAsset(reactor);
        const ConsoleContext context{view, transport, history, selection, settings, undo, QLocale::c()};
        ReasonPanel panel(context);
        panel.resize(340, 600);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const auto* list = panel.findChild<QListView*>(QStringLiteral("reasonChanges"));
        const auto row = [&](int role) { return list->model()->index(0, 0).data(role).toString(); };
        QTRY_COMPARE(row(ReasonChangeModel::DifferenceRole), QStringLiteral("+30.0")); // half an hour
        panel.compareSince(kT - 10 * twin::kMinute);
        QCOMPARE(row(ReasonChangeModel::ThenRole), QStringLiteral("4.0"));
        QCOMPARE(row(ReasonChangeModel::NowRole), QStringLiteral("30.0"));
        QCOMPARE(row(ReasonChangeModel::DifferenceRole), QStringLiteral("+26.0"));
        panel.compareBack(2 * twin::kHour); // before there was anything
        QCOMPARE(list->model()->rowCount(), 0);
        selection.setAsset(plant->findAsset("separator"));
        QCOMPARE(panel.then(), kT - 2 * twin::kHour); // a span holds for every machine
    }
};

QTEST_MAIN(TestReasons)
#include "tst_reasons.moc"
