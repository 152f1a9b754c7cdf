// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include <curl/curl.h>

#include "twin/model/result.h"
#include "twin/notification/message.h"

namespace gemba::twin {

/// Sending failed; and whether it may work later.
struct SendFailure {
    Error error;
    bool passing = false;
};

/// One transfer with libcurl: TLS 1.2 or newer with the certificate and its host checked, no
/// redirects, timeouts, an end as soon as `stop` is set. One thread.
class CurlTransfer
{
public:
    CurlTransfer(const SendOptions& options, std::string server, const std::atomic<bool>& stop);
    CurlTransfer(const CurlTransfer&) = delete;

    template <class T>
    void set(CURLoption option, T value)
    {
        curl_easy_setopt(m_handle.get(), option, value);
    }
    void addHeader(const std::string& line);
    void addRecipient(const std::string& address);
    void upload(std::string text); ///< what is read from us
    /// Runs it. Nothing: the server took it.
    [[nodiscard]] std::optional<SendFailure> run();
    [[nodiscard]] long responseCode() const;
    [[nodiscard]] const std::string& answer() const { return m_answer; } ///< its beginning

private:
    struct Free {
        void operator()(CURL* c) const { curl_easy_cleanup(c); }
        void operator()(curl_slist* l) const { curl_slist_free_all(l); }
    };
    using List = std::unique_ptr<curl_slist, Free>;
    static void append(List& list, const std::string& line);
    static std::size_t take(char* data, std::size_t size, std::size_t n, void* self);
    static std::size_t give(char* data, std::size_t size, std::size_t n, void* self);
    [[nodiscard]] SendFailure failure(CURLcode code) const;

    std::unique_ptr<CURL, Free> m_handle;
    List m_headers, m_recipients;
    std::string m_server, m_upload, m_answer;
    std::size_t m_given = 0;
    char m_message[CURL_ERROR_SIZE] = {};
};

} // namespace gemba::twin
