// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/notify/roster_draft.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace gemba::ui {

/// One level of the chain: after how long, and who.
class ChainEditor : public QWidget
{
    Q_OBJECT
public:
    /// Edits level `index` of the draft, while it is there.
    ChainEditor(RosterDraft& draft, std::size_t index);
    void show(); ///< what the draft says now

private:
    void commit();
    RosterDraft& m_draft;
    std::size_t m_index;
    QSpinBox* m_after;
    QLineEdit* m_who;
    QCheckBox* m_onDuty;
};

} // namespace gemba::ui
