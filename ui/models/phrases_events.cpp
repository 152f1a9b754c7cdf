// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Phrases that speaks of alerts and events.
#include "twin/model/late.h"
#include "twin/model/rejection.h"
#include "twin/model/roster_change.h"
#include "ui/models/bookmark_acts.h"
#include "ui/models/phrases.h"

namespace gemba::ui {

using twin::AlertOrigin;
using twin::AlertState;
using twin::EventKind;

QString Phrases::alertTitle(const twin::Alert& a) const
{
    switch (a.origin) {
    case AlertOrigin::Condition: {
        const auto word = a.priority <= 1   ? twin::ConditionWord::Critical
                          : a.priority == 2 ? twin::ConditionWord::Act
                                            : twin::ConditionWord::Watch;
        return tr("%1: %2").arg(assetName(a.asset), Phrases::word(word));
    }
    case AlertOrigin::DcsAlarm: {
        const bool low = a.side == twin::Side::Low;
        if (a.trip)
            return low ? tr("%1 low trip").arg(tagName(a.tag))
                       : tr("%1 high trip").arg(tagName(a.tag));
        return low ? tr("%1 low alarm").arg(tagName(a.tag))
                   : tr("%1 high alarm").arg(tagName(a.tag));
    }
    case AlertOrigin::DataHealth:
        return known(a.tag) ? tr("Data of %1").arg(tagName(a.tag))
                            : tr("Data of %1").arg(assetName(a.asset));
    }
    return {};
}

QString Phrases::alertDetail(const twin::Alert& a) const
{
    const QString raised = m_format.clockSeconds(a.raisedAt);
    if (a.origin == AlertOrigin::DcsAlarm)
        return tr("%1 · %2").arg(raised,
                                 a.clearedAt == twin::kNoTime ? tr("active") : tr("cleared"));
    const QString state = alertState(a.state);
    if (!known(a.tag) || a.origin != AlertOrigin::Condition)
        return tr("%1 · %2").arg(raised, state);
    return tr("%1 · %2 · %3").arg(raised, tagName(a.tag), state);
}

QString Phrases::acknowledged(const twin::Event& act) const
{
    // Who, and on the next line what that person wrote.
    const QString text = QString::fromStdString(act.text);
    const QString who = text.section(QLatin1Char('\n'), 0, 0);
    const QString note = text.section(QLatin1Char('\n'), 1).simplified();
    const QString at = m_format.clockSeconds(act.at);
    const QString said = who.isEmpty() ? tr("acknowledged %1", "time").arg(at)
                                       : tr("acknowledged %1 by %2", "time, who").arg(at, who);
    return note.isEmpty() ? said : tr("%1: %2", "what was done, a note on it").arg(said, note);
}

QString Phrases::alertState(AlertState s)
{
    switch (s) {
    case AlertState::Normal: return tr("over");
    case AlertState::Unacknowledged: return tr("not acknowledged");
    case AlertState::Acknowledged: return tr("acknowledged");
    case AlertState::ReturnedUnacknowledged: return tr("over, not acknowledged");
    case AlertState::LatchedUnacknowledged: return tr("latched, not acknowledged");
    case AlertState::LatchedAcknowledged: return tr("latched, acknowledged");
    case AlertState::Shelved: return tr("shelved");
    case AlertState::SuppressedByDesign: return tr("suppressed by design");
    case AlertState::OutOfService: return tr("out of service");
    }
    return {};
}

QString Phrases::event(const twin::Event& e) const
{
    switch (e.kind) {
    case EventKind::Act:
        if (const auto change = bookmarkChange(e))
            return change->name ? tr("Bookmark: %1").arg(*change->name) : tr("Bookmark removed");
        return twin::rosterChange(e) ? tr("Roster changed") : QString::fromStdString(e.text);
    case EventKind::PlantEvent: return QString::fromStdString(e.text);
    case EventKind::StateChange:
    case EventKind::WordChange:
    case EventKind::AlertRaised:
    case EventKind::AlertCleared:
    case EventKind::AlertAcknowledged:
    case EventKind::DcsAlarmRaised:
    case EventKind::DcsAlarmCleared:
    case EventKind::ModelChange:
    case EventKind::Withheld: return assetEvent(e);
    default: return sourceEvent(e);
    }
}

QString Phrases::assetEvent(const twin::Event& e) const
{
    const QString asset = assetName(e.asset);
    switch (e.kind) {
    case EventKind::StateChange:
        return tr("%1: %2").arg(asset, operatingState(static_cast<twin::OperatingState>(e.number)));
    case EventKind::WordChange:
        return tr("%1: %2").arg(asset, word(static_cast<twin::ConditionWord>(e.number)));
    case EventKind::AlertRaised: return tr("%1: alert, priority %2").arg(asset).arg(e.priority);
    case EventKind::AlertCleared: return tr("%1: alert over").arg(asset);
    case EventKind::AlertAcknowledged: return tr("%1: alert %2", "machine, acknowledged at … by …").arg(asset, acknowledged(e));
    case EventKind::DcsAlarmRaised: return tr("%1: DCS alarm").arg(tagName(e.tag));
    case EventKind::DcsAlarmCleared: return tr("%1: DCS alarm over").arg(tagName(e.tag));
    case EventKind::ModelChange: return tr("%1: model changed").arg(asset);
    case EventKind::Withheld: return tr("%1: score withheld").arg(asset);
    default: return {};
    }
}

QString Phrases::rejected(const twin::Event& e)
{
    using twin::Rejection;
    const twin::RejectedView view = twin::rejectedOf(e);
    const QString topic = QString::fromUtf8(view.topic.data(), static_cast<qsizetype>(view.topic.size()));
    const QString sentence = [&] {
        switch (view.reason) {
        case Rejection::Malformed: return tr("Message cannot be read: %1");
        case Rejection::TooLarge: return tr("Message is too large: %1");
        case Rejection::UnknownTopic: return tr("No tag of the plant has this topic: %1");
        case Rejection::TypeChanged: return tr("A value has another type than its birth said: %1");
        case Rejection::BeforeBirth: return tr("Data came before its birth: %1");
        case Rejection::UnknownAlias: return tr("Data of a metric that no birth has named: %1");
        case Rejection::DuplicateAlias: return tr("Birth gives one alias to two metrics: %1");
        case Rejection::IncompleteBirth: return tr("Birth is incomplete: %1");
        case Rejection::TooMany: return tr("More than can be kept: %1");
        case Rejection::Other: break;
        }
        return tr("Message not understood: %1");
    }();
    const QString text = sentence.arg(topic);
    return e.number > 1 ? tr("%1 (%2 times)").arg(text, QString::number(e.number)) : text;
}

QString Phrases::late(const twin::Event& e) const
{
    const twin::TimeNs behind = twin::lateBehind(e);
    const QString values = QString::number(e.number);
    return behind > 0 ? tr("Late values: %1, up to %2 behind (%3)", "count, length of time, tag")
                            .arg(values, Format::length(behind), tagName(e.tag))
                      : tr("Late values: %1 (%2)", "count, tag").arg(values, tagName(e.tag));
}

QString Phrases::sourceEvent(const twin::Event& e) const
{
    const QString what = QString::fromStdString(e.text);
    switch (e.kind) {
    case EventKind::LinkUp: return tr("Connected: %1").arg(what);
    case EventKind::LinkDown: return tr("Connection lost: %1").arg(what);
    case EventKind::NodeBirth: return tr("Node online: %1").arg(what);
    case EventKind::NodeDeath: return tr("Node offline: %1").arg(what);
    case EventKind::DeviceBirth: return tr("Device online: %1").arg(what);
    case EventKind::DeviceDeath: return tr("Device offline: %1").arg(what);
    case EventKind::RebirthAsked: return tr("Rebirth asked of %1").arg(what);
    case EventKind::SequenceGap:
        return tr("Messages lost upstream: %1 (%2)").arg(QString::number(e.number), what);
    case EventKind::Dropped: return tr("Messages dropped here: %1").arg(e.number);
    case EventKind::Rejected: return rejected(e);
    case EventKind::LateData: return late(e);
    case EventKind::Unrecorded: return tr("Records that could not be written: %1").arg(e.number);
    case EventKind::ClockStep: return tr("The clock was set: %1").arg(what);
    case EventKind::NonCompliant: return tr("Not by the Sparkplug rules: %1").arg(what);
    default: return what;
    }
}

} // namespace gemba::ui
