// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "twin/model/result.h"
#include "twin/notification/outbound_queue.h"

namespace gemba::twin {

/// Sends messages by their channels, each kind with a queue and a thread of its own: a mail server
/// that does not answer holds up no desktop.
class Delivery
{
public:
    struct Options {
        SendOptions send;
        OutboundQueue::Limits limits;
    };
    /// `tell` comes from any of the threads.
    Delivery(OutboundQueue::Tell tell, Options options);

    /// From now on; any thread. A secret that could not be had is an error: what needs it is not
    /// sent, and ends with that error.
    void setMail(MailServer server, Result<std::string> password);
    void setToken(const std::string& url, Result<std::string> token);

    /// PEM file of authorities that mail and web servers are trusted by beside the system's; empty:
    /// what the options say. It is read anew for each message.
    void setAuthorities(std::string caFile);

    void send(Message message); ///< any thread; never blocks

private:
    [[nodiscard]] std::optional<SendFailure> mail(const Message& m, const std::atomic<bool>& stop);
    [[nodiscard]] std::optional<SendFailure> webhook(const Message& m, const std::atomic<bool>& stop);

    [[nodiscard]] SendOptions options();

    const SendOptions m_options;
    std::mutex m_mutex; ///< guards what follows
    std::string m_caFile;
    MailServer m_mail;
    Result<std::string> m_password{std::string()};
    std::map<std::string, Result<std::string>> m_tokens; ///< by URL
    OutboundQueue m_desktopQueue, m_mailQueue, m_webhookQueue; ///< last: their threads use the rest
};

} // namespace gemba::twin
