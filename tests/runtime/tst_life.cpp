// SPDX-License-Identifier: GPL-3.0-or-later
// Remaining life through the pipeline: what is said, when nothing is, and that its state is complete.
#include <random>

#include <QTest>
#include <nlohmann/json.hpp>

#include "app/gemba-plant/fleet.h"
#include "plant_log.h"
#include "small_fleet.h"
#include "snapshot_print.h"
#include "twin/model/plant_json.h"
#include "twin/runtime/life_forecast.h"
#include "twin/runtime/pipeline.h"

using namespace gemba;
using namespace gemba::twin;
using namespace gemba::test;

namespace {

constexpr std::size_t kEngines = 6;
constexpr std::size_t kPeriod = 3; // rows a cycle

const PlantPackage& fleet()
{
    static const PlantPackage package = smallFleet(kEngines);
    return package;
}

const Plant& plantOf(const PlantPackage& package)
{
    static std::map<std::string, Plant> plants;
    const Blob& b = *package.find("plant");
    if (!plants.contains(b.sha256))
        plants.emplace(b.sha256, parsePlant(b.bytes).value());
    return plants.at(b.sha256);
}

std::unique_ptr<Pipeline> makePipeline(const PlantPackage& package = fleet())
{
    auto pipeline = Pipeline::create(package);
    if (!pipeline)
        throw std::runtime_error("no pipeline: error " + std::to_string(static_cast<int>(pipeline.error().code)));
    return std::move(*pipeline);
}

plant::Run played(std::uint64_t seed = 1)
{
    return plant::makeFleet(plantOf(fleet()), recordedLives(), seed).value();
}

std::vector<OwnedRecord> logOf(std::size_t rows, const LogOptions& options = {})
{
    std::vector<plant::Run> runs;
    runs.push_back(played(options.seed));
    return makeLog(plantOf(fleet()), plant::Playlist(std::move(runs), {0, rows, false}), options);
}

/// What every engine said, in order.
class Heard : public PipelineOutput
{
public:
    void onAssessment(AssetId id, const Assessment& a) override { said[id].push_back(a); }
    void onEvent(const Event& e) override { events.push_back(e); }
    std::map<AssetId, std::vector<Assessment>> said;
    std::vector<Event> events;
};

void run(Pipeline& pipeline, const std::vector<OwnedRecord>& log, PipelineOutput& out, std::size_t from = 0,
         std::size_t to = SIZE_MAX)
{
    for (std::size_t i = from; i < std::min(to, log.size()); ++i)
        pipeline.apply(log[i].view(), out);
}

/// How many cycles the engine that is there has behind it.
double ageAt(const plant::Run& fleetRun, std::size_t row, std::size_t engine)
{
    std::vector<double> values(fleetRun.columns.size());
    fleetRun.source->fill(row, values);
    return values[engine * values.size() / kEngines]; // cycle comes first
}

/// The row in which the engine that is there in a row is in its last cycle.
std::size_t lastRow(const plant::Run& fleetRun, std::size_t row, std::size_t engine)
{
    while (ageAt(fleetRun, row + kPeriod, engine) > ageAt(fleetRun, row, engine))
        row += kPeriod;
    return row;
}

PlantPackage changed(const std::function<void(nlohmann::json&)>& change)
{
    PlantPackage package = fleet();
    Blob& plant = *blobOf(package, "plant");
    auto document = nlohmann::json::parse(plant.bytes);
    change(document);
    plant.bytes = document.dump();
    plant.sha256 = sha256Hex(plant.bytes);
    return package;
}

} // namespace

class TestLife : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsSaidBeforeEnoughIsSeen()
    {
        const auto pipeline = makePipeline();
        Heard heard;
        run(*pipeline, logOf(29 * kPeriod), heard);
        const SnapshotPtr snapshot = pipeline->snapshot();
        for (std::uint32_t e = 0; e < kEngines; ++e) {
            const Assessment& a = snapshot->assets[e].assessment;
            QVERIFY(a.life.has_value());
            if (static_cast<double>(a.life->rows) >= a.life->age)
                continue; // all of this life was seen
            QVERIFY(a.life->withheld == LifeWithheld::TooFewRows);
            QCOMPARE(a.life->rows, 29U);
            QCOMPARE(a.life->rowsNeeded, 30U);
            QCOMPARE(a.life->median, 0.0);
            QCOMPARE(static_cast<int>(a.withheld), static_cast<int>(Withheld::Baselining));
            QVERIFY(!a.actBefore);
        }
    }

    void theBandHoldsWhatItPromises() // on lives that the model has never seen
    {
        const std::size_t rows = 400 * kPeriod;
        const auto pipeline = makePipeline();
        Heard heard;
        run(*pipeline, logOf(rows), heard);
        const plant::Run truth = played();
        std::size_t told = 0, inside = 0, near = 0;
        double nearError = 0.0;
        for (std::uint32_t e = 0; e < kEngines; ++e) {
            std::map<TimeNs, Life> byRow;
            for (const Assessment& a : heard.said[AssetId{e}]) {
                if (a.life->withheld == LifeWithheld::No)
                    byRow[a.life->at] = *a.life;
            }
            for (const auto& [at, life] : byRow) {
                QVERIFY(life.low <= life.median && life.median <= life.high && life.low >= 0.0);
                // one row a second from the first one on; the log adds milliseconds
                const auto row = static_cast<std::size_t>((at - heard.said[AssetId{0}].front().at + kSecond / 2) / kSecond);
                std::size_t r = row;
                while (r > 0 && ageAt(truth, r, e) != life.age)
                    --r;
                const std::size_t end = lastRow(truth, r, e);
                if (end + kPeriod >= rows)
                    continue; // it outlives the log
                const double left = static_cast<double>((end - r) / kPeriod);
                ++told;
                inside += life.low <= left && left <= life.high ? 1 : 0;
                if (left < 30.0) {
                    ++near;
                    nearError += std::abs(life.median - left);
                }
            }
        }
        QVERIFY2(told > 600, qPrintable(QString::number(told)));
        const double share = static_cast<double>(inside) / static_cast<double>(told);
        QVERIFY2(share > 0.65 && share < 0.97, qPrintable(QString::number(share)));
        QVERIFY2(nearError / static_cast<double>(near) < 8.0, qPrintable(QString::number(nearError / static_cast<double>(near))));
    }

    void anEngineIsReplaced()
    {
        const auto pipeline = makePipeline();
        Heard heard;
        run(*pipeline, logOf(300 * kPeriod), heard);
        const TimeNs first = heard.said.begin()->second.front().at;
        const auto replaced = std::find_if(heard.events.begin(), heard.events.end(), [&](const Event& e) {
            return e.kind == EventKind::PlantEvent && e.at > first + 150 * kSecond // its end was seen
                   && e.text.starts_with("serial 2 installed; serial 1 removed after ");
        });
        QVERIFY(replaced != heard.events.end());
        QVERIFY(replaced->asset != kNoAsset);
        std::optional<Assessment> before, after;
        for (const Assessment& a : heard.said[replaced->asset]) {
            if (a.life->withheld == LifeWithheld::No && a.at < replaced->at)
                before = a;
            if (a.life->withheld == LifeWithheld::No && a.at > replaced->at && !after)
                after = a;
        }
        QVERIFY(before && after);
        QVERIFY2(before->life->median < 20.0, qPrintable(QString::number(before->life->median)));
        QVERIFY(before->word == ConditionWord::Act || before->word == ConditionWord::Critical);
        // Another life, seen from its begin: something is said at once, and it is long.
        QCOMPARE(after->life->age, 1.0);
        QCOMPARE(after->life->rows, 1U);
        QVERIFY(after->life->median > 90.0);
        QVERIFY(after->at - replaced->at < 2 * kSecond);
    }

    void lifeIsAReasonAndATimeToAct()
    {
        const auto pipeline = makePipeline();
        Heard heard;
        run(*pipeline, logOf(300 * kPeriod), heard);
        std::size_t reasons = 0;
        for (const auto& [id, said] : heard.said) {
            for (const Assessment& a : said) {
                if (a.withheld != Withheld::No)
                    continue;
                const Life& life = *a.life;
                if (life.median >= 45.0) { // the edge of normal: no reason, nothing to do
                    QVERIFY(a.deductions.empty() && !a.actBefore);
                    QCOMPARE(a.score, kFullCondition);
                    continue;
                }
                ++reasons;
                QCOMPARE(a.deductions.size(), std::size_t{1});
                const Deduction& d = a.deductions.front();
                QVERIFY(d.kind == DeductionKind::Life && d.side == Side::Low);
                QCOMPARE(d.value, life.median);
                if (life.median > 20.0) // 0 points at 45 cycles, 40 at 20
                    QCOMPARE(d.points, static_cast<MilliPoints>(std::llround(40'000.0 * (45.0 - life.median) / 25.0)));
                QCOMPARE(a.score, kFullCondition - d.points);
                QVERIFY(a.low <= a.score && a.score <= a.high);
                QVERIFY(a.low < a.high || life.low == life.high || a.low == 0);
                QVERIFY(life.perUnit > 2'990 * kMillisecond && life.perUnit < 3'010 * kMillisecond);
                QVERIFY(a.actBefore.has_value());
                QVERIFY(a.actBefore->rule == ActBefore::Rule::Life);
                QCOMPARE(a.actBefore->limit, life.low);
                const auto due = [&](double cycles) { return std::max(a.at, life.at + static_cast<TimeNs>(std::llround(cycles * static_cast<double>(life.perUnit)))); };
                QVERIFY(std::abs(a.actBefore->at - due(life.low)) < kMillisecond);
                QVERIFY(std::abs(a.actBefore->latest - due(life.high)) < kMillisecond);
            }
        }
        QVERIFY(reasons > 100);
    }

    void withoutLimitsItIsShownAndTakesNothingOff()
    {
        const PlantPackage package = changed([](nlohmann::json& plant) { plant["classes"][0]["life"].erase("limits"); });
        const auto pipeline = makePipeline(package);
        Heard heard;
        run(*pipeline, logOf(40 * kPeriod), heard);
        const SnapshotPtr snapshot = pipeline->snapshot();
        for (const AssetState& a : snapshot->assets) {
            QVERIFY(a.assessment.life->withheld == LifeWithheld::No);
            QCOMPARE(static_cast<int>(a.assessment.withheld), static_cast<int>(Withheld::NoModel));
        }
        QVERIFY(pipeline->snapshot()->alerts.empty());
    }

    void rowsAreEvaluatedTogether()
    {
        auto forecast = LifeForecast::create(plantOf(fleet()), fleet());
        QVERIFY(forecast.ok());
        const plant::Run truth = played();
        TimeNs now = 1000 * kSecond;
        const auto say = [&](std::size_t cycle) {
            std::vector<double> values(truth.columns.size());
            truth.source->fill(cycle * kPeriod + kPeriod - 1, values);
            for (std::uint32_t e = 0; e < kEngines; ++e) {
                std::vector<AssetInput> inputs;
                for (std::size_t c = 0; c < values.size() / kEngines; ++c)
                    inputs.push_back({values[e * values.size() / kEngines + c], now, Quality::Good, false});
                inputs.push_back({std::nan(""), now, Quality::Good, false}); // the text
                (void)forecast->take(AssetId{e}, inputs, true, now);
            }
        };
        for (std::size_t cycle = 0; cycle < 40; ++cycle) {
            say(cycle);
            QVERIFY(forecast->predictDue(now + LifeForecast::kBatchWait - 1).empty());
            QCOMPARE(forecast->predictDue(now + LifeForecast::kBatchWait).size(), kEngines);
            QVERIFY(forecast->predictDue(now + LifeForecast::kBatchWait).empty());
            now += 3 * kSecond;
        }
    }

    void isWithheld_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("reason");
        QTest::newRow("as ever") << QString() << 0.0 << static_cast<int>(LifeWithheld::No);
        QTest::newRow("another height") << QStringLiteral("altitude") << 20.0 << static_cast<int>(LifeWithheld::UnknownSettings);
        QTest::newRow("another speed") << QStringLiteral("mach") << 0.7 << static_cast<int>(LifeWithheld::UnknownSettings);
        QTest::newRow("no number") << QStringLiteral("t24") << std::nan("") << static_cast<int>(LifeWithheld::InputsStale);
        QTest::newRow("settings, no number") << QStringLiteral("mach") << std::nan("") << static_cast<int>(LifeWithheld::InputsStale);
        QTest::newRow("age, no number") << QStringLiteral("cycle") << std::nan("") << static_cast<int>(LifeWithheld::InputsStale);
        QTest::newRow("another engine") << QStringLiteral("cycle") << 2.0 << static_cast<int>(LifeWithheld::TooFewRows);
        QTest::newRow("long away") << QStringLiteral("cycle") << 900.0 << static_cast<int>(LifeWithheld::TooFewRows);
    }
    void isWithheld()
    {
        QFETCH(QString, tag);
        QFETCH(double, value);
        QFETCH(int, reason);
        auto forecast = LifeForecast::create(plantOf(fleet()), fleet());
        QVERIFY(forecast.ok());
        const plant::Run truth = played();
        TimeNs now = 1000 * kSecond;
        const std::size_t width = truth.columns.size() / kEngines;
        const Life* life = nullptr;
        std::vector<AssetInput> inputs(width + 1);
        for (std::size_t cycle = 0; cycle < 32; ++cycle, now += 3 * kSecond) {
            std::vector<double> values(truth.columns.size());
            truth.source->fill(cycle * kPeriod, values);
            for (std::size_t c = 0; c < width; ++c) {
                const bool odd = cycle == 31 && truth.columns[c] == "e001_" + tag.toStdString();
                inputs[c] = {odd ? value : values[c], now, Quality::Good, false};
            }
            life = forecast->take(AssetId{0}, inputs, true, now);
            if (!forecast->predictDue(now + kSecond).empty())
                life = forecast->take(AssetId{0}, inputs, true, now);
        }
        QCOMPARE(static_cast<int>(life->withheld), reason);
        QCOMPARE(life->median > 0.0, reason == 0);
        // and it does not run
        QVERIFY(forecast->take(AssetId{0}, inputs, false, now)->withheld == LifeWithheld::NotRunning);
        inputs[0].stale = true;
        QVERIFY(forecast->take(AssetId{0}, inputs, true, now)->withheld == LifeWithheld::InputsStale);
    }

    void whatDoesNotFitIsRefused_data()
    {
        using Change = std::function<void(nlohmann::json&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("what");
        QTest::newRow("a model that is not there") << Change([](nlohmann::json& p) { p["classes"][0]["life"]["model"] = "models/none.gmodel"; })
                                                   << static_cast<int>(ErrorCode::PlantUnknownReference) << QStringLiteral("model");
        QTest::newRow("an input that is not there") << Change([](nlohmann::json& p) { p["tags"][3]["id"] = "e001_x"; })
                                                    << static_cast<int>(ErrorCode::ModelInputMissing) << QStringLiteral("t24");
        QTest::newRow("an age that is not there") << Change([](nlohmann::json& p) { p["tags"][0]["id"] = "e001_x"; })
                                                  << static_cast<int>(ErrorCode::ModelInputMissing) << QStringLiteral("cycle");
        QTest::newRow("a setting that is a text") << Change([](nlohmann::json& p) { p["tags"][2]["role"] = "event"; })
                                                  << static_cast<int>(ErrorCode::ModelInputMissing) << QStringLiteral("mach");
    }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(std::function<void(nlohmann::json&)>, change);
        QFETCH(int, code);
        QFETCH(QString, what);
        const auto pipeline = Pipeline::create(changed(change));
        QVERIFY(!pipeline.ok());
        QCOMPARE(static_cast<int>(pipeline.error().code), code);
        QCOMPARE(std::get<std::string>(pipeline.error().args.front()), what.toStdString());
    }

    void restoredStateGoesOnTheSame_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<bool>("faults");
        for (quint64 seed = 1; seed <= 3; ++seed) {
            QTest::addRow("seed %d", int(seed)) << seed << false;
            QTest::addRow("seed %d, faults", int(seed)) << seed << true;
        }
    }
    void restoredStateGoesOnTheSame() // state(seek t) = state(play to t), whatever waits at t
    {
        QFETCH(quint64, seed);
        QFETCH(bool, faults);
        LogOptions options;
        options.seed = seed;
        options.faults = faults;
        const auto log = logOf(45 * kPeriod, options);
        const auto whole = makePipeline();
        PipelineOutput nowhere;
        std::mt19937_64 random(seed);
        std::size_t at = 0, waiting = 0;
        while (at < log.size()) {
            const std::size_t cut = std::min(log.size(), at + 1 + random() % 90);
            run(*whole, log, nowhere, at, cut);
            const PipelineState state = whole->state();
            const auto other = makePipeline();
            QVERIFY(other->restore(state, log[cut - 1].arrival).ok());
            QVERIFY(other->state().derived == state.derived);
            QVERIFY(print(*other->snapshot()) == print(*whole->snapshot()));
            const std::size_t ahead = std::min(log.size(), cut + 40);
            run(*other, log, nowhere, cut, ahead);
            const auto reference = makePipeline();
            run(*reference, log, nowhere, 0, cut);
            (void)reference->takeIntervalDigest();
            run(*reference, log, nowhere, cut, ahead);
            QCOMPARE(toHex(other->takeIntervalDigest()), toHex(reference->takeIntervalDigest()));
            at = cut;
            ++waiting;
        }
        QVERIFY(waiting > 5);
    }

    void hostileStateIsRefused() // and never more than that
    {
        const auto log = logOf(35 * kPeriod);
        const auto whole = makePipeline();
        PipelineOutput nowhere;
        run(*whole, log, nowhere);
        const PipelineState good = whole->state();
        std::mt19937_64 random(7);
        for (int i = 0; i < 200; ++i) {
            PipelineState bad = good;
            if (i % 2 == 0)
                bad.derived.resize(random() % bad.derived.size());
            else
                bad.derived[random() % bad.derived.size()] ^= static_cast<char>(1 + random() % 255);
            const auto other = makePipeline();
            QVERIFY(other->restore(bad, log.back().arrival).ok());
            run(*other, log, nowhere, log.size() - 40);
        }
    }

    void withoutDerivedStateLifeIsSeenAnew()
    {
        const auto log = logOf(35 * kPeriod);
        const auto whole = makePipeline();
        PipelineOutput nowhere;
        run(*whole, log, nowhere);
        PipelineState state = whole->state();
        state.derived.clear();
        const auto other = makePipeline();
        QVERIFY(other->restore(state, log.back().arrival).ok());
        const SnapshotPtr snapshot = other->snapshot();
        for (const AssetState& a : snapshot->assets)
            QCOMPARE(static_cast<int>(a.assessment.withheld), static_cast<int>(Withheld::Baselining));
    }
};

QTEST_APPLESS_MAIN(TestLife)
#include "tst_life.moc"
