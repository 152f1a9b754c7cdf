// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tag_search_model.h"

#include <algorithm>

#include <QMimeData>

#include "ui/models/pen_drag.h"
#include "ui/models/word_match.h"

namespace gemba::ui {
namespace {

constexpr int kNotByName = 1000; ///< added to the rank of what answers by something else

/// "Rührreaktor" is also written "Ruehrreaktor".
QString spelled(QString text)
{
    static const std::pair<char16_t, const char*> kSpelled[] = {
        {u'ä', "ae"}, {u'ö', "oe"}, {u'ü', "ue"}, {u'Ä', "ae"}, {u'Ö', "oe"}, {u'Ü', "ue"}};
    for (const auto& [letter, letters] : kSpelled)
        text.replace(QChar(letter), QLatin1String(letters));
    return text;
}

void addAll(QStringList& words, const twin::LocalText& text)
{
    for (const auto& [language, s] : text.byLanguage) {
        words += QString::fromStdString(s);
        if (const QString other = spelled(words.back()); other != words.back())
            words += other;
    }
}

} // namespace

TagSearchModel::TagSearchModel(const QLocale& locale, QObject* parent)
    : QAbstractListModel(parent), m_phrases(locale)
{
}

void TagSearchModel::setPlant(const std::shared_ptr<const twin::Plant>& plant,
                              const std::vector<CalculatedTag>& calculated, const DisplayUnits& units)
{
    m_plant = plant;
    m_phrases.setPlant(plant, units);
    m_entries.clear();
    for (const CalculatedTag& c : calculated)
        m_entries.push_back({twin::kNoTag, c.id, c.name, tr("calculated: %1").arg(c.formula), c.unit, {}});
    for (std::uint32_t i = 0; plant && i < plant->tags.size(); ++i) {
        const twin::Tag& tag = plant->tags[i];
        if (tag.role == twin::TagRole::Event || tag.role == twin::TagRole::Sequence
            || tag.role == twin::TagRole::Waveform)
            continue;
        const QString number = QString::fromStdString(tag.number);
        QStringList detail{number}, others{QString::fromStdString(tag.id)};
        addAll(others, tag.name);
        if (twin::index(tag.asset) < plant->assets.size()) {
            detail += {m_phrases.assetName(tag.asset), m_phrases.areaName(tag.asset)};
            addAll(others, plant->asset(tag.asset).name);
        }
        detail.removeAll(QString());
        m_entries.push_back({twin::TagId{i}, {}, m_phrases.text(tag.name), detail.join(QStringLiteral(" · ")),
                             m_phrases.format().unitText(tag), others.join(QLatin1Char(' '))});
    }
    search({});
}

void TagSearchModel::search(const QString& words)
{
    const WordMatch match(words);
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& e = m_entries[i];
        if (const auto byName = match.rank(e.name))
            ranked.emplace_back(match.matchesAll() ? 0 : *byName, i);
        else if (const auto byAll = match.rank(e.name + QLatin1Char(' ') + e.detail + QLatin1Char(' ') + e.others))
            ranked.emplace_back(*byAll + kNotByName, i);
    }
    std::sort(ranked.begin(), ranked.end());
    beginResetModel();
    m_found.clear();
    for (const auto& [rank, i] : ranked) {
        if (m_found.size() < kMost)
            m_found.push_back(i);
    }
    endResetModel();
}

int TagSearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant TagSearchModel::data(const QModelIndex& i, int role) const
{
    if (!i.isValid() || i.row() >= rowCount())
        return {};
    const Entry& e = m_entries[m_found[static_cast<std::size_t>(i.row())]];
    switch (role) {
    case Qt::DisplayRole: return e.name;
    case Qt::ToolTipRole: return Format::toolTip(e.name + QLatin1Char('\n') + e.detail);
    case Qt::AccessibleTextRole: return QStringList{e.name, e.detail, e.unit}.join(QStringLiteral(", "));
    case TagRole: return static_cast<uint>(e.tag);
    case CalculatedRole: return e.calculated;
    case DetailRole: return e.detail;
    case UnitRole: return e.unit;
    default: return {};
    }
}

Qt::ItemFlags TagSearchModel::flags(const QModelIndex& i) const
{
    return i.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::NoItemFlags;
}

QStringList TagSearchModel::mimeTypes() const
{
    return {QLatin1String(kPenMimeType)};
}

QMimeData* TagSearchModel::mimeData(const QModelIndexList& rows) const
{
    std::vector<twin::TagId> tags;
    QStringList calculated;
    for (const QModelIndex& i : rows) {
        if (const QString id = i.data(CalculatedRole).toString(); !id.isEmpty())
            calculated += id;
        const auto tag = static_cast<twin::TagId>(i.data(TagRole).toUInt());
        if (tag != twin::kNoTag)
            tags.push_back(tag);
    }
    return m_plant ? penMime(*m_plant, tags, calculated) : nullptr;
}

} // namespace gemba::ui
