// SPDX-License-Identifier: GPL-3.0-or-later
// What LiveNotifications keeps in the keyring and reads from there.
#include "app/gemba/live_notifications.h"
#include "twin/wording/error_text.h"

namespace gemba {
namespace {

twin::Result<std::string> utf8(const twin::Result<QString>& secret)
{
    if (!secret)
        return secret.error();
    return secret->toStdString();
}

} // namespace

void LiveNotifications::readSecrets()
{
    m_delivery->setAuthorities(roster().caFile);
    readMailPassword();
    for (const twin::Person& p : roster().people) {
        for (const twin::Channel& c : p.channels) {
            if (c.token)
                readToken(c);
        }
    }
}

void LiveNotifications::readMailPassword()
{
    const twin::MailServer mail = roster().mail;
    if (mail.user.empty()) // needs none: the keyring is not even asked
        return m_delivery->setMail(mail, std::string());
    if (std::exchange(m_mail, mail) != mail) // a locked keyring asks its person first
        m_delivery->setMail(mail, twin::Error{twin::ErrorCode::KeyringUnavailable,
                                              {tr("it has not answered yet").toStdString()}, {}});
    m_keyring.read(twin::mailSecret(mail), [this, mail](const twin::Result<QString>& secret) {
        if (roster().mail == mail)
            m_delivery->setMail(mail, utf8(secret));
    });
}

void LiveNotifications::readToken(const twin::Channel& channel)
{
    m_keyring.read(twin::webhookSecret(channel), [this, channel](const twin::Result<QString>& secret) {
        m_delivery->setToken(channel.address, utf8(secret));
    });
}

void LiveNotifications::keepMailPassword(const QString& password)
{
    m_keyring.write(twin::mailSecret(roster().mail), password, [this](const twin::Result<void>& done) {
        Q_EMIT secretKept(done ? tr("The password is in the keyring.") : twin::errorText(done.error()));
        readMailPassword();
    });
}

void LiveNotifications::keepToken(const twin::Channel& channel, const QString& token)
{
    m_keyring.write(twin::webhookSecret(channel), token, [this, channel](const twin::Result<void>& done) {
        Q_EMIT secretKept(done ? tr("The token is in the keyring.") : twin::errorText(done.error()));
        readToken(channel);
    });
}

} // namespace gemba
