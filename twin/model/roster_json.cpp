// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/roster_json.h"

#include <algorithm>
#include <set>

#include "twin/model/json_document.h"
#include "twin/model/roster_words.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

using Parts = std::vector<std::string>; ///< of a JSON pointer

Parts below(Parts path, std::initializer_list<std::string> more)
{
    path.insert(path.end(), more);
    return path;
}

/// Builds the roster from a document that fits the schema and collects what is wrong beyond it.
class RosterReader
{
public:
    RosterReader(const json& document, std::vector<Error>& errors) : m_doc(document), m_errors(errors) {}

    Roster read()
    {
        std::size_t i = 0;
        for (const json& p : m_doc.at("people"))
            readPerson(p, {"people", std::to_string(i++)});
        readRules(m_doc.at("rules"));
        if (m_doc.contains("mail"))
            readMail(m_doc.at("mail"));
        m_roster.caFile = m_doc.value("caFile", std::string());
        return std::move(m_roster);
    }

private:
    void report(ErrorCode code, std::vector<ErrorArg> args, const Parts& path)
    {
        if (m_errors.size() >= kMaxJsonErrors)
            return;
        Error e{code, std::move(args), {}};
        e.place.jsonPath = jsonPointer(path);
        m_errors.push_back(std::move(e));
    }
    void inconsistent(std::string expected, const Parts& path)
    {
        report(ErrorCode::PlantInconsistent, {std::move(expected)}, path);
    }

    TimeNs duration(const json& object, const char* key, TimeNs otherwise, const Parts& path)
    {
        if (!object.contains(key))
            return otherwise;
        const auto t = parseDuration(object.at(key).get<std::string>());
        if (t && *t >= 0 && *t <= 7 * 24 * kHour)
            return *t;
        inconsistent("a length of time of at most 7 days", below(path, {key}));
        return otherwise;
    }

    static std::vector<WeeklyHours> hours(const json& object, const char* key)
    {
        std::vector<WeeklyHours> out;
        for (const json& h : object.value(key, json::array())) {
            WeeklyHours w;
            for (const json& day : h.at("days")) {
                const auto at = std::find(kDayWords.begin(), kDayWords.end(), day.get<std::string>());
                w.days = static_cast<std::uint8_t>(w.days | 1 << (at - kDayWords.begin()));
            }
            w.from = minutes(h.at("from").get<std::string>());
            w.to = minutes(h.at("to").get<std::string>());
            out.push_back(w);
        }
        return out;
    }
    static int minutes(const std::string& clock) // "06:30", by the schema
    {
        const auto digit = [&](std::size_t i) { return clock[i] - '0'; };
        return (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
    }

    void readPerson(const json& p, const Parts& path)
    {
        Person person{p.at("id"), p.at("name"), p.value("role", std::string()), {}, hours(p, "shifts")};
        std::size_t i = 0;
        for (const json& c : p.at("channels"))
            person.channels.push_back(readChannel(c, below(path, {"channels", std::to_string(i++)})));
        if (m_roster.find(person.id))
            report(ErrorCode::PlantDuplicate, {std::string("person"), person.id}, below(path, {"id"}));
        m_roster.people.push_back(std::move(person));
    }

    Channel readChannel(const json& c, const Parts& path)
    {
        const std::string kind = c.at("kind");
        Channel channel{channelKind(kind), c.value("address", std::string()), c.value("token", false)};
        const Parts place = below(path, {"address"});
        if (channel.token && channel.kind != ChannelKind::Webhook)
            inconsistent("a token for webhooks only", below(path, {"token"}));
        if (channel.kind == ChannelKind::Desktop) {
            if (!channel.address.empty())
                inconsistent("no address: the desktop is that of this console", place);
        } else if (channel.kind == ChannelKind::Email) {
            const auto at = channel.address.find('@');
            if (at == 0 || at == std::string::npos || at != channel.address.rfind('@') ||
                at + 1 == channel.address.size())
                inconsistent("an e-mail address", place);
        } else if (!channel.address.starts_with("https://") &&
                   !(channel.address.starts_with("http://") && isThisMachine(hostOf(channel.address)))) {
            inconsistent("a URL that begins with https:// (http:// only to this machine)", place);
        }
        return channel;
    }

    void readRules(const json& r)
    {
        NotificationRules& rules = m_roster.rules;
        const Parts path{"rules"};
        if (r.contains("priorities")) {
            rules.priorities.fill(false);
            for (const json& p : r.at("priorities"))
                rules.priorities[p.get<std::size_t>()] = true;
        }
        rules.dcsAlarms = r.value("dcsAlarms", rules.dcsAlarms);
        rules.onDelay = duration(r, "onDelay", rules.onDelay, path);
        rules.quiet = hours(r, "quiet");
        rules.quietPasses = r.value("quietPasses", rules.quietPasses);
        if (r.contains("storm")) {
            const json& storm = r.at("storm");
            rules.stormMost = storm.value("most", rules.stormMost);
            rules.stormWithin = duration(storm, "within", rules.stormWithin, {"rules", "storm"});
        }
        std::size_t i = 0;
        for (const json& l : r.at("chain"))
            readLevel(l, {"rules", "chain", std::to_string(i++)});
    }

    void readLevel(const json& l, const Parts& path)
    {
        EscalationLevel level;
        level.after = duration(l, "after", 0, path);
        level.roles = l.value("roles", std::vector<std::string>());
        level.people = l.value("people", std::vector<std::string>());
        level.onDutyOnly = l.value("onDutyOnly", level.onDutyOnly);
        if (level.roles.empty() && level.people.empty())
            inconsistent("at least one role or person", path);
        for (std::size_t i = 0; i < level.people.size(); ++i) {
            if (!m_roster.find(level.people[i]))
                report(ErrorCode::PlantUnknownReference, {std::string("person"), level.people[i]},
                       below(path, {"people", std::to_string(i)}));
        }
        for (std::size_t i = 0; i < level.roles.size(); ++i) {
            if (std::none_of(m_roster.people.begin(), m_roster.people.end(),
                             [&](const Person& p) { return p.role == level.roles[i]; }))
                report(ErrorCode::PlantUnknownReference, {std::string("role"), level.roles[i]},
                       below(path, {"roles", std::to_string(i)}));
        }
        m_roster.rules.chain.push_back(std::move(level));
    }

    void readMail(const json& m)
    {
        MailServer& mail = m_roster.mail;
        mail.host = m.at("host");
        mail.security = mailSecurity(m.value("security", std::string("tls")));
        mail.port = m.value("port", defaultPort(mail.security));
        mail.user = m.value("user", std::string());
        mail.from = m.at("from");
        if (mail.security == MailSecurity::Plain && !isThisMachine(mail.host))
            inconsistent("tls or starttls: plain only goes to this machine", {"mail", "security"});
    }

    const json& m_doc;
    std::vector<Error>& m_errors;
    Roster m_roster;
};

Roster readRoster(std::string_view text, std::vector<Error>& errors)
{
    JsonLimits limits;
    limits.bytes = kMaxRosterBytes;
    const std::optional<json> document = parseJson(text, limits, errors);
    if (!document)
        return {};
    checkSchema(*document, rosterSchema(), errors);
    if (!errors.empty())
        return {};
    return RosterReader(*document, errors).read();
}

} // namespace

Result<Roster> parseRoster(std::string_view json)
{
    std::vector<Error> errors;
    Roster roster = readRoster(json, errors);
    if (!errors.empty())
        return errors.front();
    return roster;
}

std::vector<Error> checkRoster(std::string_view json)
{
    std::vector<Error> errors;
    (void)readRoster(json, errors);
    return errors;
}

} // namespace gemba::twin
