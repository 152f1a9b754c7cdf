// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that stalls, fills up or fails: what is missing is counted to the record, the file says
// so, and recording goes on as soon as it can.
#include <csignal>
#include <set>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include "tests/store/synthetic_session.h"
#include "twin/store/sqlite.h"

using namespace gemba::twin;
using namespace gemba::twin::testing;
using namespace std::chrono_literals;

namespace {

/// No file of this process may grow beyond this, for as long as the object lives.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // the write fails with EFBIG instead
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const struct rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    struct rlimit m_before{};
};

} // namespace

class TestSessionFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("a.gmb")).toStdString();
        SessionWriter::Options options;
        options.queueBytes = 64 << 10;
        options.commitEvery = 20ms;
        auto writer = SessionWriter::create(m_path, SyntheticPlant::package(), SyntheticPlant::facts(), options);
        QVERIFY(writer.ok());
        m_writer = std::move(*writer);
        m_plant = std::make_unique<SyntheticPlant>();
    }

    void stalledDiskIsCountedExactly()
    {
        play(100);
        {
            auto other = Database::open(m_path, Database::Access::ReadWrite);
            QVERIFY(other.ok());
            auto held = Transaction::beginImmediate(*other); // nobody else can write now
            QVERIFY(held.ok());
            m_plant->play(*m_writer, 4000);
            QTRY_VERIFY_WITH_TIMEOUT(m_writer->status().error.has_value(), 20'000);
            const SessionWriter::Status stalled = m_writer->status();
            QVERIFY(stalled.unrecorded > 0);
            QVERIFY(stalled.queuedBytes <= (64U << 10) + (4U << 20));
        }
        verifyResumes();
    }

    void fullDiskIsCountedExactly()
    {
        play(100);
        {
            const FileSizeLimit limit(static_cast<rlim_t>(m_writer->status().fileBytes));
            m_plant->play(*m_writer, 4000);
            QTRY_VERIFY_WITH_TIMEOUT(m_writer->status().error.has_value(), 20'000);
            QVERIFY(m_writer->status().unrecorded > 0);
        }
        verifyResumes();
    }

    void briefTroubleLosesNothing()
    {
        play(100);
        {
            auto other = Database::open(m_path, Database::Access::ReadWrite);
            auto held = Transaction::beginImmediate(*other);
            m_plant->play(*m_writer, 40); // fits the queue
            QTRY_VERIFY_WITH_TIMEOUT(m_writer->status().error.has_value(), 20'000);
        }
        play(100);
        QVERIFY(!m_writer->status().error);
        m_plant->endInterval(*m_writer);
        QVERIFY(m_writer->close(m_plant->digest()).ok());
        auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        QVERIFY((*reader)->info().complete);
        QCOMPARE(compareLog(**reader, 1, m_plant->nextSeq() - 1), std::string());
    }

    void diskThatFailsToTheEndIsSaidAtClose()
    {
        play(100);
        const std::uint64_t before = m_plant->nextSeq() - 1;
        {
            const FileSizeLimit limit(1);
            m_plant->play(*m_writer, 4000);
            const auto closed = m_writer->close(std::nullopt);
            QVERIFY(!closed.ok());
            QCOMPARE(closed.error().code, ErrorCode::StoreFailed);
        }
        const SessionWriter::Status status = m_writer->status();
        QVERIFY(status.error.has_value());
        QCOMPARE(status.unrecorded, 4000U);
        auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        QVERIFY(!(*reader)->info().complete);
        QCOMPARE(compareLog(**reader, 1, before), std::string());
    }

    void ownSizeLimitIsLikeAFullDisk()
    {
        SessionWriter::Options options;
        options.queueBytes = 64 << 10;
        options.commitEvery = 20ms;
        options.maxFileBytes = 300'000;
        const std::string path = m_dir->filePath(QStringLiteral("limited.gmb")).toStdString();
        auto writer = SessionWriter::create(path, SyntheticPlant::package(), SyntheticPlant::facts(), options);
        QVERIFY(writer.ok());
        SyntheticPlant plant(1, 1000);
        plant.play(**writer, 20);
        for (int i = 0; i < 2000 && (*writer)->status().unrecorded == 0; ++i) {
            plant.play(**writer, 20);
            (void)(*writer)->waitCommitted(plant.nextSeq() - 1, 20ms);
        }
        QTRY_VERIFY_WITH_TIMEOUT((*writer)->status().error.has_value(), 20'000);
        QVERIFY(!(*writer)->close(std::nullopt).ok());
        auto reader = SessionReader::open(path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        QVERIFY((*reader)->info().fileBytes <= 310'000);
        QVERIFY((*reader)->lastSeq().value() > 20);
    }

    void cannotCreate()
    {
        const auto r = SessionWriter::create("/nowhere/a.gmb", {}, {});
        QVERIFY(!r.ok());
        QCOMPARE(r.error().code, ErrorCode::FileNotWritable);
    }

    void actIsCommittedAtOnce()
    {
        SessionWriter::Options options;
        options.commitEvery = std::chrono::hours(1); // only the act can bring a commit about
        const std::string path = m_dir->filePath(QStringLiteral("act.gmb")).toStdString();
        auto writer = SessionWriter::create(path, SyntheticPlant::package(), SyntheticPlant::facts(), options);
        QVERIFY(writer.ok());
        SyntheticPlant plant;
        plant.play(**writer, 5);
        plant.act(**writer);
        QTRY_COMPARE_WITH_TIMEOUT((*writer)->status().committedSeq, 6U, 20'000);
    }

private:
    void play(std::uint64_t records)
    {
        for (std::uint64_t i = 0; i < records; i += 20) {
            m_plant->play(*m_writer, std::min<std::uint64_t>(20, records - i));
            QVERIFY(m_writer->waitCommitted(m_plant->nextSeq() - 1, 20s));
        }
    }

    /// Room is back: recording goes on, and the file adds up.
    void verifyResumes()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_writer->status().error.has_value(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_writer->status().queuedBytes, 0U, 20'000);
        const std::uint64_t missing = m_writer->status().unrecorded;
        const std::uint64_t resumedAt = m_plant->nextSeq();
        play(200);
        QCOMPARE(m_writer->status().unrecorded, missing);
        m_plant->endInterval(*m_writer);
        QVERIFY(m_writer->close(m_plant->digest()).ok());

        auto opened = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        QVERIFY(opened.ok());
        SessionReader& reader = **opened;
        const SessionInfo& info = reader.info();
        QCOMPARE(info.unrecorded, missing);
        QVERIFY(!info.complete);
        QVERIFY(info.digest.empty());
        QCOMPARE(info.problems.size(), 1U);
        QCOMPARE(info.problems[0].code, ErrorCode::SessionUnrecorded);
        QCOMPARE(info.records + missing, m_plant->nextSeq() - 1);

        std::map<std::uint64_t, std::uint64_t> gaps;
        std::set<std::uint64_t> voided;
        const auto found = reader.gaps();
        QVERIFY(found.ok());
        for (const GapInfo& g : found.value()) {
            QCOMPARE(g.lastSeq - g.firstSeq + 1, g.records);
            QCOMPARE(g.to - g.from, static_cast<TimeNs>(g.records - 1) * SyntheticPlant::kStep);
            gaps[g.firstSeq] = g.lastSeq;
            voided.insert(g.interval);
        }
        LogCursor cursor = reader.cursor(1);
        Record r;
        std::uint64_t expected = 1;
        while (cursor.next(r).value()) {
            while (r.seq != expected && gaps.contains(expected))
                expected = gaps[expected] + 1;
            QCOMPARE(r.seq, expected);
            QVERIFY(r.bytes == SyntheticPlant::payloadOf(r.seq, 100));
            ++expected;
        }
        QCOMPARE(expected, m_plant->nextSeq());
        QVERIFY(std::all_of(gaps.begin(), gaps.end(), [&](auto g) { return g.second < resumedAt; }));
        const auto intervals = reader.intervals();
        QVERIFY(intervals.ok());
        for (const IntervalInfo& i : intervals.value())
            QCOMPARE(i.digest.has_value(), !voided.contains(i.index));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_path;
    std::unique_ptr<SessionWriter> m_writer;
    std::unique_ptr<SyntheticPlant> m_plant;
};

QTEST_GUILESS_MAIN(TestSessionFaults)
#include "tst_session_faults.moc"
