// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idle_return.h"

#include <QCoreApplication>
#include <QEvent>

namespace gemba::ui {
namespace {

const QString kMinutes = QStringLiteral("time/return-after");

} // namespace

IdleReturn::IdleReturn(const ConsoleContext& context, QObject* parent)
    : QObject(parent), m_context(context)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_context.transport.goLive();
        m_context.view.tell(tr("Nobody was here: back to live, as set in the settings."));
    });
    connect(&context.view, &ViewState::modeChanged, this, &IdleReturn::restart);
    connect(&context.settings, &Settings::changed, this, [this](const QString& key) {
        if (key == kMinutes)
            restart();
    });
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleReturn::restart()
{
    const int minutes = m_context.settings.value(kMinutes).toInt();
    if (minutes > 0 && m_context.view.mode() != Mode::Live && m_context.view.liveAvailable())
        m_timer.start(std::min(minutes, 24 * 60) * 60'000);
    else
        m_timer.stop();
}

bool IdleReturn::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_timer.isActive())
            m_timer.start();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gemba::ui
