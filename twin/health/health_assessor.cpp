// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/health_assessor.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "twin/health/apportion.h"

namespace gemba::twin {

namespace {

MilliPoints toMilli(double points) { return static_cast<MilliPoints>(std::llround(points * 1000.0)); }

// A straight line says nothing about times far beyond the window it was fitted to.
constexpr double kHorizonSeconds = 10.0 * static_cast<double>(Trend::kWindow / kSecond);
constexpr double kLongestSeconds = 1e9; // 30 years: later is never, and times stay in range

/// The waveform that a tag tells the impacts of: crest factor, kurtosis and the bearing's line rise with
/// the same strikes.
TagId impactsOf(const Tag& tag)
{
    for (const Binding& binding : tag.bindings) {
        const auto* of = std::get_if<FeatureBinding>(&binding);
        if (of && (of->feature == WaveformFeature::Crest || of->feature == WaveformFeature::Kurtosis
                   || of->feature == WaveformFeature::BearingLine))
            return of->waveform;
    }
    return kNoTag;
}

bool usable(const AssetInput& in)
{
    return in.arrival != kNoTime && !in.stale && in.quality != Quality::Bad && std::isfinite(in.value);
}

} // namespace

Result<HealthAssessor> HealthAssessor::create(const Plant& plant, AssetId asset,
                                              std::shared_ptr<const PcaModel> model)
{
    HealthAssessor h;
    const Asset& a = plant.asset(asset);
    h.m_dwell = plant.rules.dwell;
    h.m_word = ConditionWordRule(h.m_dwell);
    h.m_hasStateRules = !a.stateRules.empty();
    if (const ModelPage* page = plant.modelPage(a.modelName)) {
        for (const ModelPage::Bound& b : page->envelope)
            h.m_envelope.push_back(b.range);
    }
    h.m_readings.resize(a.tags.size());
    for (std::size_t i = 0; i < a.tags.size(); ++i) {
        if (auto rule = Indicator::of(a.tags[i], plant.tag(a.tags[i]))) {
            h.m_readings[i].indicator = static_cast<std::uint32_t>(h.m_indicators.size());
            h.m_indicators.push_back({*rule, {}, {}});
            h.m_indicators.back().impacts = impactsOf(plant.tag(a.tags[i]));
        }
    }
    if (const LifeSetup* life = plant.lifeOf(asset)) {
        if (auto rule = Indicator::of(life->limits))
            h.m_life.emplace(Lifetime{*rule, {}});
    }
    if (model) {
        for (std::size_t k = 0; k < model->inputs.size(); ++k) {
            const TagId tag = plant.findTag(model->inputs[k]);
            const auto at = std::find(a.tags.begin(), a.tags.end(), tag);
            if (at == a.tags.end())
                return Error{ErrorCode::ModelInputMissing, {model->inputs[k]}, Place{{}, -1, a.id, {}, {}}};
            h.m_readings[static_cast<std::size_t>(at - a.tags.begin())].input = static_cast<std::uint32_t>(k);
            h.m_inputTags.push_back(tag);
        }
        const std::size_t p = model->inputCount();
        h.m_row.resize(p);
        h.m_missing.resize(p);
        h.m_weights.resize(2 * p);
        h.m_parts.resize(2 * p);
        h.m_order.resize(2 * p);
        h.m_anomaly.emplace(std::move(model));
    }
    h.m_scoredInputs = static_cast<std::uint32_t>(
        std::count_if(h.m_readings.begin(), h.m_readings.end(), [](const Reading& r) { return r.scored(); }));
    return h;
}

void HealthAssessor::assess(const AssetInputs& in, TimeNs now, Assessment& out)
{
    takeInputs(in);
    takeLife(in.life);
    Withheld reason = reasonToWithhold(in);
    if (reason != Withheld::No) {
        clearWindows();
    } else {
        if (m_scoredSince == kNoTime)
            m_scoredSince = now;
        score(in.life, now, out);
        const bool filling = now - m_scoredSince < m_dwell || (m_anomaly && !m_anomaly->ready());
        reason = filling ? Withheld::Baselining : Withheld::No;
    }
    if (reason != m_withheld || m_withheldSince == kNoTime) {
        m_withheld = reason;
        m_withheldSince = now;
    }
    if (reason != Withheld::No) {
        std::vector<Deduction> kept = std::move(out.deductions); // its memory is used again
        kept.clear();
        out = Assessment{};
        out.deductions = std::move(kept);
    }
    out.at = now;
    out.state = in.state;
    out.stateSince = in.stateSince;
    out.withheld = reason;
    out.withheldSince = reason == Withheld::No ? kNoTime : m_withheldSince;
    out.life = in.life ? std::optional(*in.life) : std::nullopt;
    out.staleInputs = m_unusableInputs;
}

void HealthAssessor::takeInputs(const AssetInputs& in)
{
    m_unusableInputs = 0;
    m_newRow = false;
    m_anythingArrived = false;
    for (std::size_t i = 0; i < m_readings.size(); ++i) {
        Reading& r = m_readings[i];
        const AssetInput& value = in.tags[i];
        if (r.scored() || m_life)
            m_anythingArrived = m_anythingArrived || value.arrival != kNoTime;
        if (!r.scored())
            continue;
        const bool good = usable(value);
        const bool fresh = good && value.arrival != r.arrival;
        m_unusableInputs += good ? 0 : 1;
        r.arrival = value.arrival;
        if (r.input != kNone) {
            m_row[r.input] = good ? value.value : 0.0;
            m_missing[r.input] = good ? 0 : 1;
            m_newRow = m_newRow || fresh;
        }
        if (r.indicator != kNone) {
            Physical& p = m_indicators[r.indicator];
            p.usable = good;
            if (good) {
                p.value = value.value;
                p.last = p.rule.read(value.value);
            }
            if (fresh)
                p.trend.add(value.arrival, value.value);
        }
    }
}

void HealthAssessor::takeLife(const Life* life)
{
    if (!m_life)
        return;
    m_life->usable = life && life->withheld == LifeWithheld::No;
    if (!m_life->usable)
        return;
    m_life->median = life->median;
    m_life->last = m_life->rule.read(life->median);
    m_life->fewest = m_life->rule.read(life->high).points;
    m_life->most = m_life->rule.read(life->low).points;
}

/// Of an asset that has nothing else to be scored by.
Withheld HealthAssessor::withoutLife(const AssetInputs& in) const
{
    switch (in.life ? in.life->withheld : LifeWithheld::ModelFailed) {
    case LifeWithheld::No:
        return Withheld::No;
    case LifeWithheld::TooFewRows:
        return Withheld::Baselining;
    case LifeWithheld::UnknownSettings:
        return Withheld::NoBaselineForState;
    case LifeWithheld::InputsStale:
        return in.sourceDown ? Withheld::SourceDown : Withheld::InputsStale;
    case LifeWithheld::NotRunning:
        return Withheld::NotRunning;
    case LifeWithheld::ModelFailed:
        break;
    }
    return Withheld::NoModel;
}

Withheld HealthAssessor::reasonToWithhold(const AssetInputs& in) const
{
    const bool tooFew = 2 * m_unusableInputs > m_scoredInputs;
    if (m_scoredInputs == 0 && !m_life)
        return Withheld::NoModel;
    if (!m_anythingArrived)
        return in.sourceDown ? Withheld::SourceDown : Withheld::NoData;
    if (tooFew && in.sourceDown)
        return Withheld::SourceDown;
    if (m_hasStateRules && in.state == OperatingState::Unknown)
        return Withheld::NoBaselineForState;
    if (m_hasStateRules && in.state != OperatingState::Running)
        return Withheld::NotRunning;
    if (m_scoredInputs == 0)
        return withoutLife(in);
    if (outsideEnvelope(in))
        return Withheld::OutsideEnvelope;
    return tooFew ? Withheld::InputsStale : Withheld::No;
}

bool HealthAssessor::outsideEnvelope(const AssetInputs& in) const
{
    for (std::size_t i = 0; i < std::min(m_envelope.size(), in.conditions.size()); ++i) {
        const AssetInput& c = in.conditions[i];
        if (usable(c) && (c.value < m_envelope[i].low || c.value > m_envelope[i].high))
            return true;
    }
    return false;
}

void HealthAssessor::clearWindows()
{
    if (m_anomaly)
        m_anomaly->reset();
    for (Physical& p : m_indicators) {
        p.trend.clear();
        p.last = {};
        p.value = 0.0;
    }
    if (m_life)
        m_life.emplace(Lifetime{m_life->rule, {}});
    m_word.reset();
    m_scoredSince = kNoTime;
    m_anomalySince = kNoTime;
}

void HealthAssessor::score(const Life* life, TimeNs now, Assessment& out)
{
    if (m_anomaly && m_newRow)
        m_anomaly->push(m_row, m_missing);
    out.t2 = out.t2Limit = out.spe = out.speLimit = out.expectedAlertsPerMonth = 0.0;
    out.deductions.clear();
    out.deductions.reserve(m_parts.size() + m_indicators.size() + 1);
    deductAnomaly(out);
    deductIndicators(out);
    std::sort(out.deductions.begin(), out.deductions.end(), [](const Deduction& l, const Deduction& r) {
        if (l.points != r.points)
            return l.points > r.points;
        return l.tag != r.tag ? l.tag < r.tag : l.kind < r.kind;
    });
    MilliPoints deducted = 0;
    bool physical = false;
    for (const Deduction& d : out.deductions) {
        deducted += d.points;
        physical = physical || d.kind == DeductionKind::Indicator || d.kind == DeductionKind::Life;
    }
    out.score = kFullCondition - std::min(kFullCondition, deducted);
    const Band b = band();
    const auto scoreAt = [](double points) { return kFullCondition - toMilli(std::min(kFullPoints, points)); };
    out.low = std::min(out.score, scoreAt(b.most));
    out.high = std::max(out.score, scoreAt(b.fewest));
    out.word = m_word.update(out.score, physical, now);
    out.wordSince = m_word.since();
    if (!overLimit())
        m_anomalySince = kNoTime;
    else if (m_anomalySince == kNoTime)
        m_anomalySince = now;
    out.anomalySince = m_anomalySince;
    out.actBefore = actBefore(life, now);
}

double HealthAssessor::expectedAlertsPerMonth() const
{
    if (!m_anomaly)
        return 0.0;
    const AlertBudget& budget = m_anomaly->model().budget;
    return budget.t2PerMonth + budget.spePerMonth;
}

void HealthAssessor::deductAnomaly(Assessment& out)
{
    if (!m_anomaly)
        return;
    const PcaModel& model = m_anomaly->model();
    out.t2Limit = model.baseline.t2Limit;
    out.speLimit = model.baseline.speLimit;
    out.expectedAlertsPerMonth = expectedAlertsPerMonth();
    out.t2 = m_anomaly->statistics().t2;
    out.spe = m_anomaly->statistics().spe;
    if (m_anomaly->points() == 0.0)
        return;
    const std::size_t p = m_row.size();
    std::copy_n(m_anomaly->t2Points().begin(), p, m_weights.begin());
    std::copy_n(m_anomaly->spePoints().begin(), p, m_weights.begin() + static_cast<std::ptrdiff_t>(p));
    apportion(m_weights, toMilli(m_anomaly->points()), m_parts, m_order);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i] == 0)
            continue;
        const std::size_t input = i % p;
        Deduction d;
        d.kind = i < p ? DeductionKind::AnomalyT2 : DeductionKind::AnomalySpe;
        d.tag = m_inputTags[input];
        d.points = m_parts[i];
        d.value = m_anomaly->row()[input];
        // T2: far from the mean along with others; SPE: not what the others make one expect.
        d.limit = i < p ? model.baseline.mean[input] : m_anomaly->expected(input);
        d.side = d.value < d.limit ? Side::Low : Side::High;
        out.deductions.push_back(d);
    }
}

void HealthAssessor::deductIndicators(Assessment& out) const
{
    for (const Physical& p : m_indicators) {
        const MilliPoints points = toMilli(p.last.points);
        if (points <= 0)
            continue;
        Deduction d{DeductionKind::Indicator, p.rule.tag(), p.last.side, points, p.value, p.last.limit};
        if (const Physical& first = leader(p); &first != &p) {
            d.countedWith = first.rule.tag();
            d.alone = std::exchange(d.points, 0);
        }
        out.deductions.push_back(d);
    }
    if (m_life && toMilli(m_life->last.points) > 0)
        out.deductions.push_back({DeductionKind::Life, kNoTag, m_life->last.side, toMilli(m_life->last.points),
                                  m_life->median, m_life->last.limit});
}

const HealthAssessor::Physical& HealthAssessor::leader(const Physical& p) const
{
    if (p.impacts == kNoTag)
        return p;
    const Physical* best = nullptr;
    for (const Physical& other : m_indicators) {
        if (other.impacts == p.impacts && (!best || other.last.points > best->last.points))
            best = &other;
    }
    return *best;
}

// What may have to be deducted: the anomaly under the bootstrap baselines, and for every unusable
// input anything between nothing and the worst that it can plausibly mean.
HealthAssessor::Band HealthAssessor::band() const
{
    Band b;
    if (m_anomaly) {
        const auto range = m_anomaly->range();
        double held = 0.0;
        bool missing = false;
        for (std::size_t i = 0; i < m_missing.size(); ++i) {
            if (m_missing[i] != 0) {
                missing = true;
                held += m_anomaly->t2Points()[i] + m_anomaly->spePoints()[i];
            }
        }
        b.fewest = std::max(0.0, std::min(range.low, m_anomaly->points() - held));
        b.most = missing ? kMostAnomalyPoints : std::max(range.high, m_anomaly->points());
    }
    const auto fewest = [](const Physical& p) { return p.usable ? p.last.points : 0.0; };
    const auto most = [](const Physical& p) { return p.usable ? p.last.points : std::max(p.last.points, p.rule.worstPoints()); };
    for (const Physical& p : m_indicators) {
        if (&leader(p) != &p) // the same impacts: as much as the most of them
            continue;
        double low = fewest(p), high = most(p);
        for (const Physical& other : m_indicators) {
            if (p.impacts != kNoTag && other.impacts == p.impacts) {
                low = std::max(low, fewest(other));
                high = std::max(high, most(other));
            }
        }
        b.fewest += low;
        b.most += high;
    }
    if (m_life) {
        b.fewest += m_life->usable ? m_life->fewest : 0.0;
        b.most += m_life->usable ? m_life->most : std::max(m_life->last.points, m_life->rule.worstPoints());
    }
    return b;
}

std::optional<ActBefore> HealthAssessor::actBefore(const Life* life, TimeNs now) const
{
    std::optional<ActBefore> earliest;
    if (life && life->withheld == LifeWithheld::No)
        earliest = endOfLife(*life, now);
    for (const Physical& p : m_indicators) {
        if (!p.usable || !(p.rule.abnormal(p.value, Side::Low) || p.rule.abnormal(p.value, Side::High)))
            continue;
        const auto line = p.trend.fit(now);
        if (!line || !line->significant)
            continue;
        const Side side = line->slope > 0.0 ? Side::High : Side::Low;
        const auto limit = p.rule.actLimit(side);
        if (!limit || !p.rule.abnormal(p.value, side))
            continue;
        const bool reached = side == Side::High ? p.value >= *limit : p.value <= *limit;
        const auto left = [&](double slope) { return std::max(0.0, (*limit - line->value) / slope); };
        if (reached || !(left(line->slope) <= kHorizonSeconds))
            continue;
        const auto at = [&](double slope) { return now + static_cast<TimeNs>(std::llround(std::min(left(slope), kLongestSeconds) * 1e9)); };
        const auto [steepest, flattest] = side == Side::High ? std::pair(line->slopeHigh, line->slopeLow)
                                                             : std::pair(line->slopeLow, line->slopeHigh);
        if (!earliest || at(line->slope) < earliest->at)
            earliest = ActBefore{at(line->slope), p.rule.tag(), *limit, ActBefore::Rule::Trend, at(steepest), at(flattest)};
    }
    return earliest;
}

/// P10 of life, once its median has left the normal band; from the begin where the plant gives no limits.
std::optional<ActBefore> HealthAssessor::endOfLife(const Life& life, TimeNs now) const
{
    if (life.perUnit <= 0 || (m_life && !m_life->rule.abnormal(life.median, Side::Low)))
        return std::nullopt;
    const auto after = [&](double units) {
        const double seconds = std::min(units * static_cast<double>(life.perUnit) * 1e-9, kLongestSeconds);
        return std::max(now, life.at + static_cast<TimeNs>(std::llround(seconds * 1e9)));
    };
    return ActBefore{after(life.low), kNoTag, life.low, ActBefore::Rule::Life, after(life.low), after(life.high)};
}

bool HealthAssessor::overLimit() const
{
    if (!m_anomaly || !m_anomaly->ready())
        return false;
    const PcaBaseline& b = m_anomaly->model().baseline;
    const PcaStatistics s = m_anomaly->statistics();
    return s.t2 > b.t2Limit || (b.speLimit > 0.0 && s.spe > b.speLimit);
}

} // namespace gemba::twin
