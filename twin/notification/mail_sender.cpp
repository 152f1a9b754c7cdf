// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/notification/mail_sender.h"

#include <chrono>

#include <QUuid>

#include "twin/model/roster_json.h"
#include "twin/notification/mail_text.h"

namespace gemba::twin {
namespace {

SendFailure invalid(std::string expected)
{
    return {{ErrorCode::ArgumentInvalid, {std::move(expected)}, {}}, false};
}

} // namespace

std::optional<SendFailure> sendMail(const MailServer& server, const std::string& password,
                                    const Message& message, const SendOptions& options,
                                    const std::atomic<bool>& stop)
{
    if (server.host.empty())
        return SendFailure{{ErrorCode::NotifyNoMailServer, {}, {}}, false};
    if (!isMailAddress(server.from) || !isMailAddress(message.channel.address))
        return invalid("an e-mail address");
    const bool local = isThisMachine(server.host);
    if (server.security == MailSecurity::Plain && !local)
        return invalid("tls or starttls: plain only goes to this machine");
    const bool bare = server.host.find(':') != std::string::npos; // IPv6
    const std::string address = (bare ? '[' + server.host + ']' : server.host) + ':' + std::to_string(server.port);
    CurlTransfer transfer(options, address, stop);
    const std::string url = (server.security == MailSecurity::Tls ? "smtps://" : "smtp://") + address;
    transfer.set(CURLOPT_URL, url.c_str());
    transfer.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    transfer.set(CURLOPT_PROXY, ""); // what a proxy is set for is the web
    if (server.security != MailSecurity::Plain)
        transfer.set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!server.user.empty()) {
        transfer.set(CURLOPT_USERNAME, server.user.c_str());
        transfer.set(CURLOPT_PASSWORD, password.c_str());
    }
    transfer.set(CURLOPT_MAIL_FROM, ('<' + server.from + '>').c_str());
    transfer.addRecipient('<' + message.channel.address + '>');
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    transfer.upload(letter(message, server.from, std::chrono::duration_cast<std::chrono::seconds>(now).count(),
                           QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()));
    return transfer.run();
}

} // namespace gemba::twin
