// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sister_models.h"

#include <algorithm>
#include <cmath>

#include "ui/models/copy_text.h"

namespace gemba::ui {

SisterListModel::SisterListModel(const QLocale& locale, QObject* parent)
    : RowModel(parent), m_phrases(locale)
{
}

void SisterListModel::show(const twin::Snapshot& s, const Sisters& sisters, const DisplayUnits& units)
{
    m_phrases.setPlant(s.plant, units);
    std::vector<SisterRow> rows;
    for (const twin::AssetId id : sisters.others) {
        if (twin::index(id) < s.assets.size())
            rows.push_back({id, false, s.assets[twin::index(id)].assessment});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const SisterRow& a, const SisterRow& b) {
        const auto rank = [](const SisterRow& r) {
            const bool scored = r.assessment.withheld == twin::Withheld::No;
            return scored ? Format::points(r.assessment.score) : 101; // those without a figure last
        };
        return rank(a) < rank(b);
    });
    if (!rows.empty() && twin::index(sisters.asset) < s.assets.size())
        rows.insert(rows.begin(), {sisters.asset, true, s.assets[twin::index(sisters.asset)].assessment});
    m_notShown = rows.size() - std::min(rows.size(), kMost);
    rows.resize(rows.size() - m_notShown);
    setRows(std::move(rows));
}

QVariant SisterListModel::data(const QModelIndex& i, int role) const
{
    const SisterRow* row = rowAt(i);
    if (!row)
        return {};
    const twin::Assessment& a = row->assessment;
    const bool scored = a.withheld == twin::Withheld::No;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return m_phrases.assetName(row->asset);
    case ScoreRole: return scored ? QString::number(Format::points(a.score)) : QStringLiteral("–");
    case DetailRole: return scored ? Phrases::word(a.word) : m_phrases.withheld(a);
    case PriorityRole:
        return scored && a.word != twin::ConditionWord::Normal ? 4 - static_cast<int>(a.word) : 0;
    case OwnRole: return row->own;
    case AssetRole: return twin::index(row->asset);
    case Qt::ToolTipRole: return Format::toolTip(data(i, Qt::AccessibleTextRole).toString());
    case kCopyRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "machine, condition, word")
            .arg(data(i, NameRole).toString(), data(i, ScoreRole).toString(), data(i, DetailRole).toString());
    default: return {};
    }
}

QHash<int, QByteArray> SisterListModel::roleNames() const
{
    return {{NameRole, "name"},         {ScoreRole, "score"}, {DetailRole, "detail"},
            {PriorityRole, "priority"}, {OwnRole, "own"},     {AssetRole, "asset"}};
}

SisterInputModel::SisterInputModel(const QLocale& locale, QObject* parent)
    : RowModel(parent), m_phrases(locale)
{
}

void SisterInputModel::show(const twin::Snapshot& s, const Sisters& sisters, const DisplayUnits& units)
{
    m_phrases.setPlant(s.plant, units);
    setRows(compareWithSisters(s, sisters, kMost));
}

QString SisterInputModel::others(const SisterFigure& row, const twin::Tag& tag) const
{
    const Format& f = m_phrases.format();
    if (row.others.empty())
        return tr("no sister runs");
    if (row.others.size() == 1)
        return tr("one sister: %1").arg(f.tagNumber(row.median, tag));
    return tr("sisters %1 (%2 – %3)", "median, lowest, highest")
        .arg(f.tagNumber(row.median, tag), f.tagNumber(row.others.front(), tag),
             f.tagNumber(row.others.back(), tag));
}

QVariant SisterInputModel::data(const QModelIndex& i, int role) const
{
    const SisterFigure* row = rowAt(i);
    if (!row || !m_phrases.plant() || twin::index(row->tag) >= m_phrases.plant()->tags.size())
        return {};
    const twin::Tag& tag = m_phrases.plant()->tag(row->tag);
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return m_phrases.text(tag.name);
    case ValueRole:
        return std::isfinite(row->own) ? m_phrases.format().withUnit(row->own, tag) : QStringLiteral("–");
    case OthersRole: return others(*row, tag);
    case DotsRole: {
        const twin::Interval scale = row->scale(tag);
        const auto place = [&](double v) {
            return std::isfinite(v) ? (v - scale.low) / (scale.high - scale.low) : -1.0;
        };
        DotFigure dots{place(row->own), place(row->median), {}};
        for (const double v : row->others)
            dots.others.push_back(place(v));
        return QVariant::fromValue(dots);
    }
    case Qt::ToolTipRole: return Format::toolTip(data(i, Qt::AccessibleTextRole).toString());
    case kCopyRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3", "an input, its value, those of the sisters")
            .arg(data(i, NameRole).toString(), data(i, ValueRole).toString(), others(*row, tag));
    default: return {};
    }
}

QHash<int, QByteArray> SisterInputModel::roleNames() const
{
    return {{NameRole, "name"}, {ValueRole, "value"}, {OthersRole, "others"}, {DotsRole, "dots"}};
}

} // namespace gemba::ui
