// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/models/chart_window.h"
#include "ui/models/pen.h"

namespace gemba::ui {

/// A tag that a person made of others.
struct CalculatedTag
{
    QString id; ///< unique in its file; never shown
    QString name, unit, formula;
    int decimals = 2;
    bool operator==(const CalculatedTag&) const = default;
};

/// A pen as it is kept: by the ids of the plant, which may not know them any more.
struct PenSpec
{
    QString tag;        ///< id in the plant; or
    QString calculated; ///< id of a calculated tag
    LineStyle style;
    bool operator==(const PenSpec&) const = default;
};

struct ChartSpec
{
    std::vector<PenSpec> pens; ///< empty: those of the selected machine
    AxisLayout axes = AxisLayout::ByUnit;
    Following following = Following::Follow; ///< Fixed is not kept
    twin::TimeNs span = 15 * twin::kMinute;
    bool operator==(const ChartSpec&) const = default;
};

struct PenSet
{
    QString name;    ///< unique in its file
    QString machine; ///< id: what is shown for it by default; empty: of no machine in particular
    std::vector<ChartSpec> charts;
    bool operator==(const PenSet&) const = default;
};

/// One file of them.
struct PenSets
{
    static constexpr std::size_t kMostSets = 200, kMostCalculated = 200, kMostCharts = 8,
                                 kMostPens = 8;
    QString plant; ///< id
    std::vector<CalculatedTag> calculated;
    std::vector<PenSet> sets;

    [[nodiscard]] const CalculatedTag* findCalculated(const QString& id) const;
    [[nodiscard]] const PenSet* findSet(const QString& name) const;
    [[nodiscard]] const PenSet* defaultOf(const QString& machine) const;
    bool operator==(const PenSets&) const = default;
};

/// Lays what another file holds over these: sets of the same name and calculated tags of the same
/// id are replaced. Beyond the limits nothing more is taken; false then.
bool mergePenSets(PenSets& into, const PenSets& from);

} // namespace gemba::ui
