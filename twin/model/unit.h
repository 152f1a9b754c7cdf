// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gemba::twin {

/// What a person may want to see in another unit.
enum class Dimension { Pressure, Temperature, VolumeFlow, MassFlow, Length, Speed, Mass, Power };

/// value in the other unit = value * factor + offset.
struct UnitConversion {
    double factor = 1.0;
    double offset = 0.0;
    [[nodiscard]] bool keeps() const { return factor == 1.0 && offset == 0.0; } ///< changes nothing
    [[nodiscard]] double apply(double value) const { return value * factor + offset; }
};

/// A unit to choose: its UCUM code and how it is printed. Both live as long as the program.
struct DisplayUnit {
    std::string_view ucum;
    std::string_view shown;
};

/// The units there are to choose from, by dimension. Never empty.
[[nodiscard]] std::vector<DisplayUnit> unitsOf(Dimension dimension);

/// The dimension of a UCUM code; nothing for a code that is not in the table. An annotation
/// ("kPa{gauge}") says what is measured and is left out of account, except behind a bare number
/// or percent, where it is the unit.
[[nodiscard]] std::optional<Dimension> dimensionOf(std::string_view ucum);

/// From one UCUM code into another of the same dimension; nothing where one is unknown or the
/// dimensions differ. Exact factors of SI, of the international yard and pound (1959), from
/// Boost.Units.
[[nodiscard]] std::optional<UnitConversion> conversion(std::string_view from, std::string_view to);

/// How a UCUM code of the table is printed, with the annotation of `like`: "bar g" for bar and
/// "kPa{gauge}".
[[nodiscard]] std::string printedUnit(std::string_view ucum, std::string_view like);

} // namespace gemba::twin
