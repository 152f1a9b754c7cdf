// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/log_file.h"

#include <cstdio>

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>

namespace gemba {
namespace {

std::mutex g_mutex;          // a message handler can reach nothing but globals
LogFile* g_log = nullptr;    ///< guarded by g_mutex

const char* word(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "error";
    case QtFatalMsg: return "fatal";
    }
    return "";
}

void take(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString line = QStringLiteral("%1 %2 %3").arg(QLatin1String(word(type)), QLatin1String(context.category), message);
    {
        const std::lock_guard lock(g_mutex);
        if (g_log)
            g_log->write(line);
    }
    if (type >= QtWarningMsg && type != QtInfoMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
}

} // namespace

QString scrubbed(const QString& line)
{
    static const QRegularExpression urlUser(QStringLiteral("([a-z][a-z0-9+.-]*://)[^/\\s@]*@"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression secret(
        QStringLiteral("(pass(?:word|wd|phrase)?|secret|token|api[-_]?key|authorization|credential)"
                       "([\"']?\\s*[:=]\\s*)(?:bearer\\s+|basic\\s+)?(?:\"[^\"]*\"|'[^']*'|[^\\s,;&]+)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pem(QStringLiteral("-----BEGIN[^-]*KEY-----.*?(-----END[^-]*KEY-----|$)"),
                                        QRegularExpression::DotMatchesEverythingOption);
    QString clean = line;
    clean.replace(pem, QStringLiteral("[key]"));
    clean.replace(urlUser, QStringLiteral("\\1[user]@"));
    clean.replace(secret, QStringLiteral("\\1\\2[secret]"));
    return clean;
}

LogFile::LogFile(const QString& folder)
{
    QDir(folder).mkpath(QStringLiteral("."));
    m_path = QDir(folder).filePath(QStringLiteral("gemba.log"));
    m_file.setFileName(m_path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(m_path), qUtf8Printable(m_file.errorString()));
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    {
        const std::lock_guard lock(g_mutex);
        g_log = this;
    }
    qInstallMessageHandler(take);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(nullptr);
    const std::lock_guard lock(g_mutex);
    g_log = nullptr;
}

void LogFile::write(const QString& line)
{
    QString one = scrubbed(line.left(kMostLine));
    one.replace(QLatin1Char('\n'), QStringLiteral("\n  ")); // a line of ours begins with its time
    const std::lock_guard lock(m_mutex);
    if (!m_file.isOpen())
        return;
    if (m_file.size() > kMostBytes)
        rotate();
    const QByteArray when = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
    m_file.write(when + ' ' + one.toUtf8() + '\n');
    m_file.flush(); // what was said before a crash is what is wanted
}

void LogFile::rotate()
{
    const QString older = m_path + QStringLiteral(".1");
    m_file.close();
    QFile::remove(older);
    QFile::rename(m_path, older);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(m_path), qUtf8Printable(m_file.errorString()));
}

bool LogFile::saveTo(const QString& path, const QString& header, QString* problem)
{
    const std::lock_guard lock(m_mutex);
    QSaveFile out(path);
    bool ok = out.open(QIODevice::WriteOnly) && out.write(header.toUtf8() + '\n') >= 0;
    for (const QString& part : {m_path + QStringLiteral(".1"), m_path}) {
        QFile in(part);
        if (ok && in.exists())
            ok = in.open(QIODevice::ReadOnly) && out.write(in.readAll()) >= 0;
    }
    if (ok && out.commit())
        return true;
    *problem = out.errorString();
    return false;
}

} // namespace gemba
