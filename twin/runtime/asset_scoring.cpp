// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/asset_scoring.h"

#include <algorithm>
#include <limits>

#include "twin/health/operating_state.h"

namespace gemba::twin {
namespace {

constexpr TimeNs kNever = std::numeric_limits<TimeNs>::max();
constexpr int kSilentPeriods = 3;

bool isInput(const Tag& tag)
{
    return tag.role == TagRole::Measurement || tag.role == TagRole::Setting;
}

Result<std::shared_ptr<const PcaModel>> findModel(const Asset& asset, const PlantPackage& package)
{
    if (asset.modelName.empty())
        return std::shared_ptr<const PcaModel>();
    const Blob* blob = package.find("model", asset.modelName);
    if (!blob)
        return Error{ErrorCode::PlantUnknownReference, {std::string("model"), asset.modelName}, {}};
    Result<PcaModel> model = parseModel(blob->bytes);
    if (!model) {
        Error error = model.error();
        error.place.file = asset.modelName;
        return error;
    }
    if (model->regimes) // of tables only, so far: an asset's settings are not gathered with its inputs
        return Error{ErrorCode::ModelForOtherTask, {std::string("detect by operating regimes")}, {.file = asset.modelName}};
    return std::make_shared<const PcaModel>(std::move(*model));
}

} // namespace

Result<AssetScoring> AssetScoring::create(const Plant& plant, const PlantPackage& package)
{
    auto life = LifeForecast::create(plant, package);
    if (!life)
        return life.error();
    AssetScoring scoring(std::move(*life));
    scoring.m_plant = &plant;
    scoring.m_period = plant.rules.scorePeriod;
    scoring.m_seenIn.resize(plant.tags.size());
    for (std::uint32_t i = 0; i < plant.assets.size(); ++i) {
        const Asset& asset = plant.assets[i];
        auto model = findModel(asset, package);
        if (!model)
            return model.error();
        auto assessor = HealthAssessor::create(plant, AssetId{i}, *model);
        if (!assessor)
            return assessor.error();
        Scored scored(std::move(*assessor));
        scored.page = plant.modelPage(asset.modelName);
        scored.inputs = static_cast<std::uint32_t>(std::count_if(
            asset.tags.begin(), asset.tags.end(), [&](TagId t) { return isInput(plant.tag(t)); }));
        scoring.m_assets.push_back(std::move(scored));
    }
    return scoring;
}

void AssetScoring::onSample(TagId tag, TimeNs now)
{
    const Tag& t = m_plant->tag(tag);
    if (t.asset == kNoAsset || !isInput(t))
        return;
    Scored& s = m_assets[index(t.asset)];
    if (s.seen == 0) {
        s.due = now + m_period;
        m_nextDue = std::min(m_nextDue, s.due);
    }
    if (m_seenIn[index(tag)] == s.round)
        return;
    m_seenIn[index(tag)] = s.round;
    if (++s.seen == s.inputs)
        m_complete.push_back(t.asset);
}

const std::vector<AssetId>& AssetScoring::takeDue(TimeNs now)
{
    const std::vector<AssetId>& predicted = m_life.predictDue(now);
    m_due.clear();
    m_due.swap(m_complete);
    if (now >= m_nextDue) {
        m_nextDue = kNever;
        for (std::uint32_t i = 0; i < m_assets.size(); ++i) {
            const Scored& s = m_assets[i];
            if (s.due == kNoTime || s.due <= now)
                m_due.push_back(AssetId{i});
            else
                m_nextDue = std::min(m_nextDue, s.due);
        }
    }
    std::sort(m_due.begin(), m_due.end());
    m_due.erase(std::unique(m_due.begin(), m_due.end()), m_due.end());
    for (const AssetId id : m_due) {
        Scored& s = m_assets[index(id)];
        s.seen = 0;
        ++s.round;
        s.due = now + kSilentPeriods * m_period;
        m_nextDue = std::min(m_nextDue, s.due);
    }
    if (!predicted.empty()) { // they go on with the row that they are at
        m_due.insert(m_due.end(), predicted.begin(), predicted.end());
        std::sort(m_due.begin(), m_due.end());
        m_due.erase(std::unique(m_due.begin(), m_due.end()), m_due.end());
    }
    return m_due;
}

void AssetScoring::updateState(Scored& s, const Asset& asset, const TagTable& table, TimeNs now)
{
    const OperatingState state = operatingState(
        asset.stateRules, [&](TagId tag) -> const Value& { return table.value(tag); });
    if (state == s.state && s.stateSince != kNoTime)
        return;
    s.state = state;
    s.stateSince = now;
}

const Assessment& AssetScoring::score(AssetId id, const TagTable& table, bool sourceDown, TimeNs now)
{
    Scored& s = m_assets[index(id)];
    const Asset& asset = m_plant->asset(id);
    updateState(s, asset, table, now);
    m_row.clear();
    for (const TagId tag : asset.tags)
        m_row.push_back(table.input(tag, now));
    const bool runs = asset.stateRules.empty() || s.state == OperatingState::Running;
    const Life* life = m_life.take(id, m_row, runs, now);
    m_conditions.clear();
    if (s.page) {
        for (const ModelPage::Bound& b : s.page->envelope)
            m_conditions.push_back(table.input(b.tag, now));
    }
    s.assessor.assess({m_row, s.state, s.stateSince, sourceDown, life, m_conditions}, now, s.last);
    return s.last;
}

void AssetScoring::reset(TimeNs now)
{
    m_complete.clear();
    m_nextDue = now + m_period;
    m_life.reset();
    for (Scored& s : m_assets) {
        s.assessor.reset();
        s.last = {};
        s.last.withheld = Withheld::Baselining;
        s.last.withheldSince = now;
        s.seen = 0;
        ++s.round;
        s.due = now + m_period;
        s.state = OperatingState::Unknown;
        s.stateSince = kNoTime;
    }
}

void AssetScoring::save(ByteWriter& w) const
{
    w.varint(m_assets.size());
    for (std::size_t i = 0; i < m_assets.size(); ++i) {
        const Scored& s = m_assets[i];
        w.varint(s.seen);
        w.i64(s.due);
        w.u8(static_cast<std::uint8_t>(s.state));
        w.i64(s.stateSince);
        for (const TagId tag : m_plant->assets[i].tags)
            w.boolean(m_seenIn[index(tag)] == s.round);
        twin::save(s.last, w);
        s.assessor.save(w);
    }
    m_life.save(w);
}

bool AssetScoring::load(ByteReader& r)
{
    m_complete.clear();
    m_nextDue = 0; // looked up at the next record
    if (r.varint() != m_assets.size())
        return false;
    for (std::size_t i = 0; i < m_assets.size(); ++i) {
        Scored& s = m_assets[i];
        s.seen = static_cast<std::uint32_t>(r.varint());
        s.due = r.time();
        s.state = static_cast<OperatingState>(r.u8());
        s.stateSince = r.time();
        for (const TagId tag : m_plant->assets[i].tags)
            m_seenIn[index(tag)] = r.boolean() ? s.round : 0;
        s.last = loadAssessment(r);
        if (r.failed() || !s.assessor.load(r))
            return false;
        if (s.last.t2Limit > 0.0)
            s.last.expectedAlertsPerMonth = s.assessor.expectedAlertsPerMonth();
    }
    return m_life.load(r) && !r.failed();
}

void save(const Assessment& a, ByteWriter& w)
{
    w.i64(a.at);
    w.u8(static_cast<std::uint8_t>(a.state));
    w.i64(a.stateSince);
    w.u8(static_cast<std::uint8_t>(a.withheld));
    w.i64(a.withheldSince);
    for (const double v : {a.t2, a.t2Limit, a.spe, a.speLimit})
        w.f64(v);
    w.i64(a.anomalySince);
    w.i32(a.score);
    w.i32(a.low);
    w.i32(a.high);
    w.u8(static_cast<std::uint8_t>(a.word));
    w.i64(a.wordSince);
    w.varint(a.deductions.size());
    for (const Deduction& d : a.deductions) {
        w.u8(static_cast<std::uint8_t>(d.kind));
        w.u32(index(d.tag));
        w.u8(static_cast<std::uint8_t>(d.side));
        w.i32(d.points);
        w.f64(d.value);
        w.f64(d.limit);
        w.u32(index(d.countedWith));
        w.i32(d.alone);
    }
    w.boolean(a.actBefore.has_value());
    if (a.actBefore) {
        w.i64(a.actBefore->at);
        w.u32(index(a.actBefore->tag));
        w.f64(a.actBefore->limit);
        w.u8(static_cast<std::uint8_t>(a.actBefore->rule));
        w.i64(a.actBefore->earliest);
        w.i64(a.actBefore->latest);
    }
    w.boolean(a.life.has_value());
    if (a.life)
        save(*a.life, w);
    w.u32(a.staleInputs);
}

Assessment loadAssessment(ByteReader& r)
{
    Assessment a;
    a.at = r.time();
    a.state = static_cast<OperatingState>(r.u8());
    a.stateSince = r.time();
    a.withheld = static_cast<Withheld>(r.u8());
    a.withheldSince = r.time();
    for (double* v : {&a.t2, &a.t2Limit, &a.spe, &a.speLimit})
        *v = r.f64();
    a.anomalySince = r.time();
    a.score = r.i32();
    a.low = r.i32();
    a.high = r.i32();
    a.word = static_cast<ConditionWord>(r.u8());
    a.wordSince = r.time();
    const std::uint64_t n = r.count(34);
    for (std::uint64_t i = 0; i < n && !r.failed(); ++i) {
        Deduction d;
        d.kind = static_cast<DeductionKind>(r.u8());
        d.tag = TagId{r.u32()};
        d.side = static_cast<Side>(r.u8());
        d.points = r.i32();
        d.value = r.f64();
        d.limit = r.f64();
        d.countedWith = TagId{r.u32()};
        d.alone = r.i32();
        a.deductions.push_back(d);
    }
    if (r.boolean()) {
        ActBefore b;
        b.at = r.time();
        b.tag = TagId{r.u32()};
        b.limit = r.f64();
        b.rule = static_cast<ActBefore::Rule>(r.u8());
        b.earliest = r.time();
        b.latest = r.time();
        a.actBefore = b;
    }
    if (r.boolean())
        a.life = loadLife(r);
    a.staleInputs = r.u32();
    return a;
}

} // namespace gemba::twin
