// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/operate/console_context.h"

namespace gemba::ui {

/// Goes back to live when nobody has touched the console for as long as a person has set; never,
/// unless somebody has set it (time/return-after, in minutes; 0: never). GUI thread.
class IdleReturn : public QObject
{
    Q_OBJECT
public:
    explicit IdleReturn(const ConsoleContext& context, QObject* parent = nullptr);
    [[nodiscard]] bool waiting() const { return m_timer.isActive(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restart();
    ConsoleContext m_context;
    QTimer m_timer;
};

} // namespace gemba::ui
