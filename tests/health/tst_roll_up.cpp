// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/roll_up.h"

#include <QTest>

using namespace gemba::twin;

namespace {

/// North with two lines, south without, and a fleet that stands apart.
class Site
{
public:
    Site()
    {
        plant.areas = {{"north", {}, false, {{"n1", {}}, {"n2", {}}}}, {"south", {}, false, {}}, {"fleet", {}, true, {}}};
        for (const auto& [area, line] : std::vector<std::pair<const char*, const char*>>{
                 {"north", "n1"}, {"north", "n1"}, {"north", "n2"}, {"north", ""}, {"south", ""}, {"fleet", ""}}) {
            Asset a;
            a.areaId = area;
            a.lineId = line;
            plant.assets.push_back(a);
            Assessment normal;
            normal.withheld = Withheld::No;
            normal.score = kFullCondition;
            snapshot.assets.push_back({normal});
        }
    }
    Site& score(std::size_t asset, MilliPoints score, std::optional<ConditionWord> word = {})
    {
        Assessment& a = snapshot.assets[asset].assessment;
        a.score = score;
        a.word = word.value_or(wordFor(score));
        a.deductions = {{DeductionKind::Indicator, TagId{static_cast<std::uint32_t>(asset)}, Side::High, kFullCondition - score, 1, 1}};
        return *this;
    }
    std::vector<RollUp> rows()
    {
        snapshot.plant = std::make_shared<const Plant>(plant);
        return rollUp(snapshot);
    }
    Plant plant;
    Snapshot snapshot;
};

enum Row { SiteRow, North, N1, N2, South, Fleet };

} // namespace

class TestRollUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsInOrder()
    {
        const auto rows = Site().rows();
        QCOMPARE(rows.size(), std::size_t(6));
        QCOMPARE(rows[SiteRow].area, RollUp::kAll);
        QCOMPARE(rows[North].area, 0u);
        QCOMPARE(rows[North].line, RollUp::kAll);
        QCOMPARE(rows[N2].area, 0u);
        QCOMPARE(rows[N2].line, 1u);
        QCOMPARE(rows[Fleet].area, 2u);
        QCOMPARE(rows[SiteRow].scored, 5u); // without the fleet
        QCOMPARE(rows[North].scored, 4u);   // with what stands on no line
        QCOMPARE(rows[SiteRow].worst, AssetId{0});
        QVERIFY(!rows[SiteRow].reason);
    }

    void worstIsCarriedUpWithItsReason()
    {
        const auto rows = Site().score(2, 31'000).score(1, 70'000).score(4, 55'000).rows();
        for (const Row r : {SiteRow, North, N2}) {
            QCOMPARE(rows[r].worst, AssetId{2});
            QCOMPARE(rows[r].score, 31'000);
            QCOMPARE(rows[r].word, ConditionWord::Critical);
            QCOMPARE(rows[r].reason->tag, TagId{2});
        }
        QCOMPARE(rows[N1].worst, AssetId{1});
        QCOMPARE(rows[South].score, 55'000);
        QCOMPARE(rows[SiteRow].abnormal, 3u);
        QCOMPARE(rows[North].abnormal, 2u);
    }

    /// The word has dwell and hysteresis: it outranks the score of the moment.
    void wordBeforeScore()
    {
        const auto rows = Site().score(0, 62'000, ConditionWord::Act).score(1, 59'000, ConditionWord::Watch).rows();
        QCOMPARE(rows[N1].worst, AssetId{0});
        QCOMPARE(rows[N1].word, ConditionWord::Act);
    }

    void apartCountsForItselfOnly()
    {
        const auto rows = Site().score(5, 5'000).rows();
        QCOMPARE(rows[SiteRow].word, ConditionWord::Normal);
        QCOMPARE(rows[SiteRow].abnormal, 0u);
        QCOMPARE(rows[Fleet].score, 5'000);
    }

    void withheldIsCountedAndNeverWorst()
    {
        Site site;
        for (std::size_t i = 0; i < 3; ++i)
            site.score(i, 10'000).snapshot.assets[i].assessment.withheld = Withheld::NotRunning;
        const auto rows = site.rows();
        QCOMPARE(rows[N1].worst, kNoAsset);
        QCOMPARE(rows[N1].withheld, 2u);
        QCOMPARE(rows[N1].scored, 0u);
        QCOMPARE(rows[North].worst, AssetId{3});
        QVERIFY(rollUp(Snapshot{}).empty());
    }

    void moreOfThePlantThanOfTheSnapshot()
    {
        Site site;
        site.snapshot.assets.resize(1);
        QCOMPARE(site.rows()[SiteRow].scored, 1u);
    }
};

QTEST_APPLESS_MAIN(TestRollUp)
#include "tst_roll_up.moc"
