// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/display_units.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>

#include "ui/models/settings.h"

namespace gemba::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::DisplayUnits)
};

struct Row
{
    twin::Dimension dimension;
    const char* key;
    QString title;
};

std::array<Row, 8> rows()
{
    using enum twin::Dimension;
    return {{{Pressure, "units/pressure", Text::tr("Unit of pressures")},
             {Temperature, "units/temperature", Text::tr("Unit of temperatures")},
             {VolumeFlow, "units/volume-flow", Text::tr("Unit of volume flows")},
             {MassFlow, "units/mass-flow", Text::tr("Unit of mass flows")},
             {Length, "units/length", Text::tr("Unit of lengths")},
             {Speed, "units/speed", Text::tr("Unit of speeds and vibration")},
             {Mass, "units/mass", Text::tr("Unit of masses")},
             {Power, "units/power", Text::tr("Unit of powers")}}};
}

QString text(std::string_view s)
{
    return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

} // namespace

DisplayUnits::DisplayUnits(const Settings& settings)
{
    for (const Row& row : rows()) {
        const QString ucum = settings.text(QLatin1String(row.key));
        if (!ucum.isEmpty())
            m_chosen[row.dimension] = ucum.toStdString();
    }
}

twin::Interval ShownUnit::of(const twin::Interval& stored) const
{
    return {conversion.apply(stored.low), conversion.apply(stored.high)};
}

twin::Limits ShownUnit::of(const twin::Limits& stored) const
{
    const auto side = [this](const twin::SideLimits& s) {
        const auto there = [this](const std::optional<double>& v) {
            return v ? std::optional(conversion.apply(*v)) : std::nullopt;
        };
        return twin::SideLimits{there(s.normal), there(s.alert), there(s.trip)};
    };
    return {side(stored.low), side(stored.high), stored.owner};
}

ShownUnit DisplayUnits::of(const twin::Tag& tag) const
{
    const std::string& printed = tag.shownUnit.empty() ? tag.unit : tag.shownUnit;
    const ShownUnit stored{{}, printed == "1" ? QString() : text(printed), tag.decimals}; // a bare number has none
    const auto dimension = m_chosen.empty() ? std::nullopt : twin::dimensionOf(tag.unit);
    const auto chosen = dimension ? m_chosen.find(*dimension) : m_chosen.end();
    if (chosen == m_chosen.end())
        return stored;
    const auto conversion = twin::conversion(tag.unit, chosen->second);
    if (!conversion || conversion->keeps())
        return stored;
    const int shift = static_cast<int>(std::lround(-std::log10(conversion->factor)));
    return {*conversion, text(twin::printedUnit(chosen->second, tag.unit)),
            std::clamp(tag.decimals + shift, 0, 9)};
}

std::vector<SettingEntry> DisplayUnits::settings()
{
    std::vector<SettingEntry> out;
    for (const Row& row : rows()) {
        SettingEntry e{QLatin1String(row.key), QString(), row.title,
                       Text::tr("Only what is shown changes; what is stored stays as it is."),
                       {QString()}, {Text::tr("as in the plant")}};
        for (const twin::DisplayUnit& u : twin::unitsOf(row.dimension)) {
            e.choices += text(u.ucum);
            e.choiceTitles += text(u.shown);
        }
        out.push_back(std::move(e));
    }
    return out;
}

bool DisplayUnits::concerns(const QString& key)
{
    return key.startsWith(QLatin1String("units/"));
}

} // namespace gemba::ui
