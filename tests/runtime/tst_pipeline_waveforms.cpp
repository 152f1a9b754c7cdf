// SPDX-License-Identifier: GPL-3.0-or-later
// Waveforms through the pipeline: what is worked out of them, what is refused, and that its state goes on.
#include <QTest>

#include "app/gemba-plant/node_speaker.h"
#include "app/gemba-plant/pump_house.h"
#include "app/gemba-plant/waveform_source.h"
#include "plant_log.h"
#include "snapshot_print.h"
#include "twin/runtime/pipeline.h"
#include "twin/store/plant_folder.h"

using namespace gemba;
using namespace gemba::twin;

namespace {

const std::string kFolder = GEMBA_SOURCE_DIR "/resources/plants/pumphouse";
constexpr TimeNs kStart = 1'790'000'000 * kSecond;

class Heard : public PipelineOutput
{
public:
    void onSample(const Sample& s) override { samples.push_back(s); }
    void onEvent(const Event& e) override { events.push_back(e); }
    void onRejected(SourceId, const Error& e) override { errors.push_back(e); }
    std::vector<Sample> samples;
    std::vector<Event> events;
    std::vector<Error> errors;
};

/// The pump house told in JSON, row by row, into a pipeline.
class House
{
public:
    explicit House(const char* fault, PlantPackage package = std::move(loadPlantFolder(kFolder).value()))
        : m_run(plant::makePumpHouse(plant::timelineCalled(fault).value(), 1, fault)),
          pipeline(std::move(Pipeline::create(package).value()))
    {
        auto layout = plant::makeLayout(*pipeline->plant(), m_run.columns, plant::Format::Json, 1, m_run.waveforms->tags());
        m_speaker = std::move(plant::makeJsonSpeaker(std::move(*layout)).value());
    }
    void rows(std::size_t from, std::size_t to)
    {
        for (std::size_t row = from; row < to; ++row) {
            for (const plant::Message& m : m_speaker->row({&m_run, row, row, "running", {}}, kStart + static_cast<TimeNs>(row) * kSecond, true))
                packet(m.topic, m.payload, kStart + static_cast<TimeNs>(row) * kSecond);
        }
    }
    void packet(std::string_view topic, std::string_view payload, TimeNs at)
    {
        m_bytes.clear();
        encode(PacketView{topic, payload, 0, false, false}, m_bytes);
        pipeline->apply({++m_seq, at, RecordKind::Packet, SourceId{}, m_bytes}, heard);
    }
    [[nodiscard]] TagId tag(const char* id) const { return pipeline->plant()->findTag(id); }
    [[nodiscard]] Value latest(const char* id) const { return pipeline->snapshot()->tags[index(tag(id))].value; }
    [[nodiscard]] Assessment assessment(const char* asset) const
    {
        return pipeline->snapshot()->assets[index(pipeline->plant()->findAsset(asset))].assessment;
    }

private:
    plant::Run m_run;
    std::unique_ptr<plant::NodeSpeaker> m_speaker;
    Bytes m_bytes;
    std::uint64_t m_seq = 0;

public:
    std::unique_ptr<Pipeline> pipeline;
    Heard heard;
};

Blob* blob(PlantPackage& package, std::string_view kind)
{
    for (Blob& b : package.blobs) {
        if (b.kind == kind)
            return &b;
    }
    return nullptr;
}

} // namespace

class TestPipelineWaveforms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void zonesAreLimits()
    {
        const House house("normal");
        const Tag& velocity = house.pipeline->plant()->tag(house.tag("p101a_velocity"));
        QVERIFY(velocity.limits.high.normal == 3.2 && velocity.limits.high.alert == 5.1 && velocity.limits.high.trip == 8.5);
        QVERIFY(velocity.limits.owner.starts_with("ISO 10816-7"));
        QVERIFY(house.pipeline->plant()->tag(house.tag("p101a_bearing")).limits.high.alert == 25.0);
        QVERIFY(!house.pipeline->plant()->tag(house.tag("p101a_health")).limits.high.alert);
        QCOMPARE(house.pipeline->plant()->tag(house.tag("p101a_suction")).limits.low.alert.value(), -40.0); // its own
    }

    void damageIsAReasonWithAName()
    {
        House house("outer-race");
        house.rows(300, 400);
        QCOMPARE(house.heard.errors.size(), std::size_t{0});
        QCOMPARE(std::get<std::string>(house.latest("p101a_damage")), "outer race");
        QVERIFY(std::get<double>(house.latest("p101a_bearing")) > 13.0);
        QCOMPARE(std::get<double>(house.latest("p101b_bearing")), 0.0);
        const auto told = std::find_if(house.heard.events.begin(), house.heard.events.end(),
                                       [](const Event& e) { return e.kind == EventKind::PlantEvent && e.text == "outer race"; });
        QVERIFY(told != house.heard.events.end());
        QVERIFY(told->asset == house.pipeline->plant()->findAsset("p101a"));
        QCOMPARE(std::count_if(house.heard.events.begin(), house.heard.events.end(),
                               [](const Event& e) { return e.text == "outer race"; }), 1);
        const Assessment a = house.assessment("p101a"), sister = house.assessment("p101b");
        QVERIFY(a.withheld == Withheld::No && sister.withheld == Withheld::No);
        QVERIFY(std::any_of(a.deductions.begin(), a.deductions.end(), [&](const Deduction& d) {
            return d.tag == house.tag("p101a_bearing") && d.kind == DeductionKind::Indicator && d.side == Side::High;
        }));
        QVERIFY(a.word != ConditionWord::Normal);
        // Crest factor, kurtosis and line tell of the same strikes: one counts, the others are named.
        MilliPoints sum = 0;
        std::size_t counted = 0, evidence = 0;
        for (const Deduction& d : a.deductions) {
            const bool impacts = d.tag == house.tag("p101a_bearing") || d.tag == house.tag("p101a_crest") || d.tag == house.tag("p101a_kurtosis");
            counted += impacts && d.points > 0 ? 1 : 0;
            evidence += impacts && d.points == 0 ? 1 : 0;
            QVERIFY(d.points > 0 || (d.countedWith != kNoTag && d.countedWith != d.tag && d.alone > 0));
            sum += d.points;
        }
        QVERIFY(counted == 1 && evidence >= 1);
        QCOMPARE(a.score, kFullCondition - sum);
        QVERIFY(std::get<double>(house.latest("p101a_health")) < 0.9);
        QVERIFY(std::none_of(house.heard.events.begin(), house.heard.events.end(),
                             [](const Event& e) { return e.kind == EventKind::DcsAlarmRaised; })); // no DCS knows of it
        QCOMPARE(sister.score, kFullCondition);
        QVERIFY(sister.word == ConditionWord::Normal);
        QVERIFY(house.assessment("p101d").withheld == Withheld::NotRunning);
    }

    void damageOlderThanTheFirstRecordIsSeen()
    {
        House house("outer-race");
        house.rows(420, 480); // six records of a race that is damaged already: nothing to compare with
        QCOMPARE(std::get<std::string>(house.latest("p101a_damage")), "outer race");
        const double health = std::get<double>(house.latest("p101a_health"));
        QVERIFY2(health > 0.0 && health < 0.8, qPrintable(QString::number(health)));
        QCOMPARE(std::get<double>(house.latest("p101b_health")), 1.0);
    }

    void goodPumpsStayAtAHundred()
    {
        House house("normal");
        house.rows(0, 200);
        house.heard.samples.clear();
        house.rows(200, 700);
        for (const char* asset : {"p101a", "p101b", "p101c"}) {
            QCOMPARE(std::get<double>(house.latest((std::string(asset) + "_health").c_str())), 1.0); // the load swings: no onset
            QCOMPARE(house.assessment(asset).score, kFullCondition);
            QCOMPARE(house.assessment(asset).deductions.size(), std::size_t{0});
        }
        QVERIFY(house.pipeline->snapshot()->alerts.empty());
        for (const Event& e : house.heard.events)
            QVERIFY(e.kind != EventKind::AlertRaised);
        const std::size_t features = static_cast<std::size_t>(std::count_if(house.heard.samples.begin(), house.heard.samples.end(),
                                     [&](const Sample& s) { return s.tag == house.tag("p101a_velocity"); }));
        QCOMPARE(features, std::size_t{50});
    }

    void waveformsThatAreRefused_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<bool>("counts"); ///< as rejected
        QTest::newRow("another rate") << QByteArray(R"({"radial": {"rate": 6400, "values": [1, 2, 3]}})") << true;
        QTest::newRow("one number") << QByteArray(R"({"radial": 3})") << true;
        QTest::newRow("texts") << QByteArray(R"({"radial": ["a"]})") << true;
        QTest::newRow("none, says the node") << QByteArray(R"({"radial": null})") << true;
    }
    void waveformsThatAreRefused()
    {
        QFETCH(QByteArray, payload);
        QFETCH(bool, counts);
        House house("normal");
        house.rows(0, 12);
        const Value before = house.latest("p101a_velocity");
        house.packet("pumphouse/p101a/vibration", payload.toStdString(), kStart + 13 * kSecond);
        QCOMPARE(!house.heard.errors.empty(), counts);
        const auto snapshot = house.pipeline->snapshot();
        QVERIFY(snapshot->tags[index(house.tag("p101a_vib"))].quality == Quality::Bad);
        QVERIFY(house.latest("p101a_velocity") == before); // what was known is not overwritten by nothing
    }

    void waveformsOfOddLengths_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {0, 1, 31, 33, 997, 4096, 20'011})
            QTest::addRow("%d", length) << length;
    }
    void waveformsOfOddLengths()
    {
        QFETCH(int, length);
        House house("normal");
        house.rows(0, 12);
        QByteArray payload = R"({"radial": [)";
        for (int i = 0; i < length; ++i)
            payload += (i > 0 ? "," : "") + QByteArray::number(i % 7 - 3);
        house.packet("pumphouse/p101a/vibration", (payload + "]}").toStdString(), kStart + 13 * kSecond);
        QCOMPARE(house.heard.errors.size(), std::size_t{0});
        const Value velocity = house.latest("p101a_velocity");
        QCOMPARE(kindOf(velocity) == ValueKind::Null, length < 32);
    }

    void stateGoesOn()
    {
        House through("outer-race");
        through.rows(300, 342);
        const PipelineState state = through.pipeline->state();
        (void)through.pipeline->takeIntervalDigest();
        through.rows(342, 420);
        const Sha256 digest = through.pipeline->takeIntervalDigest();

        House again("outer-race");
        again.rows(300, 342); // its speaker counts on
        (void)again.pipeline->takeIntervalDigest();
        QVERIFY(again.pipeline->restore(state, kStart + 341 * kSecond).ok());
        again.rows(342, 420);
        QVERIFY(again.pipeline->takeIntervalDigest() == digest);
        QCOMPARE(test::print(*again.pipeline->snapshot()), test::print(*through.pipeline->snapshot()));

        Bytes broken = state.derived;
        broken.resize(broken.size() - 5);
        QVERIFY(again.pipeline->restore({state.acquisition, broken}, kStart + 341 * kSecond).ok());
        QVERIFY(again.assessment("p101a").withheld == Withheld::Baselining);
    }

    void otherZonesAreOtherDerivedState()
    {
        PlantPackage package = std::move(loadPlantFolder(kFolder).value());
        const House as("normal", package);
        Blob* zones = blob(package, "zones");
        QVERIFY(zones != nullptr && blob(package, "bearing") != nullptr);
        zones->bytes.replace(zones->bytes.find("\"AB\": 3.2"), 9, "\"AB\": 3.0");
        zones->sha256 = sha256Hex(zones->bytes);
        const House edited("normal", package);
        QVERIFY(as.pipeline->derivedHash() != edited.pipeline->derivedHash());
        QCOMPARE(edited.pipeline->plant()->tag(edited.tag("p101a_velocity")).limits.high.normal.value(), 3.0);
    }

    void packagesThatAreIncomplete_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("bytes"); ///< empty: the blob is missing
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no zones") << QByteArray("zones") << QByteArray() << QByteArray("zones.json");
        QTest::newRow("no bearing") << QByteArray("bearing") << QByteArray() << QByteArray("6309.json");
        QTest::newRow("broken zones") << QByteArray("zones") << QByteArray("{") << QByteArray("zones.json");
        QTest::newRow("broken bearing") << QByteArray("bearing") << QByteArray("[]") << QByteArray("6309.json");
    }
    void packagesThatAreIncomplete()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, named);
        PlantPackage package = std::move(loadPlantFolder(kFolder).value());
        Blob* found = blob(package, kind.toStdString());
        QVERIFY(found != nullptr);
        if (bytes.isEmpty())
            found->kind = "none";
        else
            found->bytes = bytes.toStdString();
        const auto pipeline = Pipeline::create(package);
        QVERIFY(!pipeline.ok());
        const Error& e = pipeline.error();
        QVERIFY(QByteArray::fromStdString(e.place.file + (e.args.size() > 1 ? std::get<std::string>(e.args[1]) : "")).contains(named));
    }
};

QTEST_GUILESS_MAIN(TestPipelineWaveforms)
#include "tst_pipeline_waveforms.moc"
