// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alert_announcer.h"

#include "ui/models/plant_summary.h"

namespace gemba::ui {

AlertAnnouncer::AlertAnnouncer(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_phrases(context.locale)
{
    setObjectName(QStringLiteral("alertAnnouncer"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(1, 1); // on the screen, or readers leave it out
    connect(&context.view, &ViewState::snapshotChanged, this, &AlertAnnouncer::onSnapshot);
}

void AlertAnnouncer::onSnapshot(ChangeReason reason)
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    if (!snapshot)
        return m_known.clear();
    m_phrases.setPlant(snapshot->plant);
    std::unordered_set<std::uint64_t> there;
    const twin::Alert* urgent = nullptr;
    int count = 0;
    for (const twin::Alert& a : snapshot->alerts) {
        if (a.origin == twin::AlertOrigin::DcsAlarm || !waitsForAcknowledgement(a.state))
            continue;
        there.insert(a.id);
        if (m_known.contains(a.id))
            continue;
        ++count;
        if (!urgent || a.priority < urgent->priority)
            urgent = &a;
    }
    m_known = std::move(there);
    if (urgent && reason == ChangeReason::Tick)
        say(*urgent, count);
}

void AlertAnnouncer::say(const twin::Alert& mostUrgent, int count)
{
    const QString alert =
        tr("Priority %1, %2").arg(mostUrgent.priority).arg(m_phrases.alertTitle(mostUrgent));
    m_said = count == 1 ? tr("New alert: %1").arg(alert)
                        : tr("%1 new alerts, the most urgent: %2").arg(count).arg(alert);
    QAccessibleEvent renamed(this, QAccessible::NameChanged); // what AT-SPI passes on
    QAccessible::updateAccessibility(&renamed);
    QAccessibleEvent alerted(this, QAccessible::Alert); // what other systems do
    QAccessible::updateAccessibility(&alerted);
    Q_EMIT said(m_said);
}

} // namespace gemba::ui
