// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gemba::twin {

/// A text for people, per language. in() falls back to the first language given.
struct LocalText {
    std::vector<std::pair<std::string, std::string>> byLanguage; ///< {"en", "Reactor"}, ...
    [[nodiscard]] const std::string& in(std::string_view language) const;
};

} // namespace gemba::twin
