// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

namespace gemba::bench {

/// An X display seen from outside, as a window manager sees it: windows that come, anything that is
/// drawn, and how soon a window's event loop answers. Programs are measured as users run them,
/// with nothing in them that measures. One thread; times as wallSeconds() gives them.
class Display
{
public:
    struct Event {
        enum class Kind { Shown, Drawn, Answer } kind;
        double at = 0.0;
        std::uint32_t window = 0; ///< Shown, Answer
        std::uint32_t serial = 0; ///< Answer: of the question
    };

    /// Of $DISPLAY. Null: there is none, or it cannot tell what is drawn.
    [[nodiscard]] static std::unique_ptr<Display> open();
    ~Display();

    /// The next thing that happens; none: nothing until then, or the display has gone.
    [[nodiscard]] std::optional<Event> next(double until);
    /// _NET_WM_PING: its program answers from its event loop.
    void ask(std::uint32_t window, std::uint32_t serial);
    void focus(std::uint32_t window);
    /// Presses and releases a key, by its X keysym. False: this keyboard has none such.
    [[nodiscard]] bool press(std::uint32_t keysym);

private:
    struct Private;
    explicit Display(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace gemba::bench
