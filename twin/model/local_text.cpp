// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/local_text.h"

namespace gemba::twin {

const std::string& LocalText::in(std::string_view language) const
{
    static const std::string kNone;
    for (const auto& [code, text] : byLanguage) {
        if (code == language)
            return text;
    }
    return byLanguage.empty() ? kNone : byLanguage.front().second;
}

} // namespace gemba::twin
