// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/pump_house.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "app/gemba-plant/pump_vibration.h"
#include "app/gemba-plant/waveform_source.h"

namespace gemba::plant {

namespace {

constexpr std::size_t kPumps = 4, kStandby = 3, kQuantities = 7;
constexpr std::size_t kRecordPeriod = 10; ///< rows
constexpr double kTwoPi = 2.0 * std::numbers::pi;

// Water
constexpr double kDensity = 998.0, kGravity = 9.81, kVapour = 2.3, kAtmosphere = 101.3; ///< kPa
constexpr double kHead = 45.0, kZeroHead = 60.0, kHeadLoss = 6.12e-4, kRatedRpm = 1480.0;
constexpr double kTank = 30.0, kSuctionLoss = 1.02e-3; ///< kPa gauge; kPa per (m3/h)^2
constexpr double kBestFlow = 150.0, kBestEfficiency = 0.78;
constexpr double kStartTime = 10.0, kThermalTime = 300.0, kRoom = 22.0;

enum State { kStandbyState = 0, kRunning = 1, kMaintenance = 2, kStarting = 3 };

struct Severities
{
    double unbalance = 0.0, misalignment = 0.0, outerRace = 0.0, innerRace = 0.0, clogging = 0.0;
};

double end(const FaultCourse& c) { return c.from + c.grow + c.hold; }

double severityAt(const FaultCourse& c, double t)
{
    if (t < c.from || t >= end(c))
        return 0.0;
    const double part = c.grow > 0.0 ? std::min(1.0, (t - c.from) / c.grow) : 1.0;
    return c.severity * part * part;
}

Severities severitiesAt(const PumpTimeline& timeline, std::size_t pump, double t)
{
    Severities s;
    for (const FaultCourse& c : timeline.courses) {
        if (c.pump != pump)
            continue;
        const double now = severityAt(c, t);
        double* const places[]{&s.unbalance, &s.misalignment, &s.outerRace, &s.innerRace, &s.clogging};
        *places[static_cast<std::size_t>(c.fault)] += now;
    }
    return s;
}

bool underRepair(const PumpTimeline& timeline, std::size_t pump, double t)
{
    return std::any_of(timeline.courses.begin(), timeline.courses.end(), [&](const FaultCourse& c) {
        return c.pump == pump && t >= end(c) && t < end(c) + FaultCourse::kRepair;
    });
}

/// One pump, followed second by second.
class Pump
{
public:
    explicit Pump(std::size_t number) : m_flowShare(1.0 + 0.01 * (static_cast<double>(number) - 1.5)) {}

    void step(State wanted, double flow, const Severities& s)
    {
        const bool turns = wanted == kRunning;
        m_seconds = turns ? m_seconds + 1.0 : 0.0;
        m_state = turns && m_everRan && m_seconds <= kStartTime ? kStarting : wanted;
        m_everRan = true; // the first second finds the house as it runs
        const double ramp = m_state == kStarting ? m_seconds / kStartTime : 1.0;
        m_flow = turns ? flow * m_flowShare * ramp : 0.0;
        m_suction = kTank - (turns ? kSuctionLoss * (1.0 + 3.0 * s.clogging) * m_flow * m_flow : 0.0);
        const double available = (m_suction + kAtmosphere - kVapour) * 1000.0 / (kDensity * kGravity);
        const double required = 2.2 + 1.1e-4 * m_flow * m_flow;
        m_cavitation = turns ? std::clamp((1.6 * required - available) / (0.8 * required), 0.0, 1.0) : 0.0;
        const double zeroHead = kZeroHead * (1.0 - 0.06 * m_cavitation);
        m_rpm = turns ? ramp * kRatedRpm * std::sqrt((kHead + kHeadLoss * m_flow * m_flow) / zeroHead) : 0.0;
        const double off = (m_flow - kBestFlow) / kBestFlow;
        const double efficiency = kBestEfficiency * (1.0 - 0.8 * off * off);
        const double watts = turns ? kDensity * kGravity * m_flow / 3600.0 * kHead / std::max(0.2, efficiency) + 1200.0 : 0.0;
        m_current = watts / (std::numbers::sqrt3 * 400.0 * 0.86 * 0.93);
        const double relative = m_rpm / kRatedRpm;
        const double target = kRoom + 20.0 * relative * relative
                              + (turns ? 28.0 * (s.outerRace + s.innerRace) + 8.0 * s.misalignment + 4.0 * s.unbalance : 0.0);
        m_temperature = m_temperature < 0.0 ? target : m_temperature + (target - m_temperature) / kThermalTime;
        m_severities = s;
    }

    void tell(double* out, double noise[kQuantities]) const
    {
        const bool turns = m_rpm > 0.0;
        out[0] = turns ? m_rpm + 0.4 * noise[0] : 0.0;
        out[1] = turns ? m_flow + 0.3 * noise[1] : 0.0;
        out[2] = m_suction + 0.15 * noise[2];
        out[3] = (turns ? m_suction + kHead * kDensity * kGravity / 1000.0 : 441.0) + 0.6 * noise[3];
        out[4] = turns ? m_current + 0.1 * noise[4] : 0.0;
        out[5] = m_temperature + 0.05 * noise[5];
        out[6] = m_state;
    }
    [[nodiscard]] PumpMoment moment() const
    {
        return {m_rpm / 60.0, m_flow / kBestFlow, m_severities.unbalance, m_severities.misalignment,
                m_severities.outerRace, m_severities.innerRace, m_cavitation};
    }

private:
    double m_flowShare; ///< no two pumps are alike
    State m_state = kStandbyState;
    bool m_everRan = false;
    double m_seconds = 0.0, m_flow = 0.0, m_suction = kTank, m_cavitation = 0.0, m_rpm = 0.0;
    double m_current = 0.0, m_temperature = -1.0;
    Severities m_severities;
};

/// Noise of the slow measurements, the same for a row whatever was asked before.
class RowNoise
{
public:
    RowNoise(std::uint64_t seed, std::size_t row) : m_state(seed * 0x9e3779b97f4a7c15 + row * 0xd1342543de82ef95 + 1) {}
    double next()
    {
        double sum = -2.0;
        for (int i = 0; i < 4; ++i) {
            m_state ^= m_state << 13;
            m_state ^= m_state >> 7;
            m_state ^= m_state << 17;
            sum += static_cast<double>(m_state >> 11) * 0x1p-53;
        }
        return sum * std::numbers::sqrt3;
    }

private:
    std::uint64_t m_state;
};

class PumpWaveforms final : public WaveformSource
{
public:
    PumpWaveforms(std::vector<PumpMoment> moments, std::uint64_t seed) : m_moments(std::move(moments)), m_seed(seed)
    {
        for (std::size_t p = 0; p < kPumps; ++p) {
            const std::string pump = std::string("p101") + static_cast<char>('a' + p);
            m_tags.push_back(pump + "_vib");
            m_tags.push_back(pump + "_vib_axial");
        }
    }
    const std::vector<std::string>& tags() const override { return m_tags; }
    std::size_t period() const override { return kRecordPeriod; }
    twin::Waveform at(std::size_t row, std::size_t tag) const override
    {
        const PumpMoment& moment = m_moments[row * kPumps + tag / 2];
        const std::uint64_t record = m_seed * 0x9e3779b97f4a7c15 + row * 16 + tag;
        return {kVibrationRate, pumpVibration(moment, tag % 2 == 0 ? PumpAxis::Radial : PumpAxis::Axial, record)};
    }

private:
    std::vector<PumpMoment> m_moments; ///< row by row
    std::uint64_t m_seed;
    std::vector<std::string> m_tags;
};

std::vector<std::string> columns()
{
    std::vector<std::string> out;
    for (std::size_t p = 0; p < kPumps; ++p) {
        for (const char* quantity : {"speed", "flow", "suction", "discharge", "current", "temperature", "state"})
            out.push_back(std::string("p101") + static_cast<char>('a' + p) + '_' + quantity);
    }
    out.emplace_back("house_flow");
    return out;
}

std::string pumpName(std::size_t pump) { return std::string("P-101") + static_cast<char>('A' + pump); }

std::vector<Run::Mark> eventsOf(const PumpTimeline& timeline)
{
    std::vector<Run::Mark> events;
    for (const FaultCourse& c : timeline.courses) {
        const auto row = static_cast<std::size_t>(std::ceil(end(c)));
        events.push_back({row, pumpName(c.pump) + " stopped for repair, " + pumpName(kStandby) + " started"});
        events.push_back({row + static_cast<std::size_t>(FaultCourse::kRepair), pumpName(c.pump) + " repaired and started, " + pumpName(kStandby) + " stands by"});
    }
    std::stable_sort(events.begin(), events.end(), [](const Run::Mark& a, const Run::Mark& b) { return a.row < b.row; });
    return events;
}

} // namespace

Run makePumpHouse(const PumpTimeline& timeline, std::uint64_t seed, std::string id)
{
    Run run;
    run.id = std::move(id);
    run.generated = true;
    run.origin = "generated by Gemba's pump house model";
    run.columns = columns();
    run.rows = static_cast<std::size_t>(std::ceil(timeline.length));
    run.faultRow = run.rows;
    for (const FaultCourse& c : timeline.courses)
        run.faultRow = std::min(run.faultRow, static_cast<std::size_t>(c.from));
    run.processPeriod = 1.0;
    run.events = eventsOf(timeline);
    run.values.resize(run.rows * run.columns.size());
    std::vector<PumpMoment> moments;
    moments.reserve(run.rows * kPumps);
    std::vector<Pump> pumps;
    for (std::size_t p = 0; p < kPumps; ++p)
        pumps.emplace_back(p);
    for (std::size_t row = 0; row < run.rows; ++row) {
        const auto t = static_cast<double>(row);
        RowNoise noise(seed, row);
        const double demand = 420.0 * (1.0 + 0.12 * std::sin(kTwoPi * t / 1800.0));
        double* out = run.values.data() + row * run.columns.size();
        bool repairing = false;
        for (std::size_t p = 0; p < kStandby; ++p)
            repairing = repairing || underRepair(timeline, p, t);
        for (std::size_t p = 0; p < kPumps; ++p) {
            const bool repaired = underRepair(timeline, p, t);
            const State wanted = p == kStandby ? (repairing ? kRunning : kStandbyState) : repaired ? kMaintenance : kRunning;
            pumps[p].step(wanted, demand / 3.0, severitiesAt(timeline, p, t));
            double errors[kQuantities];
            for (double& e : errors)
                e = noise.next();
            pumps[p].tell(out + p * kQuantities, errors);
            moments.push_back(pumps[p].moment());
        }
        out[kPumps * kQuantities] = demand + noise.next();
    }
    run.waveforms = std::make_shared<const PumpWaveforms>(std::move(moments), seed);
    return run;
}

} // namespace gemba::plant
