// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/notify/roster_draft.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace gemba::ui {

class TextLabel;

/// The mail server, its password, which goes into the keyring and is never shown again, and whose
/// certificates are trusted.
class MailPage : public QWidget
{
    Q_OBJECT
public:
    explicit MailPage(RosterDraft& draft);

private:
    void show();
    void commit();
    RosterDraft& m_draft;
    void chooseAuthority();
    QLineEdit *m_host, *m_user, *m_from, *m_password, *m_caFile;
    QSpinBox* m_port;
    QComboBox* m_security;
    TextLabel* m_kept;
};

} // namespace gemba::ui
