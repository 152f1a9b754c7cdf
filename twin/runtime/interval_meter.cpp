// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/interval_meter.h"

namespace gemba::twin {

bool IntervalMeter::startsInterval(const Record& record) const
{
    if (!m_begun)
        return true;
    if (m_records == 0)
        return false;
    if (m_records >= kMostRecords || record.arrival - m_start >= kLongest)
        return true;
    if (record.kind == RecordKind::Artefact)
        return true;
    if (record.kind != RecordKind::Act)
        return false;
    const Result<ActView> act = decodeAct(record.bytes);
    return act && act->verb == kRecordStart;
}

} // namespace gemba::twin
