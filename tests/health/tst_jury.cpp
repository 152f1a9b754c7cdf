// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/jury.h"

#include <QTest>

using namespace gemba::twin;

namespace {

constexpr TimeNs kNow = 5000 * kSecond;

/// Three pumps of one class and a cooler in one hall. Each pump has a flow, a temperature, a
/// pressure (alert at 110) and a valve; the flow of the first has a second instrument, and the
/// flows of all pumps and the total add up.
class Hall
{
public:
    Hall()
    {
        plant.areas = {{"hall", {}, false, {}}};
        for (const char* id : {"p1", "p2", "p3", "cooler"}) {
            Asset a;
            a.id = id;
            a.areaId = "hall";
            a.classId = a.id == "cooler" ? "cooler" : "pump";
            a.modelName = "models/" + a.id + ".gmodel";
            plant.assets.push_back(a);
            for (const char* what : {"flow", "temperature", "pressure", "valve"})
                add(a.id + "_" + what, AssetId{static_cast<std::uint32_t>(plant.assets.size() - 1)});
        }
        add("p1_flow_b", kNoAsset);
        add("total", kNoAsset);
        Tag& second = plant.tags[index(tag("p1_flow_b"))];
        second.sameAs = tag("p1_flow");
        second.agreesWithin = 2.0;
        snapshot.tags[index(tag("total"))].value = 150.0;
        plant.balances = {{"flows", {}, {{tag("p1_flow"), 1}, {tag("p2_flow"), 1}, {tag("p3_flow"), 1}, {tag("total"), -1}}, 0.0, 3.0, "m³/h", {}}};
        for (std::uint32_t i = 0; i < plant.assets.size(); ++i) {
            Assessment a;
            a.withheld = Withheld::No;
            a.score = kFullCondition;
            a.stateSince = kNow - kHour;
            a.wordSince = kNow - kMinute;
            a.t2 = 0.4;
            a.t2Limit = 1.0;
            snapshot.assets.push_back({a});
        }
        snapshot.at = kNow;
    }

    TagId tag(const std::string& id) const { return plant.findTag(id); }

    Hall& set(const std::string& id, double value)
    {
        snapshot.tags[index(tag(id))].value = value;
        return *this;
    }

    /// Points for one input; its value is what the tag says now.
    Hall& deduct(const std::string& asset, const std::string& id, MilliPoints points, double usual,
                 DeductionKind kind = DeductionKind::AnomalyT2)
    {
        Assessment& a = of(asset);
        const double value = toNumber(snapshot.tags[index(tag(id))].value);
        a.deductions.push_back({kind, tag(id), value < usual ? Side::Low : Side::High, points, value, usual});
        a.score -= points;
        a.word = wordFor(a.score);
        a.t2 = 3.0;
        return *this;
    }

    Assessment& of(const std::string& asset) { return snapshot.assets[index(plant.findAsset(asset))].assessment; }

    std::optional<Verdict> judged(const std::string& asset = "p1")
    {
        snapshot.plant = std::make_shared<const Plant>(plant);
        Jury(plant).judge(snapshot);
        return snapshot.assets[index(plant.findAsset(asset))].verdict;
    }

    Plant plant;
    Snapshot snapshot;

private:
    void add(const std::string& id, AssetId asset)
    {
        Tag t;
        t.id = id;
        t.asset = asset;
        t.range = {0.0, 200.0};
        t.limits.low.normal = 40.0;
        t.limits.high.normal = 100.0;
        if (id.ends_with("pressure"))
            t.limits.high = {100.0, 110.0, 130.0};
        t.role = id.ends_with("valve") ? TagRole::Setting : TagRole::Measurement;
        if (asset != kNoAsset)
            plant.assets[index(asset)].tags.push_back(TagId{static_cast<std::uint32_t>(plant.tags.size())});
        plant.tags.push_back(t);
        snapshot.tags.push_back({50.0, kNow, kNow, Quality::Good, false});
    }
};

int weightOf(const Verdict& v, EvidenceKind kind)
{
    int sum = 0;
    for (const Evidence& e : v.evidence)
        sum += e.kind == kind ? e.weight : 0;
    return sum;
}

} // namespace

class TestJury : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAbnormalMachinesAreJudged()
    {
        Hall hall;
        QVERIFY(!hall.judged());
        hall.deduct("p1", "p1_temperature", 15'000, 50.0); // 85: Normal
        QVERIFY(!hall.judged());
        hall.deduct("p1", "p1_temperature", 15'000, 50.0);
        QVERIFY(hall.judged());
        hall.of("p1").withheld = Withheld::InputsStale;
        QVERIFY(!hall.judged());
        Snapshot none;
        Jury(hall.plant).judge(none); // less than the plant has
    }

    void oneLyingInstrument()
    {
        Hall hall;
        hall.set("p1_flow", 90.0).deduct("p1", "p1_flow", 30'000, 50.0);
        const auto v = hall.judged();
        QCOMPARE(v->cause, std::optional(Cause::Sensor));
        QCOMPARE(weightOf(*v, EvidenceKind::TwinDiffers), 3);
        QCOMPARE(weightOf(*v, EvidenceKind::BalanceBroken), 2);
        QCOMPARE(weightOf(*v, EvidenceKind::OneInputAlone), 1);
        QCOMPARE(v->evidence.front().about, Cause::Sensor); // what speaks for it stands first
        QCOMPARE(v->evidence.front().kind, EvidenceKind::TwinDiffers);
        const auto broken = std::find_if(v->evidence.begin(), v->evidence.end(), [](const Evidence& e) { return e.kind == EvidenceKind::BalanceBroken; });
        QCOMPARE(broken->balance, 0u);
        QCOMPARE(broken->value, 40.0);
    }

    /// The same figures, but the flow is real: the second instrument and the balance bear it out.
    void oneSickMachine()
    {
        Hall hall;
        hall.set("p1_flow", 90.0).set("p1_flow_b", 89.0).set("total", 190.0);
        hall.deduct("p1", "p1_flow", 30'000, 50.0);
        const auto v = hall.judged();
        QCOMPARE(v->cause, std::optional(Cause::Machine));
        QCOMPARE(weightOf(*v, EvidenceKind::TwinAgrees), -3);
        QCOMPARE(weightOf(*v, EvidenceKind::BalanceHolds), -2);
        QCOMPARE(weightOf(*v, EvidenceKind::SistersWell), 2);
        QCOMPARE(weightOf(*v, EvidenceKind::Alone), 1);
    }

    void limitAndSeveralInputs()
    {
        Hall hall;
        hall.set("p1_pressure", 120.0).set("p1_temperature", 120.0).set("p1_flow", 45.0).set("p1_flow_b", 46.0).set("total", 145.0);
        hall.deduct("p1", "p1_pressure", 50'000, 110.0, DeductionKind::Indicator);
        hall.deduct("p1", "p1_temperature", 3'000, 50.0).deduct("p1", "p1_flow", 2'000, 50.0);
        const auto v = hall.judged();
        QCOMPARE(v->cause, std::optional(Cause::Machine));
        QCOMPARE(weightOf(*v, EvidenceKind::LimitCrossed), 1);
        QCOMPARE(weightOf(*v, EvidenceKind::SeveralInputs), 0); // one for the machine, one against the sensor
        QCOMPARE(v->weights, (std::array<int, kCauses>{1 + 1 + 2 + 1, -1 + -3 + -2, 0, 0}));
    }

    /// Past the normal band is no crossed limit.
    void belowTheAlertLimit()
    {
        Hall hall;
        hall.set("p1_pressure", 108.0).deduct("p1", "p1_pressure", 32'000, 110.0, DeductionKind::Indicator);
        QCOMPARE(weightOf(*hall.judged(), EvidenceKind::LimitCrossed), 0);
    }

    void theProcess()
    {
        Hall hall;
        for (const char* id : {"p1", "p2"})
            hall.deduct(id, std::string(id) + "_temperature", 30'000, 60.0);
        hall.deduct("cooler", "cooler_temperature", 30'000, 60.0);
        hall.set("p1_valve", 95.0).deduct("p1", "p1_valve", 5'000, 50.0);
        const auto v = hall.judged();
        QCOMPARE(v->cause, std::optional(Cause::Process));
        QCOMPARE(weightOf(*v, EvidenceKind::SistersLikewise), 2); // one of two
        QCOMPARE(weightOf(*v, EvidenceKind::NeighboursToo), 2);
        QCOMPARE(weightOf(*v, EvidenceKind::SettingMoved), 1);
        QCOMPARE(weightOf(*v, EvidenceKind::Alone), 0);
    }

    void withheldMachinesSayNothing()
    {
        Hall hall;
        hall.deduct("p1", "p1_temperature", 30'000, 60.0);
        for (const char* id : {"p2", "p3", "cooler"})
            hall.of(id).withheld = Withheld::NotRunning;
        const auto v = hall.judged();
        for (const EvidenceKind k : {EvidenceKind::SistersWell, EvidenceKind::SistersLikewise, EvidenceKind::Alone, EvidenceKind::NeighboursToo})
            QCOMPARE(weightOf(*v, k), 0);
    }

    void stateJustChanged_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("weight");
        QTest::newRow("at once") << 0 << 1;
        QTest::newRow("ten dwells") << 40 << 1;
        QTest::newRow("later") << 41 << 0;
    }
    void stateJustChanged()
    {
        QFETCH(int, seconds);
        Hall hall;
        hall.deduct("p1", "p1_temperature", 30'000, 60.0);
        hall.of("p1").stateSince = hall.of("p1").wordSince - seconds * kSecond;
        QTEST(weightOf(*hall.judged(), EvidenceKind::StateChanged), "weight");
    }

    void theModel()
    {
        Hall hall;
        for (const char* id : {"p1", "p2", "p3", "cooler"}) // as many false as true: the area tells nothing
            hall.of(id).withheld = id == std::string("p1") ? Withheld::No : Withheld::NotRunning;
        hall.set("p1_temperature", 60.0).deduct("p1", "p1_temperature", 30'000, 50.0);
        hall.of("p1").t2 = 1.2;
        hall.plant.modelPages = {{"models/p1.gmodel", {}, {}, {}, {}, "owner", kNow - kSecond}};
        const auto v = hall.judged();
        QCOMPARE(v->cause, std::optional(Cause::Model));
        QCOMPARE(v->weights[static_cast<std::size_t>(Cause::Model)], 3);
        hall.plant.modelPages[0].reviewBy = kNow + kSecond;
        QCOMPARE(weightOf(*hall.judged(), EvidenceKind::ReviewOverdue), 0);
        hall.set("p1_pressure", 105.0); // one input outside its band is enough
        QCOMPARE(weightOf(*hall.judged(), EvidenceKind::AllInputsUsual), 0);
        hall.of("p1").t2 = 1.3;
        QCOMPARE(weightOf(*hall.judged(), EvidenceKind::BarelyOver), 0);
    }

    /// It belongs to the machine and to no input.
    void lifeIsNoInput()
    {
        Hall hall;
        hall.of("p1").deductions = {{DeductionKind::Life, kNoTag, Side::Low, 50'000, 20.0, 45.0}};
        hall.of("p1").score = 50'000;
        hall.of("p1").word = ConditionWord::Act;
        const auto v = hall.judged();
        QCOMPARE(v->cause, std::optional(Cause::Machine)); // its sisters and neighbours are well
        QCOMPARE(weightOf(*v, EvidenceKind::OneInputAlone), 0);
        QCOMPARE(weightOf(*v, EvidenceKind::AllInputsUsual), 0);
    }

    /// A tie, or too little, is said to be one.
    void undecided()
    {
        Hall hall;
        hall.of("p2").withheld = hall.of("p3").withheld = hall.of("cooler").withheld = Withheld::NotRunning;
        hall.set("p1_temperature", 120.0).deduct("p1", "p1_temperature", 30'000, 50.0);
        const auto v = hall.judged();
        QCOMPARE(v->cause, std::nullopt);
        QCOMPARE(v->weights[static_cast<std::size_t>(Cause::Sensor)], 1); // one input alone
        QVERIFY(!v->evidence.empty());
    }

    /// A small stream may be all wrong and the sum would not show it.
    void aBalanceThatCannotTell()
    {
        Hall hall;
        hall.set("p1_flow", 52.0).deduct("p1", "p1_flow", 30'000, 50.0);
        const auto v = hall.judged();
        QCOMPARE(weightOf(*v, EvidenceKind::BalanceHolds), 0);
        QCOMPARE(weightOf(*v, EvidenceKind::BalanceBroken), 0);
    }

    void unusableTermsBreakNoBalance_data()
    {
        QTest::addColumn<bool>("stale");
        QTest::addColumn<double>("value");
        QTest::newRow("stale") << true << 50.0;
        QTest::newRow("not a number") << false << double(NAN);
    }
    void unusableTermsBreakNoBalance()
    {
        QFETCH(bool, stale);
        QFETCH(double, value);
        Hall hall;
        hall.set("p1_flow", 90.0).deduct("p1", "p1_flow", 30'000, 50.0);
        hall.set("p2_flow", value).snapshot.tags[index(hall.tag("p2_flow"))].stale = stale;
        const auto v = hall.judged();
        QCOMPARE(weightOf(*v, EvidenceKind::BalanceBroken), 0);
        QVERIFY(!residual(hall.plant.balances[0], hall.snapshot));
    }

    void endOfRange_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("weight");
        QTest::newRow("zero") << 0.0 << 1;
        QTest::newRow("below") << -5.0 << 1;
        QTest::newRow("nearly") << 0.19 << 1;
        QTest::newRow("not quite") << 0.3 << 0;
        QTest::newRow("top") << 199.9 << 1;
    }
    void endOfRange()
    {
        QFETCH(double, value);
        Hall hall;
        hall.set("p1_temperature", value).deduct("p1", "p1_temperature", 30'000, 50.0);
        QTEST(weightOf(*hall.judged(), EvidenceKind::AtEndOfRange), "weight");
        hall.set("p1_valve", value).deduct("p1", "p1_valve", 30'000, 50.0); // a valve may well be shut
        QTEST(weightOf(*hall.judged(), EvidenceKind::AtEndOfRange), "weight");
    }
};

QTEST_APPLESS_MAIN(TestJury)
#include "tst_jury.moc"
