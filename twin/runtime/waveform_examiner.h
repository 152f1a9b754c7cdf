// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "twin/detection/onset_watch.h"
#include "twin/health/vibration_health.h"
#include "twin/model/bytes.h"
#include "twin/model/package.h"

namespace gemba::twin {

/// Works out of each waveform what the plant's tags ask of it: tags with a FeatureBinding. Part of the
/// pipeline's derived state: onsets and damage that has been seen but not yet told.
class WaveformExaminer
{
public:
    /// A damaged part is told once so many records in a row say the same.
    static constexpr std::uint32_t kSure = 2;
    /// Longer waveforms are cut to this.
    static constexpr std::size_t kMostValues = std::size_t{1} << 18;

    /// Reads zones and bearings of the package. Errors: PlantUnknownReference for a file or a machine
    /// class that is not there, and those of the files, with their names.
    [[nodiscard]] static Result<WaveformExaminer> create(const Plant& plant, const PlantPackage& package);

    /// What the zones say of tags that name no limits of their own, and the bearings of their machines:
    /// for the plant, before it is used.
    void completeLimits(Plant& plant) const;

    struct Derived {
        TagId tag = kNoTag;
        Value value; ///< null: cannot be said of this record
    };
    /// waveform: finite values at the tag's rate. speed: turns per minute, NaN or 0: not known. The
    /// result holds until the next call; empty where nothing is asked of this tag.
    [[nodiscard]] const std::vector<Derived>& examine(TagId tag, const Waveform& waveform, double speed);

    [[nodiscard]] TagId speedOf(TagId waveform) const; ///< kNoTag: none

    [[nodiscard]] bool asksAnything() const { return !m_inputs.empty(); } ///< there is state to keep
    void save(ByteWriter& out) const;
    [[nodiscard]] bool load(ByteReader& in); ///< false: cannot have been saved; then as after reset()
    void reset();

private:
    struct Asked {
        TagId tag = kNoTag;
        WaveformFeature feature{};
    };
    struct Input { ///< one waveform tag
        TagId tag = kNoTag;
        TagId speed = kNoTag;
        double rate = 0.0;
        double scale = 1.0; ///< of its unit, in m/s^2
        std::string zonesName;
        std::shared_ptr<const VibrationZones> zones;
        const MachineClass* machine = nullptr; ///< of zones
        std::optional<Bearing> bearing;
        std::vector<Asked> asked;
        std::unique_ptr<VibrationHealth> health; ///< for records of the last length
        // Derived state
        OnsetWatch onset;
        BearingVerdict told = BearingVerdict::None, seen = BearingVerdict::None;
        std::uint32_t seenFor = 0; ///< records in a row
        double bearingHealth = 1.0; ///< by the bearing's line of the latest record
        double toldHealth = 1.0;    ///< the better of the last two records with damage; 1: none is told
    };
    using Tables = std::map<std::string, std::shared_ptr<const VibrationZones>>; ///< by blob name
    [[nodiscard]] static Result<Input> inputOf(const Plant& plant, TagId id, const PlantPackage& package, Tables& tables);
    static bool before(const Input& input, TagId tag);
    [[nodiscard]] Input* find(TagId tag);
    void watchDamage(Input& input, const VibrationReport& report);
    [[nodiscard]] static Value valueOf(const Input& input, WaveformFeature feature, const VibrationReport& report);

    std::vector<Input> m_inputs; ///< by tag
    std::vector<float> m_scaled;
    std::vector<Derived> m_derived;
};

} // namespace gemba::twin
