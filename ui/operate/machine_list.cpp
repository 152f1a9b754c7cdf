// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/machine_list.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/look/flat_button.h"

namespace gemba::ui {
namespace {

constexpr int kTicket = 200;

} // namespace

void MachineFilter::setArea(const QString& areaId)
{
    m_areaId = areaId;
    invalidateFilter();
}

void MachineFilter::setNeedsDecision()
{
    m_onlyDecisions = true;
    invalidateFilter();
}

void MachineFilter::setText(const QString& text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void MachineFilter::setFolded(bool folded, int keep)
{
    if (folded == m_folded && keep == m_keep)
        return;
    m_folded = folded;
    m_keep = keep;
    invalidateFilter();
}

int MachineFilter::hidden() const
{
    return m_folded && m_words.isEmpty() ? sourceModel()->rowCount() - rowCount() : 0;
}

bool MachineFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex i = sourceModel()->index(row, 0, parent);
    if (m_onlyDecisions && !i.data(AssetListModel::NeedsDecisionRole).toBool())
        return false;
    if (!m_areaId.isEmpty() && i.data(AssetListModel::AreaIdRole).toString() != m_areaId)
        return false;
    if (!m_words.isEmpty()) {
        const QString text = i.data(AssetListModel::SearchRole).toString();
        return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
    }
    return !m_folded || row < m_keep || i.data(AssetListModel::OffRole).toBool();
}

MachineList::MachineList(const ConsoleContext& context, AssetListModel& machines, QWidget* parent)
    : QWidget(parent), m_machines(machines),
      m_heading(new PanelHeading(tr("Machines · worst first"))), m_text(new QLineEdit),
      m_none(new TextLabel(TextLabel::Voice::Quiet)), m_list(new PlainList),
      m_more(new FlatButton), m_filter(new MachineFilter(this)),
      m_delegate(new MachineDelegate(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    buildFilter();
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(10, 4, 10, 6);
    foot->addWidget(m_more);
    foot->addStretch(1);
    column->addLayout(foot);
    m_filter->setSourceModel(&machines);
    m_none->setContentsMargins(12, 4, 12, 8);
    m_none->setWrapped(true);
    m_list->setObjectName(QStringLiteral("machines"));
    m_list->setAccessibleName(tr("Machines, worst first"));
    m_list->setUniformItemSizes(true);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(m_delegate);
    m_list->followSelection(context.selection, AssetListModel::AssetRole);
    m_list->setDragsRows(true); // onto a chart
    m_list->viewport()->installEventFilter(this);
    auto* flash = new FlashClock(context.view, context.settings, *this);
    m_delegate->setFlash(flash);
    m_list->followFlash(*flash, AssetListModel::UnacknowledgedRole);
    auto* history = new ConditionHistory(context.view, context.history, kTicket, this);
    m_delegate->setHistory(history);
    const auto rowOf = [this](twin::AssetId asset) { return m_filter->mapFromSource(m_machines.indexOf(asset)); };
    connect(history, &ConditionHistory::changed, m_list,
            [this, rowOf](twin::AssetId asset) { m_list->update(rowOf(asset)); });
    connect(history, &ConditionHistory::outdated, m_list, [this, rowOf, history](twin::AssetId asset) {
        if (m_list->isVisible() && m_list->visualRect(rowOf(asset)).intersects(m_list->viewport()->rect()))
            static_cast<void>(history->line(asset)); // drawn where the answer looks different
    });
    m_more->setObjectName(QStringLiteral("foldMachines"));
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_unfolded = !m_unfolded;
        fold();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &MachineList::showCount);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &MachineList::showCount);
    connect(&machines, &QAbstractItemModel::modelReset, this, [this] {
        m_unfolded = false;
        fold();
    });
    fold();
}

void MachineList::buildFilter()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 4);
    row->addWidget(m_text);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    m_text->setObjectName(QStringLiteral("machineFilter"));
    m_text->setPlaceholderText(tr("Filter by name, number or area"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(100);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        showCount();
    });
}

/// So many rows stay as the list can show without scrolling, beside its last line.
void MachineList::fold()
{
    const int room = std::max(4, m_list->viewport()->height() / MachineDelegate::kRow);
    m_filter->setFolded(!m_unfolded && m_machines.rowCount() > room, room);
    showCount();
}

void MachineList::showCount()
{
    const bool searching = !m_text->text().trimmed().isEmpty();
    m_heading->setNote(searching
                           ? tr("%1 of %2").arg(m_filter->rowCount()).arg(m_machines.rowCount())
                           : QString::number(m_machines.rowCount()));
    m_none->setVisible(m_filter->rowCount() == 0);
    m_none->setText(searching ? tr("No machine has these words.") : tr("No machines."));
    const int hidden = m_filter->hidden();
    m_more->setVisible(!searching && (hidden > 0 || m_unfolded));
    m_more->setLabel(m_unfolded ? tr("Fold what is Normal") : tr("%1 more, all Normal").arg(hidden));
    m_more->setAccessibleName(m_more->text());
}

bool MachineList::eventFilter(QObject* watched, QEvent* event)
{
    // Later: while the list is laid out its rows must not change.
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &MachineList::fold, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void MachineList::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
}

} // namespace gemba::ui
