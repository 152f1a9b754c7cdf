// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/models/format.h"
#include "ui/notify/roster_draft.h"

class QAbstractButton;
class QStackedWidget;

namespace gemba::ui {

class TextLabel;

/// Who is told of alerts, by which rules, over which mail server, and what was told. Edits take
/// effect at once and can be undone here and in the window.
class NotificationsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `now`: the instant that "on duty" is about; `format`: of the site.
    NotificationsDialog(RosterDraft& draft, twin::TimeNs now, const Format& format, const QLocale& locale,
                        QWidget* parent = nullptr);
    void showPage(int page); ///< 0 people, 1 rules, 2 mail, 3 what was sent

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* buildSent(const Format& format);
    void showProblem();
    RosterDraft& m_draft;
    QList<QAbstractButton*> m_choices;
    QStackedWidget* m_pages;
    TextLabel* m_problem;
};

} // namespace gemba::ui
