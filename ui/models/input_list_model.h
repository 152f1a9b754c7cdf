// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

#include "ui/models/phrases.h"
#include "ui/models/row_model.h"
#include "ui/models/selection.h"

namespace gemba::ui {

/// A value beside the band in which it belongs: all that a moving analog indicator draws.
struct IndicatorFigure
{
    double value = std::numeric_limits<double>::quiet_NaN();
    twin::Interval range;
    twin::Limits limits;
    bool stale = true;
    bool never = true; ///< no value ever arrived
    /// Where a controller wants the value; NaN: not known.
    double setpoint = std::numeric_limits<double>::quiet_NaN();
    /// 1 outside a trip limit, 2 outside an alert limit, 0 otherwise or where the value is stale.
    [[nodiscard]] int breached() const;
    /// The stretch an indicator shows: the instrument's range, or, where the limits take up only
    /// a small part of it, a closer one around them in which the normal band can be seen.
    [[nodiscard]] twin::Interval scale() const;
    /// Looks the same for the same tag: range and limits are the tag's.
    [[nodiscard]] bool looksLike(const IndicatorFigure& other) const
    {
        const auto same = [](double a, double b) { return a == b || (a != a && b != b); };
        return same(value, other.value) && same(setpoint, other.setpoint) &&
               stale == other.stale && never == other.never;
    }
};

/// The figure of a tag of the snapshot's plant. The tag is in range of both lists.
[[nodiscard]] IndicatorFigure indicatorFigure(const twin::Snapshot& snapshot, twin::TagId tag);

struct InputRow
{
    twin::TagId tag = twin::kNoTag;
    twin::TagState state;
    twin::MilliPoints deducted = 0; ///< what this input takes off the condition
    qint64 ageTenths = 0;           ///< tenths of a second; -1: nothing ever arrived
    [[nodiscard]] twin::TagId key() const { return tag; }
    bool operator==(const InputRow& other) const;
};

/// The inputs of the selected machine: those that take most off its condition first, the others
/// as in the plant description.
class InputListModel : public RowModel<InputRow>
{
    Q_OBJECT
public:
    enum Role {
        TagRole = Qt::UserRole, ///< uint
        NameRole,
        ValueRole, ///< text
        UnitRole,
        AgeRole,    ///< text
        StaleRole,  ///< bool
        FigureRole, ///< IndicatorFigure
        NumberRole, ///< as on the drawing
    };
    InputListModel(const ViewState& view, const Selection& selection, const QLocale& locale,
                   QObject* parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    // A row can be dragged onto a chart.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& i) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& rows) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void refresh();
    [[nodiscard]] std::vector<InputRow> collect(const twin::Snapshot& snapshot) const;
    const ViewState& m_view;
    const Selection& m_selection;
    Phrases m_phrases;
    twin::AssetId m_asset = twin::kNoAsset;
};

} // namespace gemba::ui

Q_DECLARE_METATYPE(gemba::ui::IndicatorFigure)
