// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phrases.h"
#include "ui/models/row_model.h"
#include "ui/models/sister_comparison.h"

namespace gemba::ui {

struct SisterRow
{
    twin::AssetId asset = twin::kNoAsset;
    bool own = false; ///< the machine that is compared
    twin::Assessment assessment;
    [[nodiscard]] twin::AssetId key() const { return asset; }
    bool operator==(const SisterRow& o) const
    {
        return asset == o.asset && own == o.own && assessment.withheld == o.assessment.withheld &&
               assessment.withheldSince == o.assessment.withheldSince &&
               assessment.score == o.assessment.score && assessment.word == o.assessment.word &&
               assessment.state == o.assessment.state;
    }
};

/// A machine and its sisters, with what their condition is or why there is none: the machine first,
/// then the worst of the others.
class SisterListModel : public RowModel<SisterRow>
{
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 6;
    enum Role {
        NameRole = Qt::UserRole,
        ScoreRole,    ///< text; "–" without a figure
        DetailRole,   ///< the word, or why there is no figure
        PriorityRole, ///< 1..3; 0: normal, or without a figure
        OwnRole,      ///< bool
        AssetRole,    ///< uint
    };
    explicit SisterListModel(const QLocale& locale, QObject* parent = nullptr);
    /// `snapshot` must have a plant.
    void show(const twin::Snapshot& snapshot, const Sisters& sisters, const DisplayUnits& units);
    [[nodiscard]] std::size_t notShown() const { return m_notShown; }
    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    Phrases m_phrases;
    std::size_t m_notShown = 0;
};

/// Where one input stands among those of the sisters, 0..1 on a scale that all of them share.
struct DotFigure
{
    double own = -1, median = -1; ///< below 0: not known
    std::vector<double> others;
};

/// The inputs of a machine beside those of its sisters.
class SisterInputModel : public RowModel<SisterFigure>
{
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 5;
    enum Role {
        NameRole = Qt::UserRole,
        ValueRole, ///< text with its unit
        OthersRole, ///< text: median and range of the sisters
        DotsRole,  ///< DotFigure
    };
    explicit SisterInputModel(const QLocale& locale, QObject* parent = nullptr);
    void show(const twin::Snapshot& snapshot, const Sisters& sisters, const DisplayUnits& units);
    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] QString others(const SisterFigure& row, const twin::Tag& tag) const;
    Phrases m_phrases;
};

} // namespace gemba::ui

Q_DECLARE_METATYPE(gemba::ui::DotFigure)
