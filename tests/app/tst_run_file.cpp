// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/run_file.h"
#include "twin/model/package.h"
#include "twin/model/plant_json.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace gemba;
using plant::Run;

Q_DECLARE_METATYPE(gemba::twin::ErrorCode)

namespace {

const std::string kPlant = GEMBA_SOURCE_DIR "/resources/plants/eastman";

std::string bytesOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string checksum(const Run& run)
{
    return twin::sha256Hex(
        {reinterpret_cast<const char*>(run.values.data()), run.values.size() * sizeof(double)});
}

} // namespace

class TestRunFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bitExact_data();
    void bitExact();
    void knownValues();
    void run6EndsWithTheTrip();
    void normalRunsStayInTheNormalBand();
    void everyRunStaysInTheInstrumentRange();
    void names();
    void damaged_data();
    void damaged();
    void randomDamageNeverCrashes();
};

/// The checksums are those of the published text files: `packaging/import-tep FOLDER --check`
/// reads each number with Python's float() and hashes the doubles, row by row.
void TestRunFile::bitExact_data()
{
    QTest::addColumn<std::string>("id");
    QTest::addColumn<std::size_t>("rows");
    QTest::addColumn<int>("fault");
    QTest::addColumn<std::string>("sha256");
    const auto row = [](const char* id, std::size_t rows, int fault, const char* sha256) {
        QTest::newRow(id) << std::string(id) << rows << fault << std::string(sha256);
    };
    row("d00", 500, 0, "90f5cf718cd5c9cccb548db8e4c38bbbc8e632bb1f11693036522596db87a140");
    row("d00_10d", 4800, 0, "1a4fe05ec789afcd9ea6eb844367ab36a35fd5ced88ce1114b001802a3810ace");
    row("d00_te", 960, 0, "cf39667c1233d9c91bfcfb8946ea7d0b5593ecbf24ef099b819586b789ae2c00");
    row("d01_te", 960, 1, "c858ee6c67d9588337824501186d75fa5637c4d4736e79dad7fae9a440af4a9e");
    row("d02_te", 960, 2, "4a29127300e4e0b605c5899b2028f94b27252722e5309ee1cab66ccd710b8788");
    row("d04_te", 960, 4, "0e47377a6222eaf684b448a0b085a52376c2a42155a52f1a05ab50eae0d8dde9");
    row("d05_te", 960, 5, "09d7ae488ac67b4aee2b921cdd2e7fe2936aeeb1931e0ed54452e777adc09bd3");
    row("d06_te", 960, 6, "ed5838f07027f087fdba55d5271e75b4c05c73b942410d569a619b84121183fc");
    row("d07_te", 960, 7, "fcdd23337dd3cb85121bd3583116f105357c3bedd1c7528c0ad01d7a1256139b");
    row("d08_te", 960, 8, "1380012088dea50f4891dcbc7977646f0f98d48fe3b1b5d50c612560bf8e0844");
    row("d11_te", 960, 11, "36a6c179171d84588aa1058a2371b9ac4c29bf27471bb8cda5590a7d7bcfa352");
    row("d13_te", 960, 13, "5a901da5668db5e4268d3bf776e25b86591c90be19db9bb98a4871664a93ea7d");
    row("d14_te", 960, 14, "ab17d08bb7d2cb7f9fb6352e674e783ab5928de5516a3e56ad4cba567eaf0e45");
}

void TestRunFile::bitExact()
{
    QFETCH(std::string, id);
    QFETCH(std::size_t, rows);
    QFETCH(int, fault);
    QFETCH(std::string, sha256);
    const twin::Result<Run> run = plant::loadRun(plant::runPath(kPlant, id));
    QVERIFY(run.ok());
    QCOMPARE(run->id, id);
    QCOMPARE(run->rows, rows);
    QCOMPARE(run->columns.size(), std::size_t(52));
    QCOMPARE(run->values.size(), rows * 52);
    QCOMPARE(run->fault, fault);
    QCOMPARE(run->faultRow, fault == 0 ? rows : std::size_t(160));
    QCOMPARE(checksum(*run), sha256);
    QVERIFY(run->name.in("de") != run->name.in("en"));
}

/// As printed in the files: the first and last numbers of d06_te.dat, and d00.dat lying on its
/// side.
void TestRunFile::knownValues()
{
    const twin::Result<Run> run = plant::loadRun(plant::runPath(kPlant, "6"));
    QVERIFY(run.ok());
    QCOMPARE(run->row(0)[0], 2.5058e-01);
    QCOMPARE(run->row(0)[51], 2.0030e+01);
    QCOMPARE(run->row(275)[0], -1.66e-05);
    QCOMPARE(run->row(959)[6], 3.0000e+03);
    const twin::Result<Run> training = plant::loadRun(plant::runPath(kPlant, "d00"));
    QVERIFY(training.ok());
    QCOMPARE(training->row(0)[0], 2.4987e-01);
    QCOMPARE(training->row(1)[0], 2.5118e-01);
}

void TestRunFile::run6EndsWithTheTrip()
{
    const twin::Result<Run> run = plant::loadRun(plant::runPath(kPlant, "6"));
    QVERIFY(run.ok());
    QCOMPARE(run->events.size(), std::size_t(1));
    QCOMPARE(run->states.size(), std::size_t(1));
    const std::size_t trip = run->events[0].row;
    QCOMPARE(run->events[0].text, std::string("Reactor high-pressure trip"));
    QCOMPARE(run->states[0].text, std::string("tripped"));
    QCOMPARE(run->states[0].row, trip);
    QCOMPARE(trip, std::size_t(278));
    // Running into the limit, then frozen: that is the row.
    QVERIFY(run->row(trip - 1)[6] < run->row(trip)[6]);
    for (std::size_t r = trip; r < run->rows; ++r)
        QCOMPARE(run->row(r)[6], 3000.0);
}

void TestRunFile::normalRunsStayInTheNormalBand()
{
    const twin::Result<twin::Plant> p = twin::parsePlant(bytesOf(kPlant + "/plant.json"));
    QVERIFY(p.ok());
    for (const char* id : {"d00", "d00_te"}) {
        const twin::Result<Run> run = plant::loadRun(plant::runPath(kPlant, id));
        QVERIFY(run.ok());
        for (std::size_t c = 0; c < run->columns.size(); ++c) {
            const twin::Limits& limits = p->tag(p->findTag(run->columns[c])).limits;
            QVERIFY(limits.high.normal);
            for (std::size_t r = 0; r < run->rows; ++r) {
                QVERIFY2(run->row(r)[c] <= *limits.high.normal, run->columns[c].c_str());
                QVERIFY2(!limits.low.normal || run->row(r)[c] >= *limits.low.normal,
                         run->columns[c].c_str());
            }
        }
    }
}

/// NAMUR NE 43: a 4-20 mA transmitter reports from 1.25 % below to 3.125 % above its range.
void TestRunFile::everyRunStaysInTheInstrumentRange()
{
    const twin::Result<twin::Plant> p = twin::parsePlant(bytesOf(kPlant + "/plant.json"));
    QVERIFY(p.ok());
    for (const char* id : {"0", "1", "2", "4", "5", "6", "7", "8", "11", "13", "14"}) {
        const twin::Result<Run> run = plant::loadRun(plant::runPath(kPlant, id));
        QVERIFY(run.ok());
        for (std::size_t i = 0; i < run->values.size(); ++i) {
            const std::string& column = run->columns[i % run->columns.size()];
            const twin::Interval range = p->tag(p->findTag(column)).range;
            const double span = range.high - range.low;
            QVERIFY2(run->values[i] >= range.low - 0.0125 * span, column.c_str());
            QVERIFY2(run->values[i] <= range.high + 0.03125 * span, column.c_str());
        }
    }
}

void TestRunFile::names()
{
    QCOMPARE(plant::runPath("p", "6"), std::string("p/runs/d06_te.run"));
    QCOMPARE(plant::runPath("p", "14"), std::string("p/runs/d14_te.run"));
    QCOMPARE(plant::runPath("p", "normal"), std::string("p/runs/d00_te.run"));
    QCOMPARE(plant::runPath("p", "d00"), std::string("p/runs/d00.run"));
    const twin::Result<Run> none = plant::loadRun(plant::runPath(kPlant, "99"));
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, twin::ErrorCode::FileNotReadable);
    QVERIFY(none.error().place.file.ends_with("d99_te.run"));
}

void TestRunFile::damaged_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<twin::ErrorCode>("code");
    using enum twin::ErrorCode;
    const std::string whole = bytesOf(plant::runPath(kPlant, "6"));
    std::string flipped = whole;
    flipped[whole.size() - 1000] = char(flipped[whole.size() - 1000] ^ 1);
    std::string moreRows = whole;
    moreRows.replace(moreRows.find("\"rows\":960"), 10, "\"rows\":961");
    std::string manyRows = whole;
    manyRows.replace(manyRows.find("\"rows\":960"), 10, "\"rows\":9e9");
    std::string lateEvent = whole;
    lateEvent.replace(lateEvent.find("\"row\":278"), 9, "\"row\":978");
    std::string otherSum = whole;
    otherSum.replace(otherSum.find("ed5838f0"), 8, "00000000");
    QTest::newRow("empty") << std::string() << RunInvalid;
    QTest::newRow("foreign") << std::string("SQLite format 3") << RunInvalid;
    QTest::newRow("cut in the head") << whole.substr(0, 500) << FileTruncated;
    QTest::newRow("cut in the values") << whole.substr(0, whole.size() - 5) << RunInvalid;
    QTest::newRow("no values") << whole.substr(0, whole.find("\"}]}") + 4) << RunInvalid;
    QTest::newRow("one bit") << flipped << RunInvalid;
    QTest::newRow("more rows than values") << moreRows << RunInvalid;
    QTest::newRow("too many rows") << manyRows << RunInvalid;
    QTest::newRow("event after the end") << lateEvent << RunInvalid;
    QTest::newRow("other checksum") << otherSum << RunInvalid;
    QTest::newRow("huge head") << std::string("GMBRUN1\n\xff\xff\xff\xff{}") << FileTruncated;
    QTest::newRow("head of another kind") << std::string("GMBRUN1\n\x02\0\0\0[]", 14) << RunInvalid;
    QTest::newRow("head is not JSON") << std::string("GMBRUN1\n\x02\0\0\0{x", 14) << JsonSyntax;
}

void TestRunFile::damaged()
{
    QFETCH(std::string, bytes);
    QFETCH(twin::ErrorCode, code);
    const twin::Result<Run> run = plant::parseRun(bytes);
    QVERIFY(!run.ok());
    QCOMPARE(run.error().code, code);
}

void TestRunFile::randomDamageNeverCrashes()
{
    const std::string whole = bytesOf(plant::runPath(kPlant, "6"));
    std::mt19937 random(3); // NOLINT: the same damage every time
    for (int round = 0; round < 200; ++round) {
        std::string bytes = whole;
        bytes[random() % (round % 2 == 0 ? bytes.size() : 2'000)] = char(random() & 0xff);
        const twin::Result<Run> run = plant::parseRun(bytes);
        if (run.ok()) // a letter of a name changed: the values are still the published ones
            QCOMPARE(checksum(*run), checksum(*plant::parseRun(whole)));
    }
}

QTEST_GUILESS_MAIN(TestRunFile)
#include "tst_run_file.moc"
