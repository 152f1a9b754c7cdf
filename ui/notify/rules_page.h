// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QLocale>
#include <QWidget>

#include "ui/notify/roster_draft.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace gemba::ui {

class ChainEditor;
class TextLabel;

/// Which alerts are told, to whom in which order, when not, and how many at once.
class RulesPage : public QWidget
{
    Q_OBJECT
public:
    RulesPage(RosterDraft& draft, const QLocale& locale);

private:
    [[nodiscard]] QWidget* buildWhich();
    void show();
    void commit();
    RosterDraft& m_draft;
    QLocale m_locale;
    std::array<QCheckBox*, 3> m_priorities{};
    QCheckBox* m_dcs;
    QSpinBox *m_delay, *m_stormMost, *m_stormWithin;
    QLineEdit* m_quiet;
    QComboBox* m_passes;
    TextLabel* m_quietProblem;
    QVBoxLayout* m_chain;
    std::vector<ChainEditor*> m_levels;
};

} // namespace gemba::ui
