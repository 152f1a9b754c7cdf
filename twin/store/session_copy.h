// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/store/session_writer.h"

namespace gemba::twin {

/// Copies whole ended intervals of a session, from the last keyframe at or before `from` on, into
/// a new complete session. The source may be written meanwhile: one transaction sees one state of
/// it. The target appears under its name when all of it is on disk.
/// Errors: SessionEmpty (no interval has ended), FileNotWritable, StoreFailed, also
/// where `progress` said no: then nothing is left of it.
Result<SessionWriter::Saved> copySession(const std::string& source, TimeNs from,
                                         const std::string& target,
                                         const SaveProgress& progress = {});

} // namespace gemba::twin
