// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "twin/model/assessment.h"
#include "twin/model/event.h"
#include "twin/model/package.h"
#include "twin/model/record.h"
#include "twin/model/sample.h"
#include "twin/model/snapshot.h"
#include "twin/runtime/digest.h"

namespace gemba::twin {

/// What comes out of the pipeline while a record is applied. Called on the thread of apply(), in a
/// fixed order; implementations must not call back. None of it is needed to go on.
class PipelineOutput
{
public:
    virtual ~PipelineOutput() = default;
    virtual void onSample(const Sample&) {}
    virtual void onAssessment(AssetId, const Assessment&) {}
    virtual void onEvent(const Event&) {}
    /// A node has to be asked for its births. Live and as host: send NCMD. Elsewhere: nothing.
    virtual void onRebirthWanted(SourceId, const std::string& /*group*/, const std::string& /*node*/) {}
    virtual void onRejected(SourceId, const Error&) {}
};

/// The state of a pipeline between two records, in two parts with different promises.
struct PipelineState {
    Bytes acquisition; ///< births, aliases, last values, links: versioned, always readable
    Bytes derived;     ///< windows, hysteresis, alerts: bound to derivedHash()
};

/// The one pipeline (law 1): state + apply(record). Live, replay, what-if, headless and tests run
/// this same code over the same input log. It reads no clock, file or socket; every timer expires
/// on the times in the log. Not thread-safe; one thread at a time.
class Pipeline
{
public:
    /// Errors: those of the plant description and of its models, with file and place.
    [[nodiscard]] static Result<std::unique_ptr<Pipeline>> create(const PlantPackage& package);
    ~Pipeline();

    /// Applies one record. Never fails: what cannot be understood is counted as rejected.
    void apply(const Record& record, PipelineOutput& output);

    /// SHA-256 over the canonical outputs since the last call.
    [[nodiscard]] Sha256 takeIntervalDigest();

    [[nodiscard]] PipelineState state() const;
    /// Goes back to a state. Without its derived part (empty, or of another derivedHash) scores are
    /// withheld as baselining until the longest window has passed. at: log time of the state.
    [[nodiscard]] Result<void> restore(const PipelineState& state, TimeNs at);
    /// Plant, models and code that the derived part belongs to.
    [[nodiscard]] const std::string& derivedHash() const;

    /// Everything a panel can show now. epoch is passed through.
    [[nodiscard]] SnapshotPtr snapshot(std::uint64_t epoch = 0) const;
    [[nodiscard]] const std::shared_ptr<const Plant>& plant() const;

private:
    struct Private;
    explicit Pipeline(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace gemba::twin
