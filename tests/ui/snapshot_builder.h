// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/snapshot.h"

namespace gemba::ui::test {

inline constexpr twin::TimeNs kNoon = 1'795'003'662 * twin::kSecond; ///< a fixed instant in 2026

/// The demo plant as it is shipped.
std::shared_ptr<const twin::Plant> eastman();
/// A plant with hostile names: markup, right to left, emoji, 300 characters.
std::shared_ptr<const twin::Plant> oddNames();

/// Builds snapshots by hand: every tag at the middle of its normal band, every machine Normal,
/// until told otherwise.
class SnapshotBuilder
{
public:
    explicit SnapshotBuilder(std::shared_ptr<const twin::Plant> plant, twin::TimeNs at = kNoon);

    SnapshotBuilder& value(const std::string& tag, double value);
    SnapshotBuilder& stale(const std::string& tag, twin::TimeNs age);
    SnapshotBuilder& silent(const std::string& tag);
    SnapshotBuilder& allSilent();
    /// Score by deductions: 100 minus their sum; the word follows from the score.
    SnapshotBuilder& deduct(const std::string& asset, std::vector<twin::Deduction> deductions);
    SnapshotBuilder& withhold(const std::string& asset, twin::Withheld why,
                              twin::OperatingState state);
    SnapshotBuilder& actBefore(const std::string& asset, twin::TimeNs in, const std::string& tag,
                               double limit);
    SnapshotBuilder& alert(std::uint64_t id, const std::string& asset, int priority,
                           twin::AlertState state, const std::string& tag = {});
    SnapshotBuilder& dcsAlarm(std::uint64_t id, const std::string& tag, bool trip);
    SnapshotBuilder& source(const std::string& address, bool up);

    [[nodiscard]] twin::Deduction deduction(twin::DeductionKind kind, const std::string& tag,
                                            twin::Side side, twin::MilliPoints points,
                                            double limit = 0) const;
    [[nodiscard]] twin::AssetId asset(const std::string& id) const
    {
        return snapshot.plant->findAsset(id);
    }
    [[nodiscard]] twin::TagId tag(const std::string& id) const
    {
        return snapshot.plant->findTag(id);
    }
    [[nodiscard]] twin::SnapshotPtr build() const;

    twin::Snapshot snapshot;
};

/// The story of the screenshots: the reactor is critical, one machine stands by, data is late.
SnapshotBuilder troubled(std::shared_ptr<const twin::Plant> plant, twin::TimeNs at = kNoon);

} // namespace gemba::ui::test
