// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/playlist.h"

#include <QTest>

#include <set>

using namespace gemba::plant;

namespace {

Run makeRun(const char* id, std::size_t rows)
{
    Run run;
    run.id = id;
    run.columns = {"a"};
    run.rows = rows;
    run.faultRow = rows;
    for (std::size_t r = 0; r < rows; ++r)
        run.values.push_back(static_cast<double>(r));
    return run;
}

std::vector<Frame> playAll(Playlist& list, std::size_t atMost = 1000)
{
    std::vector<Frame> out;
    while (out.size() < atMost) {
        const std::optional<Frame> frame = list.next();
        if (!frame)
            break;
        out.push_back(*frame);
    }
    return out;
}

std::string states(const std::vector<Frame>& frames)
{
    std::string out;
    for (const Frame& f : frames)
        out += f.state.at(0);
    return out;
}

} // namespace

class TestPlaylist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsOneRunToItsEnd();
    void startsAndEndsWhereAsked();
    void splicesTwoRuns();
    void loops();
    void tripsAndTellsOnce();
    void beginningIsTheFirstRowWithoutEvents();
};

void TestPlaylist::playsOneRunToItsEnd()
{
    Playlist list({makeRun("x", 10)}, {});
    const std::vector<Frame> frames = playAll(list);
    QCOMPARE(frames.size(), std::size_t(10));
    QCOMPARE(states(frames), std::string("rrrrrrrrrr")); // neither start nor end is a splice
    for (std::size_t i = 0; i < frames.size(); ++i) {
        QCOMPARE(frames[i].number, std::uint64_t(i));
        QCOMPARE(frames[i].values()[0], double(i));
        QCOMPARE(frames[i].event, std::string("Recorded run x begins at row 0"));
    }
    QVERIFY(!list.next()); // and stays at the end
}

void TestPlaylist::startsAndEndsWhereAsked()
{
    Playlist list({makeRun("x", 10)}, {.fromRow = 6, .rows = 3});
    const std::vector<Frame> frames = playAll(list);
    QCOMPARE(frames.size(), std::size_t(3));
    QCOMPARE(frames[0].row, std::size_t(6));
    QCOMPARE(frames[2].values()[0], 8.0);
    QCOMPARE(frames[0].event, std::string("Recorded run x begins at row 6"));
}

void TestPlaylist::splicesTwoRuns()
{
    Playlist list({makeRun("x", 10), makeRun("y", 8)}, {.fromRow = 6});
    const std::vector<Frame> frames = playAll(list);
    QCOMPARE(states(frames), std::string("rrrs"
                                         "sssssrrr"));
    QCOMPARE(frames[3].event, std::string("Recorded run x begins at row 6"));
    QCOMPARE(frames[4].event, std::string("Splice 1: recorded run x ends, run y begins at row 0"));
    QCOMPARE(frames[4].row, std::size_t(0));
    QCOMPARE(frames[4].number, std::uint64_t(4));
}

void TestPlaylist::loops()
{
    Playlist list({makeRun("x", 8)}, {.fromRow = 1, .loop = true});
    const std::vector<Frame> frames = playAll(list, 21);
    QCOMPARE(states(frames), std::string("rrrrrrs"
                                         "sssssrs"
                                         "sssssrs"));
    std::set<std::string> events;
    for (const Frame& f : frames)
        events.insert(f.event);
    QCOMPARE(events.size(), std::size_t(3)); // every splice is an event of its own
    QCOMPARE(frames[7].row, std::size_t(1));
    QCOMPARE(frames[20].number, std::uint64_t(20));
}

void TestPlaylist::tripsAndTellsOnce()
{
    Run run = makeRun("x", 10);
    run.events = {{4, "trip"}};
    run.states = {{4, "tripped"}};
    Playlist list({run, makeRun("y", 7)}, {});
    const std::vector<Frame> frames = playAll(list);
    QCOMPARE(states(frames), std::string("rrrrttttts"
                                         "sssssrr"));
    QCOMPARE(frames[3].event, std::string("Recorded run x begins at row 0"));
    QCOMPARE(frames[4].event, std::string("trip"));
    QCOMPARE(frames[9].event, std::string("trip"));
    Playlist late({run}, {.fromRow = 6}); // begun after the trip: tripped, and no event
    QCOMPARE(late.next()->state, std::string("tripped"));
}

void TestPlaylist::beginningIsTheFirstRowWithoutEvents()
{
    const Playlist list({makeRun("x", 10)}, {.fromRow = 3});
    const Frame frame = list.beginning();
    QCOMPARE(frame.values()[0], 3.0);
    QCOMPARE(frame.state, std::string("running"));
    QVERIFY(frame.event.empty());
}

QTEST_GUILESS_MAIN(TestPlaylist)
#include "tst_playlist.moc"
