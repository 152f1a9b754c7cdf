// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/fleet.h"

#include <algorithm>
#include <numeric>

namespace gemba::plant {

using twin::Error;
using twin::ErrorCode;
using twin::TimeNs;

namespace {

constexpr std::string_view kUnit = "unit", kCycle = "cycle";

/// Where one recorded life lies in the table.
struct Span
{
    std::size_t firstRow = 0, cycles = 0;
};

/// splitmix64 (Steele, Lea, Flood 2014).
std::uint64_t mixed(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

struct Machine
{
    struct Stay ///< of one serial number in its place
    {
        std::size_t life = 0;
        std::size_t firstStep = 0; ///< steps of this place since the beginning
        std::size_t skipped = 0;   ///< cycles it had behind it then
    };
    std::string asset;
    std::size_t phase = 0;         ///< the row of its first step
    std::vector<Stay> stays;       ///< by firstStep
    [[nodiscard]] const Stay& at(std::size_t step) const
    {
        return *std::prev(std::upper_bound(stays.begin(), stays.end(), step,
                                           [](std::size_t s, const Stay& stay) { return s < stay.firstStep; }));
    }
};

class Fleet final : public RowSource
{
public:
    Fleet(const Run& lives, std::vector<Span> spans, std::vector<Machine> machines, std::size_t period)
        : m_lives(lives), m_spans(std::move(spans)), m_machines(std::move(machines)), m_period(period)
    {
        for (std::size_t c = 0; c < lives.columns.size(); ++c) {
            if (lives.columns[c] != kUnit)
                m_measured.push_back(c);
        }
        for (const Machine& m : m_machines)
            m_texts.push_back(m.asset + "_serial");
    }

    [[nodiscard]] std::vector<std::string> columns() const
    {
        std::vector<std::string> out;
        for (const Machine& m : m_machines) {
            for (const std::size_t c : m_measured)
                out.push_back(m.asset + "_" + m_lives.columns[c]);
        }
        return out;
    }

    void fill(std::size_t row, std::span<double> out) const override
    {
        auto to = out.begin();
        for (const Machine& m : m_machines) {
            const std::size_t step = stepAt(m, row);
            const Machine::Stay& stay = m.at(step);
            const auto values = m_lives.row(m_spans[stay.life].firstRow + stay.skipped + (step - stay.firstStep));
            for (const std::size_t c : m_measured)
                *to++ = values[c];
        }
    }

    bool says(std::size_t row, std::size_t column) const override
    {
        const Machine& m = m_machines[column / m_measured.size()];
        return row >= m.phase && (row - m.phase) % m_period == 0;
    }

    const std::vector<std::string>& texts() const override { return m_texts; }

    std::string text(std::size_t row, std::size_t machine) const override
    {
        const Machine& m = m_machines[machine];
        const Machine::Stay& stay = m.at(stepAt(m, row));
        const auto serial = static_cast<std::size_t>(&stay - m.stays.data()) + 1;
        if (serial == 1)
            return {};
        const std::size_t cycles = m_spans[m.stays[serial - 2].life].cycles;
        return "serial " + std::to_string(serial) + " installed; serial " + std::to_string(serial - 1) + " removed after "
               + std::to_string(cycles) + " cycles";
    }

private:
    [[nodiscard]] std::size_t stepAt(const Machine& m, std::size_t row) const
    {
        return row < m.phase ? 0 : (row - m.phase) / m_period;
    }

    Run m_lives;
    std::vector<Span> m_spans;
    std::vector<Machine> m_machines;
    std::size_t m_period;
    std::vector<std::size_t> m_measured; ///< columns of the lives that are said
    std::vector<std::string> m_texts;
};

Error invalid(std::string expected)
{
    return {ErrorCode::RunInvalid, {std::move(expected)}, {}};
}

twin::Result<std::vector<Span>> spansOf(const Run& lives)
{
    const auto at = [&](std::string_view name) {
        return static_cast<std::size_t>(std::find(lives.columns.begin(), lives.columns.end(), name) - lives.columns.begin());
    };
    const std::size_t unit = at(kUnit), cycle = at(kCycle);
    if (unit == lives.columns.size() || cycle == lives.columns.size())
        return invalid("lives with the columns unit and cycle");
    std::vector<Span> out;
    for (std::size_t r = 0; r < lives.rows; ++r) {
        if (r == 0 || lives.row(r)[unit] != lives.row(r - 1)[unit])
            out.push_back({r, 0});
        if (lives.row(r)[cycle] != static_cast<double>(++out.back().cycles))
            return invalid("cycles of a life that count from 1, one a row");
    }
    if (out.empty() || std::any_of(out.begin(), out.end(), [](const Span& s) { return s.cycles < 2; }))
        return invalid("lives of at least two cycles");
    return out;
}

Machine settle(std::string asset, std::size_t number, const std::vector<Span>& spans, std::size_t period, std::uint64_t seed)
{
    Machine m{std::move(asset), number % period, {}};
    const auto draw = [&](std::uint64_t n) { return mixed(mixed(seed) ^ mixed(number * 0x10001 + 1) ^ n); };
    const std::size_t steps = kFleetRows / period + 1;
    for (std::size_t step = 0; step < steps;) {
        const std::size_t life = draw(m.stays.size() + 1) % spans.size();
        const std::size_t skipped = m.stays.empty() ? draw(0) % (spans[life].cycles - 1) : 0;
        m.stays.push_back({life, step, skipped});
        step += spans[life].cycles - skipped;
    }
    return m;
}

} // namespace

twin::Result<Run> makeFleet(const twin::Plant& plant, const Run& lives, std::uint64_t seed)
{
    auto spans = spansOf(lives);
    if (!spans)
        return spans.error();
    std::vector<Machine> machines;
    std::size_t period = 1;
    for (const twin::Asset& asset : plant.assets) {
        const twin::TagId cycle = plant.findTag(asset.id + "_" + std::string(kCycle));
        if (cycle == twin::kNoTag)
            continue;
        if (machines.empty())
            period = std::max<std::size_t>(1, static_cast<std::size_t>(plant.tag(cycle).expectedPeriod / twin::kSecond));
        machines.push_back(settle(asset.id, machines.size(), *spans, period, seed));
    }
    if (machines.empty())
        return Error{ErrorCode::PlantInconsistent, {std::string("assets that count cycles")}, {}};
    auto fleet = std::make_shared<const Fleet>(lives, std::move(*spans), std::move(machines), period);
    Run run;
    run.id = lives.id;
    run.name = lives.name;
    run.origin = lives.origin;
    run.columns = fleet->columns();
    run.rows = run.faultRow = kFleetRows;
    run.processPeriod = 1.0;
    run.source = std::move(fleet);
    return run;
}

} // namespace gemba::plant
