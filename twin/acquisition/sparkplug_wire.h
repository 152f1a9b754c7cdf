// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "twin/acquisition/sparkplug_payload.h"

namespace gemba::twin {

/// Walks the protobuf wire format of a payload without building anything: every length lies within
/// its parent, no groups, and no more metrics, nested messages and depth than the limits allow. A
/// two-byte empty metric costs hundreds of bytes once parsed, so this comes before libprotobuf.
/// Time is linear in the size, memory constant.
[[nodiscard]] Result<void> checkSparkplugWire(std::string_view bytes, const SparkplugLimits& limits);

/// Opens a zlib or gzip body of at most limit bytes. Errors: PayloadTooLarge, PayloadMalformed.
[[nodiscard]] Result<void> inflateBody(std::string_view body, std::size_t limit, Bytes& out);

} // namespace gemba::twin
