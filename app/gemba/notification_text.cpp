// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/notification_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gemba {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gemba::Notifications)
};

constexpr std::size_t kMostLines = 60; ///< of a digest; the rest is counted

bool over(const twin::Alert& a)
{
    return a.clearedAt != twin::kNoTime || a.state == twin::AlertState::Normal;
}

QString title(const twin::Alert& a, const ui::Phrases& phrases)
{
    const QString what = phrases.alertTitle(a);
    return a.origin == twin::AlertOrigin::DcsAlarm ? Text::tr("DCS alarm: %1").arg(what)
                                                   : Text::tr("Advisory: %1").arg(what);
}

QStringList lines(const twin::Alert& a, const twin::Snapshot& snapshot, const ui::Phrases& phrases)
{
    QStringList out{phrases.alertTitle(a), phrases.alertDetail(a),
                    Text::tr("Since %1").arg(phrases.format().dateTime(a.raisedAt))};
    if (twin::index(a.asset) < snapshot.assets.size()) {
        const auto& before = snapshot.assets[twin::index(a.asset)].assessment.actBefore;
        if (before)
            out << phrases.actBefore(*before);
        if (snapshot.plant)
            out << phrases.decision(snapshot.plant->asset(a.asset));
    }
    out.removeAll(QString());
    return out;
}

QString advice()
{
    return Text::tr("Gemba advises. It is not the alarm system of record, and acknowledging here acknowledges "
                    "nothing there.");
}

QJsonObject jsonOf(const twin::Alert& a, const ui::Phrases& phrases)
{
    return {{QStringLiteral("machine"), phrases.assetName(a.asset)},
            {QStringLiteral("title"), phrases.alertTitle(a)},
            {QStringLiteral("detail"), phrases.alertDetail(a)},
            {QStringLiteral("priority"), a.priority},
            {QStringLiteral("origin"), a.origin == twin::AlertOrigin::DcsAlarm ? QStringLiteral("dcs")
                                                                                : QStringLiteral("gemba")},
            {QStringLiteral("raisedAt"), QString::fromStdString(twin::toIso8601(a.raisedAt))},
            {QStringLiteral("over"), over(a)}};
}

/// Fills body and JSON from the same lines.
void finish(twin::Message& m, const char* kind, const QString& title, const QStringList& lines, twin::TimeNs at,
            const QJsonArray& alerts, const ui::Phrases& phrases)
{
    m.title = title.toStdString();
    m.body = lines.join(QLatin1Char('\n')).toStdString();
    const QJsonObject json{{QStringLiteral("gemba"), 1},
                           {QStringLiteral("kind"), QString::fromLatin1(kind)},
                           {QStringLiteral("title"), title},
                           {QStringLiteral("text"), title + QLatin1Char('\n') + lines.join(QLatin1Char('\n'))},
                           {QStringLiteral("plant"), phrases.siteName()},
                           {QStringLiteral("at"), QString::fromStdString(twin::toIso8601(at))},
                           {QStringLiteral("advisory"), true},
                           {QStringLiteral("alerts"), alerts}};
    m.json = QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

QStringList digestLines(const twin::Notification& n, const ui::Phrases& phrases)
{
    QStringList out;
    for (const twin::Alert& a : n.alerts) {
        if (static_cast<std::size_t>(out.size()) == kMostLines) {
            out << Text::tr("… and %1 more").arg(n.alerts.size() - kMostLines);
            break;
        }
        const QString since = phrases.format().clock(a.raisedAt);
        out << (over(a) ? Text::tr("%1 · since %2, over by now").arg(title(a, phrases), since)
                        : Text::tr("%1 · since %2").arg(title(a, phrases), since));
    }
    return out;
}

} // namespace

twin::Message wordsOf(const twin::Notification& n, const twin::Snapshot& snapshot, const ui::Phrases& phrases)
{
    twin::Message m;
    m.channel = n.channel;
    QJsonArray alerts;
    for (const twin::Alert& a : n.alerts) {
        alerts.append(jsonOf(a, phrases));
        m.priority = std::min(m.priority, a.priority);
    }
    if (n.what == twin::Notification::What::Digest) {
        const QString head = Text::tr("Advisory: %1 alerts at once, %2").arg(n.alerts.size()).arg(phrases.siteName());
        finish(m, "digest", head, digestLines(n, phrases) << advice(), n.at, alerts, phrases);
        return m;
    }
    const twin::Alert& a = n.alerts.front();
    QStringList body = lines(a, snapshot, phrases);
    if (n.level > 0)
        body.prepend(Text::tr("Nobody has acknowledged this so far."));
    body << phrases.siteName();
    if (snapshot.plant && !phrases.text(snapshot.plant->notice).isEmpty())
        body << phrases.text(snapshot.plant->notice);
    body << advice();
    finish(m, "alert", title(a, phrases), body, n.at, alerts, phrases);
    return m;
}

twin::Message testWords(const twin::Channel& channel, twin::TimeNs now, const ui::Phrases& phrases)
{
    twin::Message m;
    m.channel = channel;
    finish(m, "test", Text::tr("Test from Gemba"),
           {Text::tr("This is a test. Nothing is wrong."), phrases.siteName(), phrases.format().dateTime(now)}, now,
           {}, phrases);
    return m;
}

} // namespace gemba
