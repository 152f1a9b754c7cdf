// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_set>

#include <QWidget>

#include "ui/look/spoken.h"
#include "ui/models/phrases.h"
#include "ui/operate/console_context.h"

namespace gemba::ui {

/// Tells screen readers of each alert that is raised while time runs, wherever the focus is: the
/// accessible twin of what flashes. Paints nothing. What is there already when another time or
/// plant is opened is not told: it is in the list. GUI thread.
class AlertAnnouncer : public QWidget, public Spoken
{
    Q_OBJECT
public:
    AlertAnnouncer(const ConsoleContext& context, QWidget* parent);
    [[nodiscard]] QString spokenText() const override { return m_said; }
    [[nodiscard]] QAccessible::Role spokenRole() const override { return QAccessible::AlertMessage; }

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void onSnapshot(ChangeReason reason);
    void say(const twin::Alert& mostUrgent, int count);
    ConsoleContext m_context;
    Phrases m_phrases;
    std::unordered_set<std::uint64_t> m_known;
    QString m_said;
};

} // namespace gemba::ui
