// SPDX-License-Identifier: GPL-3.0-or-later
// What the decoders and Sparkplug sessions tell the pipeline.
#include <algorithm>

#include "twin/runtime/pipeline_state.h"

namespace gemba::twin {

void Pipeline::Private::onSample(TagId tag, TimeNs source, Quality quality, bool historical,
                                 const Value& value)
{
    if (plant->tag(tag).role == TagRole::Waveform)
        takeWaveform(tag, source, quality, historical, value);
    else
        takeSample(tag, source, quality, historical, value);
}

void Pipeline::Private::onStale(TagId tag)
{
    table.markOffline(tag);
}

void Pipeline::Private::onBirth(const NodeRef& node, TimeNs at)
{
    current->setNode(node, true, at);
    emitNode(node.device.empty() ? EventKind::NodeBirth : EventKind::DeviceBirth, node);
}

void Pipeline::Private::onDeath(const NodeRef& node, TimeNs at)
{
    current->setNode(node, false, at);
    emitNode(node.device.empty() ? EventKind::NodeDeath : EventKind::DeviceDeath, node);
}

void Pipeline::Private::onGap(const NodeRef& node, std::uint32_t atLeast)
{
    current->state.counters.gapAtLeast += atLeast;
    emitNode(EventKind::SequenceGap, node, atLeast);
}

void Pipeline::Private::onLate(const NodeRef&)
{
    SourceCounters& c = current->state.counters;
    c.gapAtLeast -= std::min<std::uint64_t>(c.gapAtLeast, 1);
}

void Pipeline::Private::onDuplicate(const NodeRef&)
{
    ++current->state.counters.duplicates;
}

void Pipeline::Private::countSequence(const SequenceStep& step)
{
    SourceCounters& c = current->state.counters;
    c.gapExact += step.lost;
    if (step.recovered)
        c.gapExact -= std::min<std::uint64_t>(c.gapExact, 1);
    if (step.duplicate)
        ++c.duplicates;
}

void Pipeline::Private::onSequence(TagId, const SequenceStep& step)
{
    countSequence(step);
}

void Pipeline::Private::onRebirthWanted(const NodeRef& node)
{
    if (current->state.host)
        emitNode(EventKind::RebirthAsked, node);
    output->onRebirthWanted(currentId, std::string(node.group), std::string(node.node));
}

void Pipeline::Private::onRejected(const Error& error)
{
    ++current->state.counters.rejected;
    output->onRejected(currentId, error);
    if (const auto told = current->rejections.add(rejectionOf(error.code), error.place.topic, now))
        emitRejected(*told);
}

void Pipeline::Private::onNonCompliant(const NodeRef& node, NonCompliance what)
{
    current->setNonCompliant(node);
    emitNode(EventKind::NonCompliant, node, static_cast<int>(what));
}

} // namespace gemba::twin
