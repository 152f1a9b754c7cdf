// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while recording, again and again: every file opens, what was said to be committed is in
// it, and it says that it was cut off.
#include <csignal>
#include <random>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tests/store/recording_child.h"
#include "tests/store/synthetic_session.h"
#include "twin/store/check_session.h"

using namespace gemba::twin;
using namespace gemba::twin::testing;

class TestSessionKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void everyFileOpens()
    {
        const int kills = qEnvironmentVariableIsSet("GEMBA_KILLS")
            ? qEnvironmentVariableIntValue("GEMBA_KILLS") : 15;
        std::mt19937 random(3);
        TimeNs worst = 0;
        for (int round = 0; round < kills; ++round) {
            const QString path = m_dir->filePath(QStringLiteral("killed%1.gmb").arg(round));
            ChildLedger* ledger = newLedger();
            QVERIFY(ledger);
            QProcess child;
            child.start(QStringLiteral(GEMBA_RECORDING_CHILD), {path, m_dir->filePath(QStringLiteral("ledger"))});
            // At any moment of a commit cycle, counted in records because nothing else is the same
            // on every machine.
            const std::uint64_t after = 20 + random() % 700;
            QTRY_VERIFY_WITH_TIMEOUT(ledger->handedSeq >= after, 60'000);
            ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
            QVERIFY(child.waitForFinished());
            verifyFile(path.toStdString(), *ledger, worst);
            if (QTest::currentTestFailed())
                return;
            ::munmap(ledger, sizeof(ChildLedger));
        }
        qInfo("%d kills, at most %.0f ms missing", kills, static_cast<double>(worst) / 1e6);
    }

    void liveFileOfAnotherProcessIsReadInPlace()
    {
        const QString path = m_dir->filePath(QStringLiteral("live.gmb"));
        ChildLedger* ledger = newLedger();
        QProcess child;
        child.start(QStringLiteral(GEMBA_RECORDING_CHILD), {path, m_dir->filePath(QStringLiteral("ledger"))});
        QTRY_VERIFY_WITH_TIMEOUT(ledger->safeAct > 0, 60'000);
        const std::uint64_t before = ledger->safeAct;
        {
            auto reader = SessionReader::open(path.toStdString(), SessionReader::OpenMode::Foreign);
            QVERIFY(reader.ok());
            QVERIFY((*reader)->lastSeq().value() >= before);
            // It grows under the reader, and the writer is not held up.
            QTRY_VERIFY_WITH_TIMEOUT(ledger->safeAct > before, 60'000);
            const std::uint64_t later = ledger->safeAct;
            QVERIFY((*reader)->lastSeq().value() >= later);
        }
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        TimeNs worst = 0;
        verifyFile(path.toStdString(), *ledger, worst);
        ::munmap(ledger, sizeof(ChildLedger));
    }

private:
    ChildLedger* newLedger()
    {
        QFile file(m_dir->filePath(QStringLiteral("ledger")));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(sizeof(ChildLedger)))
            return nullptr;
        file.close();
        const int fd = ::open(file.fileName().toLocal8Bit().constData(), O_RDWR);
        void* memory = ::mmap(nullptr, sizeof(ChildLedger), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        ::close(fd);
        return memory == MAP_FAILED ? nullptr : new (memory) ChildLedger;
    }

    void verifyFile(const std::string& path, const ChildLedger& ledger, TimeNs& worst)
    {
        auto opened = SessionReader::open(path, SessionReader::OpenMode::Foreign);
        if (!opened && ledger.committedSeq == 0)
            QSKIP("killed before the file was there"); // does not happen after 20 records
        QVERIFY(opened.ok());
        SessionReader& reader = **opened;
        const SessionInfo& info = reader.info();
        QVERIFY(!info.complete);
        QCOMPARE(info.problems.size(), 1U);
        QCOMPARE(info.problems[0].code, ErrorCode::SessionNotClosed);
        const std::uint64_t last = reader.lastSeq().value();
        QVERIFY2(last >= ledger.committedSeq, QByteArray::number(qulonglong(last)));
        QVERIFY(last >= ledger.safeAct);
        QCOMPARE(compareLog(reader, last > 0 ? 1 : 0, last), last > 0 ? std::string() : std::string("no record 0"));
        const auto trend = reader.trend(TagId{0}, 0, INT64_MAX, 1, INT64_MAX);
        QVERIFY(trend.ok());
        if (last > 0) {
            QVERIFY(trend.value().buckets.at(0).count >= last - 1);
            worst = std::max(worst, ledger.handedArrival - info.to);
        }
        // Reading changed nothing: the next one finds the same.
        QVERIFY(QFile::exists(QString::fromStdString(path) + QStringLiteral("-wal")));
        const auto problems = checkSession(path);
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems[0].what.code, ErrorCode::SessionNotClosed);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestSessionKill)
#include "tst_session_kill.moc"
