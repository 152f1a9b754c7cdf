// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "twin/model/time.h"

namespace gemba::twin {

/// Seconds to add to UTC at an instant, at the site. Whoever has a time zone table hands it in.
using ZoneOffset = std::function<int(TimeNs)>;

/// A stretch of the wall clock that comes back every week.
struct WeeklyHours {
    std::uint8_t days = 0; ///< on which it begins: bit 0 Monday … bit 6 Sunday
    int from = 0;          ///< minutes after midnight, 0..1439
    int to = 0;            ///< at or before `from`: on the next day; the same: 24 h
    bool operator==(const WeeklyHours&) const = default;
};

/// The instant at which the wall clock first shows this local time (nanoseconds since 1970 as if
/// it were UTC); where the clock is put forward over it, the instant of the change. So shifts that
/// follow each other on the wall clock follow each other without a hole and without an overlap on
/// days of 23 and 25 hours too.
[[nodiscard]] TimeNs instantOf(TimeNs localTime, const ZoneOffset& zone);

/// Whether t lies within: from the beginning on, before the end.
[[nodiscard]] bool holds(const WeeklyHours& hours, TimeNs t, const ZoneOffset& zone);

enum class ChannelKind : std::uint8_t { Desktop, Email, Webhook };

/// One way to reach a person.
struct Channel {
    ChannelKind kind = ChannelKind::Desktop;
    std::string address; ///< e-mail address or URL; empty for the desktop of this console
    bool token = false;  ///< the webhook asks for a token, which is in the keyring
    auto operator<=>(const Channel&) const = default;
};

/// A person, or a function that several take in turn (one telephone, one mailbox).
struct Person {
    std::string id;   ///< unique in the roster
    std::string name; ///< one line
    std::string role; ///< as plant.json names it: "Shift lead"; may be shared
    std::vector<Channel> channels;
    std::vector<WeeklyHours> shifts; ///< in the site's time; none: never on duty by itself
    bool operator==(const Person&) const = default;
};

/// Who hears of an alert when nobody has acknowledged it so far.
struct EscalationLevel {
    TimeNs after = 0; ///< since the level before was told; the first: since the on-delay
    std::vector<std::string> roles;  ///< everybody who has one of these
    std::vector<std::string> people; ///< and these, by id
    bool onDutyOnly = true;          ///< of them only who is on duty then
    bool operator==(const EscalationLevel&) const = default;
};

struct NotificationRules {
    std::array<bool, 4> priorities{false, true, true, false}; ///< [1]..[3]: which are told at all
    bool dcsAlarms = false; ///< also what the DCS announces itself
    TimeNs onDelay = 30 * kSecond; ///< an alert must last this long
    std::vector<EscalationLevel> chain;
    std::vector<WeeklyHours> quiet; ///< then only the priorities up to quietPasses are told
    int quietPasses = 1;            ///< 0: none; 1: Critical; 2: and Act; 3: all
    int stormMost = 5;              ///< more alerts than this to one channel in stormWithin …
    TimeNs stormWithin = 10 * kMinute; ///< … come together as digests
    bool operator==(const NotificationRules&) const = default;
};

enum class MailSecurity : std::uint8_t { Tls, StartTls, Plain };

/// The server that takes our mail. Its password is in the keyring, never here.
struct MailServer {
    std::string host; ///< empty: there is none, e-mail cannot be sent
    std::uint16_t port = 465;
    MailSecurity security = MailSecurity::Tls; ///< Plain: only to this very machine
    std::string user; ///< empty: it asks for none
    std::string from; ///< e-mail address
    bool operator==(const MailServer&) const = default;
};

/// Who is to be told of alerts, when, and how: roster.json. A value.
struct Roster {
    std::vector<Person> people;
    NotificationRules rules;
    MailServer mail;
    std::string caFile; ///< PEM: authorities trusted for mail and webhooks beside the system's; empty: none

    [[nodiscard]] const Person* find(std::string_view personId) const;
    /// Who is on duty at t, in the order of the roster. Pointers into this roster.
    [[nodiscard]] std::vector<const Person*> onDuty(TimeNs t, const ZoneOffset& zone) const;
    /// Who works when and nothing else: no addresses, no rules, no mail. What goes with a session.
    [[nodiscard]] Roster shiftsOnly() const;
    bool operator==(const Roster&) const = default;
};

} // namespace gemba::twin
