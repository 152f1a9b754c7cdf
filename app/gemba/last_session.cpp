// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/last_session.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace gemba {
namespace {

constexpr qint64 kMostBytes = 1 << 20;

QJsonValue toJson(const QVariant& value)
{
    if (value.typeId() == QMetaType::QByteArray)
        return QJsonObject{{QStringLiteral("base64"), QString::fromLatin1(value.toByteArray().toBase64())}};
    if (value.typeId() == QMetaType::QVariantMap) {
        QJsonObject object;
        const QVariantMap map = value.toMap();
        for (auto i = map.begin(); i != map.end(); ++i)
            object.insert(i.key(), toJson(i.value()));
        return object;
    }
    return QJsonValue::fromVariant(value);
}

QVariant fromJson(const QJsonValue& value)
{
    if (!value.isObject())
        return value.toVariant();
    const QJsonObject object = value.toObject();
    if (object.contains(QStringLiteral("base64")))
        return QByteArray::fromBase64(object.value(QStringLiteral("base64")).toString().toLatin1());
    QVariantMap map;
    for (auto i = object.begin(); i != object.end(); ++i)
        map.insert(i.key(), fromJson(i.value()));
    return map;
}

QJsonObject toJson(const ui::PlantSource& p)
{
    return {{QStringLiteral("folder"), p.folder}, {QStringLiteral("broker"), p.broker},
            {QStringLiteral("ca"), p.caFile},     {QStringLiteral("cert"), p.certFile},
            {QStringLiteral("key"), p.keyFile},   {QStringLiteral("user"), p.user},
            {QStringLiteral("password-file"), p.passwordFile}};
}

ui::PlantSource plantFrom(const QJsonObject& o)
{
    const auto text = [&](const char* key) { return o.value(QLatin1String(key)).toString(); };
    return {text("folder"), text("broker"), text("ca"), text("cert"), text("key"), text("user"), text("password-file")};
}

} // namespace

LastSession::LastSession(const QString& path) : m_path(path)
{
    m_writer.setMaxThreadCount(1);
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // as long as its program lives
    if (!lock->tryLock())
        return;
    m_lock = std::move(lock);
    m_unfinished = read(path);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { noteNow(); });
}

LastSession::~LastSession()
{
    m_timer.stop();
    if (m_lock && m_where)
        write(m_noted.value_or(WhereYouWere()), true);
    m_writer.waitForDone();
}

void LastSession::follow(std::function<WhereYouWere()> where)
{
    m_where = std::move(where);
    if (!m_lock)
        return;
    m_timer.start(kEveryMs);
    noteNow();
}

void LastSession::noteNow()
{
    if (!m_lock || !m_where)
        return;
    const WhereYouWere now = m_where();
    if (m_noted && *m_noted == now)
        return;
    m_noted = now;
    write(now, false);
}

void LastSession::write(const WhereYouWere& where, bool clean)
{
    QJsonArray windows;
    for (const QVariant& w : where.windows)
        windows += toJson(w);
    const QJsonObject note{{QStringLiteral("clean"), clean},
                           {QStringLiteral("file"), where.file},
                           {QStringLiteral("at"), QString::number(where.at)},
                           {QStringLiteral("plant"), toJson(where.plant)},
                           {QStringLiteral("windows"), windows}};
    m_writer.start([path = m_path, bytes = QJsonDocument(note).toJson(QJsonDocument::Compact)] {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            qWarning("where you are could not be noted in %s: %s", qUtf8Printable(path), qUtf8Printable(file.errorString()));
    });
}

std::optional<WhereYouWere> LastSession::read(const QString& path)
{
    QFile file(path);
    if (file.size() > kMostBytes || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject note = QJsonDocument::fromJson(file.readAll()).object();
    if (note.isEmpty() || note.value(QStringLiteral("clean")).toBool(true))
        return std::nullopt;
    WhereYouWere where;
    where.file = note.value(QStringLiteral("file")).toString();
    where.plant = plantFrom(note.value(QStringLiteral("plant")).toObject());
    bool ok = false;
    const qint64 at = note.value(QStringLiteral("at")).toString().toLongLong(&ok);
    where.at = ok ? at : twin::kNoTime;
    for (const QJsonValue& w : note.value(QStringLiteral("windows")).toArray())
        where.windows += fromJson(w);
    return where.anything() ? std::optional(where) : std::nullopt;
}

} // namespace gemba
