// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "twin/model/bytes.h"
#include "twin/model/event.h"

namespace gemba::twin {

/// The latest events, shared with snapshots without copying: a new list is made when one comes.
class EventHistory
{
public:
    static constexpr std::size_t kMost = 100;

    void add(const Event& event);
    [[nodiscard]] const std::shared_ptr<const std::vector<Event>>& list() const { return m_list; }
    [[nodiscard]] std::uint64_t forgotten() const { return m_forgotten; }
    void clear();

    void save(ByteWriter& w) const;
    [[nodiscard]] bool load(ByteReader& r);

private:
    std::shared_ptr<const std::vector<Event>> m_list = std::make_shared<const std::vector<Event>>();
    std::uint64_t m_forgotten = 0;
};

} // namespace gemba::twin
