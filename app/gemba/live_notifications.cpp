// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/live_notifications.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSystemTrayIcon>

#include "app/gemba/notification_text.h"
#include "twin/model/roster_json.h"
#include "twin/wording/error_text.h"
#include "ui/models/people_model.h"

namespace gemba {

using ui::SentNotification;

namespace {

constexpr twin::TimeNs kEvery = twin::kSecond; ///< planned no more often
constexpr std::size_t kMostSent = 500;

twin::ZoneOffset siteZone(const std::string& name)
{
    const ui::Format format = ui::Format::forSite(QLocale::c(), name);
    return [format](twin::TimeNs t) { return format.offsetFromUtc(t); };
}

/// Empty where there is no such file.
QByteArray contents(const QString& path)
{
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.read(static_cast<qint64>(twin::kMaxRosterBytes) + 1) : QByteArray();
}

std::string_view view(const QByteArray& b)
{
    return {b.constData(), static_cast<std::size_t>(b.size())};
}

bool write(const QString& path, const QByteArray& bytes)
{
    QSaveFile f(path);
    return f.open(QIODevice::WriteOnly) && f.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           f.write(bytes) == bytes.size() && f.commit();
}

twin::TimeNs now()
{
    return QDateTime::currentMSecsSinceEpoch() * twin::kMillisecond;
}

} // namespace

LiveNotifications::LiveNotifications(std::shared_ptr<const twin::Plant> plant, Files files, const QLocale& locale,
                                     twin::Delivery::Options options)
    : m_plant(std::move(plant)), m_files(std::move(files)), m_phrases(locale)
{
    m_phrases.setPlant(m_plant);
    m_writer.setMaxThreadCount(1);
    m_planner = std::make_unique<twin::NotificationPlanner>(m_plant, twin::Roster{}, siteZone(m_plant->timeZone));
    readRoster();
    readState();
    m_delivery = std::make_unique<twin::Delivery>(
        [this](const twin::Outcome& o) { QMetaObject::invokeMethod(this, [this, o] { take(o); }); }, std::move(options));
    readSecrets();
}

LiveNotifications::~LiveNotifications()
{
    m_delivery.reset();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall); // what could not be sent any more is logged
    m_writer.waitForDone();
}

twin::ZoneOffset LiveNotifications::zone() const
{
    return siteZone(m_plant->timeZone);
}

void LiveNotifications::readRoster()
{
    const bool own = QFile::exists(m_files.roster);
    const QString path = own ? m_files.roster : m_files.plantRoster;
    if (!own && !QFile::exists(path))
        return;
    auto roster = readRoster(path);
    if (roster) {
        m_planner->setRoster(std::move(*roster));
        return;
    }
    m_rosterProblem =
        tr("Nobody is told of alerts, because the roster cannot be read. %1").arg(twin::errorText(roster.error()));
    m_rosterBroken = own;
}

twin::Result<twin::Roster> LiveNotifications::readRoster(const QString& path)
{
    auto roster = twin::parseRoster(view(contents(path)));
    if (roster)
        return roster;
    twin::Error error = roster.error();
    error.place.file = path.toStdString();
    return error;
}

void LiveNotifications::readState()
{
    const QByteArray bytes = contents(m_files.state);
    if (bytes.isEmpty())
        return;
    twin::ByteReader r(view(bytes));
    if (m_planner->load(r))
        m_savedState = bytes.toStdString();
    // Damaged: then an alert may be told again, which is better than not at all.
}

QString LiveNotifications::setRoster(const twin::Roster& roster)
{
    const std::string text = twin::writeRoster(roster);
    if (const auto errors = twin::checkRoster(text); !errors.empty())
        return twin::errorText(errors.front());
    m_planner->setRoster(roster);
    m_rosterProblem.clear();
    m_writer.start([this, text, broken = std::exchange(m_rosterBroken, false)] {
        if (broken)
            QFile::rename(m_files.roster, m_files.roster + QStringLiteral(".broken"));
        const bool written = write(m_files.roster, QByteArray::fromStdString(text));
        QMetaObject::invokeMethod(this, [this, written] {
            m_fileProblem = written ? QString()
                                    : tr("The roster could not be written to %1. It holds until Gemba is closed.")
                                          .arg(m_files.roster);
            Q_EMIT rosterChanged();
        });
    });
    readSecrets();
    Q_EMIT rosterChanged();
    return {};
}

QString LiveNotifications::problem() const
{
    if (!m_rosterProblem.isEmpty())
        return m_rosterProblem;
    if (!m_fileProblem.isEmpty())
        return m_fileProblem;
    if (roster().people.empty())
        return tr("Nobody is told of alerts: there are no people in the roster yet.");
    if (roster().rules.chain.empty())
        return tr("Nobody is told of alerts: the rules name nobody yet.");
    return {};
}

void LiveNotifications::follow(const twin::Snapshot& live)
{
    if (live.at == twin::kNoTime || (m_followed != twin::kNoTime && live.at - m_followed < kEvery))
        return;
    m_followed = live.at;
    const std::vector<twin::Notification> planned = m_planner->plan(live.alerts, live.at);
    saveState();
    for (const twin::Notification& n : planned) {
        if (n.what == twin::Notification::What::Nobody) {
            SentNotification entry{++m_lastId, n.at, m_phrases.alertTitle(n.alerts.front()), tr("nobody"),
                                   SentNotification::State::Failed,
                                   tr("Level %1: nobody can be reached now.").arg(n.level + 1), {}, false};
            Q_EMIT failed(tr("%1: %2").arg(entry.what, entry.result));
            note(std::move(entry));
            continue;
        }
        const twin::Person* p = roster().find(n.person);
        send(wordsOf(n, live, m_phrases), p ? QString::fromStdString(p->name) : QString(), n.at, false);
    }
}

void LiveNotifications::send(twin::Message message, const QString& person, twin::TimeNs at, bool test)
{
    message.id = ++m_lastId;
    SentNotification entry;
    entry.id = message.id;
    entry.at = at;
    entry.what = QString::fromStdString(message.title);
    const QString address = QString::fromStdString(message.channel.address);
    entry.to = QStringList{person, ui::PeopleModel::kindName(message.channel.kind) +
                                       (address.isEmpty() ? QString() : QLatin1Char(' ') + address)}
                   .join(QStringLiteral(", "));
    entry.result = tr("under way");
    entry.channel = message.channel;
    entry.test = test;
    m_bodies[message.id] = QString::fromStdString(message.body);
    note(std::move(entry));
    m_delivery->send(std::move(message));
}

quint64 LiveNotifications::test(const twin::Channel& channel, const QString& person)
{
    const twin::TimeNs t = now();
    send(testWords(channel, t, m_phrases), person, t, true);
    return m_lastId;
}

void LiveNotifications::note(SentNotification entry)
{
    log(entry);
    m_sent.insert(m_sent.begin(), std::move(entry));
    if (m_sent.size() > kMostSent)
        m_sent.pop_back();
    Q_EMIT sentChanged();
}

void LiveNotifications::take(const twin::Outcome& o)
{
    const auto at = std::find_if(m_sent.begin(), m_sent.end(), [&](const SentNotification& n) { return n.id == o.id; });
    if (at == m_sent.end())
        return;
    if (!o.error || (o.error->code == twin::ErrorCode::DesktopUnavailable && showInTray(*at))) {
        at->state = SentNotification::State::Sent;
        at->result = tr("sent");
    } else {
        const QString why = twin::errorText(*o.error);
        at->state = o.final ? SentNotification::State::Failed : SentNotification::State::Waiting;
        at->result = o.final ? why : tr("%1 It is tried again.").arg(why);
        if (o.final && !at->test)
            Q_EMIT failed(tr("Not told: %1. %2").arg(at->to, why));
    }
    if (o.final)
        m_bodies.erase(o.id);
    log(*at);
    Q_EMIT sentChanged();
}

bool LiveNotifications::showInTray(const SentNotification& entry)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return false;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(this);
        m_tray->show();
    }
    m_tray->showMessage(entry.what, m_bodies[entry.id]);
    return true;
}

void LiveNotifications::log(const SentNotification& n)
{
    if (m_files.log.isEmpty())
        return;
    const QJsonObject line{{QStringLiteral("id"), static_cast<qint64>(n.id)},
                           {QStringLiteral("at"), QString::fromStdString(twin::toIso8601(n.at))},
                           {QStringLiteral("written"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                           {QStringLiteral("what"), n.what},
                           {QStringLiteral("to"), n.to},
                           {QStringLiteral("test"), n.test},
                           {QStringLiteral("sent"), n.state == SentNotification::State::Sent},
                           {QStringLiteral("result"), n.result}};
    m_writer.start([path = m_files.log, bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n'] {
        QFile f(path);
        if (f.open(QIODevice::Append)) {
            f.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            f.write(bytes);
        }
    });
}

void LiveNotifications::saveState()
{
    twin::Bytes bytes;
    twin::ByteWriter w(bytes);
    m_planner->save(w);
    if (bytes == m_savedState || m_files.state.isEmpty())
        return;
    m_savedState = bytes;
    m_writer.start([this, bytes = std::move(bytes)] {
        if (!write(m_files.state, QByteArray::fromStdString(bytes)))
            QMetaObject::invokeMethod(this, [this] {
                Q_EMIT failed(tr("What was told of alerts cannot be kept in %1: after a restart it may be told again.")
                                  .arg(m_files.state));
            });
    });
}

} // namespace gemba
