// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include "tests/manipulation/allocations.h"
#include "tests/manipulation/made_up_signal.h"
#include "twin/detection/bearing_examiner.h"

using namespace gemba::twin;
using gemba::test::g_allocations;
using gemba::test::MadeUpSignal;

namespace {

constexpr double kRate = 12000.0, kSpeed = 29.95;
constexpr std::size_t kLength = 48000;

Bearing drive()
{
    return {"6205-2RS", {5.4152, 3.5848, 4.7135, 0.39828}};
}

const char* kGood = R"({"bearing": "6205", "BPFI": 5.4152, "BPFO": 3.5848, "2xBSF": 4.7135, "FTF": 0.39828})";

} // namespace

class TestBearing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ordersFollowFromTheGeometry() // 6205: 9 balls of 7.94 mm on 39.04 mm
    {
        const auto orders = bearingOrders(9, 7.94, 39.04, 0.0);
        for (std::size_t i = 0; i < kBearingLines; ++i)
            QVERIFY2(std::abs(orders[i] / drive().orders[i] - 1.0) < 2e-3, qPrintable(QString::number(orders[i])));
        QCOMPARE(orders[0] + orders[1], 9.0);
    }

    void filesAreRead()
    {
        const auto bearing = parseBearing(kGood);
        QVERIFY(bearing.ok());
        QCOMPARE(bearing->name, "6205");
        QCOMPARE(bearing->order(BearingLine::Ball), 4.7135);
        for (const char* name : {"6205-2RS", "6203-2RS"}) {
            QFile file(QStringLiteral(GEMBA_SOURCE_DIR "/resources/vibration/bearings/%1.json").arg(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(parseBearing(file.readAll().toStdString()).ok());
        }
    }

    void otherWaysToWriteTheSame()
    {
        for (const char* text : {R"({"name": "x", "orders": {"BPFI": 5.4152, "BPFO": 3.5848, "2xBSF": 4.7135, "FTF": 0.39828}})",
                                 R"({"BPFI": 5.4152, "BPFO": 3.5848, "BSF": 2.35675, "FTF": 0.39828})"}) {
            const auto bearing = parseBearing(text);
            QVERIFY(bearing.ok());
            QVERIFY(bearing->orders == drive().orders);
        }
    }

    void filesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        const QByteArray good(kGood);
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("cut off") << good.left(40) << QByteArray();
        QTest::newRow("orders that are a list") << QByteArray(R"({"orders": [5, 3, 4, 0.4]})") << QByteArray();
        QTest::newRow("orders in orders") << QByteArray(R"({"orders": {"orders": {"BPFI": 5}}})") << QByteArray();
        QTest::newRow("a list") << QByteArray("[1]") << QByteArray();
        QTest::newRow("a line missing") << QByteArray(good).replace("FTF", "FTX") << QByteArray();
        QTest::newRow("a text") << QByteArray(good).replace("5.4152", "\"5.4152\"") << QByteArray("/BPFI");
        QTest::newRow("zero") << QByteArray(good).replace("4.7135", "0") << QByteArray("/2xBSF");
        QTest::newRow("negative") << QByteArray(good).replace("4.7135", "-4.7") << QByteArray("/2xBSF");
        QTest::newRow("huge") << QByteArray(good).replace("4.7135", "1e300") << QByteArray("/2xBSF");
        QTest::newRow("twice") << QByteArray(good).replace("FTF", "BPFI") << QByteArray();
        QTest::newRow("races exchanged") << QByteArray(good).replace("5.4152", "3.1") << QByteArray("/BPFI");
        QTest::newRow("cage too fast") << QByteArray(good).replace("0.39828", "0.6") << QByteArray("/FTF");
    }
    void filesThatAreNone()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, place);
        const auto bearing = parseBearing(text.toStdString());
        QVERIFY(!bearing.ok());
        if (!place.isEmpty())
            QCOMPARE(QByteArray::fromStdString(bearing.error().place.jsonPath), place);
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<double>("order");
        QTest::addColumn<double>("modulation"); ///< of the strikes, in turns
        QTest::addColumn<double>("strength");
        QTest::addColumn<int>("verdict");
        using V = BearingVerdict;
        QTest::newRow("inner race") << 5.4152 << 1.0 << 1.0 << static_cast<int>(V::InnerRace);
        QTest::newRow("outer race") << 3.5848 << 0.0 << 1.0 << static_cast<int>(V::OuterRace);
        QTest::newRow("ball") << 4.7135 << 0.39828 << 1.0 << static_cast<int>(V::Ball);
        QTest::newRow("slipping by 1.5 %") << 3.5848 * 1.015 << 0.0 << 1.0 << static_cast<int>(V::OuterRace);
        QTest::newRow("something else that strikes") << 4.3 << 0.0 << 1.0 << static_cast<int>(V::None);
        QTest::newRow("nothing strikes") << 3.5848 << 0.0 << 0.0 << static_cast<int>(V::None);
    }
    void damageIsNamed()
    {
        QFETCH(double, order);
        QFETCH(double, modulation);
        QFETCH(double, strength);
        QFETCH(int, verdict);
        MadeUpSignal signal(kLength, kRate, 11);
        signal.noise(0.3).sine(1.0, kSpeed).sine(0.5, 2.0 * kSpeed);
        if (strength > 0.0)
            signal.impacts(strength, order * kSpeed, 3300.0, 0.005, modulation * kSpeed);
        BearingExaminer examiner(kLength, kRate, BearingMethod::Auto);
        const BearingReading r = examiner.examine(drive(), signal.values(), kSpeed);
        QCOMPARE(static_cast<int>(r.verdict), verdict);
        if (r.verdict != BearingVerdict::None) {
            const auto line = static_cast<std::size_t>(verdict) - 1;
            QVERIFY(r.decibels[line] > 15.0);
            QVERIFY2(std::abs(r.found[line] - order * kSpeed) < 0.3, qPrintable(QString::number(r.found[line])));
        }
    }

    void noiseIsNoDamage_data()
    {
        QTest::addColumn<std::size_t>("length");
        QTest::newRow("ten turns") << static_cast<std::size_t>(fewestValues(kRate, kSpeed)) + 8;
        QTest::newRow("0.64 s") << std::size_t{7680};
        QTest::newRow("4 s") << kLength;
    }
    void noiseIsNoDamage()
    {
        QFETCH(std::size_t, length);
        length = fastLength(length);
        BearingExaminer examiner(length, kRate, BearingMethod::Auto);
        double most = 0.0;
        for (std::uint32_t seed = 1; seed <= 60; ++seed) {
            const BearingReading r = examiner.examine(drive(), MadeUpSignal(length, kRate, seed).noise(1.0).values(), kSpeed);
            QVERIFY2(r.verdict == BearingVerdict::None, qPrintable(QString::number(seed)));
            most = std::max(most, *std::max_element(r.decibels.begin(), r.decibels.end()));
        }
        QVERIFY2(most < kClearDecibels, qPrintable(QString::number(most)));
        QVERIFY2(most > 4.0, "noise has lines too; a floor that hides them would hide damage");
    }

    void silenceIsNoDamage()
    {
        BearingExaminer examiner(kLength, kRate, BearingMethod::Auto);
        const BearingReading r = examiner.examine(drive(), std::vector<float>(kLength, 0.0F), kSpeed);
        QVERIFY(r.verdict == BearingVerdict::None);
        for (const double d : r.decibels)
            QCOMPARE(d, 0.0);
    }

    /// Where pre-whitening is silent, a line of the kurtogram's band counts.
    void weakDamageIsFoundInItsBand()
    {
        const auto x = MadeUpSignal(kLength, kRate, 3).noise(1.0).impacts(2.5, 3.5848 * kSpeed, 2200.0, 0.003).values();
        BearingExaminer plain(kLength, kRate, BearingMethod::Prewhitening), banded(kLength, kRate, BearingMethod::Kurtogram);
        BearingExaminer both(kLength, kRate, BearingMethod::Auto);
        const auto one = plain.examine(drive(), x, kSpeed), two = banded.examine(drive(), x, kSpeed);
        const auto r = both.examine(drive(), x, kSpeed);
        QVERIFY(one.verdict == BearingVerdict::None);
        QVERIFY(two.of(BearingLine::OuterRace) > kChosenBandDecibels);
        QVERIFY(both.method() == EnvelopeMethod::Kurtogram && !both.impulsive());
        QVERIFY(r.verdict == BearingVerdict::OuterRace);
    }

    void nothingIsAllocated()
    {
        const auto x = MadeUpSignal(kLength, kRate).noise(1.0).values();
        const Bearing bearing = drive();
        BearingExaminer examiner(kLength, kRate, BearingMethod::Auto);
        const std::size_t before = g_allocations;
        (void)examiner.examine(bearing, x, kSpeed);
        QCOMPARE(g_allocations, before);
    }
};

QTEST_APPLESS_MAIN(TestBearing)
#include "tst_bearing.moc"
