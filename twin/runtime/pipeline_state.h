// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "twin/acquisition/json_telemetry.h"
#include "twin/advisory/limit_watch.h"
#include "twin/health/jury.h"
#include "twin/runtime/asset_scoring.h"
#include "twin/runtime/event_history.h"
#include "twin/runtime/output_ledger.h"
#include "twin/runtime/pipeline.h"
#include "twin/runtime/source_link.h"
#include "twin/runtime/waveform_examiner.h"

namespace gemba::twin {

/// What is inside a Pipeline. It listens to the Sparkplug sessions and the JSON decoder of its
/// links, and walks each sample on: table, limits, scoring, alerts.
struct Pipeline::Private : SessionOutput {
    Private(std::shared_ptr<const Plant> thePlant, AssetScoring theScoring, WaveformExaminer theWaveforms,
            std::string theHash);

    // One record at a time
    void apply(const Record& r, PipelineOutput& out);
    void applyPacket(const Record& r);
    void applyLink(const Record& r, bool up);
    void applyDrop(const Record& r);
    void applyAct(const Record& r);
    void expireTimers();
    void tellTallies(bool everything); ///< of what was rejected, and what came late
    void emitRejected(const RejectionTally::Told& told);
    void emitLate(const LateTally::Told& told);
    void scoreDue();
    struct Told { ///< of an assessment: what is an event when it changes
        OperatingState state;
        Withheld withheld;
        ConditionWord word;
    };
    void noteChanges(AssetId id, const Told& before, const Assessment& now);
    /// `by`: who acknowledged, where that is what happened; after a line break, with what note.
    void passTransitions(std::string_view by = {});
    /// True where it is now the tag's latest.
    bool takeSample(TagId tag, TimeNs source, Quality quality, bool historical, const Value& value);
    /// A waveform, and what is worked out of it.
    void takeWaveform(TagId tag, TimeNs source, Quality quality, bool historical, const Value& value);
    void countSequence(const SequenceStep& step);
    void emit(Event event);
    void emitNode(EventKind kind, const NodeRef& node, std::int64_t number = 0);
    [[nodiscard]] SourceLink& link(SourceId source);
    [[nodiscard]] bool everythingDown() const;
    [[nodiscard]] MetricTarget resolve(const NodeRef& node, std::string_view metric) const;

    // SessionOutput
    void onSample(TagId tag, TimeNs source, Quality quality, bool historical,
                  const Value& value) override;
    void onStale(TagId tag) override;
    void onBirth(const NodeRef& node, TimeNs at) override;
    void onDeath(const NodeRef& node, TimeNs at) override;
    void onGap(const NodeRef& node, std::uint32_t atLeast) override;
    void onLate(const NodeRef& node) override;
    void onDuplicate(const NodeRef& node) override;
    void onSequence(TagId tag, const SequenceStep& step) override;
    void onRebirthWanted(const NodeRef& node) override;
    void onRejected(const Error& error) override;
    void onNonCompliant(const NodeRef& node, NonCompliance what) override;

    std::shared_ptr<const Plant> plant;
    std::string derivedHash;
    // Acquisition
    TagTable table;
    std::vector<std::unique_ptr<SourceLink>> links; ///< by SourceId
    JsonTelemetry json;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, MetricTarget> metrics;
    // Derived
    AssetScoring scoring;
    Jury jury;
    WaveformExaminer waveforms;
    LimitWatch limits;
    AlertBook alerts;
    EventHistory history;
    OutputLedger ledger;
    // Progress: how fast the source's time runs against ours
    TimeNs firstArrival = kNoTime, firstSource = kNoTime;
    TimeNs lastArrival = kNoTime, lastSource = kNoTime;

    std::uint64_t seq = 0;
    TimeNs now = kNoTime;
    // Only while a record is applied
    SourceLink* current = nullptr;
    SourceId currentId{};
    PipelineOutput* output = nullptr;
};

} // namespace gemba::twin
