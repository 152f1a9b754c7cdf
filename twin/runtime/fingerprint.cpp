// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/fingerprint.h"

#include <cmath>

#include <Eigen/Core>
#include <fmt/format.h>
#include <google/protobuf/stubs/common.h>
#include <simdjson.h>

#include "twin/model/bytes.h"
#include "twin/model/package.h"

namespace gemba::twin {
namespace {

std::string mathHash()
{
    Bytes table;
    ByteWriter w(table);
    for (int i = 1; i <= 200; ++i) {
        const double x = 0.137 * i;
        for (const double y : {std::sin(x), std::cos(x), std::exp(-x), std::log(x), std::pow(x, 0.37),
                               std::sqrt(x), std::tanh(x), std::cbrt(x), std::atan2(x, 3.1)})
            w.f64(y);
    }
    return sha256Hex(table).substr(0, 16);
}

} // namespace

const std::string& fingerprint()
{
    static const std::string kText = fmt::format(
        "gemba {}, outputs {}; g++ {}; eigen {}.{}.{}; protobuf {}; simdjson {}; libm {}", GEMBA_VERSION, kOutputsRevision,
        __VERSION__, EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION,
        GOOGLE_PROTOBUF_VERSION, fmt::format("{}.{}.{}", int{simdjson::SIMDJSON_VERSION_MAJOR},
                    int{simdjson::SIMDJSON_VERSION_MINOR}, int{simdjson::SIMDJSON_VERSION_REVISION}), mathHash());
    return kText;
}

} // namespace gemba::twin
