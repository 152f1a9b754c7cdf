// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "twin/model/alert.h"
#include "twin/model/bytes.h"
#include "twin/model/plant.h"
#include "twin/model/result.h"
#include "twin/model/roster.h"

namespace gemba::twin {

/// One message to one channel, or the news that there was nobody to send it to.
struct Notification {
    enum class What : std::uint8_t { Alert, Digest, Nobody };
    What what = What::Alert;
    TimeNs at = kNoTime;
    std::size_t level = 0; ///< of the chain, from 0; of a digest: not used
    std::string person;    ///< id in the roster; Nobody: empty
    Channel channel;
    std::vector<Alert> alerts; ///< one; of a digest: at least one, worst first
    bool operator==(const Notification&) const = default;
};

/// Decides who is told of which alert, and when. A value that is fed the live alerts and the log
/// time, about once a second; it reads no clock, and the same calls give the same answers.
///
/// An alert is told once for each level and priority: where it becomes worse, the chain begins
/// anew; where it eases or is acknowledged, the chain stops. A level at which nobody can be reached
/// is passed over at once, and said. In quiet hours alerts below the priority set wait for their
/// end. A channel that has had `stormMost` alerts within `stormWithin` gets further ones together.
/// After a restart the log counts alerts anew: what is wrong with the same machine again within ten
/// minutes is then the same alert.
class NotificationPlanner
{
public:
    NotificationPlanner(std::shared_ptr<const Plant> plant, Roster roster, ZoneOffset zone);

    /// What was told stays told.
    void setRoster(Roster roster);
    [[nodiscard]] const Roster& roster() const { return m_roster; }

    /// All alerts of now. Times must not decrease. In the order in which they are to be sent.
    [[nodiscard]] std::vector<Notification> plan(const std::vector<Alert>& alerts, TimeNs now);

    /// Which of its alerts the plan has told; to be kept over a restart, for one plant.
    void save(ByteWriter& w) const;
    /// Only before the first plan(). Errors: SessionDamaged, then nothing is known.
    [[nodiscard]] Result<void> load(ByteReader& r);

private:
    struct Episode {
        std::uint64_t alertId = 0;
        int priority = 3;          ///< the worst of it so far
        std::size_t nextLevel = 0; ///< to be told
        TimeNs base = kNoTime;     ///< from when the level's `after` counts
        bool acknowledged = false;
        bool resumed = false;      ///< known from before a restart, not seen since
        TimeNs seenAt = kNoTime;
    };
    struct Outlet {
        std::deque<TimeNs> times;  ///< of the last alerts, at most stormMost
        std::map<std::string, Alert> held; ///< by subject
        std::string person;        ///< who was to get them
        TimeNs heldSince = kNoTime;
        TimeNs lastDigest = kNoTime;
    };

    [[nodiscard]] std::string subject(const Alert& a) const;
    [[nodiscard]] bool concerns(const Alert& a) const;
    void follow(const Alert& a, TimeNs now);
    void forgetOver(TimeNs now);
    void escalate(Episode& e, const Alert& a, TimeNs now, std::vector<Notification>& out);
    [[nodiscard]] std::map<Channel, std::string> recipients(const EscalationLevel& level, TimeNs now) const;
    void offer(const Channel& channel, const std::string& person, std::size_t level, const Alert& a,
               TimeNs now, std::vector<Notification>& out);
    void sendDigests(const std::vector<Alert>& alerts, TimeNs now, std::vector<Notification>& out);
    void resume(TimeNs now);

    std::shared_ptr<const Plant> m_plant;
    Roster m_roster;
    ZoneOffset m_zone;
    std::map<std::string, Episode> m_episodes; ///< by subject
    std::map<Channel, Outlet> m_outlets;
    TimeNs m_startedAt = kNoTime; ///< of the first plan()
};

} // namespace gemba::twin
