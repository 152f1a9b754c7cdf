// SPDX-License-Identifier: GPL-3.0-or-later
// check finds what is wrong and names it; caches that were lost come back the same.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/store/synthetic_session.h"
#include "twin/store/check_session.h"
#include "twin/store/sqlite.h"

using namespace gemba::twin;
using namespace gemba::twin::testing;

class TestSessionCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("a.gmb")).toStdString();
        m_plant = std::make_unique<SyntheticPlant>();
        auto writer = SessionWriter::create(m_path, SyntheticPlant::package(), SyntheticPlant::facts());
        QVERIFY(writer.ok());
        m_plant->play(**writer, 12'000);
        m_plant->endInterval(**writer);
        QVERIFY((*writer)->close(m_plant->digest()).ok());
    }

    void goodFileHasNoProblems() { QVERIFY(checkSession(m_path).empty()); }

    void problemIsNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("where");
        QTest::newRow("blob") << "UPDATE blob SET sha256=replace(sha256,'a','b') WHERE kind='model'"
                              << "blob models/a.gmodel";
        QTest::newRow("digest of an interval") << "UPDATE interval SET digest=zeroblob(32) WHERE id=3"
                                               << "digest";
        QTest::newRow("no digest") << "UPDATE interval SET digest=NULL WHERE id=3" << "interval 3";
        QTest::newRow("interval gone") << "DELETE FROM interval WHERE id=7" << "interval 8";
        QTest::newRow("records gone") << "DELETE FROM log WHERE interval=5" << "interval 5";
        QTest::newRow("records gone, in the log") << "DELETE FROM log WHERE interval=5" << "log";
        QTest::newRow("chunk") << "UPDATE chunk SET data=x'0000000000' WHERE id=4" << "chunk 4";
        QTest::newRow("rollup") << "UPDATE rollup SET data=x'00' WHERE id=1" << "rollup 1";
        QTest::newRow("summary of another chunk")
            << "UPDATE chunk SET data=(SELECT data FROM chunk WHERE id=9) WHERE id=5" << "rollup 1";
        QTest::newRow("keyframe") << "UPDATE keyframe SET derived=x'01' WHERE interval=0" << "keyframe 0";
        QTest::newRow("first keyframe") << "DELETE FROM keyframe WHERE interval=0" << "interval 0";
        QTest::newRow("recent") << "INSERT INTO recent VALUES(1,1,x'00')" << "recent 1";
        QTest::newRow("gap that is none") << "INSERT INTO gap VALUES(1,3,1,1,0,0,1,1)" << "interval 3";
    }
    void problemIsNamed()
    {
        QFETCH(QString, sql);
        QFETCH(QString, where);
        {
            auto db = Database::open(m_path, Database::Access::ReadWrite);
            QVERIFY(db.ok());
            QVERIFY(db->execute(sql.toUtf8().constData()).ok());
        }
        const auto problems = checkSession(m_path);
        QStringList found;
        for (const SessionProblem& p : problems)
            found << QString::fromStdString(p.where);
        QVERIFY2(found.contains(where), qPrintable(found.join(QStringLiteral(", "))));
        QVERIFY2(found.size() <= 4, qPrintable(found.join(QStringLiteral(", "))));
    }

    void lostCachesComeBackTheSame()
    {
        const TrendSeries before = trendOf(m_path);
        {
            auto db = Database::open(m_path, Database::Access::ReadWrite);
            QVERIFY(db->execute("DELETE FROM chunk; DELETE FROM rollup").ok());
        }
        QVERIFY(trendOf(m_path).buckets.empty());
        const auto rebuilt = rebuildCaches(m_path, [this](CacheSink& sink) -> Result<void> {
            std::uint64_t seq = 0;
            for (const Sample& s : m_plant->samples()) {
                sink.appendSample(s);
                if (index(s.tag) == 2)
                    sink.appendCondition(AssetId{0}, s.arrival,
                                         static_cast<MilliPoints>(100'000 - ++seq % 1000));
            }
            return {};
        });
        QVERIFY(rebuilt.ok());
        QVERIFY(trendOf(m_path).buckets == before.buckets);
        QVERIFY(checkSession(m_path).empty());
        auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        QCOMPARE((*reader)->info().samples, m_plant->samples().size());
        QCOMPARE((*reader)->info().metrics, 3U);
    }

    void failedReplayChangesNothing()
    {
        const TrendSeries before = trendOf(m_path);
        const Error trouble{ErrorCode::SessionNoKeyframe, {}, {}};
        const auto rebuilt = rebuildCaches(m_path, [&](CacheSink&) -> Result<void> { return trouble; });
        QVERIFY(!rebuilt.ok());
        QCOMPARE(rebuilt.error().code, trouble.code);
        QVERIFY(trendOf(m_path).buckets == before.buckets);
    }

private:
    TrendSeries trendOf(const std::string& path) const
    {
        auto reader = SessionReader::open(path, SessionReader::OpenMode::Foreign);
        auto trend = (*reader)->trend(TagId{0}, SyntheticPlant::kStart, m_plant->now(), 777, INT64_MAX);
        return trend ? *trend : TrendSeries{};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_path;
    std::unique_ptr<SyntheticPlant> m_plant;
};

QTEST_GUILESS_MAIN(TestSessionCheck)
#include "tst_session_check.moc"
