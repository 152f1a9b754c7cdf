// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/node_layout.h"

#include <algorithm>
#include <map>

#include "app/gemba-plant/node_speaker.h"

namespace gemba::plant {

using twin::Error;
using twin::ErrorCode;

namespace {

Bundle& bundleOf(NodeLayout& layout, const std::string& device, const std::string& topic)
{
    for (Bundle& b : layout.bundles) {
        if (b.device == device && b.topic == topic)
            return b;
    }
    layout.bundles.push_back({device, topic, {}, {}, {}});
    return layout.bundles.back();
}

Field::Kind kindOf(twin::TagRole role)
{
    switch (role) {
    case twin::TagRole::State:
        return Field::Kind::State;
    case twin::TagRole::Event:
        return Field::Kind::Event;
    case twin::TagRole::Sequence:
        return Field::Kind::Sequence;
    case twin::TagRole::Waveform:
        return Field::Kind::Waveform;
    case twin::TagRole::Measurement:
    case twin::TagRole::Setting:
        break;
    }
    return Field::Kind::Column;
}

bool addSparkplug(NodeLayout& layout, const twin::SparkplugBinding& b, Field field)
{
    if (layout.group.empty()) {
        layout.group = b.group;
        layout.node = b.node;
    }
    field.name = b.metric;
    bundleOf(layout, b.device, {}).fields.push_back(std::move(field));
    return b.group == layout.group && b.node == layout.node;
}

void addJson(NodeLayout& layout, const twin::JsonBinding& b, Field field)
{
    field.name = b.valuePointer;
    Bundle& bundle = bundleOf(layout, {}, b.topic);
    if (bundle.timePointer.empty())
        bundle.timePointer = b.timePointer;
    if (bundle.sequencePointer.empty())
        bundle.sequencePointer = b.sequencePointer;
    bundle.fields.push_back(std::move(field));
}

void renameCopy(NodeLayout& layout, unsigned copy)
{
    const std::string suffix = "-" + std::to_string(copy);
    layout.group += suffix;
    for (Bundle& b : layout.bundles)
        b.topic.insert(std::min(b.topic.find('/'), b.topic.size()), b.topic.empty() ? "" : suffix);
}

Error error(ErrorCode code, std::vector<twin::ErrorArg> args)
{
    return {code, std::move(args), {}};
}

} // namespace

twin::Result<NodeLayout> makeLayout(const twin::Plant& plant,
                                    const std::vector<std::string>& columns, Format format,
                                    unsigned copy, const std::vector<std::string>& waveforms,
                                    const std::vector<std::string>& texts)
{
    std::map<std::string, Field, std::less<>> recorded;
    for (const auto& [ids, kind] : {std::pair{&columns, Field::Kind::Column}, {&waveforms, Field::Kind::Waveform}, {&texts, Field::Kind::Text}}) {
        for (std::size_t c = 0; c < ids->size(); ++c) {
            recorded.emplace((*ids)[c], Field{kind, c, {}});
            if (plant.findTag((*ids)[c]) == twin::kNoTag)
                return error(ErrorCode::PlantUnknownReference, {std::string("tag"), (*ids)[c]});
        }
    }
    NodeLayout layout;
    if (format == Format::Sparkplug)
        layout.bundles.emplace_back();
    bool oneNode = true;
    for (const twin::Tag& tag : plant.tags) {
        Field field{kindOf(tag.role), 0, {}};
        if (const auto it = recorded.find(tag.id); it != recorded.end())
            field = it->second;
        else if (field.kind == Field::Kind::Column || field.kind == Field::Kind::Waveform)
            continue; // the plant knows more than this run recorded
        for (const twin::Binding& binding : tag.bindings) {
            if (const auto* s = std::get_if<twin::SparkplugBinding>(&binding);
                s && format == Format::Sparkplug)
                oneNode = addSparkplug(layout, *s, field) && oneNode;
            else if (const auto* j = std::get_if<twin::JsonBinding>(&binding);
                     j && format == Format::Json)
                addJson(layout, *j, field);
        }
    }
    if (!oneNode)
        return error(ErrorCode::PlantInconsistent, {std::string("one Sparkplug node")});
    if (layout.bundles.empty() || (format == Format::Sparkplug && layout.group.empty()))
        return error(ErrorCode::PlantInconsistent, {std::string("a binding of this format")});
    if (copy > 1)
        renameCopy(layout, copy);
    return layout;
}

bool hasNews(const Bundle& bundle, const Frame& frame)
{
    bool columns = false;
    for (const Field& f : bundle.fields) {
        if (f.kind == Field::Kind::Column && frame.says(f.column))
            return true;
        columns = columns || f.kind == Field::Kind::Column;
    }
    return !columns && (!bundle.onlyWaveforms() || frame.bringsWaveforms());
}

} // namespace gemba::plant
