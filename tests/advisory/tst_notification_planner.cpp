// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/advisory/notification_planner.h"

#include <QTest>

#include <random>

using namespace gemba::twin;

namespace {

constexpr TimeNs kStart = 1'795'003'200 * kSecond; ///< Wed 2026-11-18 12:00 UTC

const Channel kLeadMail{ChannelKind::Email, "lead@works.example"};
const Channel kHeadMail{ChannelKind::Email, "head@works.example"};

std::shared_ptr<const Plant> plant()
{
    auto p = std::make_shared<Plant>();
    p->id = "p";
    for (int i = 0; i < 40; ++i) {
        Asset a;
        a.id = "m" + std::to_string(i);
        p->assets.push_back(a);
    }
    Tag t;
    t.id = "t";
    p->tags.push_back(t);
    return p;
}

Roster roster()
{
    Roster r;
    r.people = {{"lead", "Lead", "Shift lead", {kLeadMail}, {{0x7f, 0, 0}}},
                {"head", "Head", "Plant manager", {kHeadMail}, {}}};
    r.rules.onDelay = 10 * kSecond;
    r.rules.chain = {{0, {"Shift lead"}, {}, true}, {5 * kMinute, {}, {"head"}, false}};
    return r;
}

Alert alert(std::uint64_t id, std::uint32_t asset, int priority, TimeNs raisedAt,
            AlertState state = AlertState::Unacknowledged)
{
    Alert a;
    a.id = id;
    a.asset = AssetId{asset};
    a.priority = priority;
    a.raisedAt = a.changedAt = raisedAt;
    a.state = state;
    return a;
}

int utc(TimeNs)
{
    return 0;
}

/// "12s lead@works.example 7 8": when, to whom, which alerts.
QStringList run(NotificationPlanner& planner, const std::vector<Alert>& alerts, TimeNs from, TimeNs to,
                TimeNs step = kSecond)
{
    QStringList out;
    for (TimeNs t = from; t <= to; t += step) {
        for (const Notification& n : planner.plan(alerts, t)) {
            QString line = QStringLiteral("%1s ").arg((t - kStart) / kSecond);
            line += n.what == Notification::What::Nobody ? QStringLiteral("nobody")
                                                         : QString::fromStdString(n.channel.address);
            if (n.what == Notification::What::Digest)
                line += QStringLiteral(" digest");
            for (const Alert& a : n.alerts)
                line += QStringLiteral(" %1").arg(a.id);
            out << line;
        }
    }
    return out;
}

} // namespace

class TestNotificationPlanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsOnceAndEscalatesUntilAcknowledged()
    {
        NotificationPlanner p(plant(), roster(), utc);
        const std::vector<Alert> open{alert(7, 0, 1, kStart)};
        QCOMPARE(run(p, open, kStart, kStart + 20 * kMinute),
                 QStringList({QStringLiteral("10s lead@works.example 7"), QStringLiteral("310s head@works.example 7")}));
    }

    void acknowledgingStopsTheChain()
    {
        NotificationPlanner p(plant(), roster(), utc);
        QCOMPARE(run(p, {alert(7, 0, 1, kStart)}, kStart, kStart + kMinute).size(), 1);
        QVERIFY(run(p, {alert(7, 0, 1, kStart, AlertState::Acknowledged)}, kStart + kMinute, kStart + kHour).isEmpty());
    }

    void whatEndsWithinTheDelayIsNotTold()
    {
        NotificationPlanner p(plant(), roster(), utc);
        QVERIFY(run(p, {alert(7, 0, 1, kStart)}, kStart, kStart + 9 * kSecond).isEmpty());
        QVERIFY(run(p, {}, kStart + 10 * kSecond, kStart + kMinute).isEmpty());
        QVERIFY(run(p, {alert(7, 0, 1, kStart, AlertState::ReturnedUnacknowledged)}, kStart + kMinute,
                    kStart + kHour).isEmpty());
    }

    void becomingWorseIsToldAnew()
    {
        NotificationPlanner p(plant(), roster(), utc);
        QCOMPARE(run(p, {alert(7, 0, 2, kStart)}, kStart, kStart + kMinute).size(), 1);
        QVERIFY(run(p, {alert(7, 0, 2, kStart, AlertState::Acknowledged)}, kStart + kMinute, kStart + 2 * kMinute).isEmpty());
        QCOMPARE(run(p, {alert(7, 0, 1, kStart)}, kStart + 2 * kMinute, kStart + 3 * kMinute),
                 QStringList({QStringLiteral("120s lead@works.example 7")}));
        // Easing and the same again are no news.
        QVERIFY(run(p, {alert(7, 0, 2, kStart)}, kStart + 3 * kMinute, kStart + 4 * kMinute).isEmpty());
        QVERIFY(run(p, {alert(7, 0, 1, kStart)}, kStart + 4 * kMinute, kStart + 5 * kMinute).isEmpty());
    }

    void aNewAlertOfTheSameMachineIsTold()
    {
        NotificationPlanner p(plant(), roster(), utc);
        QCOMPARE(run(p, {alert(7, 0, 1, kStart)}, kStart, kStart + kMinute).size(), 1);
        QCOMPARE(run(p, {alert(8, 0, 1, kStart + kMinute)}, kStart + kMinute + kSecond, kStart + 2 * kMinute).size(), 1);
    }

    void onlyWhatTheRulesName_data()
    {
        QTest::addColumn<int>("priority");
        QTest::addColumn<bool>("dcs");
        QTest::addColumn<bool>("withDcs");
        QTest::addColumn<int>("told");
        QTest::newRow("Act") << 2 << false << false << 1;
        QTest::newRow("Watch") << 3 << false << false << 0;
        QTest::newRow("DCS") << 1 << true << false << 0;
        QTest::newRow("DCS, wanted") << 1 << true << true << 1;
        QTest::newRow("no such priority") << 200 << false << false << 0;
    }
    void onlyWhatTheRulesName()
    {
        QFETCH(int, priority);
        QFETCH(bool, dcs);
        QFETCH(bool, withDcs);
        QFETCH(int, told);
        Roster r = roster();
        r.rules.dcsAlarms = withDcs;
        NotificationPlanner p(plant(), r, utc);
        Alert a = alert(7, 0, priority, kStart);
        if (dcs)
            a.origin = AlertOrigin::DcsAlarm, a.tag = TagId{0};
        QCOMPARE(run(p, {a}, kStart, kStart + kMinute).size(), told);
    }

    void nobodyOnDutyIsSaidAndPassedOver()
    {
        Roster r = roster();
        r.people[0].shifts = {{0x7f, 6 * 60, 8 * 60}};
        NotificationPlanner p(plant(), r, utc);
        QCOMPARE(run(p, {alert(7, 0, 1, kStart)}, kStart, kStart + 10 * kMinute),
                 QStringList({QStringLiteral("10s nobody 7"), QStringLiteral("10s head@works.example 7")}));
    }

    void quietHoursHoldBackTheLesser()
    {
        Roster r = roster();
        r.rules.quiet = {{0x7f, 11 * 60, 12 * 60 + 30}};
        NotificationPlanner p(plant(), r, utc);
        const QStringList told = run(p, {alert(7, 0, 1, kStart), alert(8, 1, 2, kStart)}, kStart, kStart + 40 * kMinute);
        QCOMPARE(told, QStringList({QStringLiteral("10s lead@works.example 7"), QStringLiteral("310s head@works.example 7"),
                                    QStringLiteral("1800s lead@works.example 8"), QStringLiteral("2100s head@works.example 8")}));
    }

    void aStormComesAsDigests()
    {
        Roster r = roster();
        r.rules.chain.pop_back();
        NotificationPlanner p(plant(), r, utc);
        std::vector<Alert> alerts;
        for (std::uint32_t i = 0; i < 30; ++i)
            alerts.push_back(alert(i + 1, i, 2, kStart));
        QStringList told = run(p, alerts, kStart, kStart + 5 * kMinute);
        QCOMPARE(told.size(), 6);
        QCOMPARE(told[4], QStringLiteral("10s lead@works.example 5"));
        QVERIFY(told[5].startsWith(QStringLiteral("40s lead@works.example digest 6 7 ")));
        QCOMPARE(told[5].split(QLatin1Char(' ')).size(), 3 + 25);
        // One more: in the next digest, 10 min after the last; a critical one does not wait.
        alerts.push_back(alert(31, 30, 2, kStart + 5 * kMinute));
        QVERIFY(run(p, alerts, kStart + 5 * kMinute, kStart + 6 * kMinute).isEmpty());
        alerts.push_back(alert(32, 31, 1, kStart + 6 * kMinute));
        told = run(p, alerts, kStart + 6 * kMinute, kStart + 30 * kMinute);
        QCOMPARE(told, QStringList({QStringLiteral("370s lead@works.example digest 32 31")}));
        // The storm is over: told one by one again.
        alerts.push_back(alert(33, 32, 2, kStart + 30 * kMinute));
        told = run(p, alerts, kStart + 30 * kMinute, kStart + 31 * kMinute);
        QCOMPARE(told, QStringList({QStringLiteral("1810s lead@works.example 33")}));
    }

    void aDigestLeavesOutWhatWasAcknowledgedMeanwhile()
    {
        Roster r = roster();
        r.rules.stormMost = 1;
        NotificationPlanner p(plant(), r, utc);
        std::vector<Alert> alerts{alert(1, 0, 2, kStart), alert(2, 1, 2, kStart), alert(3, 2, 2, kStart)};
        QCOMPARE(run(p, alerts, kStart, kStart + 20 * kSecond).size(), 1);
        alerts[1].state = AlertState::Acknowledged;
        QCOMPARE(run(p, alerts, kStart + 21 * kSecond, kStart + kMinute),
                 QStringList({QStringLiteral("40s lead@works.example digest 3")}));
    }

    void aRestartTellsNothingTwiceAndLosesNothing()
    {
        Roster r = roster();
        r.rules.stormMost = 1;
        NotificationPlanner before(plant(), r, utc);
        std::vector<Alert> alerts{alert(11, 0, 2, kStart), alert(12, 1, 2, kStart), alert(13, 2, 2, kStart)};
        QCOMPARE(run(before, alerts, kStart, kStart + 15 * kSecond).size(), 1);
        alerts[0].state = AlertState::Acknowledged;
        QVERIFY(run(before, alerts, kStart + 16 * kSecond, kStart + 20 * kSecond).isEmpty());
        Bytes bytes;
        ByteWriter w(bytes);
        before.save(w);

        NotificationPlanner after(plant(), r, utc);
        ByteReader reader(bytes);
        QVERIFY(after.load(reader).ok());
        // The new log is silent at first, then counts from 1.
        QCOMPARE(run(after, {}, kStart + 30 * kSecond, kStart + 45 * kSecond),
                 QStringList({QStringLiteral("40s lead@works.example digest 0 0")}));
        const TimeNs again = kStart + 50 * kSecond;
        alerts = {alert(1, 0, 2, again), alert(2, 1, 2, again), alert(3, 2, 2, again)};
        QStringList told = run(after, alerts, again, kStart + 4 * kMinute);
        QVERIFY2(told.isEmpty(), qPrintable(told.join(QLatin1Char('|'))));
        told = run(after, alerts, kStart + 4 * kMinute, kStart + 8 * kMinute);
        QVERIFY(told.value(0).startsWith(QStringLiteral("310s head@works.example 2")));
        QVERIFY2(!told.join(QLatin1Char('|')).contains(QStringLiteral("example 1")), "acknowledged before");
    }

    void damagedStateIsRefusedWhole()
    {
        NotificationPlanner p(plant(), roster(), utc);
        std::vector<Alert> alerts;
        for (std::uint32_t i = 0; i < 12; ++i)
            alerts.push_back(alert(i + 1, i, 2, kStart));
        (void)run(p, alerts, kStart, kStart + 20 * kSecond);
        Bytes bytes;
        ByteWriter w(bytes);
        p.save(w);
        for (std::size_t n = 0; n < bytes.size(); ++n) {
            NotificationPlanner q(plant(), roster(), utc);
            ByteReader r(std::string_view(bytes).substr(0, n));
            QVERIFY(!q.load(r).ok());
        }
        std::minstd_rand random(3);
        for (int i = 0; i < 2000; ++i) {
            Bytes damaged = bytes;
            damaged[random() % damaged.size()] = char(random());
            NotificationPlanner q(plant(), roster(), utc);
            ByteReader r(damaged);
            if (q.load(r).ok())
                (void)q.plan(alerts, kStart + kMinute);
        }
    }

    void twoAboutTheSameAreToldAsOne()
    {
        NotificationPlanner p(plant(), roster(), utc);
        QCOMPARE(run(p, {alert(7, 0, 1, kStart), alert(8, 0, 2, kStart)}, kStart, kStart + kMinute),
                 QStringList({QStringLiteral("10s lead@works.example 7")}));
    }

    void theSameCallsGiveTheSameAnswers()
    {
        const auto once = [] {
            NotificationPlanner p(plant(), roster(), utc);
            std::minstd_rand random(5);
            QStringList all;
            std::vector<Alert> alerts;
            for (int i = 0; i < 300; ++i) {
                const TimeNs t = kStart + i * 7 * kSecond;
                if (random() % 3 == 0)
                    alerts.push_back(alert(std::uint64_t(i), std::uint32_t(random() % 40), 1 + int(random() % 3), t));
                all += run(p, alerts, t, t);
            }
            return all;
        };
        QVERIFY(once().size() > 10);
        QCOMPARE(once(), once());
    }
};

QTEST_GUILESS_MAIN(TestNotificationPlanner)
#include "tst_notification_planner.moc"
