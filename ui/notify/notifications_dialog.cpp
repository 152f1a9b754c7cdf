// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/notifications_dialog.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QUndoStack>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/models/sent_model.h"
#include "ui/notify/form.h"
#include "ui/notify/mail_page.h"
#include "ui/notify/people_page.h"
#include "ui/notify/rules_page.h"

namespace gemba::ui {

NotificationsDialog::NotificationsDialog(RosterDraft& draft, twin::TimeNs now, const Format& format,
                                         const QLocale& locale, QWidget* parent)
    : QDialog(parent), m_draft(draft), m_pages(new QStackedWidget), m_problem(new TextLabel(TextLabel::Voice::Body))
{
    setWindowTitle(tr("Notifications"));
    setObjectName(QStringLiteral("notifications"));
    setFont(Theme::font(13));
    auto* line = new QHBoxLayout;
    auto* group = new QButtonGroup(this);
    const QStringList names{tr("People"), tr("Rules"), tr("Mail server"), tr("What was sent")};
    const std::vector<QWidget*> pages{new PeoplePage(draft, now, locale), new RulesPage(draft, locale),
                                      new MailPage(draft), buildSent(format)};
    for (int i = 0; i < names.size(); ++i) {
        auto* button = new FlatButton(names[i]);
        button->setCheckable(true);
        group->addButton(button, i);
        m_choices << button;
        line->addWidget(button);
        m_pages->addWidget(pages[static_cast<std::size_t>(i)]);
    }
    connect(group, &QButtonGroup::idClicked, this, &NotificationsDialog::showPage);
    line->addStretch(1);
    QUndoStack& stack = draft.undo();
    auto* undo = new FlatButton(tr("Undo"));
    auto* redo = new FlatButton(tr("Redo"));
    line->addWidget(undo);
    line->addWidget(redo);
    connect(undo, &QPushButton::clicked, &stack, &QUndoStack::undo);
    connect(redo, &QPushButton::clicked, &stack, &QUndoStack::redo);
    const auto follow = [&stack, undo, redo] {
        undo->setEnabled(stack.canUndo());
        redo->setEnabled(stack.canRedo());
        undo->setToolTip(Format::toolTip(stack.undoText()));
        redo->setToolTip(Format::toolTip(stack.redoText()));
    };
    connect(&stack, &QUndoStack::indexChanged, this, follow);
    follow();
    m_problem->setWrapped(true);
    auto* close = new FlatButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_problem, 1);
    bottom->addWidget(close, 0, Qt::AlignBottom);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addLayout(line);
    column->addWidget(m_pages, 1);
    column->addLayout(bottom);
    connect(&draft, &RosterDraft::changed, this, &NotificationsDialog::showProblem);
    connect(&draft.desk(), &NotificationDesk::rosterChanged, this, &NotificationsDialog::showProblem);
    showProblem();
    showPage(0);
    resize(900, 620);
}

QWidget* NotificationsDialog::buildSent(const Format& format)
{
    auto* table = makeTable(tr("What was sent"));
    table->setModel(new SentModel(m_draft.desk(), format, table));
    table->setColumnWidth(SentModel::When, 210);
    table->setColumnWidth(SentModel::What, 250);
    table->setColumnWidth(SentModel::To, 210);
    auto* none = new TextLabel(TextLabel::Voice::Quiet, tr("Nothing has been sent since Gemba was started."));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(none);
    column->addWidget(table, 1);
    const auto follow = [table, none] { none->setVisible(table->model()->rowCount() == 0); };
    connect(table->model(), &QAbstractItemModel::modelReset, none, follow);
    follow();
    return page;
}

void NotificationsDialog::showPage(int page)
{
    m_pages->setCurrentIndex(page);
    m_choices[page]->setChecked(true);
}

void NotificationsDialog::showProblem()
{
    const QString wrong = m_draft.problem();
    m_problem->setText(wrong.isEmpty() ? m_draft.desk().problem()
                                       : tr("Not taken yet, the last roster that was right counts: %1").arg(wrong));
}

void NotificationsDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        return m_draft.undo().undo();
    if (event->matches(QKeySequence::Redo))
        return m_draft.undo().redo();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return; // it ends a field, not the dialog
    QDialog::keyPressEvent(event);
}

} // namespace gemba::ui
