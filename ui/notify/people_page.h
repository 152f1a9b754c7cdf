// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QWidget>

#include "ui/notify/roster_draft.h"

class QLineEdit;
class QTableView;
class QVBoxLayout;

namespace gemba::ui {

class ChannelEditor;
class FlatButton;
class PeopleModel;
class TextLabel;

/// The roster as a table, and below it the person selected, to be edited.
class PeoplePage : public QWidget
{
    Q_OBJECT
public:
    PeoplePage(RosterDraft& draft, twin::TimeNs now, const QLocale& locale);

private:
    [[nodiscard]] QWidget* buildForm();
    [[nodiscard]] const twin::Person* person() const;
    void show();
    void showPerson();
    void showChannels();
    void commit();
    void add();
    void remove();

    RosterDraft& m_draft;
    twin::TimeNs m_now;
    QLocale m_locale;
    PeopleModel* m_model;
    QTableView* m_table;
    QWidget* m_form;
    QLineEdit *m_name, *m_role, *m_shifts;
    TextLabel* m_shiftProblem;
    QVBoxLayout* m_channels;
    std::vector<ChannelEditor*> m_editors;
    std::size_t m_editorsOf = 0; ///< position of the person whose channels are shown
    FlatButton* m_remove;
};

} // namespace gemba::ui
