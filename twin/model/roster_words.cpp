// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/roster_words.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "twin/model/roster_json.h"

namespace gemba::twin {

using json = nlohmann::ordered_json; // a person reads the file: keys in their own order

namespace {

template <class T, std::size_t N>
T byWord(const std::array<std::string_view, N>& words, std::string_view word)
{
    const auto at = std::find(words.begin(), words.end(), word);
    return static_cast<T>(at == words.end() ? 0 : at - words.begin());
}

std::string clockOf(int minutes)
{
    std::string text = "00:00";
    text[0] = static_cast<char>('0' + minutes / 600 % 10);
    text[1] = static_cast<char>('0' + minutes / 60 % 10);
    text[3] = static_cast<char>('0' + minutes % 60 / 10);
    text[4] = static_cast<char>('0' + minutes % 10);
    return text;
}

std::string durationOf(TimeNs length)
{
    if (length % kHour == 0 && length != 0)
        return std::to_string(length / kHour) + "h";
    if (length % kMinute == 0 && length != 0)
        return std::to_string(length / kMinute) + "min";
    if (length % kSecond == 0)
        return std::to_string(length / kSecond) + "s";
    return std::to_string(length / kMillisecond) + "ms";
}

json hoursOf(const std::vector<WeeklyHours>& hours)
{
    json out = json::array();
    for (const WeeklyHours& h : hours) {
        json days = json::array();
        for (std::size_t d = 0; d < kDayWords.size(); ++d) {
            if (h.days >> d & 1)
                days.push_back(kDayWords[d]);
        }
        out.push_back({{"days", std::move(days)}, {"from", clockOf(h.from)}, {"to", clockOf(h.to)}});
    }
    return out;
}

json personOf(const Person& p)
{
    json out{{"id", p.id}, {"name", p.name}};
    if (!p.role.empty())
        out["role"] = p.role;
    json channels = json::array();
    for (const Channel& c : p.channels) {
        json channel{{"kind", kChannelWords[static_cast<std::size_t>(c.kind)]}};
        if (!c.address.empty())
            channel["address"] = c.address;
        if (c.token)
            channel["token"] = true;
        channels.push_back(std::move(channel));
    }
    out["channels"] = std::move(channels);
    if (!p.shifts.empty())
        out["shifts"] = hoursOf(p.shifts);
    return out;
}

json rulesOf(const NotificationRules& rules)
{
    json priorities = json::array();
    for (std::size_t p = 1; p < rules.priorities.size(); ++p) {
        if (rules.priorities[p])
            priorities.push_back(p);
    }
    json out{{"priorities", std::move(priorities)}, {"dcsAlarms", rules.dcsAlarms},
             {"onDelay", durationOf(rules.onDelay)}, {"chain", json::array()}};
    for (const EscalationLevel& l : rules.chain) {
        json level{{"after", durationOf(l.after)}};
        if (!l.roles.empty())
            level["roles"] = l.roles;
        if (!l.people.empty())
            level["people"] = l.people;
        level["onDutyOnly"] = l.onDutyOnly;
        out["chain"].push_back(std::move(level));
    }
    if (!rules.quiet.empty())
        out["quiet"] = hoursOf(rules.quiet);
    out["quietPasses"] = rules.quietPasses;
    out["storm"] = {{"most", rules.stormMost}, {"within", durationOf(rules.stormWithin)}};
    return out;
}

} // namespace

ChannelKind channelKind(std::string_view word)
{
    return byWord<ChannelKind>(kChannelWords, word);
}

MailSecurity mailSecurity(std::string_view word)
{
    return byWord<MailSecurity>(kSecurityWords, word);
}

std::uint16_t defaultPort(MailSecurity security)
{
    return security == MailSecurity::Tls ? 465 : security == MailSecurity::StartTls ? 587 : 25;
}

std::string hostOf(std::string_view url)
{
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#\\"));
    if (const auto user = url.rfind('@'); user != std::string_view::npos)
        url.remove_prefix(user + 1);
    if (url.starts_with('['))
        return std::string(url.substr(1, url.find(']') - 1));
    return std::string(url.substr(0, url.find(':')));
}

bool isThisMachine(std::string_view host)
{
    return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

std::string writeRoster(const Roster& roster)
{
    json out{{"format", 1}, {"people", json::array()}, {"rules", rulesOf(roster.rules)}};
    for (const Person& p : roster.people)
        out["people"].push_back(personOf(p));
    if (!roster.mail.host.empty()) {
        const MailServer& m = roster.mail;
        out["mail"] = {{"host", m.host}, {"port", m.port},
                       {"security", kSecurityWords[static_cast<std::size_t>(m.security)]}};
        if (!m.user.empty())
            out["mail"]["user"] = m.user;
        out["mail"]["from"] = m.from;
    }
    if (!roster.caFile.empty())
        out["caFile"] = roster.caFile;
    // A name may hold bytes that are no UTF-8; the reader then says where.
    return out.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

} // namespace gemba::twin
