// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/notification/mail_text.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <QByteArray>
#include <fmt/format.h>

namespace gemba::twin {
namespace {

constexpr std::size_t kWordBytes = 42; ///< 56 characters of base64: with its frame below 75
constexpr qsizetype kLineBytes = 57;   ///< 76 characters of base64

QByteArray base64(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())).toBase64();
}

/// Encoded words, each of whole characters.
std::string headerWords(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        std::size_t n = std::min(kWordBytes, text.size());
        while (n < text.size() && n > 1 && (static_cast<unsigned char>(text[n]) & 0xc0) == 0x80)
            --n;
        if (!out.empty())
            out += "\r\n ";
        out += "=?UTF-8?B?" + base64(text.substr(0, n)).toStdString() + "?=";
        text.remove_prefix(n);
    }
    return out;
}

std::string bodyLines(const std::string& body)
{
    const QByteArray text = QByteArray::fromStdString(body).replace("\r\n", "\n").replace('\n', "\r\n");
    std::string out;
    for (qsizetype i = 0; i < text.size(); i += kLineBytes)
        out += text.mid(i, kLineBytes).toBase64().toStdString() + "\r\n";
    return out;
}

/// "Mon, 23 Nov 2026 13:07:42 +0000": English in every locale.
std::string mailDate(std::int64_t unixSeconds)
{
    using namespace std::chrono;
    static constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_seconds t{seconds{unixSeconds}};
    const auto day = floor<days>(t);
    const year_month_day date{day};
    const hh_mm_ss clock{t - day};
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", kDays[weekday{day}.c_encoding()],
                       static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

} // namespace

std::string oneLine(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    }
    return out;
}

bool isMailAddress(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && at == text.rfind('@') &&
           text.size() <= 300 && text.front() != '-' && std::all_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) > 0x20 && c != 0x7f && c != '<' && c != '>' &&
                      c != '"' && c != ',' && c != ';' && c != ':' && c != '\\';
           });
}

std::string letter(const Message& message, std::string_view from, std::int64_t unixSeconds,
                   std::string_view unique)
{
    std::string out;
    out += "Date: " + mailDate(unixSeconds) + "\r\n";
    out += fmt::format("From: Gemba <{}>\r\nTo: <{}>\r\n", from, message.channel.address);
    out += "Subject: " + headerWords(oneLine(message.title)) + "\r\n";
    out += fmt::format("Message-ID: <{}@{}>\r\n", unique, from.substr(from.find('@') + 1));
    out += "Auto-Submitted: auto-generated\r\n"; // no answers from people who are away
    out += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\n";
    return out + bodyLines(message.body);
}

} // namespace gemba::twin
