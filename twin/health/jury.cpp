// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/jury.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace gemba::twin {
namespace {

constexpr MilliPoints kTells = 2'000; ///< points from which an input counts as telling something
constexpr double kAloneShare = 0.8;
constexpr double kEndOfRange = 0.001;
constexpr double kBarely = 1.25;
constexpr int kDwellsAfterState = 10;
constexpr int kLeastWeight = 2;

bool abnormal(const Assessment& a)
{
    return a.withheld == Withheld::No && a.word != ConditionWord::Normal;
}

std::optional<double> usable(const Snapshot& s, TagId tag)
{
    if (tag == kNoTag || index(tag) >= s.tags.size())
        return std::nullopt;
    const TagState& t = s.tags[index(tag)];
    const double value = toNumber(t.value);
    if (t.stale || t.quality == Quality::Bad || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace

/// The evidence on one machine.
class Jury::Case
{
public:
    Case(const Jury& jury, const Snapshot& s, const Count& count, AssetId asset)
        : m_jury(jury), m_s(s), m_count(count), m_plant(*jury.m_plant), m_asset(asset),
          m_a(s.assets[index(asset)].assessment)
    {
        for (const Deduction& d : m_a.deductions) {
            if (d.tag == kNoTag)
                continue; // what is left of its life is no input's
            Told& told = m_told[d.tag];
            told.points += d.points;
            told.off = std::max(told.off, std::abs(d.value - d.limit));
        }
        for (const auto& [tag, told] : m_told) {
            if (m_leading == kNoTag || told.points > m_told.at(m_leading).points)
                m_leading = tag;
        }
    }

    Verdict verdict()
    {
        balances();
        for (const auto& [tag, told] : m_told) {
            if (told.points >= kTells)
                instrument(tag);
        }
        if (m_a.staleInputs > 0)
            add(EvidenceKind::DoubtfulInputs, Cause::Sensor, 1, kNoTag, m_a.staleInputs);
        inputs();
        limits();
        others();
        if (m_a.wordSince != kNoTime && m_a.stateSince != kNoTime
            && m_a.wordSince - m_a.stateSince <= kDwellsAfterState * m_plant.rules.dwell)
            add(EvidenceKind::StateChanged, Cause::Process, 1, kNoTag,
                static_cast<double>(m_a.wordSince - m_a.stateSince) / static_cast<double>(kSecond));
        model();
        return weigh();
    }

private:
    struct Told {
        MilliPoints points = 0;
        double off = 0.0; ///< how far the input is from where it should be, in its unit
    };

    void add(EvidenceKind kind, Cause about, int weight, TagId tag = kNoTag, double value = 0.0, double limit = 0.0)
    {
        m_evidence.push_back({kind, about, weight, tag, UINT32_MAX, value, limit});
    }

    /// A balance tells of an input only where it would break if that input were wrong by as much as
    /// it is off: of a small stream in a large sum it says nothing.
    void balances()
    {
        for (std::uint32_t i = 0; i < m_plant.balances.size(); ++i) {
            const Balance& b = m_plant.balances[i];
            const auto sum = residual(b, m_s);
            TagId about = kNoTag;
            for (const Balance::Term& term : b.terms) {
                const auto told = m_told.find(term.tag);
                const bool tells = told != m_told.end() && told->second.points >= kTells
                                   && std::abs(term.factor) * told->second.off > b.tolerance;
                if (tells && (about == kNoTag || told->second.points > m_told.at(about).points))
                    about = term.tag;
            }
            if (!sum || about == kNoTag)
                continue;
            const bool broken = std::abs(*sum) > b.tolerance;
            add(broken ? EvidenceKind::BalanceBroken : EvidenceKind::BalanceHolds, Cause::Sensor,
                broken ? 2 : -2, about, *sum, b.tolerance);
            m_evidence.back().balance = i;
        }
    }

    /// Of an input that takes points: can it be believed?
    void instrument(TagId tag)
    {
        for (const Twin& twin : m_jury.m_twins[index(tag)]) {
            const auto mine = usable(m_s, tag);
            const auto other = usable(m_s, twin.other);
            if (!mine || !other)
                continue;
            const bool agrees = std::abs(*mine - *other) <= twin.within;
            add(agrees ? EvidenceKind::TwinAgrees : EvidenceKind::TwinDiffers, Cause::Sensor,
                agrees ? -3 : 3, tag, *mine, *other);
        }
        const Interval& range = m_plant.tag(tag).range;
        const auto value = usable(m_s, tag);
        if (!value || m_plant.tag(tag).role != TagRole::Measurement || !(range.low < range.high))
            return;
        const double margin = kEndOfRange * (range.high - range.low);
        if (*value <= range.low + margin || *value >= range.high - margin)
            add(EvidenceKind::AtEndOfRange, Cause::Sensor, 1, tag, *value,
                *value <= range.low + margin ? range.low : range.high);
    }

    /// How many inputs tell the same, and what they are.
    void inputs()
    {
        MilliPoints all = 0;
        MilliPoints second = 0;
        int telling = 0;
        TagId moved = kNoTag;
        for (const auto& [tag, told] : m_told) {
            all += told.points;
            telling += told.points >= kTells ? 1 : 0;
            if (tag != m_leading)
                second = std::max(second, told.points);
            if (told.points >= kTells && m_plant.tag(tag).role == TagRole::Setting
                && (moved == kNoTag || told.points > m_told.at(moved).points))
                moved = tag;
        }
        if (moved != kNoTag) // the most; controllers move together
            add(EvidenceKind::SettingMoved, Cause::Process, 1, moved, usable(m_s, moved).value_or(NAN));
        if (m_leading != kNoTag && m_told.at(m_leading).points >= kAloneShare * all && second < kTells)
            add(EvidenceKind::OneInputAlone, Cause::Sensor, 1, m_leading);
        if (telling >= 3) {
            add(EvidenceKind::SeveralInputs, Cause::Sensor, -1, kNoTag, telling);
            add(EvidenceKind::SeveralInputs, Cause::Machine, 1, kNoTag, telling);
        }
    }

    /// The largest limit that is crossed; more of them are no other kind of evidence.
    void limits()
    {
        for (const Deduction& d : m_a.deductions) {
            if (d.kind != DeductionKind::Indicator || d.tag == kNoTag)
                continue;
            const Limits& of = m_plant.tag(d.tag).limits;
            const auto& alert = d.side == Side::Low ? of.low.alert : of.high.alert;
            if (!alert)
                continue;
            if (d.side == Side::Low ? d.value <= *alert : d.value >= *alert) {
                add(EvidenceKind::LimitCrossed, Cause::Machine, 1, d.tag, d.value, *alert);
                return;
            }
        }
    }

    /// Sisters are of the same class; neighbours stand in the same area and are none.
    void others()
    {
        const Place& place = m_jury.m_places[index(m_asset)];
        const Crowd& alike = m_count.classes[place.ofClass];
        const Crowd& here = m_count.areas[place.area];
        const Crowd& alikeHere = m_count.kinds[place.kind];
        const int sisters = alike.scored - 1; // without this one, which is scored and abnormal
        const int sick = alike.abnormal - 1;
        const int neighbours = here.scored - alikeHere.scored;
        const int disturbed = here.abnormal - alikeHere.abnormal;
        if (sisters > 0 && sick == 0)
            add(EvidenceKind::SistersWell, Cause::Machine, 2, kNoTag, sisters);
        else if (sisters > 0 && 2 * sick >= sisters)
            add(EvidenceKind::SistersLikewise, Cause::Process, 2, kNoTag, sick, sisters);
        if (neighbours > 0 && disturbed + sick == 0)
            add(EvidenceKind::Alone, Cause::Machine, 1, kNoTag, neighbours);
        else if (neighbours > 0 && 2 * disturbed >= neighbours)
            add(EvidenceKind::NeighboursToo, Cause::Process, 2, kNoTag, disturbed, neighbours);
    }

    void model()
    {
        const Asset& asset = m_plant.asset(m_asset);
        if (asset.modelName.empty())
            return;
        const bool onlyStatistics =
            std::none_of(m_a.deductions.begin(), m_a.deductions.end(),
                         [](const Deduction& d) { return d.kind == DeductionKind::Indicator || d.kind == DeductionKind::Life; });
        if (onlyStatistics && std::all_of(asset.tags.begin(), asset.tags.end(), [this](TagId t) { return usual(t); }))
            add(EvidenceKind::AllInputsUsual, Cause::Model, 1);
        const double t2 = m_a.t2Limit > 0.0 ? m_a.t2 / m_a.t2Limit : 0.0;
        const double spe = m_a.speLimit > 0.0 ? m_a.spe / m_a.speLimit : 0.0;
        if (onlyStatistics && std::max(t2, spe) <= kBarely)
            add(EvidenceKind::BarelyOver, Cause::Model, 1, kNoTag, std::max(t2, spe));
        const ModelPage* page = m_plant.modelPage(asset.modelName);
        if (page && page->reviewBy != kNoTime && m_s.at >= page->reviewBy)
            add(EvidenceKind::ReviewOverdue, Cause::Model, 1, kNoTag, 0.0, static_cast<double>(page->reviewBy));
    }

    /// Inside the normal band, as far as it has one.
    [[nodiscard]] bool usual(TagId tag) const
    {
        const auto value = usable(m_s, tag);
        const Limits& limits = m_plant.tag(tag).limits;
        return !value || ((!limits.low.normal || *value >= *limits.low.normal)
                          && (!limits.high.normal || *value <= *limits.high.normal));
    }

    Verdict weigh()
    {
        Verdict v;
        for (const Evidence& e : m_evidence)
            v.weights[static_cast<std::size_t>(e.about)] += e.weight;
        std::array<std::size_t, kCauses> order{0, 1, 2, 3};
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return v.weights[a] > v.weights[b]; });
        if (v.weights[order[0]] >= kLeastWeight && v.weights[order[0]] > v.weights[order[1]])
            v.cause = static_cast<Cause>(order[0]);
        std::stable_sort(m_evidence.begin(), m_evidence.end(), [&](const Evidence& a, const Evidence& b) {
            const bool first = v.cause && a.about == *v.cause;
            const bool second = v.cause && b.about == *v.cause;
            return first != second ? first : std::abs(a.weight) > std::abs(b.weight);
        });
        v.evidence = std::move(m_evidence);
        return v;
    }

    const Jury& m_jury;
    const Snapshot& m_s;
    const Count& m_count;
    const Plant& m_plant;
    AssetId m_asset;
    const Assessment& m_a;
    std::map<TagId, Told> m_told; ///< by input, of all kinds
    TagId m_leading = kNoTag;
    std::vector<Evidence> m_evidence;
};

std::optional<double> residual(const Balance& balance, const Snapshot& snapshot)
{
    double sum = balance.constant;
    for (const Balance::Term& term : balance.terms) {
        const auto value = usable(snapshot, term.tag);
        if (!value)
            return std::nullopt;
        sum += term.factor * *value;
    }
    return sum;
}

Jury::Jury(const Plant& plant) : m_plant(&plant), m_twins(plant.tags.size())
{
    std::map<std::string, std::size_t> classes, areas;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> kinds;
    for (const Asset& a : plant.assets) {
        Place place;
        place.ofClass = classes.emplace(a.classId, classes.size()).first->second;
        place.area = areas.emplace(a.areaId, areas.size()).first->second;
        place.kind = kinds.emplace(std::pair(place.ofClass, place.area), kinds.size()).first->second;
        m_places.push_back(place);
    }
    m_classes = classes.size();
    m_areas = areas.size();
    m_kinds = kinds.size();
    for (std::uint32_t i = 0; i < plant.tags.size(); ++i) {
        const Tag& tag = plant.tags[i];
        if (tag.sameAs == kNoTag)
            continue;
        m_twins[i].push_back({tag.sameAs, tag.agreesWithin});
        m_twins[index(tag.sameAs)].push_back({TagId{i}, tag.agreesWithin});
    }
}

Jury::Count Jury::count(const Snapshot& snapshot) const
{
    Count out{std::vector<Crowd>(m_classes), std::vector<Crowd>(m_areas), std::vector<Crowd>(m_kinds)};
    for (std::size_t i = 0; i < m_places.size() && i < snapshot.assets.size(); ++i) {
        const Assessment& a = snapshot.assets[i].assessment;
        if (a.withheld != Withheld::No)
            continue;
        for (Crowd* crowd : {&out.classes[m_places[i].ofClass], &out.areas[m_places[i].area], &out.kinds[m_places[i].kind]}) {
            ++crowd->scored;
            crowd->abnormal += abnormal(a) ? 1 : 0;
        }
    }
    return out;
}

void Jury::judge(Snapshot& snapshot) const
{
    const Count crowds = count(snapshot);
    for (std::size_t i = 0; i < m_places.size() && i < snapshot.assets.size(); ++i) {
        AssetState& state = snapshot.assets[i];
        if (abnormal(state.assessment))
            state.verdict = Case(*this, snapshot, crowds, AssetId{static_cast<std::uint32_t>(i)}).verdict();
        else
            state.verdict.reset();
    }
}

} // namespace gemba::twin
