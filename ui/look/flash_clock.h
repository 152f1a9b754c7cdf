// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "ui/models/settings.h"
#include "ui/models/view_state.h"

class QWidget;

namespace gemba::ui {

/// How the marker of an alert is drawn at one instant. The message itself never has an off state:
/// what flashes is a second outline around the shape.
enum class Attention : quint8 {
    None,  ///< somebody has acknowledged it
    Ring,  ///< nobody has: the second outline
    Dark,  ///< the half of a flash without it
    Arrow, ///< reduced motion: a thick outline and ▸ instead of flashing
};

/// The beat of markers that nobody has acknowledged: 2 Hz for priority 1, 1 Hz for 2 and 3, half
/// of the time with the outline, the same beat in every panel. Runs only while the panel is on
/// the screen, live, and something waits; otherwise no timer and no repaint. GUI thread.
class FlashClock : public QObject
{
    Q_OBJECT
public:
    FlashClock(const ViewState& view, const Settings& settings, QWidget& panel);
    [[nodiscard]] Attention attention(int priority, bool waiting) const;
    [[nodiscard]] bool running() const { return m_timer.isActive(); }

Q_SIGNALS:
    void ticked(); ///< markers that wait look different now

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restart();
    const ViewState& m_view;
    const Settings& m_settings;
    QWidget& m_panel;
    QTimer m_timer;
};

} // namespace gemba::ui
