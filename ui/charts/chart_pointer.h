// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "twin/model/time.h"

namespace gemba::ui {

/// The instant that the mouse (or the arrow keys) points at, one for all charts of a window: each
/// draws it as a thin vertical line and says its values there. Not the cursor of the view: that
/// one is where the window is in time. GUI thread.
class ChartPointer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] twin::TimeNs at() const { return m_at; } ///< kNoTime: nowhere
    void set(twin::TimeNs t)
    {
        if (t == m_at)
            return;
        m_at = t;
        Q_EMIT moved();
    }

Q_SIGNALS:
    void moved();

private:
    twin::TimeNs m_at = twin::kNoTime;
};

} // namespace gemba::ui
