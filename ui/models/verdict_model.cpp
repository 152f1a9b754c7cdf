// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/verdict_model.h"

#include <algorithm>

#include "ui/models/copy_text.h"

namespace gemba::ui {

using twin::Cause;
using twin::EvidenceKind;

namespace {

/// Evidence of the same kind on the same input is one row, whatever it speaks for.
std::vector<EvidenceRow> rowsOf(const twin::Verdict& verdict)
{
    std::vector<EvidenceRow> rows;
    for (const twin::Evidence& e : verdict.evidence) {
        EvidenceRow row{e, {}};
        auto at = std::find_if(rows.begin(), rows.end(), [&](const EvidenceRow& r) { return r.key() == row.key(); });
        if (at == rows.end())
            at = rows.insert(rows.end(), row);
        at->weights[static_cast<std::size_t>(e.about)] += e.weight;
    }
    return rows;
}

} // namespace

VerdictModel::VerdictModel(const ViewState& view, const Selection& selection, const QLocale& locale, QObject* parent)
    : RowModel(parent), m_view(view), m_selection(selection), m_phrases(locale)
{
    connect(&view, &ViewState::snapshotChanged, this, &VerdictModel::refresh);
    connect(&selection, &Selection::changed, this, &VerdictModel::refresh);
    refresh();
}

void VerdictModel::refresh()
{
    const twin::SnapshotPtr& s = m_view.snapshot();
    m_phrases.setPlant(s ? s->plant : nullptr, m_view.units());
    const bool other = m_asset != m_selection.asset();
    m_asset = m_selection.asset();
    const bool known = s && s->plant && twin::index(m_asset) < std::min(s->assets.size(), s->plant->assets.size());
    const auto verdict = known ? s->assets[twin::index(m_asset)].verdict : std::nullopt;
    if (!other && verdict == m_verdict)
        return;
    m_verdict = verdict;
    auto rows = verdict ? rowsOf(*verdict) : std::vector<EvidenceRow>();
    if (other)
        resetRows(std::move(rows));
    else
        setRows(std::move(rows));
    Q_EMIT changed();
}

int VerdictModel::weight(Cause cause) const
{
    return m_verdict ? m_verdict->weights[static_cast<std::size_t>(cause)] : 0;
}

QString VerdictModel::causeName(Cause cause)
{
    switch (cause) {
    case Cause::Machine: return tr("machine");
    case Cause::Sensor: return tr("sensor");
    case Cause::Process: return tr("process");
    case Cause::Model: return tr("model");
    }
    return {};
}

QString VerdictModel::headline() const
{
    if (!m_verdict)
        return {};
    if (!m_verdict->cause)
        return tr("Cannot be told apart yet");
    switch (*m_verdict->cause) {
    case Cause::Machine: return tr("Most likely the machine");
    case Cause::Sensor: return tr("Most likely a sensor");
    case Cause::Process: return tr("Most likely the process");
    case Cause::Model: return tr("Most likely the model");
    }
    return {};
}

QString VerdictModel::firstStep() const
{
    if (!m_verdict)
        return {};
    if (!m_verdict->cause)
        return tr("First go and look: the evidence sets no cause apart.");
    const twin::Asset& asset = m_phrases.plant()->asset(m_asset);
    const twin::Evidence& first = m_verdict->evidence.front();
    switch (*m_verdict->cause) {
    case Cause::Machine:
        return asset.owner.empty() ? tr("First ask for the work to be planned.")
                                   : tr("First ask for the work to be planned: %1.").arg(QString::fromStdString(asset.owner));
    case Cause::Sensor:
        return first.tag == twin::kNoTag
                   ? tr("First have the inputs in doubt checked. Leave the machine alone until then.")
                   : tr("First have this instrument checked: %1. Leave the machine alone until then.").arg(m_phrases.tagName(first.tag));
    case Cause::Process: return tr("First look upstream, at what the machines share. Work on this one will not help.");
    case Cause::Model: {
        const twin::ModelPage* page = m_phrases.plant()->modelPage(asset.modelName);
        return page ? tr("First tell the owner of the model: %1. Plan no work before.").arg(QString::fromStdString(page->owner))
                    : tr("First tell whoever made the model. Plan no work before.");
    }
    }
    return {};
}

QString VerdictModel::value(const twin::Evidence& e, double value) const
{
    return m_phrases.format().withUnit(value, m_phrases.plant()->tag(e.tag));
}

QString VerdictModel::text(const twin::Evidence& e) const
{
    const QString name = m_phrases.tagName(e.tag);
    const auto& balances = m_phrases.plant()->balances;
    const QString sum = e.balance < balances.size() ? m_phrases.text(balances[e.balance].name) : QString();
    switch (e.kind) {
    case EvidenceKind::BalanceBroken: return tr("Does not add up: %1").arg(sum);
    case EvidenceKind::BalanceHolds: return tr("Adds up: %1").arg(sum);
    case EvidenceKind::TwinDiffers: return tr("Second instrument differs: %1").arg(name);
    case EvidenceKind::TwinAgrees: return tr("Second instrument agrees: %1").arg(name);
    case EvidenceKind::AtEndOfRange: return tr("At the end of its range: %1").arg(name);
    case EvidenceKind::OneInputAlone: return tr("Off alone: %1").arg(name);
    case EvidenceKind::DoubtfulInputs: return tr("Inputs cannot be used");
    case EvidenceKind::SeveralInputs: return tr("Several inputs tell the same");
    case EvidenceKind::LimitCrossed: return tr("Past its limit: %1").arg(name);
    case EvidenceKind::SistersWell: return tr("The sisters are Normal");
    case EvidenceKind::Alone: return tr("The rest of the area is Normal");
    case EvidenceKind::SistersLikewise: return tr("Sisters are off as well");
    case EvidenceKind::NeighboursToo: return tr("Others of the area are off as well");
    case EvidenceKind::SettingMoved: return tr("Moved by a controller: %1").arg(name);
    case EvidenceKind::StateChanged: return tr("Off soon after a change of state");
    case EvidenceKind::AllInputsUsual: return tr("Each input alone is in its normal band");
    case EvidenceKind::BarelyOver: return tr("Barely over the limit");
    case EvidenceKind::ReviewOverdue: return tr("The model's review is overdue");
    }
    return {};
}

QString VerdictModel::detail(const twin::Evidence& e) const
{
    const Format& f = m_phrases.format();
    switch (e.kind) {
    case EvidenceKind::BalanceBroken: {
        const QString unit = QString::fromStdString(m_phrases.plant()->balances[e.balance].unit);
        return tr("off by %1 %3, %2 allowed").arg(f.number(e.value, 1), f.number(e.limit, 1), unit);
    }
    case EvidenceKind::BalanceHolds: return tr("with %1 as it reads").arg(m_phrases.tagName(e.tag));
    case EvidenceKind::TwinDiffers:
    case EvidenceKind::TwinAgrees: return tr("%1 and %2", "two values").arg(value(e, e.value), value(e, e.limit));
    case EvidenceKind::AtEndOfRange:
    case EvidenceKind::SettingMoved: return value(e, e.value);
    case EvidenceKind::LimitCrossed: return tr("%1, limit %2").arg(value(e, e.value), value(e, e.limit));
    case EvidenceKind::SistersLikewise:
    case EvidenceKind::NeighboursToo: return tr("%1 of %2", "machines").arg(f.number(e.value, 0), f.number(e.limit, 0));
    case EvidenceKind::DoubtfulInputs:
    case EvidenceKind::SeveralInputs:
    case EvidenceKind::SistersWell:
    case EvidenceKind::Alone: return f.number(e.value, 0);
    case EvidenceKind::StateChanged: return tr("%1 later").arg(Format::length(static_cast<twin::TimeNs>(e.value) * twin::kSecond));
    case EvidenceKind::BarelyOver: return tr("%1 of it").arg(f.number(e.value, 2));
    case EvidenceKind::ReviewOverdue: return tr("since %1").arg(f.dateTime(static_cast<twin::TimeNs>(e.limit)));
    case EvidenceKind::OneInputAlone:
    case EvidenceKind::AllInputsUsual: return {};
    }
    return {};
}

QVariant VerdictModel::data(const QModelIndex& i, int role) const
{
    const EvidenceRow* row = rowAt(i);
    if (!row || !m_phrases.plant())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TextRole: return text(row->evidence);
    case EffectRole: {
        QStringList effects;
        for (std::size_t c = 0; c < twin::kCauses; ++c) {
            if (row->weights[c] != 0)
                effects += QStringLiteral("%1 %2%3").arg(causeName(static_cast<Cause>(c)), row->weights[c] > 0 ? QStringLiteral("+") : QStringLiteral("−")).arg(std::abs(row->weights[c]));
        }
        return effects.join(QStringLiteral(" · "));
    }
    case DetailRole: {
        const QString what = detail(row->evidence);
        const QString effect = data(i, EffectRole).toString();
        return what.isEmpty() ? effect : tr("%1 · %2", "detail, what it speaks for").arg(what, effect);
    }
    case Qt::ToolTipRole: return Format::toolTip(data(i, Qt::AccessibleTextRole).toString());
    case kCopyRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "evidence, detail").arg(data(i, TextRole).toString(), data(i, DetailRole).toString());
    default: return {};
    }
}

QHash<int, QByteArray> VerdictModel::roleNames() const
{
    return {{TextRole, "text"}, {EffectRole, "effect"}, {DetailRole, "detail"}};
}

} // namespace gemba::ui
