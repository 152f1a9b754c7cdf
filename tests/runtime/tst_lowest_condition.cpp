// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include "tests/runtime/recorded_log.h"
#include "twin/store/session_reader.h"

using namespace gemba::twin;
using namespace gemba::test;

class TestLowestCondition : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Machines are scored one after the other: a column in which only healthy ones were must not
    /// look like a recovery of the sick one.
    void aSickMachineStaysSickBetweenItsScores()
    {
        const QTemporaryDir folder;
        const std::string path = lostFeedSession(folder.path().toStdString());
        QVERIFY(!path.empty());
        auto reader = SessionReader::open(path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader);
        const SessionInfo& info = (*reader)->info();
        constexpr std::size_t kMachines = 5;
        constexpr int kFine = 4000; // 20 ms each: most hold no score at all
        const auto lowest =
            (*reader)->lowestCondition(kMachines, info.from, info.to, kFine, [] { return true; });
        QVERIFY(lowest);
        std::size_t fell = 0;
        while (fell < lowest->size() && !((*lowest)[fell] < 70))
            ++fell;
        QVERIFY(fell > kFine / 4 && fell < kFine * 3 / 4); // healthy first, sick in the end
        for (std::size_t c = fell; c < lowest->size(); ++c)
            QVERIFY2((*lowest)[c] < 70, qPrintable(QString::number(c)));
    }
};

QTEST_GUILESS_MAIN(TestLowestCondition)
#include "tst_lowest_condition.moc"
