// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/value.h"

#include <limits>

namespace gemba::twin {

double toNumber(const Value& v)
{
    switch (kindOf(v)) {
    case ValueKind::Double:
        return std::get<double>(v);
    case ValueKind::Int64:
        return static_cast<double>(std::get<std::int64_t>(v));
    case ValueKind::Bool:
        return std::get<bool>(v) ? 1.0 : 0.0;
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

} // namespace gemba::twin
