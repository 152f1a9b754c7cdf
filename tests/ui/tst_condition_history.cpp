// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/models/condition_history.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

/// Keeps every question until the test answers it.
class PatientHistory : public RisingHistory
{
public:
    struct Question
    {
        twin::AssetId asset;
        twin::TimeNs from, to, knownAt;
        std::function<void(Trend)> done;
    };
    std::vector<Question> questions;
    void conditionTrend(int, twin::AssetId asset, twin::TimeNs from, twin::TimeNs to, int,
                        twin::TimeNs knownAt, std::function<void(Trend)> done) override
    {
        questions.push_back({asset, from, to, knownAt, std::move(done)});
    }
};

const twin::AssetId kFirst{0}, kSecond{1};

} // namespace

class TestConditionHistory : public QObject
{
    Q_OBJECT
private:
    ViewState view;
    PatientHistory history;
    const std::shared_ptr<const twin::Plant> plant = eastman();

    void showAt(twin::TimeNs t, std::uint64_t epoch = 0)
    {
        SnapshotBuilder b(plant);
        b.snapshot.at = t;
        b.snapshot.epoch = epoch;
        view.setSnapshot(b.build(), ChangeReason::Tick);
    }

private Q_SLOTS:
    void init()
    {
        history.questions.clear();
        view.setRange({kNoon - twin::kHour, kNoon + twin::kHour});
        showAt(kNoon);
    }

    void oneQuestionAtATimeUpToTheCursor()
    {
        ConditionHistory lines(view, history, 7);
        QVERIFY(!lines.line(kFirst));
        QVERIFY(!lines.line(kSecond));
        QVERIFY(!lines.line(kSecond)); // asked for twice, wanted once
        QCOMPARE(history.questions.size(), 1u);
        QCOMPARE(history.questions[0].asset, kFirst);
        QCOMPARE(history.questions[0].from, kNoon - twin::kHour); // the record begins there
        QCOMPARE(history.questions[0].to, kNoon);
        QCOMPARE(history.questions[0].knownAt, kNoon);
        QSignalSpy changed(&lines, &ConditionHistory::changed);
        history.questions[0].done({{{kNoon, kNoon, 60, 55, 61, 60, 3, false}}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(lines.line(kFirst)->trend.buckets.size(), 1u);
        QCOMPARE(history.questions.size(), 2u);
        QCOMPARE(history.questions[1].asset, kSecond);
        history.questions[1].done({});
        QCOMPARE(history.questions.size(), 2u);
    }

    void asksAgainOnceAColumnHasPassed()
    {
        ConditionHistory lines(view, history, 7);
        static_cast<void>(lines.line(kFirst));
        history.questions[0].done({});
        const twin::TimeNs column = twin::kHour / ConditionHistory::kColumns;
        QSignalSpy outdated(&lines, &ConditionHistory::outdated);
        showAt(kNoon + column / 2);
        QVERIFY(lines.line(kFirst));
        QCOMPARE(history.questions.size(), 1u);
        QCOMPARE(outdated.count(), 0);
        showAt(kNoon + 2 * column);
        QCOMPARE(outdated.count(), 1); // whoever shows it may ask
        QVERIFY(lines.line(kFirst));  // what is known so far, meanwhile
        QCOMPARE(history.questions.size(), 2u);
    }

    /// Nobody draws again what looks as before, and a machine without a past always does.
    void tellsOnlyWhatLooksDifferent_data()
    {
        const TrendBucket b{kNoon, kNoon, 60, 55, 61, 60, 3, false};
        QTest::addColumn<Trend>("before");
        QTest::addColumn<Trend>("after");
        QTest::addColumn<int>("told");
        QTest::newRow("nothing, still nothing") << Trend{} << Trend{} << 1; // the first answer
        QTest::newRow("nothing, then a score") << Trend{} << Trend{{b}} << 2;
        QTest::newRow("a line moves on") << Trend{{b}} << Trend{{b}} << 2;
        QTest::newRow("a line has left") << Trend{{b}} << Trend{} << 2;
    }
    void tellsOnlyWhatLooksDifferent()
    {
        QFETCH(Trend, before);
        QFETCH(Trend, after);
        ConditionHistory lines(view, history, 7);
        QSignalSpy changed(&lines, &ConditionHistory::changed);
        static_cast<void>(lines.line(kFirst));
        history.questions[0].done(before);
        showAt(kNoon + 2 * twin::kHour / ConditionHistory::kColumns);
        static_cast<void>(lines.line(kFirst));
        history.questions[1].done(after);
        QTEST(static_cast<int>(changed.count()), "told");
    }

    void nothingAfterTheCursorIsEverShown()
    {
        ConditionHistory lines(view, history, 7);
        static_cast<void>(lines.line(kFirst));
        history.questions[0].done({});
        static_cast<void>(lines.line(kSecond));
        showAt(kNoon - 30 * twin::kMinute, 1); // a jump back, while a question is open
        QVERIFY(!lines.line(kFirst));
        history.questions[1].done({{{kNoon, kNoon, 60, 55, 61, 60, 3, false}}}); // too late
        QVERIFY(!lines.line(kSecond));
        QCOMPARE(history.questions.back().to, kNoon - 30 * twin::kMinute);
    }
};

QTEST_GUILESS_MAIN(TestConditionHistory)
#include "tst_condition_history.moc"
