// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "tests/runtime/plant_log.h"

namespace gemba::test {

/// Records a log into a session file as the live side would have, with the log's own times: the
/// same log gives the same session, whenever and wherever it is made.
[[nodiscard]] twin::Result<void> recordLog(const std::vector<OwnedRecord>& log,
                                           const twin::PlantPackage& package,
                                           const std::string& path);

/// A minute of the plant as shipped in which feed A is lost: one machine after the other turns
/// abnormal, the reactor becomes Critical. Empty: it could not be recorded.
[[nodiscard]] std::string lostFeedSession(const std::string& folder);

} // namespace gemba::test
