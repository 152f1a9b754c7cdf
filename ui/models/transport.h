// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "twin/model/time.h"

namespace gemba::ui {

/// Always exactly one of these; shown by word, icon and frame.
enum class Mode { Live, LivePaused, ReplayHistory, ReplayFile };

/// What a person can ask of time. Implemented in app; the calls return at once and their effect
/// arrives through ViewState. GUI thread only. The live pipeline is never touched by any of them:
/// paused, history and file views run a second pipeline.
class Transport
{
public:
    virtual ~Transport() = default;
    virtual void goLive() = 0;             ///< no effect where there is no live source
    virtual void pause() = 0;              ///< live: freezes the view, recording goes on
    virtual void play() = 0;               ///< at the present rate; at the end: from the start
    virtual void seek(twin::TimeNs t) = 0; ///< live: opens the history view at t
    virtual void stepBy(twin::TimeNs delta) = 0;
    virtual void stepEvent(int direction) = 0; ///< -1 previous, +1 next event
    virtual void setRate(double rate) = 0;     ///< 0.1 .. 3600
    virtual void openFile(const QString& path) = 0;
    virtual void saveLast(twin::TimeNs length, const QString& path) = 0;
    virtual void startRecording(const QString& path) = 0;
    virtual void stopRecording() = 0;
    virtual void acknowledge(quint64 alertId) = 0; ///< live only; elsewhere refused with a reason
};

} // namespace gemba::ui
