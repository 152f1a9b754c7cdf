// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "twin/model/ids.h"
#include "twin/model/local_text.h"
#include "twin/model/time.h"
#include "twin/model/value.h"

namespace gemba::twin {

struct Interval {
    double low = 0.0;
    double high = 0.0;
};

/// One-sided limits of a tag, in its unit; absent sides do not exist. From the inside out:
/// edge of normal, alert limit, trip limit. A side without an alert limit never deducts: its edge
/// of normal only draws a band.
struct SideLimits {
    std::optional<double> normal; ///< edge of the normal band
    std::optional<double> alert;  ///< published operating limit: the DCS alarms here
    std::optional<double> trip;   ///< published shutdown limit
};

struct Limits {
    SideLimits low;
    SideLimits high;
    std::string owner; ///< who answers for these numbers
};

/// Where a tag's value is found.
struct SparkplugBinding {
    std::string group, node, device, metric; ///< device empty: a metric of the node itself
    bool operator==(const SparkplugBinding&) const = default;
};
struct JsonBinding {
    std::string topic;          ///< exact topic
    std::string valuePointer;   ///< JSON pointer to the value; empty: the payload is the value
    std::string timePointer;    ///< JSON pointer to the source time (ISO 8601 or ms); empty: none
    std::string sequencePointer; ///< JSON pointer to a 64-bit sequence; empty: none
};
/// What is worked out here each time a waveform arrives.
enum class WaveformFeature : std::uint8_t {
    Velocity,    ///< RMS in mm/s, in the band of the asset's machine class
    Crest,       ///< crest factor
    Kurtosis,
    BearingLine, ///< dB by which the line of the damaged part of the bearing stands out; 0: none does
    Damage,      ///< text: the damaged part of the bearing; empty: none
    Health,      ///< 1, and falling since the onset of degradation
};
struct FeatureBinding {
    TagId waveform = kNoTag; ///< of an asset with VibrationSetup
    WaveformFeature feature{};
};
using Binding = std::variant<SparkplugBinding, JsonBinding, FeatureBinding>;

enum class TagRole : std::uint8_t {
    Measurement,
    Setting,  ///< a manipulated variable, e.g. a valve position
    State,    ///< read by operating-state rules
    Event,    ///< every change of its text is a plant event
    /// 64-bit counter in every message of one device, node or topic: each data message counts up
    /// by one, so what is missing was lost; a birth repeats the last number. A source that was
    /// started anew begins at 1.
    Sequence,
    Waveform, ///< stretches of Tag::rateHz of signal
};

struct Tag {
    std::string id;     ///< unique in the plant, e.g. "xmeas_07"
    std::string number; ///< as on the drawing, e.g. "XMEAS(7)"
    LocalText name;
    LocalText shortName; ///< for an overview, read from far away; the name where empty
    std::string unit; ///< UCUM
    std::string shownUnit; ///< as printed; unit where empty
    TagRole role = TagRole::Measurement;
    AssetId asset = kNoAsset;
    Interval range; ///< of the instrument
    Limits limits;
    int decimals = 2;
    TimeNs expectedPeriod = kSecond; ///< in arrival time at speed 1; 0: none is expected
    std::vector<Binding> bindings;   ///< the first that speaks wins; usually Sparkplug and JSON
    bool onOverview = false;
    double rateHz = 0.0; ///< waveforms: values per second
    TagId setpoint = kNoTag; ///< the tag that says where a controller wants this one
    TagId sameAs = kNoTag;   ///< another instrument for the same quantity, in the same unit
    double agreesWithin = 0.0; ///< how far the two may differ; > 0 where there is another
};

} // namespace gemba::twin
