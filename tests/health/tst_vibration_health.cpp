// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include <cmath>
#include <numbers>

#include "tests/manipulation/allocations.h"
#include "tests/manipulation/made_up_signal.h"
#include "twin/health/vibration_health.h"

using namespace gemba::twin;
using gemba::test::g_allocations;
using gemba::test::MadeUpSignal;

namespace {

constexpr double kRate = 12800.0, kSpeed = 24.5;
constexpr std::size_t kLength = 8192;

QByteArray shipped()
{
    QFile file(QStringLiteral(GEMBA_SOURCE_DIR "/resources/vibration/zones.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

VibrationZones table() { return std::move(parseZones(shipped().toStdString()).value()); }

Bearing bearing()
{
    return {"6309", {4.9634, 3.0366, 3.9112, 0.37958}};
}

/// A machine that turns with that velocity (mm/s RMS), quietly otherwise.
MadeUpSignal turning(double velocity, std::uint32_t seed = 1)
{
    const double amplitude = velocity / 1000.0 * std::sqrt(2.0) * 2.0 * std::numbers::pi * kSpeed;
    return MadeUpSignal(kLength, kRate, seed).sine(amplitude, kSpeed).noise(0.2);
}

} // namespace

class TestVibrationHealth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tableIsRead()
    {
        const VibrationZones zones = table();
        QVERIFY(zones.classes.size() >= 8);
        const MachineClass* pump = zones.find("iso10816-7-category2-small");
        QVERIFY(pump && zones.find("no such") == nullptr);
        QVERIFY(!pump->source.empty());
        for (const auto& [velocity, zone] : std::vector<std::pair<double, VibrationZone>>{
                 {0.0, VibrationZone::A}, {3.19, VibrationZone::A}, {3.2, VibrationZone::B}, {5.09, VibrationZone::B},
                 {5.1, VibrationZone::C}, {8.49, VibrationZone::C}, {8.5, VibrationZone::D}, {1e6, VibrationZone::D}})
            QVERIFY2(pump->zone(velocity) == zone, qPrintable(QString::number(velocity)));
        const Limits limits = pump->limits();
        QVERIFY(limits.high.normal == 3.2 && limits.high.alert == 5.1 && limits.high.trip == 8.5 && limits.owner == pump->source);
    }

    void tablesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        const QByteArray good = shipped();
        QVERIFY(!good.isEmpty());
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("cut off") << good.left(good.size() / 2) << QByteArray();
        QTest::newRow("edges fall") << QByteArray(good).replace("\"AB\": 2.3, \"BC\": 4.5, \"CD\": 7.1", "\"AB\": 2.3, \"BC\": 2.3, \"CD\": 7.1") << QByteArray("/machineClasses/0/zones");
        QTest::newRow("band upside down") << QByteArray(good).replace("[10, 1000], \"zones\": {\"AB\": 3.2", "[1000, 10], \"zones\": {\"AB\": 3.2") << QByteArray("/machineClasses/6/band");
        QTest::newRow("the same class twice") << QByteArray(good).replace("group1-flexible", "group1-rigid") << QByteArray("/machineClasses/1/id");
        QTest::newRow("no source") << QByteArray(good).replace("\"source\": \"ISO 10816-7:2009, category I, up", "\"sauce\": \"x") << QByteArray("/machineClasses/4/sauce");
        QTest::newRow("impacts fall") << QByteArray(good).replace("\"alert\": 25, \"trip\": 45", "\"alert\": 25, \"trip\": 15") << QByteArray("/impacts/bearingLine");
    }
    void tablesThatAreNone()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, place);
        const auto zones = parseZones(text.toStdString());
        QVERIFY(!zones.ok());
        if (!place.isEmpty())
            QCOMPARE(QByteArray::fromStdString(zones.error().place.jsonPath), place);
    }

    void pointsFollowTheZones_data()
    {
        QTest::addColumn<double>("velocity");
        QTest::addColumn<double>("points");
        QTest::addColumn<int>("word");
        QTest::newRow("new") << 1.0 << 0.0 << static_cast<int>(ConditionWord::Normal);
        QTest::newRow("edge of normal") << 3.2 << 0.0 << static_cast<int>(ConditionWord::Normal);
        QTest::newRow("half-way through B") << 4.15 << 20.0 << static_cast<int>(ConditionWord::Normal);
        QTest::newRow("B/C") << 5.1 << 40.0 << static_cast<int>(ConditionWord::Watch);
        QTest::newRow("half-way through C") << 6.8 << 60.0 << static_cast<int>(ConditionWord::Act);
        QTest::newRow("C/D") << 8.5 << 80.0 << static_cast<int>(ConditionWord::Critical);
        QTest::newRow("far beyond") << 30.0 << 100.0 << static_cast<int>(ConditionWord::Critical);
    }
    void pointsFollowTheZones()
    {
        QFETCH(double, velocity);
        QFETCH(double, points);
        const VibrationZones zones = table();
        VibrationHealth health(kLength, kRate, *zones.find("iso10816-7-category2-small"), zones, bearing());
        const VibrationReport r = health.assess(turning(velocity).values(), kSpeed);
        QVERIFY2(std::abs(r.velocityRms - velocity) < 0.02 + 0.01 * velocity, qPrintable(QString::number(r.velocityRms)));
        const double found = r.deductions.empty() ? 0.0 : r.deductions.front().points / 1000.0;
        QVERIFY2(std::abs(found - points) < 2.5, qPrintable(QString::number(found)));
        MilliPoints sum = 0;
        for (const VibrationDeduction& d : r.deductions)
            sum += d.points;
        QCOMPARE(r.score, kFullCondition - std::min(kFullCondition, sum));
    }

    void damageIsAReason()
    {
        const VibrationZones zones = table();
        VibrationHealth health(kLength, kRate, *zones.find("iso10816-7-category2-small"), zones, bearing());
        const VibrationReport r = health.assess(turning(1.0).impacts(20.0, 3.0366 * kSpeed, 3200.0, 0.01).values(), kSpeed);
        QVERIFY(r.bearing && r.bearing->verdict == BearingVerdict::OuterRace);
        QVERIFY(r.bearingLine > 15.0);
        QVERIFY(r.zone == VibrationZone::A); // velocity does not see it yet
        const auto named = [&](VibrationSign sign) {
            return std::any_of(r.deductions.begin(), r.deductions.end(), [&](const auto& d) { return d.sign == sign; });
        };
        QVERIFY(named(VibrationSign::BearingLine) && !named(VibrationSign::Velocity));
        // All three signs tell of the same strikes: the strongest counts, the others are evidence.
        QVERIFY(r.deductions.size() >= 2 && r.deductions.front().points > 0 && r.deductions[1].points == 0);
        QCOMPARE(r.score, kFullCondition - r.deductions.front().points);
        const double line = r.bearingLine; // normal 13, alert 25, trip 45
        const double points = line < 25.0 ? (line - 13.0) / 12.0 * 40.0 : 40.0 + (line - 25.0) / 20.0 * 40.0;
        QVERIFY2(std::abs(r.bearingHealth - (1.0 - points / 100.0)) < 1e-9, qPrintable(QString::number(line)));
        QVERIFY(std::is_sorted(r.deductions.begin(), r.deductions.end(), [](const auto& a, const auto& b) { return a.points > b.points; }));
        QCOMPARE(health.assess(turning(1.0).values(), kSpeed).bearingHealth, 1.0);
    }

    void whatCannotBeJudgedIsNot_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("judged");
        QTest::newRow("all there") << kSpeed << true << true;
        QTest::newRow("no bearing") << kSpeed << false << false;
        QTest::newRow("no speed") << 0.0 << true << false;
        QTest::newRow("too slow for this record") << 5.0 << true << false;
        QTest::newRow("too fast for this rate") << 600.0 << true << false;
    }
    void whatCannotBeJudgedIsNot()
    {
        QFETCH(double, speed);
        QFETCH(bool, known);
        QFETCH(bool, judged);
        const VibrationZones zones = table();
        VibrationHealth health(kLength, kRate, zones.classes.front(), zones, known ? std::optional(bearing()) : std::nullopt);
        const VibrationReport& r = health.assess(turning(1.0).values(), speed);
        QCOMPARE(r.bearing.has_value(), judged);
        QVERIFY(r.velocityRms > 0.9);
        QCOMPARE(r.bearingLine, 0.0);
    }

    void noAllocationsAndTheSameTwice()
    {
        const VibrationZones zones = table();
        VibrationHealth health(kLength, kRate, zones.classes.front(), zones, bearing());
        const auto quiet = turning(1.0).values(), loud = turning(9.0, 2).impacts(20.0, 3.0366 * kSpeed, 3200.0, 0.01).values();
        const VibrationReport first = health.assess(loud, kSpeed);
        const std::size_t before = g_allocations;
        (void)health.assess(quiet, kSpeed);
        const VibrationReport& again = health.assess(loud, kSpeed);
        QCOMPARE(g_allocations, before);
        QVERIFY(again.deductions == first.deductions && again.velocityRms == first.velocityRms);
    }
};

QTEST_APPLESS_MAIN(TestVibrationHealth)
#include "tst_vibration_health.moc"
