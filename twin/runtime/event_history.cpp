// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/event_history.h"

namespace gemba::twin {

void EventHistory::add(const Event& event)
{
    auto next = std::make_shared<std::vector<Event>>();
    next->reserve(kMost);
    const std::size_t drop = m_list->size() == kMost ? 1 : 0;
    next->assign(m_list->begin() + static_cast<std::ptrdiff_t>(drop), m_list->end());
    next->push_back(event);
    m_forgotten += drop;
    m_list = std::move(next);
}

void EventHistory::clear()
{
    m_list = std::make_shared<const std::vector<Event>>();
    m_forgotten = 0;
}

void EventHistory::save(ByteWriter& w) const
{
    w.varint(m_forgotten);
    w.varint(m_list->size());
    for (const Event& e : *m_list) {
        w.varint(e.seq);
        w.i64(e.at);
        w.u8(static_cast<std::uint8_t>(e.kind));
        w.u8(static_cast<std::uint8_t>(e.priority));
        w.u32(index(e.asset));
        w.u32(index(e.tag));
        w.varint(e.alertId);
        w.zigzag(e.number);
        w.bytes(e.text);
    }
}

bool EventHistory::load(ByteReader& r)
{
    auto list = std::make_shared<std::vector<Event>>();
    m_forgotten = r.varint();
    const std::uint64_t n = r.count(21);
    for (std::uint64_t i = 0; i < n && !r.failed(); ++i) {
        Event e;
        e.seq = r.varint();
        e.at = r.time();
        e.kind = static_cast<EventKind>(r.u8());
        e.priority = r.u8();
        e.asset = AssetId{r.u32()};
        e.tag = TagId{r.u32()};
        e.alertId = r.varint();
        e.number = r.zigzag();
        e.text = r.bytes();
        list->push_back(std::move(e));
    }
    m_list = std::move(list);
    return !r.failed();
}

} // namespace gemba::twin
