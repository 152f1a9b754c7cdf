// SPDX-License-Identifier: GPL-3.0-or-later
// What a person asks of time, by the console's own wiring: a real plant, a real broker, the ring
// file that is being written, and a session.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/gemba/console.h"
#include "tests/runtime/live_plant.h"
#include "tests/runtime/plant_log.h"
#include "tests/runtime/written_session.h"

using namespace gemba;
using namespace gemba::test;
using ui::Mode;

class TestConsoleTime : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString file(const char* name) const { return m_dir.filePath(QLatin1String(name)); }
    [[nodiscard]] twin::TimeNs cursor(Console& c) const
    {
        return c.view().snapshot() ? c.view().snapshot()->at : twin::kNoTime;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        WrittenSession session(file("session.gmb").toStdString());
        session.append(makeLog({plant::Format::Sparkplug, "6", 150, 60, false, 1}));
        QVERIFY(session.close().ok());
    }

    void lifeToHistoryAndBack()
    {
        Mosquitto broker;
        QVERIFY(broker.start());
        PlantProcess plant(broker, "--run 6 --from-row 150");
        LivePlant::Settings settings{eastman(), *twin::parseBroker(broker.url()),
                                     file("ring.gmb").toStdString()};
        settings.broker.hostId = "gemba-test";
        auto runtime = LivePlant::prepare(settings);
        QVERIFY(runtime.ok());
        LivePlant live(std::move(settings), std::move(*runtime));
        QVERIFY(live.start().ok());
        Console c; // gone before the plant
        c.showPlant(&live);
        QTRY_VERIFY_WITH_TIMEOUT(c.view().recording().ringOn && c.view().snapshot()
                                     && c.view().range().to - c.view().range().from > 3 * twin::kSecond,
                                 kPatience);
        c.pause();
        const twin::TimeNs pausedAt = cursor(c);
        QCOMPARE(c.view().mode(), Mode::LivePaused);
        QTRY_VERIFY_WITH_TIMEOUT(c.view().newSincePause() > 0, kPatience);
        QCOMPARE(cursor(c), pausedAt); // the view stands, the log goes on
        QSignalSpy opening(&c.view(), &ui::ViewState::openingChanged);
        c.seek(pausedAt - twin::kSecond);
        QVERIFY(!c.view().opening().isEmpty()); // said at once, opened elsewhere
        QTRY_COMPARE_WITH_TIMEOUT(c.view().mode(), Mode::ReplayHistory, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(cursor(c), pausedAt - twin::kSecond, kPatience);
        QVERIFY(c.view().opening().isEmpty());
        // A bookmark is an act in the log, also where one looks at the past.
        c.setBookmark({cursor(c), QStringLiteral("here <b>it</b> began")});
        QTRY_COMPARE_WITH_TIMEOUT(c.view().bookmarks().size(), 1U, kPatience);
        QCOMPARE(c.view().bookmarks()[0].at, pausedAt - twin::kSecond);
        c.setBookmark({cursor(c), QStringLiteral("renamed")});
        QTRY_COMPARE_WITH_TIMEOUT(c.view().bookmarks()[0].name, QStringLiteral("renamed"), kPatience);
        // The replay follows the ring into what is recorded meanwhile, until it is told otherwise.
        c.setRate(60);
        c.play();
        QTRY_VERIFY_WITH_TIMEOUT(cursor(c) > pausedAt + twin::kSecond, kPatience);
        c.stepSample(-1, twin::kNoAsset);
        c.goLive();
        QCOMPARE(c.view().mode(), Mode::Live);
        QTRY_VERIFY_WITH_TIMEOUT(cursor(c) > pausedAt, kPatience);
        // Asked for and thought better of: life goes on.
        c.stepBy(-twin::kSecond);
        c.goLive();
        QTest::qWait(0);
        QCOMPARE(c.view().mode(), Mode::Live);
        c.removeBookmark(c.view().bookmarks()[0].at);
        QTRY_VERIFY_WITH_TIMEOUT(c.view().bookmarks().empty(), kPatience);
    }

    void bookmarksOnAFileAreKeptForThisPerson()
    {
        twin::TimeNs at = 0;
        {
            Console c(file("bookmarks.ini"));
            QVERIFY(c.showSession(file("session.gmb").toStdString(), twin::kNoTime).ok());
            at = c.view().range().from + twin::kSecond;
            c.setBookmark({at, QStringLiteral("ünïcode, [x]=1")});
            c.setBookmark({at + 1, QStringLiteral("gone")});
            c.removeBookmark(at + 1);
        }
        QVERIFY(QFile::copy(file("session.gmb"), file("renamed.gmb"))); // the same session
        Console c(file("bookmarks.ini"));
        QVERIFY(c.showSession(file("renamed.gmb").toStdString(), twin::kNoTime).ok());
        QCOMPARE(c.view().bookmarks().size(), 1U);
        QCOMPARE(c.view().bookmarks()[0], (ui::Bookmark{at, QStringLiteral("ünïcode, [x]=1")}));
    }

    void aFileIsOpenedWithoutHoldingTheWindowUp()
    {
        Console c;
        c.openFile(file("session.gmb"));
        QVERIFY(!c.view().opening().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(c.view().mode(), Mode::ReplayFile, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(cursor(c), c.view().range().to, kPatience);
        c.openFile(file("none.gmb"));
        QTRY_VERIFY_WITH_TIMEOUT(!c.view().notice().isEmpty(), kPatience);
        QCOMPARE(c.view().mode(), Mode::ReplayFile); // what was shown stays
    }

    void loopsAndStopsAsAsked()
    {
        Console c;
        QVERIFY(c.showSession(file("session.gmb").toStdString(), twin::kNoTime).ok());
        const ui::TimeRange range = c.view().range();
        QTRY_COMPARE_WITH_TIMEOUT(cursor(c), range.to, kPatience);
        c.setSelection({range.from + 10 * twin::kSecond, range.from + 12 * twin::kSecond});
        c.setLoop(ui::Loop::Selection);
        c.setRate(30);
        c.seek(range.from + 11 * twin::kSecond);
        c.play();
        twin::TimeNs last = twin::kNoTime;
        int rounds = 0;
        connect(&c.view(), &ui::ViewState::snapshotChanged, this, [&] {
            rounds += cursor(c) < last ? 1 : 0;
            last = cursor(c);
        });
        QTRY_VERIFY_WITH_TIMEOUT(rounds >= 3, kPatience);
        QVERIFY(last <= range.from + 12 * twin::kSecond);
        c.setSelection({});
        QCOMPARE(c.view().playback().loop, ui::Loop::Off);
        c.pause();
        QTRY_VERIFY_WITH_TIMEOUT(!c.view().playing(), kPatience);
        c.setBookmark({range.from + 20 * twin::kSecond, QStringLiteral("stop here")});
        QSignalSpy told(&c.view(), &ui::ViewState::told);
        c.playUntil({ui::PlayUntil::What::Bookmark, 0, twin::kNoAsset});
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, kPatience);
        QCOMPARE(cursor(c), range.from + 20 * twin::kSecond);
        QVERIFY(!c.view().playing());
        disconnect(&c.view(), nullptr, this, nullptr);
    }

    void eventsOneASecond()
    {
        Console c;
        QVERIFY(c.showSession(file("session.gmb").toStdString(), twin::kNoTime).ok());
        c.seek(c.view().range().from - 1);
        QTRY_VERIFY_WITH_TIMEOUT(!c.view().snapshot(), kPatience); // no record there
        c.setRate(ui::kEventRate);
        QSignalSpy changes(&c.view(), &ui::ViewState::snapshotChanged);
        c.play();
        QTRY_VERIFY_WITH_TIMEOUT(changes.size() >= 2, kPatience);
        std::vector<twin::TimeNs> times;
        for (const twin::Event& e : c.view().timeline())
            times.push_back(e.at);
        QVERIFY(std::find(times.begin(), times.end(), cursor(c)) != times.end());
    }

    void lanesOfASession()
    {
        Console c;
        QVERIFY(c.showSession(file("session.gmb").toStdString(), twin::kNoTime).ok());
        const ui::TimeRange range = c.view().range();
        constexpr int kColumns = 61;
        std::optional<ui::Density> density;
        std::optional<std::vector<double>> lowest;
        std::optional<std::vector<twin::Event>> marks;
        const std::size_t assets = 5;
        c.history().density(1, range.from, range.to + 1, kColumns, [&](ui::Density d) { density = d; });
        c.history().lowestCondition(2, assets, range.from, range.to + 1, kColumns,
                                    [&](std::vector<double> v) { lowest = v; });
        c.history().marks(3, range.from, range.to + 1, kColumns,
                          [&](std::vector<twin::Event> v) { marks = v; });
        QTRY_VERIFY_WITH_TIMEOUT(density && lowest && marks, kPatience);
        const double seconds = static_cast<double>(range.to + 1 - range.from) / twin::kSecond;
        double messages = 0;
        for (const double n : density->perSecond)
            messages += n * seconds / kColumns;
        QCOMPARE(qRound64(messages), qRound64(static_cast<double>(c.replay()->info().packets)));
        // As an exact scan of the states says.
        double worst = 100;
        for (const double v : *lowest)
            worst = std::isnan(v) ? worst : std::min(worst, v);
        double exact = 100;
        auto player = twin::SessionPlayer::open(file("session.gmb").toStdString(),
                                                twin::SessionReader::OpenMode::Foreign);
        QVERIFY(player.ok());
        struct Lowest : twin::PipelineOutput {
            double* lowest;
            void onAssessment(twin::AssetId, const twin::Assessment& a) override
            {
                if (a.withheld == twin::Withheld::No)
                    *lowest = std::min(*lowest, a.score / 1000.0);
            }
        } output;
        output.lowest = &exact;
        QVERIFY((*player)->playTo(INT64_MAX, output).ok());
        QCOMPARE(worst, exact);
        QVERIFY(std::is_sorted(marks->begin(), marks->end(),
                               [](const auto& a, const auto& b) { return a.at < b.at; }));
        QVERIFY(std::any_of(marks->begin(), marks->end(), [](const twin::Event& e) {
            return e.kind == twin::EventKind::AlertRaised;
        }));
    }

    void reasonsAsAViewAtThatInstantShowsThem()
    {
        Console c;
        const std::string path = file("session.gmb").toStdString();
        QVERIFY(c.showSession(path, twin::kNoTime).ok());
        QTRY_VERIFY_WITH_TIMEOUT(c.view().plant(), kPatience);
        const ui::TimeRange range = c.view().range();
        const twin::AssetId asset = c.view().plant()->findAsset("reactor");
        std::optional<ui::ReasonCourse> course;
        double share = 0;
        c.history().reasonCourse(7, asset, range.from, range.to, 9, [&](double part) { share = part; },
                                 [&](ui::ReasonCourse answer) { course = std::move(answer); });
        QTRY_VERIFY_WITH_TIMEOUT(course, kPatience);
        QCOMPARE(course->problem, QString());
        QCOMPARE(share, 1.0);
        QCOMPARE(course->instants.size(), 9u);
        QCOMPARE(course->instants.back().at, range.to);
        bool any = false;
        for (const ui::ReasonsAt& there : course->instants) {
            auto player = twin::SessionPlayer::open(path, twin::SessionReader::OpenMode::Foreign);
            QVERIFY(player.ok() && (*player)->seek(there.at).ok());
            const auto snapshot = (*player)->snapshot(0);
            QCOMPARE(there, ui::reasonsAt(snapshot->assets[twin::index(asset)].assessment, there.at));
            any |= !there.deductions.empty();
        }
        QVERIFY(any); // it is a story with a fault in it

        // What is cancelled, overtaken, or of a machine that there is not.
        course.reset();
        std::optional<ui::ReasonCourse> other;
        c.history().reasonCourse(7, asset, range.from, range.to, 90, [](double) {},
                                 [&](ui::ReasonCourse answer) { course = std::move(answer); });
        c.history().reasonCourse(7, twin::AssetId{9'999}, range.from, range.to, 3, [](double) {},
                                 [&](ui::ReasonCourse answer) { other = std::move(answer); });
        QTRY_VERIFY_WITH_TIMEOUT(other, kPatience);
        QVERIFY(other->instants.empty());
        QVERIFY(!course);
        c.history().reasonCourse(7, asset, range.from, range.to, 90, [](double) {},
                                 [&](ui::ReasonCourse answer) { course = std::move(answer); });
        c.history().cancel(7);
        QTRY_COMPARE_WITH_TIMEOUT(c.history().pending(), 0, kPatience);
        QVERIFY(!course);
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestConsoleTime)
#include "tst_console_time.moc"
