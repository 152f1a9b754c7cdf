// SPDX-License-Identifier: GPL-3.0-or-later
// The fleet that is played: who is where in which life, what is said of it, and what is refused.
#include "app/gemba-plant/fleet.h"

#include <set>

#include <QTest>

#include "app/gemba-plant/node_speaker.h"
#include "app/gemba-plant/playlist.h"
#include "twin/model/plant_json.h"

using namespace gemba;
using namespace gemba::plant;

namespace {

constexpr std::size_t kMachines = 5, kPeriod = 2;
const std::vector<std::size_t> kLives{4, 7, 5};

/// Value n of life u is 1000 u + n.
Run lives()
{
    Run run;
    run.id = "made up";
    run.columns = {"unit", "cycle", "heat"};
    for (std::size_t u = 0; u < kLives.size(); ++u) {
        for (std::size_t n = 1; n <= kLives[u]; ++n) {
            for (const double v : {double(u), double(n), double(1000 * u + n)})
                run.values.push_back(v);
            ++run.rows;
        }
    }
    return run;
}

std::string plantText(std::size_t machines)
{
    std::string assets, tags;
    for (std::size_t i = 0; i < machines; ++i) {
        const std::string id = "m" + std::to_string(i);
        assets += (i ? "," : "") + std::string(R"({"id":")") + id + R"(","number":"M","name":{"en":"M"},"area":"a","class":"c"})";
        for (const auto& [tag, role] : {std::pair{"cycle", "setting"}, {"heat", "measurement"}, {"serial", "event"}})
            tags += (tags.empty() ? "" : ",") + std::string(R"({"id":")") + id + "_" + tag + R"(","number":"T","name":{"en":"T"},"unit":"1","range":[0,9999],"period":"2s","role":")"
                    + role + R"(","asset":")" + id + R"(","bindings":[{"sparkplug":{"group":"g","node":"n","device":")" + id + R"(","metric":")" + tag
                    + R"("}},{"json":{"topic":"f/)" + id + R"(","value":"/)" + tag + R"("}}]})";
    }
    return R"({"format":1,"id":"f","enterprise":{"en":"E"},"site":{"en":"S"},"timeZone":"Etc/UTC","areas":[{"id":"a","name":{"en":"A"}}],)"
           R"("classes":[{"id":"c","name":{"en":"C"}}],"assets":[)" + assets + R"(],"tags":[)" + tags + "]}";
}

twin::Plant plantOf(std::size_t machines = kMachines) { return twin::parsePlant(plantText(machines)).value(); }

std::vector<double> rowOf(const Run& run, std::size_t row)
{
    std::vector<double> out(run.columns.size());
    run.source->fill(row, out);
    return out;
}

} // namespace

class TestFleet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMachineLivesThroughWholeLives()
    {
        const Run run = makeFleet(plantOf(), lives(), 1).value();
        QCOMPARE(run.columns.size(), 2 * kMachines);
        QCOMPARE(run.columns[0], std::string("m0_cycle"));
        QCOMPARE(run.columns[3], std::string("m1_heat"));
        std::set<double> begins;
        std::size_t replaced = 0;
        for (std::size_t m = 0; m < kMachines; ++m) {
            std::vector<double> before;
            for (std::size_t row = 0; row < 200; ++row) {
                const std::vector<double> now = rowOf(run, row);
                const double cycle = now[2 * m], heat = now[2 * m + 1];
                const auto life = static_cast<std::size_t>(heat) / 1000;
                QCOMPARE(heat, static_cast<double>(1000 * life) + cycle); // both of one recorded row
                if (row == 0)
                    begins.insert(heat);
                if (!before.empty() && before[2 * m] != cycle) {
                    QVERIFY(run.source->says(row, 2 * m) && run.source->says(row, 2 * m + 1));
                    const auto previous = static_cast<std::size_t>(before[2 * m + 1]) / 1000;
                    if (cycle != before[2 * m] + 1.0) { // only after its last one, and then from 1
                        QCOMPARE(cycle, 1.0);
                        QCOMPARE(before[2 * m], static_cast<double>(kLives[previous]));
                        ++replaced;
                    }
                }
                QCOMPARE(run.source->says(row, 2 * m), row % kPeriod == m % kPeriod);
                before = now;
            }
        }
        QVERIFY2(begins.size() >= 3, qPrintable(QString::number(begins.size()))); // staggered
        QVERIFY(replaced > kMachines * 8); // 100 cycles, lives of at most 7
    }

    void saysWhoIsReplaced()
    {
        const Run run = makeFleet(plantOf(1), lives(), 3).value();
        QCOMPARE(run.source->texts(), std::vector<std::string>{"m0_serial"});
        QVERIFY(run.source->text(0, 0).empty()); // nobody knows of an earlier one
        std::size_t serial = 1;
        double last = 0.0;
        for (std::size_t row = 0; row < 100; ++row) {
            const double cycle = rowOf(run, row)[0];
            if (cycle < last)
                ++serial;
            if (serial > 1 && cycle < last)
                QCOMPARE(run.source->text(row, 0), "serial " + std::to_string(serial) + " installed; serial " + std::to_string(serial - 1)
                                                       + " removed after " + std::to_string(static_cast<int>(last)) + " cycles");
            last = cycle;
        }
        QVERIFY(serial > 5);
    }

    void sameSeedSameFleet()
    {
        const Run a = makeFleet(plantOf(), lives(), 1).value(), b = makeFleet(plantOf(), lives(), 1).value();
        const Run other = makeFleet(plantOf(), lives(), 2).value();
        bool differs = false;
        for (const std::size_t row : {std::size_t{0}, std::size_t{17}, std::size_t{5'000}, kFleetRows - 1}) {
            QCOMPARE(rowOf(a, row), rowOf(b, row));
            differs = differs || rowOf(a, row) != rowOf(other, row);
        }
        QVERIFY(differs);
    }

    void onlyWhoHasFlownSpeaks_data()
    {
        QTest::addColumn<bool>("json");
        QTest::newRow("sparkplug") << false;
        QTest::newRow("json") << true;
    }
    void onlyWhoHasFlownSpeaks()
    {
        QFETCH(bool, json);
        std::vector<Run> runs;
        runs.push_back(makeFleet(plantOf(), lives(), 1).value());
        Playlist list(std::move(runs), {0, 10, false});
        auto layout = makeLayout(plantOf(), list.columns(), json ? Format::Json : Format::Sparkplug, 1, {}, list.texts()).value();
        const auto speaker = json ? std::move(makeJsonSpeaker(std::move(layout)).value()) : makeSparkplugSpeaker(std::move(layout));
        (void)speaker->connecting(0);
        (void)speaker->births(list.beginning(), 0);
        for (std::size_t row = 0; const auto frame = list.next(); ++row) {
            std::vector<std::string> topics;
            for (const Message& m : speaker->row(*frame, 0, true))
                topics.push_back(m.topic.substr(m.topic.rfind('/') + 1));
            QCOMPARE(topics, row % kPeriod == 0 ? (std::vector<std::string>{"m0", "m2", "m4"}) : (std::vector<std::string>{"m1", "m3"}));
        }
    }

    void refusesWhatAreNoLives_data()
    {
        using Change = std::function<void(Run&)>;
        QTest::addColumn<Change>("change");
        QTest::newRow("no unit") << Change([](Run& r) { r.columns[0] = "engine"; });
        QTest::newRow("no cycle") << Change([](Run& r) { r.columns[1] = "flight"; });
        QTest::newRow("a cycle is missing") << Change([](Run& r) { r.values[3 * 2 + 1] = 4.0; });
        QTest::newRow("begins late") << Change([](Run& r) { r.values[1] = 2.0; });
        QTest::newRow("a life of one cycle") << Change([](Run& r) { r.values.insert(r.values.end(), {9.0, 1.0, 0.0}); ++r.rows; });
        QTest::newRow("nothing") << Change([](Run& r) { r.rows = 0; r.values.clear(); });
    }
    void refusesWhatAreNoLives()
    {
        QFETCH(std::function<void(Run&)>, change);
        Run run = lives();
        change(run);
        const auto fleet = makeFleet(plantOf(), run, 1);
        QVERIFY(!fleet.ok());
        QCOMPARE(fleet.error().code, twin::ErrorCode::RunInvalid);
    }

    void refusesAPlantThatCountsNoCycles()
    {
        twin::Plant plant = plantOf(1);
        plant.tags[0].id = "m0_flight";
        const auto fleet = makeFleet(plant, lives(), 1);
        QVERIFY(!fleet.ok());
        QCOMPARE(fleet.error().code, twin::ErrorCode::PlantInconsistent);
    }
};

QTEST_APPLESS_MAIN(TestFleet)
#include "tst_fleet.moc"
