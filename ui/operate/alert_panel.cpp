// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/alert_panel.h"

#include <QInputDialog>
#include <QMenu>
#include <QVBoxLayout>

namespace gemba::ui {

AlertPanel::AlertPanel(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context),
      m_alerts(new AlertListModel(context.view, AlertListModel::Lane::Gemba, context.locale, this)),
      m_alarms(new AlertListModel(context.view, AlertListModel::Lane::Dcs, context.locale, this)),
      m_alertHeading(new PanelHeading(tr("Alerts"))),
      m_alarmHeading(new PanelHeading(tr("DCS alarms"))),
      m_none(new TextLabel(TextLabel::Voice::Quiet, tr("No alerts."))), m_alertList(new PlainList),
      m_alarmList(new PlainList),
      m_alertDelegate(new AlertDelegate(AlertListModel::Lane::Gemba, this)),
      m_alarmDelegate(new AlertDelegate(AlertListModel::Lane::Dcs, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_none->setContentsMargins(12, 2, 12, 8);
    column->addWidget(m_alertHeading);
    column->addWidget(m_none);
    column->addWidget(m_alertList, 3);
    column->addWidget(m_alarmHeading);
    column->addWidget(m_alarmList, 2);
    column->addStretch(0);
    m_alarmHeading->setNote(tr("acknowledge in the DCS"));
    m_alertList->setObjectName(QStringLiteral("alerts"));
    m_alertList->setAccessibleName(tr("Alerts"));
    m_alarmList->setObjectName(QStringLiteral("dcsAlarms"));
    m_alarmList->setAccessibleName(tr("Alarms of the DCS"));
    m_alertList->setModel(m_alerts);
    m_alarmList->setModel(m_alarms);
    m_alertList->setItemDelegate(m_alertDelegate);
    m_alarmList->setItemDelegate(m_alarmDelegate);
    for (PlainList* list : {m_alertList, m_alarmList}) {
        connect(list, &QListView::clicked, this, [this](const QModelIndex& i) {
            const twin::AssetId asset{i.data(AlertListModel::AssetRole).toUInt()};
            if (asset != twin::kNoAsset)
                m_context.selection.setAsset(asset);
        });
    }
    connect(m_alertDelegate, &AlertDelegate::acknowledgeWanted, this, [this](quint64 id) {
        if (m_context.view.mode() == Mode::Live)
            m_context.transport.acknowledge(id, {});
    });
    connect(m_alertList, &PlainList::menuWanted, this, &AlertPanel::addToMenu);
    auto* flash = new FlashClock(context.view, context.settings, *this);
    m_alertDelegate->setFlash(flash);
    m_alertList->followFlash(*flash, AlertListModel::WaitsRole);
    connect(&context.view, &ViewState::snapshotChanged, this, &AlertPanel::showState);
    connect(&context.view, &ViewState::modeChanged, this, &AlertPanel::showState);
    showState();
}

void AlertPanel::showState()
{
    const int waiting = m_alerts->waiting();
    m_alertHeading->setNote(
        m_alerts->rowCount() == 0 ? QString()
        : waiting == 0            ? QString::number(m_alerts->rowCount())
                       : tr("%1 · %2 not acknowledged").arg(m_alerts->rowCount()).arg(waiting));
    m_none->setText(m_context.view.snapshot() ? tr("No alerts.") : tr("No record."));
    m_none->setVisible(m_alerts->rowCount() == 0);
    m_alertList->setVisible(m_alerts->rowCount() > 0);
    const bool lane = m_alarms->rowCount() > 0 && !m_onOverview;
    m_alarmHeading->setVisible(lane);
    m_alarmList->setVisible(lane);
    const bool live = m_context.view.mode() == Mode::Live;
    m_alertDelegate->setAcknowledgeReason(live ? QString()
                                               : tr("Alerts can be acknowledged while live only."));
    m_alertList->viewport()->update();
    Q_EMIT acknowledgeableChanged();
}

bool AlertPanel::canAcknowledge() const
{
    return m_context.view.mode() == Mode::Live && m_alerts->waiting() > 0;
}

void AlertPanel::acknowledgeSelected()
{
    QModelIndex i = m_alertList->selectionModel()->currentIndex();
    if (!i.isValid() || !i.data(AlertListModel::WaitsRole).toBool())
        i = m_alerts->index(0); // those that wait come first
    if (canAcknowledge() && i.data(AlertListModel::WaitsRole).toBool())
        m_context.transport.acknowledge(i.data(AlertListModel::IdRole).toULongLong(), {});
}

void AlertPanel::addToMenu(QMenu& menu, const QModelIndex& row)
{
    const quint64 id = row.data(AlertListModel::IdRole).toULongLong();
    const bool can = m_context.view.mode() == Mode::Live && row.data(AlertListModel::WaitsRole).toBool();
    menu.addAction(tr("Acknowledge"), this, [this, id] { m_context.transport.acknowledge(id, {}); })->setEnabled(can);
    menu.addAction(tr("Acknowledge with a note…"), this, [this, id] { askNote(id); })->setEnabled(can);
}

void AlertPanel::askNote(quint64 alert)
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Acknowledge with a note"));
    dialog->setLabelText(tr("Note, kept with the acknowledgement:"));
    dialog->resize(420, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, alert](const QString& note) {
        m_context.transport.acknowledge(alert, note);
    });
    dialog->open();
}

void AlertPanel::setSizes(int title, int detail)
{
    m_alertDelegate->setSizes(title, detail);
    m_alarmDelegate->setSizes(title, detail);
    m_none->setFont(Theme::font(title));
    m_alertList->doItemsLayout();
    m_alarmList->doItemsLayout();
}

void AlertPanel::setOnOverview()
{
    m_onOverview = true;
    m_alertHeading->hide();
    showState();
}

void AlertPanel::setTheme(const Theme& theme)
{
    m_alertDelegate->setTheme(theme);
    m_alarmDelegate->setTheme(theme);
}

} // namespace gemba::ui
