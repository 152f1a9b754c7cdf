// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/notify/roster_draft.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace gemba::ui {

class FlatButton;
class TextLabel;

/// One channel of a person: kind, address, a test, and what became of the test.
class ChannelEditor : public QWidget
{
    Q_OBJECT
public:
    /// Edits channel `index` of person `person` of the draft, while both are there.
    ChannelEditor(RosterDraft& draft, std::size_t person, std::size_t index);
    void show(); ///< what the draft says now

private:
    void commit();
    void showTest();
    void askToken();
    RosterDraft& m_draft;
    std::size_t m_person, m_index;
    QComboBox* m_kind;
    QLineEdit* m_address;
    QCheckBox* m_token;
    FlatButton *m_setToken, *m_test;
    TextLabel* m_result;
    quint64 m_testId = 0;
};

} // namespace gemba::ui
