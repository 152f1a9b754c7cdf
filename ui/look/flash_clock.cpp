// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/flash_clock.h"

#include <algorithm>
#include <chrono>

#include <QEvent>
#include <QWidget>

#include "ui/models/plant_summary.h"

namespace gemba::ui {
namespace {

constexpr qint64 kBeat = 250; ///< ms: half a period of 2 Hz

const QString kReduced = QStringLiteral("look/reduced-motion");

/// Since an arbitrary instant that is the same for all panels of the program.
qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

bool anyWaits(const twin::Snapshot& snapshot)
{
    return std::any_of(snapshot.alerts.begin(), snapshot.alerts.end(), [](const twin::Alert& a) {
        return a.origin != twin::AlertOrigin::DcsAlarm && waitsForAcknowledgement(a.state);
    });
}

} // namespace

FlashClock::FlashClock(const ViewState& view, const Settings& settings, QWidget& panel)
    : QObject(&panel), m_view(view), m_settings(settings), m_panel(panel)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true); // each time to the next beat of all panels
    connect(&m_timer, &QTimer::timeout, this, [this] {
        Q_EMIT ticked();
        restart();
    });
    panel.installEventFilter(this);
    connect(&view, &ViewState::snapshotChanged, this, &FlashClock::restart);
    connect(&view, &ViewState::modeChanged, this, &FlashClock::restart);
    connect(&settings, &Settings::changed, this, [this](const QString& key) {
        if (key != kReduced)
            return;
        restart();
        Q_EMIT ticked();
    });
    restart();
}

void FlashClock::restart()
{
    const bool wanted = m_panel.isVisible() && m_view.mode() == Mode::Live && m_view.snapshot() &&
                        !m_settings.isOn(kReduced) && anyWaits(*m_view.snapshot());
    if (!wanted)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start(static_cast<int>(kBeat - steadyMs() % kBeat));
}

Attention FlashClock::attention(int priority, bool waiting) const
{
    if (!waiting)
        return Attention::None;
    if (m_settings.isOn(kReduced))
        return Attention::Arrow;
    if (m_view.mode() != Mode::Live)
        return Attention::Ring; // nothing can be acknowledged there: nothing calls for it
    const qint64 beats = steadyMs() / kBeat;
    return (priority == 1 ? beats : beats / 2) % 2 == 0 ? Attention::Ring : Attention::Dark;
}

bool FlashClock::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &FlashClock::restart, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace gemba::ui
