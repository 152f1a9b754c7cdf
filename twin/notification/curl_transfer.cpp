// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/notification/curl_transfer.h"

#include <algorithm>
#include <cstring>

#include "twin/notification/mail_text.h"

namespace gemba::twin {
namespace {

constexpr std::size_t kMostAnswer = 300; ///< of what a server says: it is shown in one line

int goOn(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::atomic<bool>*>(stop)->load() ? 1 : 0;
}

} // namespace

CurlTransfer::CurlTransfer(const SendOptions& options, std::string server, const std::atomic<bool>& stop)
    : m_server(std::move(server))
{
    static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)kReady;
    m_handle.reset(curl_easy_init());
    set(CURLOPT_ERRORBUFFER, m_message);
    set(CURLOPT_NOSIGNAL, 1L); // more threads than this one
    set(CURLOPT_CONNECTTIMEOUT_MS, options.connectMs);
    set(CURLOPT_TIMEOUT_MS, options.totalMs);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options.caFile.empty())
        set(CURLOPT_CAINFO, options.caFile.c_str());
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, goOn);
    set(CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(&stop));
    set(CURLOPT_WRITEFUNCTION, take);
    set(CURLOPT_WRITEDATA, this);
}

void CurlTransfer::append(List& list, const std::string& line)
{
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer) {
        (void)list.release();
        list.reset(longer);
    }
}

void CurlTransfer::addHeader(const std::string& line)
{
    append(m_headers, line);
}

void CurlTransfer::addRecipient(const std::string& address)
{
    append(m_recipients, address);
}

void CurlTransfer::upload(std::string text)
{
    m_upload = std::move(text);
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, give);
    set(CURLOPT_READDATA, this);
}

std::size_t CurlTransfer::take(char* data, std::size_t size, std::size_t n, void* self)
{
    std::string& answer = static_cast<CurlTransfer*>(self)->m_answer;
    answer.append(data, std::min(size * n, kMostAnswer - std::min(kMostAnswer, answer.size())));
    return size * n;
}

std::size_t CurlTransfer::give(char* data, std::size_t size, std::size_t n, void* self)
{
    auto& t = *static_cast<CurlTransfer*>(self);
    const std::size_t count = std::min(size * n, t.m_upload.size() - t.m_given);
    std::memcpy(data, t.m_upload.data() + t.m_given, count);
    t.m_given += count;
    return count;
}

long CurlTransfer::responseCode() const
{
    long code = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &code);
    return code;
}

std::optional<SendFailure> CurlTransfer::run()
{
    if (m_headers)
        set(CURLOPT_HTTPHEADER, m_headers.get());
    if (m_recipients)
        set(CURLOPT_MAIL_RCPT, m_recipients.get());
    const CURLcode code = curl_easy_perform(m_handle.get());
    if (code == CURLE_OK)
        return std::nullopt;
    return failure(code);
}

SendFailure CurlTransfer::failure(CURLcode code) const
{
    const std::string said = oneLine(m_message[0] ? m_message : curl_easy_strerror(code));
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return {{ErrorCode::NotifyEnded, {}, {}}, false};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CACERT_BADFILE:
        return {{ErrorCode::TlsFailed, {m_server, said}, {}}, false};
    case CURLE_LOGIN_DENIED:
    case CURLE_SEND_ERROR: // SMTP: an address, or the whole letter, was not taken
    case CURLE_REMOTE_ACCESS_DENIED:
        return {{ErrorCode::NotifyRefused, {m_server, said}, {}},
                code == CURLE_SEND_ERROR && responseCode() / 100 != 5};
    default: {
        const long reply = responseCode(); // of SMTP: 4xx may work later, 5xx will not
        const bool spoke = reply >= 400;
        return {{spoke ? ErrorCode::NotifyRefused : ErrorCode::NotifyUnreachable, {m_server, said}, {}},
                reply / 100 != 5};
    }
    }
}

} // namespace gemba::twin
