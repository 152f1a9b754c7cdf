// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/late.h"

#include <algorithm>
#include <charconv>

namespace gemba::twin {

std::string lateText(TimeNs behind)
{
    return std::to_string(std::max<TimeNs>(behind, 0));
}

TimeNs lateBehind(const Event& event)
{
    TimeNs behind = 0;
    const char* end = event.text.data() + event.text.size();
    const auto [at, error] = std::from_chars(event.text.data(), end, behind);
    return error == std::errc() && at == end ? std::max<TimeNs>(behind, 0) : 0;
}

} // namespace gemba::twin
