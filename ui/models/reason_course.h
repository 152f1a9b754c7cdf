// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include <QString>

#include "twin/model/assessment.h"

namespace gemba::ui {

/// Why a machine stood where it stood, at one instant.
struct ReasonsAt
{
    twin::TimeNs at = twin::kNoTime; ///< log time
    bool scored = false;             ///< false: no figure, and no reasons either
    twin::MilliPoints score = 0;
    std::vector<twin::Deduction> deductions; ///< as assessed; more than 100 points in all is possible
    bool operator==(const ReasonsAt&) const = default;
};

struct ReasonCourse
{
    std::vector<ReasonsAt> instants; ///< increasing; only what is recorded
    QString problem;                 ///< why there is none, as a sentence; usually empty
};

/// What makes two deductions at different times the same reason.
struct ReasonKey
{
    twin::DeductionKind kind = twin::DeductionKind::Indicator;
    twin::TagId tag = twin::kNoTag;
    twin::Side side = twin::Side::None;
    auto operator<=>(const ReasonKey&) const = default;
};
[[nodiscard]] inline ReasonKey keyOf(const twin::Deduction& d)
{
    return {d.kind, d.tag, d.side};
}

[[nodiscard]] ReasonsAt reasonsAt(const twin::Assessment& assessment, twin::TimeNs at);
/// What is known of t: the last instant up to then. Null: nothing.
[[nodiscard]] const ReasonsAt* reasonsKnownAt(const std::vector<ReasonsAt>& instants, twin::TimeNs t);

/// One reason over time, or what the smaller ones take off together.
struct ReasonLayer
{
    std::optional<twin::Deduction> reason;  ///< as it was last; none: the other reasons
    int others = 0;                         ///< how many those are
    std::vector<twin::MilliPoints> points;  ///< an entry an instant
};

/// The `most` reasons that took most off at any one of the instants, largest first, then the others
/// in one layer. At every instant the layers add up to all deductions.
[[nodiscard]] std::vector<ReasonLayer> reasonLayers(const std::vector<ReasonsAt>& instants,
                                                    std::size_t most);

/// How much a reason took off then, and now.
struct ReasonChange
{
    twin::Deduction reason; ///< as it is now; of one that has gone, as it was
    twin::MilliPoints then = 0, now = 0;
    [[nodiscard]] twin::MilliPoints difference() const { return now - then; }
    [[nodiscard]] auto key() const { return std::tuple(reason.kind, reason.tag, reason.side); }
    bool operator==(const ReasonChange&) const = default;
};

/// Every reason there was then or is now and that has changed by a tenth of a point or more, the
/// largest difference first. Empty where one of both has no figure.
[[nodiscard]] std::vector<ReasonChange> reasonChanges(const ReasonsAt& then, const ReasonsAt& now);

} // namespace gemba::ui
