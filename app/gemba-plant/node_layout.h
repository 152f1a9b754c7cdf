// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "twin/model/plant.h"
#include "twin/model/result.h"

namespace gemba::plant {

enum class Format : std::uint8_t { Sparkplug, Json };

/// What stands behind one value of a message.
struct Field
{
    enum class Kind : std::uint8_t { Column, State, Event, Sequence, Waveform, Text };
    Kind kind = Kind::Column;
    std::size_t column = 0; ///< Column: position in the run; Waveform, Text: among its source's tags
    std::string name;       ///< metric name, or JSON pointer of the value
};

/// What is sent together: the metrics of a device (of the node itself: device empty), or one topic.
struct Bundle
{
    std::string device;
    std::string topic;                        ///< JSON only
    std::string timePointer, sequencePointer; ///< JSON only; empty: none
    std::vector<Field> fields;
    [[nodiscard]] bool onlyWaveforms() const
    {
        return !fields.empty() && std::all_of(fields.begin(), fields.end(),
                                              [](const Field& f) { return f.kind == Field::Kind::Waveform; });
    }
};

struct NodeLayout
{
    std::string group, node;     ///< Sparkplug only
    std::vector<Bundle> bundles; ///< Sparkplug: the node itself first, also when it has no fields
};

/// Which messages a plant sends, read from the bindings of its tags, so that one description serves
/// sender and receiver. columns: tag ids in the order of a run's values; waveforms: those of its
/// source; texts: those with texts of their own. copy 1 is the plant itself; copy n adds "-n" to the group, or to the first level of the
/// topics.
/// Errors: PlantUnknownReference for a column that is no tag, PlantInconsistent where there is no
/// binding of this format, or bindings of more than one Sparkplug node.
[[nodiscard]] twin::Result<NodeLayout> makeLayout(const twin::Plant& plant,
                                                  const std::vector<std::string>& columns,
                                                  Format format, unsigned copy = 1,
                                                  const std::vector<std::string>& waveforms = {},
                                                  const std::vector<std::string>& texts = {});

} // namespace gemba::plant
