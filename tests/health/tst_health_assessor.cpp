// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <cstdlib>
#include <new>
#include <random>

#include "tests/detection/small_model.h"
#include "twin/health/health_assessor.h"

using namespace gemba::twin;

namespace {
std::size_t g_allocations = 0;
} // namespace

// Every other form of new comes here, unless a sanitizer has its own.
void* operator new(std::size_t size)
{
    ++g_allocations;
    if (void* p = std::malloc(size > 0 ? size : 1))
        return p;
    throw std::bad_alloc();
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }

namespace {

/// One machine with the small model's inputs a, b, c and a pressure d with limits
/// (high: 100 normal, 110 alert, 130 trip), followed second by second.
class Machine
{
public:
    explicit Machine(bool withModel = true, bool withRules = true)
    {
        for (const char* id : {"a", "b", "c", "d"}) {
            Tag tag;
            tag.id = id;
            tag.asset = AssetId{0};
            plant.tags.push_back(tag);
        }
        plant.tags[3].limits.high = {100.0, 110.0, 130.0};
        Asset asset;
        asset.id = "machine";
        asset.tags = {TagId{0}, TagId{1}, TagId{2}, TagId{3}};
        if (withRules)
            asset.stateRules = {{OperatingState::Running, kNoTag, Comparison::Equal, {}}};
        plant.assets.push_back(asset);
        plant.rules.dwell = 4 * kSecond;
        if (withModel)
            model = std::make_shared<PcaModel>(test::smallModel());
        inputs.resize(4);
        set({10, 20, 30, 50});
    }

    HealthAssessor assessor() const { return std::move(HealthAssessor::create(plant, AssetId{0}, model).value()); }

    void set(std::initializer_list<double> values)
    {
        std::size_t i = 0;
        for (const double v : values)
            inputs[i++] = {v, now, Quality::Good, false};
    }

    /// A second passes and every input that is not stale arrives again.
    const Assessment& tick(HealthAssessor& h)
    {
        now += kSecond;
        for (AssetInput& in : inputs) {
            if (!in.stale)
                in.arrival = now;
        }
        return look(h);
    }

    const Assessment& look(HealthAssessor& h)
    {
        h.assess({inputs, state, 7, sourceDown, plant.classes.empty() ? nullptr : &life, conditions}, now, out);
        return out;
    }

    const Assessment& run(HealthAssessor& h, int seconds)
    {
        for (int i = 0; i < seconds; ++i)
            tick(h);
        return out;
    }

    Plant plant;
    std::shared_ptr<const PcaModel> model;
    std::vector<AssetInput> inputs, conditions;
    OperatingState state = OperatingState::Running;
    bool sourceDown = false;
    TimeNs now = 1000 * kSecond;
    Life life;
    Assessment out;
};

MilliPoints total(const Assessment& a)
{
    MilliPoints sum = 0;
    for (const Deduction& d : a.deductions)
        sum += d.points;
    return sum;
}

bool equal(const Assessment& l, const Assessment& r)
{
    return l.at == r.at && l.withheld == r.withheld && l.withheldSince == r.withheldSince && l.t2 == r.t2
        && l.spe == r.spe && l.t2Limit == r.t2Limit && l.speLimit == r.speLimit
        && l.anomalySince == r.anomalySince && l.score == r.score && l.low == r.low && l.high == r.high
        && l.word == r.word && l.wordSince == r.wordSince && l.deductions == r.deductions
        && l.actBefore == r.actBefore && l.life == r.life && l.staleInputs == r.staleInputs;
}

} // namespace

class TestHealthAssessor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void baseliningThenScored()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(static_cast<int>(m.tick(h).withheld), static_cast<int>(Withheld::Baselining));
            QCOMPARE(m.out.withheldSince, 1001 * kSecond);
        }
        m.tick(h);
        QCOMPARE(static_cast<int>(m.out.withheld), static_cast<int>(Withheld::No));
        QCOMPARE(m.out.withheldSince, kNoTime);
        QCOMPARE(m.out.score, kFullCondition);
        QCOMPARE(m.out.low, kFullCondition);
        QCOMPARE(m.out.high, kFullCondition);
        QVERIFY(m.out.deductions.empty());
    }

    void anomalyByHand()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        m.run(h, 10);
        m.set({10, 20, 38, 50}); // SPE 4 = twice its limit: 20 points, all of c
        m.tick(h);
        QCOMPARE(m.out.score, kFullCondition); // one row is not enough for an on-delay of two
        QCOMPARE(m.out.anomalySince, kNoTime);
        m.tick(h);
        QCOMPARE(m.out.spe, 4.0);
        QCOMPARE(m.out.speLimit, 2.0);
        QCOMPARE(m.out.score, 80'000);
        QCOMPARE(m.out.anomalySince, m.now);
        QCOMPARE(m.out.deductions.size(), std::size_t{1});
        const Deduction expected{DeductionKind::AnomalySpe, TagId{2}, Side::High, 20'000, 38.0, 30.0};
        QVERIFY(m.out.deductions[0] == expected);
        m.set({10, 20, 30, 50});
        m.tick(h);
        QCOMPARE(m.out.score, kFullCondition);
        QCOMPARE(m.out.anomalySince, kNoTime);
    }

    void anomalyAloneStopsAtWatch()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        m.run(h, 10);
        m.set({1e9, -1e9, 1e9, 50});
        m.run(h, 60);
        QCOMPARE(m.out.score, 60'000);
        QCOMPARE(m.out.low, 60'000);
        QCOMPARE(m.out.high, 60'000);
        QCOMPARE(total(m.out), 40'000);
        QCOMPARE(static_cast<int>(m.out.word), static_cast<int>(ConditionWord::Watch));
    }

    void limitsReachCritical()
    {
        Machine m(false);
        HealthAssessor h = m.assessor();
        m.run(h, 10);
        m.set({10, 20, 30, 130});
        m.run(h, 3);
        QCOMPARE(m.out.score, 20'000);
        QCOMPARE(static_cast<int>(m.out.word), static_cast<int>(ConditionWord::Normal)); // dwell
        m.run(h, 2);
        QCOMPARE(static_cast<int>(m.out.word), static_cast<int>(ConditionWord::Critical));
        const Deduction expected{DeductionKind::Indicator, TagId{3}, Side::High, 80'000, 130.0, 130.0};
        QVERIFY(m.out.deductions[0] == expected);
    }

    void deductionsAlwaysAddUp()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        m.run(h, 10);
        std::mt19937 random(11);
        for (int n = 0; n < 3000; ++n) {
            for (AssetInput& in : m.inputs) {
                in.value += static_cast<double>(random() % 401) / 50.0 - 4.0;
                in.value -= 0.1 * (in.value - 30.0);
                in.stale = random() % 11 == 0;
            }
            m.inputs[3].value = 90.0 + static_cast<double>(random() % 50);
            const Assessment& a = m.tick(h);
            if (a.withheld != Withheld::No)
                continue;
            QCOMPARE(a.score, kFullCondition - std::min(kFullCondition, total(a)));
            QVERIFY(a.low <= a.score && a.score <= a.high);
            QVERIFY(a.low >= 0 && a.high <= kFullCondition);
            for (std::size_t i = 0; i < a.deductions.size(); ++i) {
                QVERIFY(a.deductions[i].points > 0);
                QVERIFY(i == 0 || a.deductions[i - 1].points >= a.deductions[i].points);
            }
        }
    }

    void bandComesFromTheBaselines()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        m.set({13, 26, 30, 50}); // T2 = 12; limits 3, 3.5, 4 (the model's), 4.5, 5
        m.run(h, 10);
        QCOMPARE(m.out.score, 60'000);
        m.set({12, 24, 30, 50}); // T2 = 16/3: 6.667 points at 4; 15.556 at 3 and 1.333 at 5
        m.run(h, 3);
        QCOMPARE(m.out.score, 93'333);
        QVERIFY(m.out.low >= 84'000 && m.out.low < 87'000);   // P90 between the limits 3 and 3.5
        QVERIFY(m.out.high > 97'000 && m.out.high <= 98'700); // P10 between 4.5 and 5
    }

    void silenceNeitherImprovesNorWorsens()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        m.run(h, 10);
        m.set({10, 20, 38, 120}); // 20 points from c, 60 from d
        m.run(h, 5);
        QCOMPARE(m.out.score, 20'000);
        m.inputs[2].stale = true;
        m.inputs[3].stale = true;
        m.run(h, 20);
        QCOMPARE(m.out.score, 20'000);
        QCOMPARE(m.out.staleInputs, 2U);
        QCOMPARE(m.out.low, 0);             // d may be at its trip limit
        QCOMPARE(m.out.high, kFullCondition); // and all may be well
        m.inputs[2].stale = false;
        m.inputs[3].stale = false;
        m.set({10, 20, 30, 50});
        m.run(h, 3);
        QCOMPARE(m.out.score, kFullCondition);
        QCOMPARE(m.out.low, kFullCondition);
    }

    void missingDataNeverLowersTheScore()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        m.run(h, 10);
        m.inputs[0].stale = true; // a and b move together; b alone now moves
        m.inputs[1].value = 24.0;
        m.run(h, 5);
        QCOMPARE(m.out.score, kFullCondition);
        QVERIFY(m.out.low <= 60'000); // but a may be far off
    }

    void badQualityAndNaNAreNoValues()
    {
        for (const bool nan : {false, true}) {
            Machine m;
            HealthAssessor h = m.assessor();
            m.run(h, 10);
            m.inputs[2].value = nan ? NAN : 1e6;
            m.inputs[2].quality = nan ? Quality::Good : Quality::Bad;
            m.run(h, 5);
            QCOMPARE(m.out.score, kFullCondition);
            QCOMPARE(m.out.staleInputs, 1U);
        }
    }

    void withheld_data()
    {
        QTest::addColumn<int>("arrivedInputs");
        QTest::addColumn<int>("staleInputs");
        QTest::addColumn<OperatingState>("state");
        QTest::addColumn<bool>("down");
        QTest::addColumn<Withheld>("reason");
        const auto running = OperatingState::Running;
        QTest::newRow("all well") << 4 << 0 << running << false << Withheld::No;
        QTest::newRow("two of four stale") << 4 << 2 << running << false << Withheld::No;
        QTest::newRow("three of four stale") << 4 << 3 << running << false << Withheld::InputsStale;
        QTest::newRow("link down, stale") << 4 << 4 << running << true << Withheld::SourceDown;
        QTest::newRow("link down, not stale yet") << 4 << 0 << running << true << Withheld::No;
        QTest::newRow("nothing arrived") << 0 << 4 << running << false << Withheld::NoData;
        QTest::newRow("standby") << 4 << 0 << OperatingState::Standby << false << Withheld::NotRunning;
        QTest::newRow("maintenance, silent") << 4 << 4 << OperatingState::Maintenance << false << Withheld::NotRunning;
        QTest::newRow("no state rule holds") << 4 << 0 << OperatingState::Unknown << false << Withheld::NoBaselineForState;
    }
    void withheld()
    {
        QFETCH(int, arrivedInputs);
        QFETCH(int, staleInputs);
        QFETCH(OperatingState, state);
        QFETCH(bool, down);
        QFETCH(Withheld, reason);
        Machine m;
        HealthAssessor h = m.assessor();
        if (arrivedInputs > 0)
            m.run(h, 10);
        m.state = state;
        m.sourceDown = down;
        for (int i = 0; i < 4; ++i) {
            AssetInput& in = m.inputs[static_cast<std::size_t>(i)];
            in.stale = i < staleInputs;
            if (arrivedInputs == 0)
                in = {NAN, kNoTime, Quality::Bad, true};
        }
        m.tick(h);
        QCOMPARE(static_cast<int>(m.out.withheld), static_cast<int>(reason));
        if (reason != Withheld::No) {
            QCOMPARE(m.out.withheldSince, m.now);
            QVERIFY(m.out.deductions.empty() && !m.out.actBefore);
            const TimeNs since = m.now;
            m.run(h, 3);
            QCOMPARE(m.out.withheldSince, since);
        }
    }

    void envelope_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("usable");
        QTest::addColumn<Withheld>("reason");
        QTest::newRow("inside") << 50.0 << true << Withheld::No;
        QTest::newRow("on its edge") << 60.0 << true << Withheld::No;
        QTest::newRow("above") << 60.1 << true << Withheld::OutsideEnvelope;
        QTest::newRow("below") << 39.9 << true << Withheld::OutsideEnvelope;
        QTest::newRow("cannot be told") << 99.0 << false << Withheld::No;
        QTest::newRow("no number") << double(NAN) << true << Withheld::No;
    }
    /// Of an operating condition that is no input of the score.
    void envelope()
    {
        QFETCH(double, value);
        QFETCH(bool, usable);
        Machine m;
        m.plant.assets[0].modelName = "models/m.gmodel";
        Tag load;
        load.id = "load";
        m.plant.tags.push_back(load);
        m.plant.modelPages = {{"models/m.gmodel", {}, {}, {}, {{TagId{4}, {40.0, 60.0}}}, {}, kNoTime}};
        HealthAssessor h = m.assessor();
        m.conditions = {{50.0, m.now, Quality::Good, false}};
        QCOMPARE(m.run(h, 10).withheld, Withheld::No);
        m.conditions = {{value, m.now, Quality::Good, !usable}};
        QTEST(m.tick(h).withheld, "reason");
        m.conditions = {{50.0, m.now, Quality::Good, false}};
        if (m.out.withheld != Withheld::No)
            QCOMPARE(m.tick(h).withheld, Withheld::Baselining); // its windows begin anew
        QCOMPARE(m.run(h, 10).withheld, Withheld::No);
    }

    void noRulesMeansRunning()
    {
        Machine m(true, false);
        m.state = OperatingState::Unknown;
        HealthAssessor h = m.assessor();
        QCOMPARE(static_cast<int>(m.run(h, 10).withheld), static_cast<int>(Withheld::No));
    }

    void nothingToScoreBy()
    {
        Machine m(false);
        m.plant.tags[3].limits = {};
        HealthAssessor h = m.assessor();
        QCOMPARE(static_cast<int>(m.run(h, 10).withheld), static_cast<int>(Withheld::NoModel));
    }

    void modelOfAnotherMachine()
    {
        Machine m;
        m.plant.assets[0].tags.erase(m.plant.assets[0].tags.begin() + 1);
        const auto h = HealthAssessor::create(m.plant, AssetId{0}, m.model);
        QVERIFY(!h.ok());
        QVERIFY(h.error().code == ErrorCode::ModelInputMissing);
        QVERIFY(h.error().args.front() == ErrorArg(std::string("b")));
    }

    void aTickWithoutDataChangesNothingButTime()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        m.run(h, 10);
        m.set({10, 20, 38, 50});
        m.tick(h);
        for (int i = 0; i < 5; ++i) { // the same row again is no second row
            m.now += kSecond / 4;
            m.look(h);
        }
        QCOMPARE(m.out.score, kFullCondition);
    }

    void actBefore()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        m.run(h, 20);
        double pressure = 90.0;
        for (int i = 0; i < 15; ++i) {
            m.inputs[3].value = pressure += 0.5;
            m.tick(h);
        }
        QVERIFY(!m.out.actBefore); // 97.5 is still normal
        for (int i = 0; i < 60; ++i) {
            m.inputs[3].value = pressure += 0.05;
            m.tick(h);
        }
        QVERIFY(m.out.actBefore.has_value()); // 100.5, rising by 0.05 a second: 130 in 590 s
        QCOMPARE(m.out.actBefore->tag, TagId{3});
        QCOMPARE(m.out.actBefore->limit, 130.0);
        const double left = static_cast<double>(m.out.actBefore->at - m.now) * 1e-9;
        QVERIFY2(std::abs(left - 590.0) < 5.0, qPrintable(QString::number(left)));
        QVERIFY(m.out.actBefore->rule == ActBefore::Rule::Trend);
        QVERIFY(m.out.actBefore->earliest <= m.out.actBefore->at && m.out.actBefore->at <= m.out.actBefore->latest);
        for (int i = 0; i < 61; ++i)
            m.tick(h); // the same value arrives again and again
        QVERIFY(!m.out.actBefore);
    }

    void lifeStandsBesideOtherReasons()
    {
        Machine m;
        m.plant.classes.push_back({"class", {}, {}, LifeSetup{"life.gmodel", {}, {{60.0, 25.0, 8.0}, {}, {}}}});
        m.plant.assets[0].classId = "class";
        HealthAssessor h = m.assessor();
        m.run(h, 20); // nothing is said of life yet: that lowers nothing and leaves everything open
        QCOMPARE(static_cast<int>(m.out.withheld), static_cast<int>(Withheld::No));
        QCOMPARE(m.out.score, kFullCondition);
        QVERIFY(m.out.low <= kFullCondition - 80'000);
        m.life = {LifeWithheld::No, 30, 30, 150.0, 20.0, 42.5, 70.0, m.now, 3 * kSecond};
        m.inputs[3].value = 120.0; // between alert (110) and trip (130): 60 points
        m.run(h, 10);
        QCOMPARE(m.out.deductions.size(), std::size_t{2});
        const Deduction expected{DeductionKind::Life, kNoTag, Side::Low, 20'000, 42.5, 25.0};
        QVERIFY(m.out.deductions[1] == expected);
        QCOMPARE(total(m.out), 80'000);
        QCOMPARE(m.out.score, 20'000);
        QCOMPARE(m.out.high, 40'000); // at 70 cycles life takes nothing off
        QVERIFY(m.out.actBefore && m.out.actBefore->rule == ActBefore::Rule::Life);
        QCOMPARE(m.out.actBefore->at, std::max(m.now, m.life.at + 60 * kSecond));
        m.life = {LifeWithheld::InputsStale, 30, 30, 150.0, 0.0, 0.0, 0.0, kNoTime, 0};
        m.tick(h); // silence: the points stay, the band opens, and no time is told
        QVERIFY(m.out.deductions[1] == expected);
        QVERIFY(m.out.low < m.out.score && m.out.high > m.out.score);
        QVERIFY(!m.out.actBefore);
        m.inputs[3].value = 50.0;
        m.run(h, 10);
        QCOMPARE(m.out.score, 80'000);
        Bytes bytes;
        ByteWriter w(bytes);
        h.save(w);
        HealthAssessor other = m.assessor();
        ByteReader r(bytes);
        QVERIFY(other.load(r));
        const Assessment kept = m.tick(h);
        other.assess({m.inputs, m.state, 7, false, &m.life}, m.now, m.out);
        QVERIFY(equal(kept, m.out));
    }

    void scoringDoesNotAllocate()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        m.set({13, 21, 38, 120});
        m.run(h, 80);
        QVERIFY(!m.out.deductions.empty());
        const std::size_t before = g_allocations;
        for (int i = 0; i < 100; ++i) {
            m.inputs[3].value = 90.0 + (i % 50);
            m.inputs[0].stale = i % 3 == 0;
            m.state = i == 50 ? OperatingState::Standby : OperatingState::Running;
            m.tick(h);
        }
        QCOMPARE(g_allocations, before);
    }

    void savedAndLoadedAnywhere()
    {
        std::mt19937 random(5);
        Machine m;
        HealthAssessor h = m.assessor();
        HealthAssessor other = m.assessor();
        Assessment mirrored;
        for (int n = 0; n < 1500; ++n) {
            for (AssetInput& in : m.inputs) {
                if (random() % 3 == 0)
                    in.value += static_cast<double>(random() % 401) / 100.0 - 2.0;
                if (random() % 9 == 0)
                    in.stale = !in.stale;
            }
            if (random() % 50 == 0)
                m.inputs[3].value = 95.0 + static_cast<double>(random() % 30);
            m.state = random() % 60 == 0 ? OperatingState::Standby : OperatingState::Running;
            m.sourceDown = random() % 40 == 0;
            m.tick(h);
            if (n % 7 == 0) { // as if opened at this keyframe
                Bytes saved;
                ByteWriter w(saved);
                h.save(w);
                other = m.assessor();
                ByteReader r(saved);
                QVERIFY(other.load(r) && r.atEnd());
                Bytes again;
                ByteWriter w2(again);
                other.save(w2);
                QVERIFY(again == saved);
                continue;
            }
            other.assess({m.inputs, m.state, 7, m.sourceDown}, m.now, mirrored);
            QVERIFY2(equal(mirrored, m.out), qPrintable(QString::number(n)));
        }
    }

    void foreignStateIsRefused()
    {
        Machine m;
        HealthAssessor h = m.assessor();
        m.run(h, 30);
        Bytes saved;
        ByteWriter w(saved);
        h.save(w);
        Machine bare(false);
        HealthAssessor other = bare.assessor();
        ByteReader r(saved);
        QVERIFY(!other.load(r));
        std::mt19937 random(9);
        for (int n = 0; n < 2000; ++n) {
            Bytes bad = saved;
            bad[random() % bad.size()] = static_cast<char>(random());
            bad.resize(random() % bad.size());
            HealthAssessor copy = m.assessor();
            ByteReader cut(bad);
            QVERIFY(!copy.load(cut));
            QCOMPARE(static_cast<int>(m.tick(copy).withheld), static_cast<int>(Withheld::Baselining));
        }
        for (int n = 0; n < 2000; ++n) { // of full length: refused or usable
            Bytes bad = saved;
            bad[random() % bad.size()] = static_cast<char>(random());
            HealthAssessor copy = m.assessor();
            ByteReader whole(bad);
            (void)copy.load(whole);
            m.tick(copy);
        }
    }
};

QTEST_APPLESS_MAIN(TestHealthAssessor)
#include "tst_health_assessor.moc"
