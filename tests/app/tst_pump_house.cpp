// SPDX-License-Identifier: GPL-3.0-or-later
// The pump house: what its model says, and how that is spoken.
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

#include "app/gemba-plant/node_speaker.h"
#include "app/gemba-plant/pump_house.h"
#include "app/gemba-plant/pump_vibration.h"
#include "app/gemba-plant/waveform_source.h"
#include "twin/acquisition/json_telemetry.h"
#include "twin/acquisition/sparkplug_payload.h"
#include "twin/health/vibration_health.h"
#include "twin/model/plant_json.h"

using namespace gemba;
using namespace gemba::plant;

namespace {

std::string read(const char* name)
{
    QFile file(QStringLiteral(GEMBA_SOURCE_DIR "/resources/plants/pumphouse/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

twin::Plant described() { return std::move(twin::parsePlant(read("plant.json")).value()); }

Run house(const char* name, std::uint64_t seed = 1) { return makePumpHouse(timelineCalled(name).value(), seed, name); }

double value(const Run& run, std::size_t row, const char* column)
{
    const auto at = std::find(run.columns.begin(), run.columns.end(), column);
    return run.row(row)[static_cast<std::size_t>(at - run.columns.begin())];
}

class Doctor
{
public:
    Doctor()
        : m_zones(std::move(twin::parseZones(read("zones.json")).value())),
          m_health(kVibrationValues, kVibrationRate, m_zones.classes.front(), m_zones,
                   std::move(twin::parseBearing(read("bearings/6309.json")).value()))
    {
    }
    const twin::VibrationReport& report(const Run& run, std::size_t row, std::size_t waveform, const char* speed)
    {
        return m_health.assess(run.waveforms->at(row, waveform).values, value(run, row, speed) / 60.0);
    }

private:
    twin::VibrationZones m_zones;
    twin::VibrationHealth m_health;
};

/// What a decoder of JSON told, by tag.
class Told : public twin::TelemetryOutput
{
public:
    void onSample(twin::TagId tag, twin::TimeNs, twin::Quality quality, bool, const twin::Value& v) override
    {
        if (quality == twin::Quality::Good)
            values[tag] = v;
    }
    void onSequence(twin::TagId, const twin::SequenceStep&) override {}
    void onRejected(const twin::Error&) override { ++rejected; }
    std::map<twin::TagId, twin::Value> values;
    int rejected = 0;
};

constexpr std::size_t kRow = 420; ///< the fault has grown to its full severity
constexpr twin::TimeNs kTime = 1'700'000'000 * twin::kSecond;

} // namespace

class TestPumpHouse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameSeedSameBytes()
    {
        const Run a = house("outer-race", 5), b = house("outer-race", 5), c = house("outer-race", 6);
        QVERIFY(a.values == b.values && a.values != c.values);
        for (const std::size_t row : {std::size_t{0}, kRow})
            QVERIFY(a.waveforms->at(row, 0) == b.waveforms->at(row, 0) && a.waveforms->at(row, 0).values != c.waveforms->at(row, 0).values);
        // In any order, and no two alike.
        const auto later = b.waveforms->at(kRow, 1);
        QVERIFY(b.waveforms->at(0, 1) == a.waveforms->at(0, 1) && b.waveforms->at(kRow, 1) == later);
        QVERIFY(a.waveforms->at(0, 0).values != a.waveforms->at(10, 0).values);
        QVERIFY(a.waveforms->at(0, 0).values != a.waveforms->at(0, 2).values);
    }

    void waterAddsUp()
    {
        const Run run = house("normal");
        for (std::size_t row = 0; row < run.rows; row += 60) {
            double flows = 0.0;
            for (const char* pump : {"p101a", "p101b", "p101c", "p101d"})
                flows += value(run, row, (std::string(pump) + "_flow").c_str());
            QVERIFY(std::abs(flows / value(run, row, "house_flow") - 1.0) < 0.02);
            QCOMPARE(value(run, row, "p101a_state"), 1.0);
            QCOMPARE(value(run, row, "p101d_state"), 0.0);
            QCOMPARE(value(run, row, "p101d_speed"), 0.0);
            const double rpm = value(run, row, "p101b_speed"), amps = value(run, row, "p101b_current");
            QVERIFY2(rpm > 1380 && rpm < 1480 && amps > 35 && amps < 52, qPrintable(QString::number(rpm) + u' ' + QString::number(amps)));
        }
    }

    void goodPumpsHaveNothing()
    {
        Doctor doctor;
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const Run run = house("normal", seed);
            for (std::size_t row = 0; row < run.rows; row += 40) {
                for (const std::size_t waveform : {0, 1, 2, 3, 4, 5}) {
                    const auto& r = doctor.report(run, row, waveform, "p101a_speed");
                    QVERIFY2(r.deductions.empty() && r.bearing && r.bearing->verdict == twin::BearingVerdict::None,
                             qPrintable(QStringLiteral("seed %1 row %2 waveform %3").arg(seed).arg(row).arg(waveform)));
                    QVERIFY(r.zone == twin::VibrationZone::A);
                }
            }
        }
    }

    void faultsShowAsThemselves_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("radialZone");
        QTest::addColumn<int>("axialZone");
        QTest::addColumn<int>("verdict");
        using Z = twin::VibrationZone;
        using V = twin::BearingVerdict;
        const auto row = [](const char* name, Z radial, Z axial, V verdict) {
            QTest::newRow(name) << QByteArray(name) << static_cast<int>(radial) << static_cast<int>(axial) << static_cast<int>(verdict);
        };
        row("unbalance", Z::C, Z::A, V::None);
        row("misalignment", Z::B, Z::B, V::None);
        row("outer-race", Z::A, Z::A, V::OuterRace);
        row("inner-race", Z::A, Z::A, V::InnerRace);
        row("cavitation", Z::A, Z::A, V::None);
    }
    void faultsShowAsThemselves()
    {
        QFETCH(QByteArray, fault);
        Doctor doctor;
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const Run run = house(fault.constData(), seed);
            const twin::VibrationReport radial = doctor.report(run, kRow, 0, "p101a_speed");
            QVERIFY(radial.bearing);
            QTEST(static_cast<int>(radial.zone), "radialZone");
            QTEST(static_cast<int>(radial.bearing->verdict), "verdict");
            QTEST(static_cast<int>(doctor.report(run, kRow, 1, "p101a_speed").zone), "axialZone");
            const auto& sister = doctor.report(run, kRow, 2, "p101b_speed");
            QVERIFY(sister.deductions.empty()); // and nobody else is ill
            if (fault == "cavitation") {
                QVERIFY(value(run, kRow, "p101a_suction") < -40.0);
                QVERIFY(radial.features.rms > 2.0 * sister.features.rms);
            } else {
                QVERIFY(value(run, kRow, "p101a_suction") > 0.0);
            }
        }
    }

    void standbyTakesOver()
    {
        const Run run = house("unbalance");
        const std::size_t repair = 60 + 300 + 240;
        QCOMPARE(value(run, repair - 1, "p101a_state"), 1.0);
        QCOMPARE(value(run, repair + 1, "p101a_state"), 2.0);
        QCOMPARE(value(run, repair + 1, "p101d_state"), 3.0);
        QCOMPARE(value(run, repair + 30, "p101d_state"), 1.0);
        QVERIFY(value(run, repair + 30, "p101d_flow") > 100.0);
        QCOMPARE(value(run, repair + 121, "p101a_state"), 3.0);
        QCOMPARE(value(run, repair + 140, "p101a_state"), 1.0);
        QCOMPARE(value(run, repair + 140, "p101d_state"), 0.0);
        Doctor doctor;
        QVERIFY(doctor.report(run, repair + 140, 0, "p101a_speed").deductions.empty()); // as new
        QVERIFY(doctor.report(run, repair + 60, 0, "p101a_speed").features.peak < 0.2); // it stands
        QCOMPARE(run.events.size(), std::size_t{2});
    }

    void timelines_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* name, const char* from, const char* to, const char* place) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(place);
        };
        row("as shipped", "{", "{", "");
        row("no JSON", "{", "[", "-");
        row("too long", "60min", "25h", "/length");
        row("no time", "60min", "0s", "/length");
        row("no such pump", "\"pump\": \"B\"", "\"pump\": \"D\"", "/courses/1/pump");
        row("no such fault", "cavitation", "boredom", "/courses/3/fault");
        row("two at once", "\"from\": \"14min\"", "\"from\": \"12min\"", "/courses/1");
        row("beyond the end", "\"from\": \"46min\"", "\"from\": \"55min\"", "/courses/4");
    }
    void timelines()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, place);
        QByteArray text = QByteArray::fromStdString(read("pumphouse.json"));
        QVERIFY(text.contains(from));
        text.replace(text.indexOf(from), from.size(), to);
        const auto timeline = parseTimeline(text.toStdString());
        QCOMPARE(timeline.ok(), place.isEmpty());
        if (place.startsWith('/'))
            QCOMPARE(QByteArray::fromStdString(timeline.error().place.jsonPath), place);
        QVERIFY(!timelineCalled("boredom").ok());
    }

    void sparkplugBringsWaveformsEveryTenthRow()
    {
        const twin::Plant plant = described();
        const Run run = house("normal");
        const auto layout = makeLayout(plant, run.columns, Format::Sparkplug, 1, run.waveforms->tags());
        QVERIFY(layout.ok());
        const auto speaker = makeSparkplugSpeaker(*layout);
        (void)speaker->connecting(kTime);
        const auto frame = [&](std::size_t row) { return Frame{&run, row, row, "running", {}}; };
        const auto births = speaker->births(frame(3), kTime);
        QCOMPARE(births.size(), std::size_t{9}); // the node, four pumps, four sensors
        const auto wavesIn = [](const std::vector<Message>& messages) {
            std::vector<twin::Waveform> waves;
            for (const Message& m : messages) {
                auto payload = std::move(twin::decodeSparkplug(m.payload).value());
                for (twin::SparkplugMetric& metric : payload.metrics) {
                    if (metric.type == twin::SparkplugType::Unknown && metric.form == twin::SparkplugForm::Bytes)
                        twin::applyType(metric, twin::SparkplugType::FloatArray); // as the birth said
                    if (twin::kindOf(metric.value) == twin::ValueKind::Waveform)
                        waves.push_back(std::get<twin::Waveform>(metric.value));
                }
            }
            return waves;
        };
        QCOMPARE(wavesIn(births).size(), std::size_t{8});
        QVERIFY(wavesIn(births)[0].values == run.waveforms->at(0, 0).values); // the last one
        QCOMPARE(speaker->row(frame(3), kTime, true).size(), std::size_t{5});
        const auto tenth = speaker->row(frame(10), kTime, true);
        QCOMPARE(tenth.size(), std::size_t{9});
        QVERIFY(wavesIn(tenth)[7].values == run.waveforms->at(10, 7).values);
        for (const Message& m : tenth)
            QVERIFY(m.payload.size() < twin::SparkplugLimits().bytes);
    }

    void jsonSaysTheSame()
    {
        const twin::Plant plant = described();
        const Run run = house("normal");
        const auto layout = makeLayout(plant, run.columns, Format::Json, 1, run.waveforms->tags());
        QVERIFY(layout.ok());
        const auto speaker = makeJsonSpeaker(*layout);
        QVERIFY(speaker.ok());
        twin::JsonTelemetry telemetry(plant);
        Told told;
        for (const Message& m : (*speaker)->row(Frame{&run, 10, 10, "running", "begun"}, kTime, true))
            QVERIFY(telemetry.onMessage({m.topic, m.payload, 0, false, false}, told));
        QCOMPARE(told.rejected, 0);
        for (std::size_t w = 0; w < run.waveforms->tags().size(); ++w) {
            const twin::Value& v = told.values[plant.findTag(run.waveforms->tags()[w])];
            QVERIFY(v == twin::Value(run.waveforms->at(10, w)));
        }
        for (std::size_t c = 0; c < run.columns.size(); ++c)
            QCOMPARE(twin::toNumber(told.values[plant.findTag(run.columns[c])]), run.row(10)[c]);
        QCOMPARE((*speaker)->row(Frame{&run, 11, 11, "running", {}}, kTime, true).size(), std::size_t{5});
    }
};

QTEST_APPLESS_MAIN(TestPumpHouse)
#include "tst_pump_house.moc"
