// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/notification/webhook_sender.h"

#include "twin/model/roster_json.h"
#include "twin/model/roster_words.h"
#include "twin/notification/mail_text.h"

namespace gemba::twin {
namespace {

/// Worth another try: too busy, or broken for now.
bool passing(long status)
{
    return status == 408 || status == 429 || status >= 500;
}

} // namespace

std::optional<SendFailure> postWebhook(const Message& message, const std::string& token,
                                       const SendOptions& options, const std::atomic<bool>& stop)
{
    const std::string& url = message.channel.address;
    const std::string host = hostOf(url);
    const bool local = isThisMachine(host);
    if (oneLine(url) != url || oneLine(token) != token ||
        !(url.starts_with("https://") || (local && url.starts_with("http://"))))
        return SendFailure{{ErrorCode::ArgumentInvalid,
                            {std::string("a URL that begins with https:// (http:// only to this machine)")}, {}},
                           false};
    CurlTransfer transfer(options, host, stop);
    transfer.set(CURLOPT_URL, url.c_str());
    transfer.set(CURLOPT_PROTOCOLS_STR, local ? "http,https" : "https");
    if (local)
        transfer.set(CURLOPT_PROXY, "");
    transfer.set(CURLOPT_FOLLOWLOCATION, 0L);
    transfer.set(CURLOPT_USERAGENT, "Gemba");
    transfer.addHeader("Content-Type: application/json; charset=utf-8");
    transfer.addHeader("Expect:"); // one turn less
    if (!token.empty())
        transfer.addHeader("Authorization: Bearer " + token);
    transfer.set(CURLOPT_POSTFIELDSIZE, static_cast<long>(message.json.size()));
    transfer.set(CURLOPT_POSTFIELDS, message.json.c_str());
    if (auto failed = transfer.run())
        return failed;
    const long status = transfer.responseCode();
    if (status >= 200 && status < 300)
        return std::nullopt;
    return SendFailure{{ErrorCode::NotifyRefused,
                        {host, "HTTP " + std::to_string(status) + ' ' + oneLine(transfer.answer())}, {}},
                       passing(status)};
}

} // namespace gemba::twin
