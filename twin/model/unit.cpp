// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/unit.h"

#include <algorithm>

#include <boost/units/base_units/imperial/foot.hpp>
#include <boost/units/base_units/imperial/inch.hpp>
#include <boost/units/base_units/imperial/pound.hpp>
#include <boost/units/base_units/metric/bar.hpp>
#include <boost/units/base_units/metric/hour.hpp>
#include <boost/units/base_units/metric/liter.hpp>
#include <boost/units/base_units/metric/minute.hpp>
#include <boost/units/base_units/metric/ton.hpp>
#include <boost/units/base_units/us/pound_force.hpp>
#include <boost/units/systems/si.hpp>

namespace gemba::twin {
namespace {

namespace bu = boost::units;
namespace si = boost::units::si;

template <class Base, class Si>
double in(const Si&)
{
    return bu::conversion_factor(typename Base::unit_type(), Si());
}

struct Row {
    Dimension dimension;
    DisplayUnit unit;
    UnitConversion toSi;
};

/// In the order in which they are offered.
const std::vector<Row>& table()
{
    using enum Dimension;
    static const double kHour = in<bu::metric::hour_base_unit>(si::second);
    static const double kMinute = in<bu::metric::minute_base_unit>(si::second);
    static const double kInch = in<bu::imperial::inch_base_unit>(si::metre);
    static const double kFoot = in<bu::imperial::foot_base_unit>(si::metre);
    static const double kPound = in<bu::imperial::pound_base_unit>(si::kilogram);
    static const double kTonne = in<bu::metric::ton_base_unit>(si::kilogram);
    static const double kLitre = in<bu::metric::liter_base_unit>(si::volume());
    static const double kGallon = 231.0 * kInch * kInch * kInch; // exact; Boost's is rounded
    static const double kBar = in<bu::metric::bar_base_unit>(si::pascal);
    static const double kPoundForce = in<bu::us::pound_force_base_unit>(si::newton);
    static const std::vector<Row> kTable{
        {Pressure, {"kPa", "kPa"}, {1e3}},
        {Pressure, {"bar", "bar"}, {kBar}},
        {Pressure, {"mbar", "mbar"}, {kBar / 1e3}},
        {Pressure, {"MPa", "MPa"}, {1e6}},
        {Pressure, {"Pa", "Pa"}, {1.0}},
        {Pressure, {"[psi]", "psi"}, {kPoundForce / (kInch * kInch)}},
        {Temperature, {"Cel", "°C"}, {1.0, 273.15}},
        {Temperature, {"[degF]", "°F"}, {5.0 / 9.0, 459.67 * 5.0 / 9.0}},
        {Temperature, {"K", "K"}, {1.0}},
        {VolumeFlow, {"m3/h", "m³/h"}, {1.0 / kHour}},
        {VolumeFlow, {"L/min", "l/min"}, {kLitre / kMinute}},
        {VolumeFlow, {"L/s", "l/s"}, {kLitre}},
        {VolumeFlow, {"m3/s", "m³/s"}, {1.0}},
        {VolumeFlow, {"[gal_us]/min", "gal/min"}, {kGallon / kMinute}},
        {MassFlow, {"kg/h", "kg/h"}, {1.0 / kHour}},
        {MassFlow, {"t/h", "t/h"}, {kTonne / kHour}},
        {MassFlow, {"kg/s", "kg/s"}, {1.0}},
        {MassFlow, {"[lb_av]/h", "lb/h"}, {kPound / kHour}},
        {Length, {"m", "m"}, {1.0}},
        {Length, {"mm", "mm"}, {1e-3}},
        {Length, {"um", "µm"}, {1e-6}},
        {Length, {"[in_i]", "in"}, {kInch}},
        {Length, {"[ft_i]", "ft"}, {kFoot}},
        {Speed, {"mm/s", "mm/s"}, {1e-3}},
        {Speed, {"m/s", "m/s"}, {1.0}},
        {Speed, {"[in_i]/s", "in/s"}, {kInch}},
        {Mass, {"kg", "kg"}, {1.0}},
        {Mass, {"t", "t"}, {kTonne}},
        {Mass, {"[lb_av]", "lb"}, {kPound}},
        {Power, {"kW", "kW"}, {1e3}},
        {Power, {"MW", "MW"}, {1e6}},
        {Power, {"W", "W"}, {1.0}},
        {Power, {"[HP]", "hp"}, {550.0 * kFoot * kPoundForce}},
    };
    return kTable;
}

std::string_view bare(std::string_view ucum)
{
    return ucum.substr(0, ucum.find('{'));
}

const Row* find(std::string_view ucum)
{
    const auto& rows = table();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const Row& r) { return r.unit.ucum == bare(ucum); });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

std::vector<DisplayUnit> unitsOf(Dimension dimension)
{
    std::vector<DisplayUnit> out;
    for (const Row& r : table()) {
        if (r.dimension == dimension)
            out.push_back(r.unit);
    }
    return out;
}

std::optional<Dimension> dimensionOf(std::string_view ucum)
{
    const Row* row = find(ucum);
    return row ? std::optional(row->dimension) : std::nullopt;
}

std::optional<UnitConversion> conversion(std::string_view from, std::string_view to)
{
    const Row* a = find(from);
    const Row* b = find(to);
    if (!a || !b || a->dimension != b->dimension)
        return std::nullopt;
    if (a == b)
        return UnitConversion{};
    return UnitConversion{a->toSi.factor / b->toSi.factor,
                          (a->toSi.offset - b->toSi.offset) / b->toSi.factor};
}

std::string printedUnit(std::string_view ucum, std::string_view like)
{
    const Row* row = find(ucum);
    std::string out(row ? row->unit.shown : ucum);
    const std::size_t open = like.find('{');
    const std::size_t close = like.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos)
        return out;
    const std::string_view note = like.substr(open + 1, close - open - 1);
    return out.append(" ").append(note == "gauge" ? "g" : note == "absolute" ? "a" : note);
}

} // namespace gemba::twin
