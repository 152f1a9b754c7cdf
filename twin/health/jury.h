// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "twin/model/snapshot.h"

namespace gemba::twin {

/// How far a balance is from adding up: the sum with its constant, in its unit; nothing where a
/// term has no usable value.
[[nodiscard]] std::optional<double> residual(const Balance& balance, const Snapshot& snapshot);

/// Weighs for each abnormal machine whether it is the machine, a sensor, the process or the model:
/// from balances, second instruments, sisters, neighbours, operating state and the model itself.
/// The rule is the table at EvidenceKind; a cause needs a weight of 2 and a lead of 1.
/// Holds what it needs to know of the plant, which must outlive it. Const is thread-safe.
class Jury
{
public:
    explicit Jury(const Plant& plant);

    /// Sets or clears AssetState::verdict of every machine of a snapshot of that plant. Machines
    /// that are Normal or not scored get none. Linear in the machines.
    void judge(Snapshot& snapshot) const;

private:
    class Case;
    /// Machines that are counted together.
    struct Crowd {
        int scored = 0, abnormal = 0;
    };
    struct Count {
        std::vector<Crowd> classes, areas, kinds; ///< by Place
    };
    struct Place {
        std::size_t ofClass = 0, area = 0;
        std::size_t kind = 0; ///< of the same class in the same area
    };
    [[nodiscard]] Count count(const Snapshot& snapshot) const;

    const Plant* m_plant;
    std::vector<Place> m_places;                 ///< by AssetId
    std::size_t m_classes = 0, m_areas = 0, m_kinds = 0;
    struct Twin {
        TagId other = kNoTag;
        double within = 0.0;
    };
    std::vector<std::vector<Twin>> m_twins; ///< by TagId: other instruments for the same quantity
};

} // namespace gemba::twin
