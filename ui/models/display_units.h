// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QString>

#include "twin/model/plant.h"
#include "twin/model/unit.h"

namespace gemba::ui {

class Settings;
struct SettingEntry;

/// How the values of a tag are shown.
struct ShownUnit
{
    twin::UnitConversion conversion; ///< from the stored value
    [[nodiscard]] twin::Interval of(const twin::Interval& stored) const;
    [[nodiscard]] twin::Limits of(const twin::Limits& stored) const;
    QString text;                    ///< as printed
    int decimals = 0;                ///< so that no digit is gained or lost
};

/// In which units a person wants to see values, by dimension; without a choice as in the plant
/// description. Stored values never change. A value.
class DisplayUnits
{
public:
    DisplayUnits() = default;
    explicit DisplayUnits(const Settings& settings);
    void choose(twin::Dimension dimension, const std::string& ucum) { m_chosen[dimension] = ucum; }
    [[nodiscard]] ShownUnit of(const twin::Tag& tag) const;
    bool operator==(const DisplayUnits&) const = default;

    /// The rows of the settings table: one a dimension, "units/pressure" and so on.
    [[nodiscard]] static std::vector<SettingEntry> settings();
    [[nodiscard]] static bool concerns(const QString& settingKey);

private:
    std::map<twin::Dimension, std::string> m_chosen; ///< UCUM
};

} // namespace gemba::ui
