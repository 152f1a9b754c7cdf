// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes of the time bar: exact where a stretch is short, and of a whole year without reading it.
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include "twin/store/session_reader.h"
#include "twin/store/sqlite.h"
#include "written_session.h"

using namespace gemba::twin;
using namespace gemba::test;

class TestLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silencesAreFoundExactly()
    {
        QTemporaryDir dir;
        const std::string path = dir.filePath(QStringLiteral("gappy.gmb")).toStdString();
        auto log = makeLog({gemba::plant::Format::Sparkplug, "6", 150, 30, false, 1});
        std::size_t at = log.size() / 2;
        while (log[at].kind != RecordKind::Packet)
            ++at;
        const TimeNs silence = 40 * kSecond;
        log = withSilence(std::move(log), at, silence);
        WrittenSession session(path);
        session.append(log);
        QVERIFY(session.close().ok());
        TimeNs before = 0;
        for (std::size_t i = 0; i < at; ++i)
            before = log[i].kind == RecordKind::Packet ? log[i].arrival : before;
        const auto after = std::find_if(log.begin() + static_cast<std::ptrdiff_t>(at), log.end(),
                                        [](const OwnedRecord& r) { return r.kind == RecordKind::Packet; });
        auto reader = SessionReader::open(path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        const SessionInfo info = (*reader)->info();
        const auto lane = (*reader)->density(info.from, info.to + 1, 100);
        QVERIFY(lane.ok() && !lane->records);
        QCOMPARE(lane->silences, (std::vector<SilentStretch>{{before, after->arrival}}));
        double packets = 0;
        for (const double n : lane->perSecond)
            packets += n * static_cast<double>(info.to + 1 - info.from) / 100 / kSecond;
        QCOMPARE(std::llround(packets), static_cast<long long>(info.packets));
    }

    void aYearOfIntervals()
    {
        QTemporaryDir dir;
        const std::string path = dir.filePath(QStringLiteral("year.gmb")).toStdString();
        WrittenSession session(path);
        session.append(makeLog({gemba::plant::Format::Sparkplug, "6", 150, 30, false, 1}));
        QVERIFY(session.close().ok());
        TimeNs from = 0;
        constexpr std::int64_t kIntervals = 3'153'600; // of ten seconds
        constexpr std::int64_t kEvents = 300'000;
        {
            auto db = Database::open(path, Database::Access::ReadWrite);
            QVERIFY(db.ok());
            from = *db->integer("SELECT min(first_arrival) FROM interval");
            const std::string rows = "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<";
            const std::string start = std::to_string(from + kMinute);
            QVERIFY(db->execute((rows + std::to_string(kIntervals) + ") INSERT INTO interval SELECT 1000+i,"
                                 " 100000+i*50, " + start + "+i*10000000000, 100049+i*50, " + start
                                 + "+i*10000000000+9000000000, 50, NULL, 1, 1, 0 FROM n").c_str()).ok());
            QVERIFY(db->execute((rows + std::to_string(kEvents) + ") INSERT INTO event(seq,at,kind,priority,"
                                 "asset,tag,alert,number,text) SELECT i, " + start
                                 + "+i*105120000000, 14, 1+i%3, 0, 4294967295, i, 0, '' FROM n").c_str()).ok());
        }
        auto reader = SessionReader::open(path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        const TimeNs to = from + kIntervals * 10 * kSecond;
        QElapsedTimer timer;
        timer.start();
        const auto lane = (*reader)->density(from + kHour, to, 300);
        const qint64 density = timer.restart();
        const auto marks = (*reader)->marks(from, to, 1'200);
        qInfo("a year: density %lld ms, marks of %lld events %lld ms", density,
              static_cast<long long>(kEvents), timer.elapsed());
        QVERIFY(lane.ok() && lane->records);
        for (const double n : lane->perSecond)
            QVERIFY2(std::abs(n - 5.0) < 0.05, QByteArray::number(n)); // 50 records in ten seconds
        QVERIFY(marks.ok());
        QVERIFY(marks->size() <= 1'201U && marks->size() >= 1'150U);
        // Of those upon one another the most urgent one is kept.
        QVERIFY(std::count_if(marks->begin(), marks->end(), [](const Event& e) { return e.priority == 1; })
                > std::ssize(*marks) - 20);
    }
};

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
