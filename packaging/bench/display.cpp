// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/bench/display.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <string_view>

#include <xcb/damage.h>
#include <xcb/xtest.h>

#include "packaging/bench/report.h"

namespace gemba::bench {
namespace {

constexpr std::uint16_t kSmallest = 200; ///< pixels: less is no window of a program's

template <class T>
using Reply = std::unique_ptr<T, decltype(&std::free)>;

template <class T>
Reply<T> owned(T* reply)
{
    return {reply, &std::free};
}

xcb_atom_t atomOf(xcb_connection_t* x, std::string_view name)
{
    const auto reply = owned(xcb_intern_atom_reply(
        x, xcb_intern_atom(x, 0, static_cast<std::uint16_t>(name.size()), name.data()), nullptr));
    return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

} // namespace

struct Display::Private {
    xcb_connection_t* x = nullptr;
    xcb_window_t root = XCB_NONE;
    xcb_atom_t protocols = XCB_ATOM_NONE, ping = XCB_ATOM_NONE;
    std::uint8_t firstDamage = 0;

    ~Private() { xcb_disconnect(x); }

    bool listen()
    {
        const auto* damage = xcb_get_extension_data(x, &xcb_damage_id);
        if (!damage || !damage->present)
            return false;
        firstDamage = damage->first_event;
        owned(xcb_damage_query_version_reply(x, xcb_damage_query_version(x, 1, 1), nullptr));
        root = xcb_setup_roots_iterator(xcb_get_setup(x)).data->root;
        protocols = atomOf(x, "WM_PROTOCOLS");
        ping = atomOf(x, "_NET_WM_PING");
        // The first for windows that come, the second for answers.
        const std::uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY | XCB_EVENT_MASK_STRUCTURE_NOTIFY;
        xcb_change_window_attributes(x, root, XCB_CW_EVENT_MASK, &mask);
        xcb_damage_create(x, xcb_generate_id(x), root, XCB_DAMAGE_REPORT_LEVEL_RAW_RECTANGLES);
        return xcb_flush(x) > 0;
    }

    bool large(xcb_window_t window) const
    {
        const auto size = owned(xcb_get_geometry_reply(x, xcb_get_geometry(x, window), nullptr));
        return size && size->width >= kSmallest && size->height >= kSmallest;
    }

    std::optional<Event> meaningOf(const xcb_generic_event_t& e, double at) const
    {
        const std::uint8_t type = e.response_type & 0x7f;
        if (type == firstDamage + XCB_DAMAGE_NOTIFY)
            return Event{Event::Kind::Drawn, at};
        if (type == XCB_MAP_NOTIFY) {
            const auto& map = reinterpret_cast<const xcb_map_notify_event_t&>(e);
            if (map.event == root && !map.override_redirect && large(map.window))
                return Event{Event::Kind::Shown, at, map.window};
        }
        if (type == XCB_CLIENT_MESSAGE) {
            const auto& message = reinterpret_cast<const xcb_client_message_event_t&>(e);
            if (message.type == protocols && message.data.data32[0] == ping)
                return Event{Event::Kind::Answer, at, message.data.data32[2], message.data.data32[1]};
        }
        return std::nullopt;
    }
};

Display::Display(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Display::~Display() = default;

std::unique_ptr<Display> Display::open()
{
    auto d = std::make_unique<Private>();
    d->x = xcb_connect(nullptr, nullptr); // never null; an error is inside
    if (xcb_connection_has_error(d->x) != 0 || !d->listen())
        return nullptr;
    return std::unique_ptr<Display>(new Display(std::move(d)));
}

std::optional<Display::Event> Display::next(double until)
{
    for (;;) {
        while (const auto event = owned(xcb_poll_for_event(m_d->x))) {
            if (const auto meaning = m_d->meaningOf(*event, wallSeconds()))
                return meaning;
        }
        const double left = until - wallSeconds();
        if (left <= 0.0 || xcb_connection_has_error(m_d->x) != 0)
            return std::nullopt;
        pollfd fd{xcb_get_file_descriptor(m_d->x), POLLIN, 0};
        (void)::poll(&fd, 1, std::max(1, static_cast<int>(std::min(left, 60.0) * 1e3)));
    }
}

void Display::ask(std::uint32_t window, std::uint32_t serial)
{
    xcb_client_message_event_t m{};
    m.response_type = XCB_CLIENT_MESSAGE;
    m.format = 32;
    m.window = window;
    m.type = m_d->protocols;
    m.data.data32[0] = m_d->ping;
    m.data.data32[1] = serial; // a time stamp by the protocol; the answer repeats it
    m.data.data32[2] = window;
    xcb_send_event(m_d->x, 0, window, XCB_EVENT_MASK_NO_EVENT, reinterpret_cast<const char*>(&m));
    xcb_flush(m_d->x);
}

void Display::focus(std::uint32_t window)
{
    xcb_set_input_focus(m_d->x, XCB_INPUT_FOCUS_PARENT, window, XCB_CURRENT_TIME);
    xcb_flush(m_d->x);
}

bool Display::press(std::uint32_t keysym)
{
    const xcb_setup_t& setup = *xcb_get_setup(m_d->x);
    const auto count = static_cast<std::uint8_t>(setup.max_keycode - setup.min_keycode + 1);
    const auto map = owned(xcb_get_keyboard_mapping_reply(
        m_d->x, xcb_get_keyboard_mapping(m_d->x, setup.min_keycode, count), nullptr));
    if (!map)
        return false;
    const xcb_keysym_t* syms = xcb_get_keyboard_mapping_keysyms(map.get());
    for (int key = 0; key < count; ++key) {
        if (syms[key * map->keysyms_per_keycode] != keysym)
            continue;
        const auto code = static_cast<std::uint8_t>(setup.min_keycode + key);
        for (const std::uint8_t type : {std::uint8_t{XCB_KEY_PRESS}, std::uint8_t{XCB_KEY_RELEASE}})
            xcb_test_fake_input(m_d->x, type, code, XCB_CURRENT_TIME, XCB_NONE, 0, 0, 0);
        return xcb_flush(m_d->x) > 0;
    }
    return false;
}

} // namespace gemba::bench
