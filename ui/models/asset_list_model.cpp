// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/asset_list_model.h"

#include <cmath>
#include <tuple>

#include <QMimeData>

#include "ui/models/copy_text.h"
#include "ui/models/pen_drag.h"
#include "ui/models/plant_summary.h"

namespace gemba::ui {
namespace {

constexpr twin::MilliPoints kPlaceHysteresis = 3000;

int priorityOf(const twin::Assessment& a)
{
    if (a.withheld != twin::Withheld::No || a.word == twin::ConditionWord::Normal)
        return 0;
    return 4 - static_cast<int>(a.word);
}

/// All but the deductions: ten thousand machines 25 times a second copy no lists.
twin::Assessment withoutDeductions(const twin::Assessment& a)
{
    twin::Assessment out;
    out.at = a.at;
    out.state = a.state;
    out.stateSince = a.stateSince;
    out.withheld = a.withheld;
    out.withheldSince = a.withheldSince;
    out.score = a.score;
    out.low = a.low;
    out.high = a.high;
    out.word = a.word;
    out.wordSince = a.wordSince;
    out.actBefore = a.actBefore;
    out.life = a.life;
    out.staleInputs = a.staleInputs;
    return out;
}

/// Whether two figures of life read the same.
bool sameLife(const std::optional<twin::Life>& a, const std::optional<twin::Life>& b)
{
    if (!a || !b)
        return a.has_value() == b.has_value();
    return a->withheld == b->withheld && a->rows == b->rows && std::round(a->median * 10) == std::round(b->median * 10);
}

} // namespace

bool AssetRow::operator==(const AssetRow& o) const
{
    const twin::Assessment& a = assessment;
    const twin::Assessment& b = o.assessment;
    return id == o.id && priority == o.priority && unacknowledged == o.unacknowledged &&
           a.state == b.state && a.stateSince == b.stateSince && a.withheld == b.withheld &&
           a.withheldSince == b.withheldSince && a.word == b.word &&
           Format::points(a.score) == Format::points(b.score) && a.actBefore == b.actBefore &&
           a.staleInputs == b.staleInputs && sameLife(a.life, b.life);
}

AssetListModel::AssetListModel(const ViewState& view, const QLocale& locale, QObject* parent)
    : RowModel(parent), m_view(view), m_phrases(locale)
{
    connect(&view, &ViewState::snapshotChanged, this, &AssetListModel::refresh);
    refresh(ChangeReason::Load);
}

void AssetListModel::refresh(ChangeReason reason)
{
    const twin::SnapshotPtr& snapshot = m_view.snapshot();
    const auto plant = snapshot ? snapshot->plant : nullptr;
    const bool otherPlant = plant.get() != m_phrases.plant();
    m_phrases.setPlant(plant, m_view.units());
    std::vector<AssetRow> rows;
    const std::size_t count = plant ? std::min(snapshot->assets.size(), plant->assets.size()) : 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        AssetRow row{twin::AssetId{i}, withoutDeductions(snapshot->assets[i].assessment), 0, false};
        row.priority = priorityOf(row.assessment);
        rows.push_back(std::move(row));
    }
    for (const twin::Alert& a : snapshot ? snapshot->alerts : std::vector<twin::Alert>()) {
        if (a.origin != twin::AlertOrigin::DcsAlarm && twin::index(a.asset) < rows.size())
            rows[twin::index(a.asset)].unacknowledged |= waitsForAcknowledgement(a.state);
    }
    if (otherPlant || reason != ChangeReason::Tick || (snapshot && snapshot->epoch != m_epoch))
        m_place.clear();
    m_epoch = snapshot ? snapshot->epoch : 0;
    sortWorstFirst(rows);
    m_row.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_row[twin::index(rows[i].id)] = static_cast<int>(i);
    if (otherPlant)
        resetRows(std::move(rows));
    else
        setRows(std::move(rows));
}

void AssetListModel::sortWorstFirst(std::vector<AssetRow>& rows)
{
    const bool fresh = m_place.size() != rows.size();
    m_place.resize(rows.size());
    for (const AssetRow& r : rows) {
        twin::MilliPoints& place = m_place[twin::index(r.id)];
        if (fresh || std::abs(place - r.assessment.score) >= kPlaceHysteresis)
            place = r.assessment.score;
    }
    const auto rank = [this](const AssetRow& r) {
        const bool scored = r.assessment.withheld == twin::Withheld::No;
        return std::tuple(scored ? (r.priority == 0 ? 4 : r.priority) : 5,
                          scored ? m_place[twin::index(r.id)] : 0, twin::index(r.id));
    };
    std::sort(rows.begin(), rows.end(),
              [&](const AssetRow& a, const AssetRow& b) { return rank(a) < rank(b); });
}

bool AssetListModel::isOff(const AssetRow& row)
{
    return row.priority > 0 || row.unacknowledged || row.assessment.staleInputs > 0 ||
           row.assessment.withheld != twin::Withheld::No;
}

MachineMarks AssetListModel::marks(const AssetRow& row)
{
    MachineMarks out;
    // A machine without a figure says so in words already.
    if (row.assessment.staleInputs > 0 && row.assessment.withheld == twin::Withheld::No)
        out.push_back({tr("stale %1").arg(row.assessment.staleInputs), false});
    return out;
}

QString AssetListModel::detail(const AssetRow& row) const
{
    const twin::Assessment& a = row.assessment;
    if (a.withheld == twin::Withheld::Baselining && a.life && a.life->withheld != twin::LifeWithheld::No)
        return m_phrases.lifeWithheld(*a.life, row.id);
    if (a.withheld != twin::Withheld::No)
        return m_phrases.withheld(a);
    const bool life = a.life && a.life->withheld == twin::LifeWithheld::No;
    if (row.priority == 0)
        return life ? tr("%1 left", "of life").arg(m_phrases.life(a.life->median, row.id)) : QString();
    if (a.actBefore && life && a.actBefore->rule == twin::ActBefore::Rule::Life)
        return tr("%1 · %2 left", "a word, life").arg(Phrases::word(a.word), m_phrases.life(a.life->median, row.id));
    if (a.actBefore)
        return tr("%1 · act before %2")
            .arg(Phrases::word(a.word), m_phrases.format().clock(a.actBefore->at));
    return tr("%1 since %2").arg(Phrases::word(a.word), m_phrases.format().clock(a.wordSince));
}

QString AssetListModel::decisionWhen(const AssetRow& row) const
{
    const twin::Assessment& a = row.assessment;
    if (a.actBefore)
        return tr("act before %1").arg(m_phrases.format().clock(a.actBefore->at));
    return tr("%1 since %2").arg(Phrases::word(a.word), m_phrases.format().clock(a.wordSince));
}

QString AssetListModel::decisionTitle(const AssetRow& row) const
{
    return tr("%1 · %2", "machine, by when").arg(m_phrases.assetName(row.id), decisionWhen(row));
}

QString AssetListModel::decisionDetail(const AssetRow& row) const
{
    const QString role = QString::fromStdString(m_phrases.plant()->asset(row.id).decisionRole);
    const QString who = role.isEmpty() ? tr("no decision role set") : role;
    return row.unacknowledged ? tr("%1 · not acknowledged").arg(who) : who;
}

QString AssetListModel::spoken(const AssetRow& row, bool scored) const
{
    const twin::Assessment& a = row.assessment;
    const QString score = scored ? QString::number(Format::points(a.score)) : tr("not known");
    const QString word = scored ? Phrases::word(a.word) : m_phrases.withheld(a);
    const QString said = tr("%1, condition %2, %3").arg(m_phrases.assetName(row.id), score, word);
    return row.unacknowledged ? tr("%1, not acknowledged", "a machine").arg(said) : said;
}

QString AssetListModel::toolTip(const AssetRow& row) const
{
    QStringList lines{m_phrases.assetName(row.id)};
    if (const QString area = m_phrases.areaName(row.id); !area.isEmpty())
        lines += area;
    const QString what = detail(row);
    lines += what.isEmpty() ? Phrases::word(row.assessment.word) : what;
    for (const MachineMark& m : marks(row))
        lines += m.text;
    return Format::toolTip(lines.join(QStringLiteral(" · ")));
}

QVariant AssetListModel::data(const QModelIndex& i, int role) const
{
    const AssetRow* row = rowAt(i);
    if (!row)
        return {};
    const twin::Assessment& a = row->assessment;
    const bool scored = a.withheld == twin::Withheld::No;
    switch (role) {
    case AssetRole: return twin::index(row->id);
    case Qt::DisplayRole:
    case NameRole: return m_phrases.assetName(row->id);
    case AreaIdRole: return QString::fromStdString(m_phrases.plant()->asset(row->id).areaId);
    case PriorityRole: return row->priority;
    case WordRole: return scored ? Phrases::word(a.word) : QString();
    case ScoreRole:
        return scored ? QString::number(Format::points(a.score)) : QString(QChar(0x2013));
    case ScoredRole: return scored;
    case DetailRole: return detail(*row);
    case StaleInputsRole: return static_cast<int>(a.staleInputs);
    case OffRole: return isOff(*row);
    case MarksRole: return QVariant::fromValue(marks(*row));
    case SearchRole:
        return QString(m_phrases.assetName(row->id) + QLatin1Char(' ') +
                       m_phrases.areaName(row->id));
    case ScorePointsRole: return scored ? a.score / 1000.0 : qQNaN();
    case Qt::ToolTipRole: return toolTip(*row);
    case UnacknowledgedRole: return row->unacknowledged;
    case NeedsDecisionRole:
        return scored && (row->priority == 1 || row->priority == 2 || a.actBefore);
    case DecisionTitleRole: return decisionTitle(*row);
    case DecisionWhenRole: return decisionWhen(*row);
    case DecisionDetailRole: return decisionDetail(*row);
    case kCopyRole: return CopyText(m_view, m_phrases).condition(row->id);
    case Qt::AccessibleTextRole:
        return spoken(*row, scored);
    default: return {};
    }
}

QHash<int, QByteArray> AssetListModel::roleNames() const
{
    return {{AssetRole, "asset"},
            {NameRole, "name"},
            {AreaIdRole, "areaId"},
            {PriorityRole, "priority"},
            {WordRole, "word"},
            {ScoreRole, "score"},
            {ScoredRole, "scored"},
            {DetailRole, "detail"},
            {StaleInputsRole, "staleInputs"},
            {OffRole, "off"},
            {MarksRole, "marks"},
            {SearchRole, "search"},
            {ScorePointsRole, "scorePoints"},
            {UnacknowledgedRole, "unacknowledged"},
            {NeedsDecisionRole, "needsDecision"},
            {DecisionTitleRole, "decisionTitle"},
            {DecisionWhenRole, "decisionWhen"},
            {DecisionDetailRole, "decisionDetail"}};
}

QModelIndex AssetListModel::indexOf(twin::AssetId asset) const
{
    return twin::index(asset) < m_row.size() ? index(m_row[twin::index(asset)]) : QModelIndex();
}

Qt::ItemFlags AssetListModel::flags(const QModelIndex& i) const
{
    return RowModel::flags(i) | (i.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList AssetListModel::mimeTypes() const
{
    return {QLatin1String(kPenMimeType)};
}

QMimeData* AssetListModel::mimeData(const QModelIndexList& rows) const
{
    constexpr std::size_t kMostPens = 4;
    const twin::Plant* plant = m_phrases.plant();
    if (rows.isEmpty() || !plant)
        return nullptr;
    const auto asset = static_cast<twin::AssetId>(rows.front().data(AssetRole).toUInt());
    return penMime(*plant, mainTags(*plant, asset, kMostPens));
}

} // namespace gemba::ui
