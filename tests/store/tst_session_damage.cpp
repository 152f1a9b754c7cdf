// SPDX-License-Identifier: GPL-3.0-or-later
// Files from anywhere: cut short, with flipped bits, foreign, newer, hostile. Each opens with what
// is valid or is refused by name; none says what was never recorded, none crashes.
#include <random>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/store/synthetic_session.h"
#include "twin/store/check_session.h"
#include "twin/store/compression.h"
#include "twin/store/session_schema.h"

using namespace gemba::twin;
using namespace gemba::twin::testing;
using namespace std::chrono_literals;

namespace {

struct Reading {
    bool opened = false;
    std::uint64_t records = 0;
    std::string wrong; ///< a record that was never recorded
};

/// Asks everything that can be asked of a file.
Reading readEverything(const std::string& path)
{
    Reading reading;
    auto opened = SessionReader::open(path, SessionReader::OpenMode::Foreign);
    if (!opened)
        return reading;
    reading.opened = true;
    SessionReader& reader = **opened;
    LogCursor cursor = reader.cursor(0);
    Record r;
    std::uint64_t last = 0;
    for (int trouble = 0; trouble < 1000;) {
        const auto more = cursor.next(r);
        if (!more) {
            ++trouble;
            continue;
        }
        if (!*more)
            break;
        if (r.seq <= last || r.bytes != SyntheticPlant::payloadOf(r.seq, 300))
            reading.wrong = "record " + std::to_string(r.seq);
        last = r.seq;
        ++reading.records;
    }
    (void)reader.package();
    (void)reader.gaps();
    (void)reader.events(0, INT64_MAX);
    if (const auto intervals = reader.intervals()) {
        for (const IntervalInfo& i : intervals.value())
            (void)reader.readKeyframe(i.index);
    }
    for (std::uint32_t tag = 0; tag < 3; ++tag)
        (void)reader.trend(TagId{tag}, SyntheticPlant::kStart, SyntheticPlant::kStart + kHour, 100, INT64_MAX);
    return reading;
}

} // namespace

class TestSessionDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_good = path("good.gmb");
        auto writer = SessionWriter::create(m_good, SyntheticPlant::package(), SyntheticPlant::facts());
        QVERIFY(writer.ok());
        SyntheticPlant plant(1, 300);
        for (int i = 0; i < 10; ++i) { // several commits, so that tables are interleaved
            plant.play(**writer, kRecords / 10);
            QVERIFY((*writer)->waitCommitted(plant.nextSeq() - 1, 20s));
        }
        plant.endInterval(**writer);
        QVERIFY((*writer)->close(plant.digest()).ok());
        QFile file(QString::fromStdString(m_good));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_bytes = file.readAll();
        QCOMPARE(readEverything(m_good).records, kRecords);
    }

    void cutShortAnywhere()
    {
        std::mt19937_64 random(21);
        std::uint64_t best = 0;
        for (int round = 0; round < 80; ++round) {
            const auto size = static_cast<qsizetype>(random() % static_cast<std::uint64_t>(m_bytes.size()));
            const Reading reading = readEverything(write("cut.gmb", m_bytes.left(size)));
            QVERIFY2(reading.wrong.empty(), QByteArray::number(size) + reading.wrong.c_str());
            best = std::max(best, reading.records);
            const auto problems = checkSession(path("cut.gmb"));
            QVERIFY2(!problems.empty(), QByteArray::number(size));
        }
        QVERIFY2(best > kRecords / 2, QByteArray::number(qulonglong(best)));
    }

    void flippedBits()
    {
        std::mt19937_64 random(22);
        int opened = 0;
        std::uint64_t records = 0;
        for (int round = 0; round < 120; ++round) {
            QByteArray bytes = m_bytes;
            const auto at = static_cast<qsizetype>(random() % static_cast<std::uint64_t>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
            const Reading reading = readEverything(write("flip.gmb", bytes));
            QVERIFY2(reading.wrong.empty(), QByteArray::number(at) + " " + reading.wrong.c_str());
            opened += reading.opened ? 1 : 0;
            records += reading.records;
            (void)checkSession(path("flip.gmb"));
        }
        QVERIFY2(opened > 100, QByteArray::number(opened));
        QVERIFY(records > 100 * kRecords / 2);
    }

    void flippedLogIsNamed()
    {
        // A byte in the middle of a segment, found by way of the database itself.
        const std::string file = write("named.gmb", m_bytes);
        {
            auto db = Database::open(file, Database::Access::ReadWrite);
            QVERIFY(db.ok());
            QVERIFY(db->execute("UPDATE log SET data=substr(data,1,20)||x'00ff'||substr(data,23)"
                                " WHERE first_seq=(SELECT first_seq FROM log ORDER BY first_seq"
                                " LIMIT 1 OFFSET 5)").ok());
        }
        auto reader = SessionReader::open(file, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        LogCursor cursor = (*reader)->cursor(0);
        Record r;
        std::uint64_t good = 0;
        std::vector<Error> errors;
        for (auto more = cursor.next(r); !more || *more; more = cursor.next(r)) {
            if (!more)
                errors.push_back(more.error());
            else
                ++good;
        }
        QCOMPARE(errors.size(), 1U);
        QCOMPARE(errors[0].code, ErrorCode::SessionDamaged);
        QCOMPARE(errors[0].place.row, 101); // intervals of 20 records
        QCOMPARE(good, kRecords - 20);
    }

    void refusedByName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QByteArray& bytes, ErrorCode code) {
            QTest::newRow(name) << bytes << static_cast<int>(code);
        };
        row("empty", {}, ErrorCode::SessionForeign);
        row("junk", QByteArray(100'000, 'j'), ErrorCode::SessionForeign);
        row("zip", QByteArray("PK\x03\x04") + QByteArray(5000, '\x5a'), ErrorCode::SessionForeign);
        row("first bytes only", m_bytes.left(60), ErrorCode::FileTruncated);
        QByteArray newer = m_bytes;
        newer[63] = 9;
        row("newer", newer, ErrorCode::SessionNewer);
        QByteArray foreign = m_bytes;
        foreign[68] = 0;
        row("other program's SQLite file", foreign, ErrorCode::SessionForeign);
        row("first page only", m_bytes.left(4096), ErrorCode::SessionDamaged);
    }
    void refusedByName()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const auto r = SessionReader::open(write("refused.gmb", bytes), SessionReader::OpenMode::Foreign);
        if (code == static_cast<int>(ErrorCode::SessionDamaged) && r.ok()) {
            QVERIFY(!(*r)->info().problems.empty()); // the schema is there, nothing else
            return;
        }
        QVERIFY(!r.ok());
        QCOMPARE(static_cast<int>(r.error().code), code);
        QCOMPARE(r.error().place.file, path("refused.gmb"));
    }

    void notAFile()
    {
        for (const std::string& p : {path("missing.gmb"), m_dir.path().toStdString()}) {
            const auto r = SessionReader::open(p, SessionReader::OpenMode::Foreign);
            QVERIFY(!r.ok());
            QCOMPARE(r.error().code, ErrorCode::FileNotReadable);
        }
    }

    void hostileSchema_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("trigger") << "CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM meta; END";
        QTest::newRow("view") << "CREATE VIEW v AS SELECT * FROM log";
        QTest::newRow("view in place of a table")
            << "ALTER TABLE event RENAME TO e; CREATE VIEW event AS SELECT 1 AS id, 2 AS at";
        QTest::newRow("table") << "CREATE TABLE payload(x)";
        QTest::newRow("index on an expression") << "CREATE INDEX i ON log(abs(first_seq))";
        QTest::newRow("missing table") << "DROP TABLE gap";
        QTest::newRow("other columns") << "ALTER TABLE gap ADD COLUMN x DEFAULT 1";
    }
    void hostileSchema()
    {
        QFETCH(QString, sql);
        const std::string file = write("hostile.gmb", m_bytes);
        {
            auto db = Database::open(file, Database::Access::ReadWrite);
            QVERIFY(db.ok());
            QVERIFY(db->execute(sql.toUtf8().constData()).ok());
        }
        const auto r = SessionReader::open(file, SessionReader::OpenMode::Foreign);
        QVERIFY(!r.ok());
        QCOMPARE(r.error().code, ErrorCode::SessionForeign);
    }

    void bombIsNotUnpacked()
    {
        const std::string file = write("bomb.gmb", m_bytes);
        {
            Bytes bomb;
            Compressor(3).compress(Bytes(std::size_t{100} << 20, '\0'), bomb);
            auto db = Database::open(file, Database::Access::ReadWrite);
            auto s = db->prepare("UPDATE log SET data=?");
            QVERIFY(s.ok());
            s->bindBytes(1, bomb);
            QVERIFY(s->run().ok());
        }
        const Reading reading = readEverything(file);
        QVERIFY(reading.opened);
        QCOMPARE(reading.records, 0U);
    }

    void liveFileCopiedWithAndWithoutItsTail()
    {
        const std::string live = path("live.gmb");
        auto writer = SessionWriter::create(live, SyntheticPlant::package(), SyntheticPlant::facts());
        SyntheticPlant plant;
        plant.play(**writer, 500);
        QVERIFY((*writer)->waitCommitted(500, 20s));
        QDir(m_dir.path()).mkdir(QStringLiteral("both"));
        const QString from = QString::fromStdString(live);
        const QString to = m_dir.filePath(QStringLiteral("both/copy.gmb"));
        QVERIFY(QFile::copy(from, to));
        QVERIFY(QFile::copy(from, m_dir.filePath(QStringLiteral("tailless.gmb"))));
        QVERIFY(QFile::copy(from + QStringLiteral("-wal"), to + QStringLiteral("-wal")));
        const QStringList before = QDir(m_dir.filePath(QStringLiteral("both"))).entryList();

        auto reader = SessionReader::open(to.toStdString(), SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        QCOMPARE(compareLog(**reader, 1, 500), std::string());
        QCOMPARE((*reader)->info().problems.size(), 1U);
        QCOMPARE((*reader)->info().problems[0].code, ErrorCode::SessionNotClosed);
        QCOMPARE(QDir(m_dir.filePath(QStringLiteral("both"))).entryList(), before);

        auto tailless = SessionReader::open(path("tailless.gmb"), SessionReader::OpenMode::Foreign);
        if (!tailless) { // nothing had reached the file itself
            QCOMPARE(tailless.error().code, ErrorCode::SessionDamaged);
            return;
        }
        const auto& problems = (*tailless)->info().problems;
        QVERIFY(std::any_of(problems.begin(), problems.end(), [](const Error& e) {
            return e.code == ErrorCode::SessionTailMissing;
        }));
    }

    void closedWhileSomeoneReads() // the log beside the file cannot go then, but nothing is missing
    {
        const std::string live = path("read.gmb");
        auto writer = SessionWriter::create(live, SyntheticPlant::package(), SyntheticPlant::facts());
        SyntheticPlant plant;
        plant.play(**writer, 500);
        QVERIFY((*writer)->waitCommitted(500, 20s));
        {
            auto onlooker = SessionReader::open(live, SessionReader::OpenMode::OwnRing);
            QVERIFY(onlooker.ok());
            QVERIFY((*writer)->close(std::nullopt).ok());
        }
        auto reader = SessionReader::open(live, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        QCOMPARE((*reader)->info().problems.size(), 0U);
        QCOMPARE(compareLog(**reader, 1, 500), std::string());
    }

    void readingLeavesNothingBehind()
    {
        const QDir dir(m_dir.path());
        const QStringList before = dir.entryList();
        const QDateTime modified = QFileInfo(QString::fromStdString(m_good)).lastModified();
        QVERIFY(readEverything(m_good).opened);
        QVERIFY(checkSession(m_good).empty());
        QCOMPARE(dir.entryList(), before);
        QCOMPARE(QFileInfo(QString::fromStdString(m_good)).lastModified(), modified);
    }

private:
    static constexpr std::uint64_t kRecords = 3000;
    std::string path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)).toStdString(); }
    std::string write(const char* name, const QByteArray& bytes) const
    {
        QFile file(QString::fromStdString(path(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test file");
        return path(name);
    }

    QTemporaryDir m_dir;
    std::string m_good;
    QByteArray m_bytes;
};

QTEST_GUILESS_MAIN(TestSessionDamage)
#include "tst_session_damage.moc"
