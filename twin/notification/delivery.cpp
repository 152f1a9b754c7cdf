// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/notification/delivery.h"

#include "twin/notification/desktop_sender.h"
#include "twin/notification/mail_sender.h"
#include "twin/notification/webhook_sender.h"

namespace gemba::twin {

Delivery::Delivery(OutboundQueue::Tell tell, Options options)
    : m_options(options.send),
      m_desktopQueue([](const Message& m, const std::atomic<bool>&) { return showOnDesktop(m); }, tell,
                     options.limits),
      m_mailQueue([this](const Message& m, const std::atomic<bool>& stop) { return mail(m, stop); }, tell,
                  options.limits),
      m_webhookQueue([this](const Message& m, const std::atomic<bool>& stop) { return webhook(m, stop); },
                     tell, options.limits)
{
}

void Delivery::setMail(MailServer server, Result<std::string> password)
{
    const std::lock_guard lock(m_mutex);
    m_mail = std::move(server);
    m_password = std::move(password);
}

void Delivery::setToken(const std::string& url, Result<std::string> token)
{
    const std::lock_guard lock(m_mutex);
    m_tokens.insert_or_assign(url, std::move(token));
}

void Delivery::setAuthorities(std::string caFile)
{
    const std::lock_guard lock(m_mutex);
    m_caFile = std::move(caFile);
}

SendOptions Delivery::options()
{
    const std::lock_guard lock(m_mutex);
    SendOptions out = m_options;
    if (!m_caFile.empty())
        out.caFile = m_caFile;
    return out;
}

void Delivery::send(Message message)
{
    switch (message.channel.kind) {
    case ChannelKind::Desktop: return m_desktopQueue.push(std::move(message));
    case ChannelKind::Email: return m_mailQueue.push(std::move(message));
    case ChannelKind::Webhook: return m_webhookQueue.push(std::move(message));
    }
}

std::optional<SendFailure> Delivery::mail(const Message& m, const std::atomic<bool>& stop)
{
    MailServer server;
    Result<std::string> password{std::string()};
    {
        const std::lock_guard lock(m_mutex);
        server = m_mail;
        password = m_password;
    }
    if (!server.user.empty() && !password)
        return SendFailure{password.error(), false};
    return sendMail(server, server.user.empty() ? std::string() : *password, m, options(), stop);
}

std::optional<SendFailure> Delivery::webhook(const Message& m, const std::atomic<bool>& stop)
{
    Result<std::string> token{std::string()};
    if (m.channel.token) {
        const std::lock_guard lock(m_mutex);
        const auto known = m_tokens.find(m.channel.address);
        token = known != m_tokens.end() ? known->second
                                        : Error{ErrorCode::SecretMissing, {m.channel.address}, {}};
        if (token && token->empty())
            token = Error{ErrorCode::SecretMissing, {m.channel.address}, {}};
    }
    if (!token)
        return SendFailure{token.error(), false};
    return postWebhook(m, *token, options(), stop);
}

} // namespace gemba::twin
