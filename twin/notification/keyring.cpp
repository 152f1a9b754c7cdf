// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/notification/keyring.h"

#include <qt6keychain/keychain.h>

namespace gemba::twin {
namespace {

const QString kService = QStringLiteral("gemba");

std::optional<Error> errorOf(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::NoError: return std::nullopt;
    case QKeychain::EntryNotFound: return Error{ErrorCode::SecretMissing, {job.key().toStdString()}, {}};
    default: return Error{ErrorCode::KeyringUnavailable, {job.errorString().toStdString()}, {}};
    }
}

} // namespace

QString mailSecret(const MailServer& server)
{
    return QStringLiteral("mail %1@%2").arg(QString::fromStdString(server.user),
                                            QString::fromStdString(server.host));
}

QString webhookSecret(const Channel& channel)
{
    return QStringLiteral("webhook ") + QString::fromStdString(channel.address);
}

void Keyring::read(const QString& name, std::function<void(Result<QString>)> done)
{
    auto* job = new QKeychain::ReadPasswordJob(kService, this);
    job->setInsecureFallback(false);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        if (const auto error = errorOf(*job))
            done(*error);
        else
            done(job->textData());
    });
    job->start();
}

void Keyring::write(const QString& name, const QString& secret, std::function<void(Result<void>)> done)
{
    QKeychain::Job* job = nullptr;
    if (secret.isEmpty()) {
        job = new QKeychain::DeletePasswordJob(kService, this);
    } else {
        auto* write = new QKeychain::WritePasswordJob(kService, this);
        write->setTextData(secret);
        job = write;
    }
    job->setInsecureFallback(false);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        const auto error = errorOf(*job);
        if (error && error->code != ErrorCode::SecretMissing)
            done(*error);
        else
            done({});
    });
    job->start();
}

} // namespace gemba::twin
