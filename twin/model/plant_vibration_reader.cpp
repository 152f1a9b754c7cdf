// SPDX-License-Identifier: GPL-3.0-or-later
// Waveforms, what is worked out of them, and how an asset's vibration is judged.
#include "twin/model/plant_reader.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

constexpr std::array<std::pair<std::string_view, WaveformFeature>, 6> kFeatures{
    {{"velocity", WaveformFeature::Velocity},
     {"crest", WaveformFeature::Crest},
     {"kurtosis", WaveformFeature::Kurtosis},
     {"bearingLine", WaveformFeature::BearingLine},
     {"damage", WaveformFeature::Damage},
     {"health", WaveformFeature::Health}}};

} // namespace

void PlantReader::readWaveform(const json& t, Tag& tag, const Parts& path)
{
    if (tag.role != TagRole::Waveform)
        return inconsistent("a rate only for the role waveform", below(path, {"rate"}));
    tag.rateHz = t.value("rate", 0.0);
    if (!(tag.rateHz > 0.0))
        inconsistent("the waveform's rate", below(path, {"rate"}));
    if (t.contains("limits")) // they hold for what is worked out of it
        inconsistent("no limits for a waveform", below(path, {"limits"}));
}

FeatureBinding PlantReader::readFeature(const json& feature, const Parts& path)
{
    FeatureBinding out;
    out.feature = fromWord(kFeatures, textOf(feature, "of"));
    const std::string id = textOf(feature, "waveform");
    const Parts place = below(path, {"waveform"});
    if (!known(m_tags, "tag", id, place))
        return out;
    out.waveform = TagId{m_tags.at(id)};
    const json& waveform = m_doc.at("tags")[m_tags.at(id)];
    const auto asset = m_assets.find(textOf(waveform, "asset"));
    if (textOf(waveform, "role") != "waveform")
        inconsistent("a tag with the role waveform", place);
    else if (asset == m_assets.end() || !m_doc.at("assets")[asset->second].contains("vibration"))
        inconsistent("a waveform of an asset with vibration", place);
    else if (const std::string unit = textOf(waveform, "unit"); unit != "m/s2" && unit != "[g]")
        inconsistent("a waveform of acceleration, in m/s2 or [g]", place);
    return out;
}

void PlantReader::readVibration(const json& vibration, Asset& asset, const Parts& path)
{
    VibrationSetup& setup = asset.vibration.emplace();
    setup.zonesName = textOf(vibration, "zones");
    setup.machineClass = textOf(vibration, "machineClass");
    setup.bearingName = textOf(vibration, "bearing");
    const std::string speed = textOf(vibration, "speed");
    if (known(m_tags, "tag", speed, below(path, {"speed"})))
        setup.speed = TagId{m_tags.at(speed)};
}

} // namespace gemba::twin
