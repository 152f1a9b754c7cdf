// SPDX-License-Identifier: GPL-3.0-or-later
// recording_child FILE LEDGER: records for ever, to be killed. Arrival is the real clock.
#include <chrono>
#include <cstdio>
#include <thread>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tests/store/recording_child.h"
#include "tests/store/synthetic_session.h"

using namespace gemba::twin;
using namespace gemba::twin::testing;

namespace {

TimeNs now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const int fd = ::open(argv[2], O_RDWR);
    void* memory = ::mmap(nullptr, sizeof(ChildLedger), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (fd < 0 || memory == MAP_FAILED)
        return 3;
    auto* ledger = static_cast<ChildLedger*>(memory);
    auto writer = SessionWriter::create(argv[1], SyntheticPlant::package(), SyntheticPlant::facts());
    if (!writer)
        return 4;
    std::uint64_t interval = 0;
    for (std::uint64_t seq = 1;; ++seq) {
        const TimeNs arrival = now();
        if (seq % 400 == 1) {
            if (seq > 1)
                (*writer)->endInterval({interval, SyntheticPlant::digestOf(interval), 400, seq - 1,
                                        arrival});
            interval = seq / 400;
            (*writer)->beginInterval({interval, seq, arrival, "acquisition", "derived", "hash"});
        }
        const Bytes bytes = SyntheticPlant::payloadOf(seq, 100);
        const bool act = seq % 150 == 0;
        (*writer)->append({seq, arrival, act ? RecordKind::Act : RecordKind::Packet, SourceId{0}, bytes});
        (*writer)->appendSample({TagId{0}, arrival, kNoTime, Quality::Good, false,
                                 static_cast<double>(seq)});
        ledger->handedArrival = arrival;
        ledger->handedSeq = seq;
        if (act && (*writer)->waitCommitted(seq, std::chrono::seconds(20)))
            ledger->safeAct = seq;
        ledger->committedSeq = (*writer)->status().committedSeq;
        std::this_thread::sleep_for(std::chrono::milliseconds(1)); // the plant's pace
    }
}
