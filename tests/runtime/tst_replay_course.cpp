// SPDX-License-Identifier: GPL-3.0-or-later
// However a person comes to an instant, it is the same exact state there: forwards, backwards, step
// by step, around a loop, over a gap.
#include <QTemporaryDir>
#include <QTest>

#include "snapshot_print.h"
#include "twin/runtime/replay_course.h"
#include "written_session.h"

using namespace gemba::twin;
using namespace gemba::test;

namespace {

constexpr TimeNs kSilence = 3 * kHour + 10 * kMinute;
constexpr TimeNs kFrame = 40 * kMillisecond;

std::unique_ptr<ReplayCourse> open(const std::string& path,
                                   SessionReader::OpenMode mode = SessionReader::OpenMode::Foreign)
{
    auto player = SessionPlayer::open(path, mode);
    return player ? std::make_unique<ReplayCourse>(std::move(*player)) : nullptr;
}

ReplayPlan planOf(double rate)
{
    ReplayPlan plan;
    plan.rate = rate;
    return plan;
}

} // namespace

Q_DECLARE_METATYPE(ReplayPlan::Gaps)
Q_DECLARE_METATYPE(ReplayPlan::Loop)

class TestReplayCourse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_path = m_dir.filePath(QStringLiteral("plain.gmb")).toStdString();
        m_gappy = m_dir.filePath(QStringLiteral("gappy.gmb")).toStdString();
        const auto log = makeLog({gemba::plant::Format::Sparkplug, "6", 150, 120, true, 3});
        WrittenSession plain(m_path);
        plain.append(log);
        QVERIFY(plain.close().ok());
        const auto quiet = makeLog({gemba::plant::Format::Sparkplug, "6", 150, 60, false, 1});
        m_gapAt = quiet.size() / 2;
        while (quiet[m_gapAt].kind != RecordKind::Packet)
            ++m_gapAt;
        WrittenSession gappy(m_gappy);
        gappy.append(withSilence(quiet, m_gapAt, kSilence));
        QVERIFY(gappy.close().ok());
        m_gapFrom = quiet[m_gapAt - 1].arrival;
        m_gapTo = quiet[m_gapAt].arrival + kSilence;
    }

    void anyWayThereIsASeek_data()
    {
        QTest::addColumn<double>("rate"); // 0: steps
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("events");
        QTest::newRow("at life's pace") << 1.0 << 0 << 0;
        QTest::newRow("fast") << 60.0 << 0 << 0;
        QTest::newRow("backwards") << -10.0 << 0 << 0;
        QTest::newRow("fast backwards") << -60.0 << 0 << 0;
        QTest::newRow("samples on") << 0.0 << 1 << 0;
        QTest::newRow("samples back") << 0.0 << -1 << 0;
        QTest::newRow("events on") << 0.0 << 0 << 1;
        QTest::newRow("events back") << 0.0 << 0 << -1;
        QTest::newRow("ten samples back") << 0.0 << -10 << 0;
    }
    void anyWayThereIsASeek()
    {
        QFETCH(double, rate);
        QFETCH(int, samples);
        QFETCH(int, events);
        const auto course = open(m_path);
        const auto other = open(m_path);
        QVERIFY(course && other);
        QVERIFY(course->seek(course->from() + 55 * kSecond + 3).ok());
        for (int i = 0; i < 12; ++i) {
            const TimeNs before = course->position();
            if (samples != 0)
                QVERIFY(course->stepSample(samples, kNoAsset).ok());
            else if (events != 0)
                QVERIFY(course->stepEvent(events).ok());
            else
                QVERIFY(course->advance(kFrame, planOf(rate)).ok());
            const bool on = rate + samples + events > 0;
            QVERIFY(on ? course->position() > before : course->position() < before);
            QVERIFY(other->seek(course->position()).ok());
            QCOMPARE(print(*course->snapshot(0)), print(*other->snapshot(0)));
        }
    }

    void stepsBackUndoStepsOn() // a step back is the same operation as a step on
    {
        const auto course = open(m_path);
        QVERIFY(course);
        QVERIFY(course->seek(course->from() + 30 * kSecond).ok());
        QVERIFY(course->stepSample(1, kNoAsset).ok());
        std::vector<std::pair<TimeNs, Bytes>> way;
        for (int i = 0; i < 40; ++i) {
            way.emplace_back(course->position(), print(*course->snapshot(0)));
            QVERIFY(course->stepSample(1, kNoAsset).ok());
        }
        for (; !way.empty(); way.pop_back()) {
            QVERIFY(course->stepSample(-1, kNoAsset).ok());
            QCOMPARE(course->position(), way.back().first);
            QCOMPARE(print(*course->snapshot(0)), way.back().second);
        }
    }

    void samplesOfOneMachine()
    {
        const auto course = open(m_path);
        QVERIFY(course);
        QVERIFY(course->seek(course->from() + 20 * kSecond).ok());
        const AssetId reactor = course->player().pipeline().plant()->findAsset("reactor");
        QVERIFY(reactor != kNoAsset);
        TimeNs last = course->position();
        for (int i = 0; i < 5; ++i) {
            QVERIFY(course->stepSample(1, reactor).ok());
            const SnapshotPtr s = course->snapshot(0);
            bool arrived = false;
            for (std::size_t t = 0; t < s->tags.size(); ++t)
                arrived = arrived || (s->plant->tags[t].asset == reactor
                                      && s->tags[t].arrival == course->position());
            QVERIFY(arrived);
            QVERIFY(course->position() - last > 500 * kMillisecond || i == 0); // one row a second
            last = course->position();
        }
    }

    void nothingBeforeTheFirstNorBeyondTheLast()
    {
        const auto course = open(m_path);
        QVERIFY(course);
        QVERIFY(course->seek(course->from() - kSecond).ok());
        QVERIFY(!course->snapshot(0)); // no record
        QVERIFY(course->stepEvent(-1).ok());
        QVERIFY(course->stepSample(-1, kNoAsset).ok());
        QCOMPARE(course->position(), course->from() - kSecond);
        QVERIFY(course->seek(course->to()).ok());
        QVERIFY(course->stepEvent(1).ok());
        QVERIFY(course->stepSample(1, kNoAsset).ok());
        QCOMPARE(course->position(), course->to());
        const auto moved = course->advance(kFrame, planOf(1));
        QVERIFY(moved.ok() && moved->ended);
        QVERIFY(course->seek(course->from()).ok());
        const auto back = course->advance(kFrame, planOf(-1));
        QVERIFY(back.ok() && back->ended);
        QCOMPARE(course->position(), course->from());
    }

    void loops_data()
    {
        QTest::addColumn<ReplayPlan::Loop>("loop");
        QTest::addColumn<double>("rate");
        QTest::newRow("selection") << ReplayPlan::Loop::Selection << 30.0;
        QTest::newRow("selection, backwards") << ReplayPlan::Loop::Selection << -30.0;
        QTest::newRow("all") << ReplayPlan::Loop::All << 600.0;
        QTest::newRow("all, backwards") << ReplayPlan::Loop::All << -60.0;
    }
    void loops()
    {
        QFETCH(ReplayPlan::Loop, loop);
        QFETCH(double, rate);
        const auto course = open(m_path);
        QVERIFY(course);
        ReplayPlan plan = planOf(rate);
        plan.loop = loop;
        plan.selectionFrom = course->from() + 20 * kSecond;
        plan.selectionTo = course->from() + 30 * kSecond;
        const bool all = loop == ReplayPlan::Loop::All;
        const TimeNs from = all ? course->from() : plan.selectionFrom;
        const TimeNs to = all ? course->to() : plan.selectionTo;
        QVERIFY(course->seek(from + kSecond).ok());
        int rounds = 0;
        TimeNs last = course->position();
        for (int i = 0; i < 200 && rounds < 2; ++i) {
            const auto moved = course->advance(kFrame, plan);
            QVERIFY(moved.ok() && !moved->ended);
            QVERIFY(course->position() >= from && course->position() <= to);
            if (rate > 0 ? course->position() < last : course->position() > last) {
                ++rounds; // it begins again where it should
                QCOMPARE(course->position(), rate > 0 ? from : to);
                QCOMPARE(last, rate > 0 ? to : from); // and nothing was cut off
            }
            last = course->position();
        }
        QCOMPARE(rounds, 2);
    }

    void gaps_data()
    {
        QTest::addColumn<ReplayPlan::Gaps>("gaps");
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("least"); // seconds of life that the gap takes
        QTest::addColumn<double>("most");
        QTest::newRow("played") << ReplayPlan::Gaps::Play << 3600.0 << 3.1 << 3.3;
        QTest::newRow("in a second") << ReplayPlan::Gaps::Compress << 2.0 << 1.0 << 1.9;
        QTest::newRow("skipped") << ReplayPlan::Gaps::Skip << 2.0 << 0.0 << 0.9;
        QTest::newRow("skipped backwards") << ReplayPlan::Gaps::Skip << -2.0 << 0.0 << 0.9;
    }
    void gaps()
    {
        QFETCH(ReplayPlan::Gaps, gaps);
        QFETCH(double, rate);
        QFETCH(double, least);
        QFETCH(double, most);
        const auto course = open(m_gappy);
        const auto other = open(m_gappy);
        QVERIFY(course && other);
        ReplayPlan plan = planOf(rate);
        plan.gaps = gaps;
        QVERIFY(course->seek(rate > 0 ? m_gapFrom : m_gapTo - 1).ok());
        TimeNs life = 0;
        TimeNs skipped = 0;
        while (rate > 0 ? course->position() < m_gapTo : course->position() > m_gapFrom) {
            const auto moved = course->advance(kFrame, plan);
            QVERIFY(moved.ok());
            life += kFrame;
            if (moved->skippedTo != kNoTime)
                skipped += std::abs(moved->skippedTo - moved->skippedFrom);
            QVERIFY(life < kMinute);
        }
        const double seconds = static_cast<double>(life) / kSecond;
        QVERIFY2(seconds >= least && seconds <= most, QByteArray::number(seconds));
        QCOMPARE(skipped > kSilence - 5 * kSecond, gaps == ReplayPlan::Gaps::Skip);
        QVERIFY(other->seek(course->position()).ok()); // what was skipped was lived through
        QCOMPARE(print(*course->snapshot(0)), print(*other->snapshot(0)));
    }

    void untilTheAlert()
    {
        const auto course = open(m_path);
        QVERIFY(course);
        const auto events = course->player().reader().events(course->from(), course->to());
        QVERIFY(events.ok());
        const auto alert = std::find_if(events->begin(), events->end(), [](const Event& e) {
            return e.kind == EventKind::AlertRaised;
        });
        QVERIFY(alert != events->end());
        ReplayPlan plan = planOf(60);
        plan.until = ReplayPlan::Until::Alert;
        QVERIFY(course->seek(course->from()).ok());
        ReplayCourse::Moved moved;
        for (int i = 0; i < 200 && !moved.reached && !moved.ended; ++i)
            moved = course->advance(kFrame, plan).value();
        QVERIFY(moved.reached);
        QCOMPARE(course->position(), alert->at); // not a frame later
    }

    void untilTheConditionIsBelow()
    {
        const auto course = open(m_path);
        QVERIFY(course);
        ReplayPlan plan = planOf(60);
        plan.until = ReplayPlan::Until::ConditionBelow;
        plan.below = 80'000;
        QVERIFY(course->seek(course->from()).ok());
        ReplayCourse::Moved moved;
        for (int i = 0; i < 200 && !moved.reached && !moved.ended; ++i)
            moved = course->advance(kFrame, plan).value();
        QVERIFY(moved.reached);
        const auto below = [](const SnapshotPtr& s) {
            return std::any_of(s->assets.begin(), s->assets.end(), [](const AssetState& a) {
                return a.assessment.withheld == Withheld::No && a.assessment.score < 80'000;
            });
        };
        QVERIFY(below(course->snapshot(0)));
        QVERIFY(course->seek(course->position() - 1).ok());
        QVERIFY(!below(course->snapshot(0)));
    }

    void untilTheInstant()
    {
        const auto course = open(m_path);
        QVERIFY(course);
        ReplayPlan plan = planOf(600);
        plan.until = ReplayPlan::Until::Instant;
        const TimeNs first = course->from() + 33 * kSecond + 7;
        plan.instants = {course->from() + 90 * kSecond, first, course->from() + kSecond};
        QVERIFY(course->seek(course->from() + kSecond).ok()); // the one it stands at does not count
        ReplayCourse::Moved moved;
        for (int i = 0; i < 10 && !moved.reached; ++i)
            moved = course->advance(kFrame, plan).value();
        QCOMPARE(course->position(), first);
    }

    void aGrowingRingIsFollowedIntoNewIntervals()
    {
        const std::string path = m_dir.filePath(QStringLiteral("ring.gmb")).toStdString();
        SessionWriter::Options options;
        options.ring.emplace();
        WrittenSession ring(path, options);
        auto log = makeLog({gemba::plant::Format::Sparkplug, "6", 150, 60, false, 1});
        std::vector<OwnedRecord> rest(log.begin() + static_cast<std::ptrdiff_t>(log.size() / 4), log.end());
        log.resize(log.size() / 4);
        ring.append(log);
        QVERIFY(ring.committed());
        const auto course = open(path, SessionReader::OpenMode::OwnRing);
        QVERIFY(course);
        QVERIFY(course->seek(course->from() - 1).ok());
        QVERIFY(course->advance(kHour, planOf(1)).ok());
        ring.append(rest);
        QVERIFY(ring.committed());
        QVERIFY(course->advance(kHour, planOf(1)).ok());
        QCOMPARE(course->position(), rest.back().arrival);
        // Every interval but the one that is still open was run whole and compared.
        const auto intervals = course->player().takeIntervals(false);
        QCOMPARE(intervals.size(), course->player().reader().intervals()->size() - 1);
        for (const auto& i : intervals)
            QVERIFY(i.stored && !i.differs());
    }

private:
    QTemporaryDir m_dir;
    std::string m_path, m_gappy;
    std::size_t m_gapAt = 0;
    TimeNs m_gapFrom = 0, m_gapTo = 0;
};

QTEST_GUILESS_MAIN(TestReplayCourse)
#include "tst_replay_course.moc"
