// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QAction>

#include "ui/operate/console_context.h"

class QMenu;

namespace gemba::ui {

/// Everything one can do with time, each thing once: the Time menu, the time bar's buttons and the
/// keys trigger these. Nothing can be triggered that would have no effect in the present mode.
/// What opens or folds something (goToTime, bookmarkList, lanes) is wired by the time bar.
class TimeActions : public QObject
{
    Q_OBJECT
public:
    /// The window gets the actions, so that their keys work in it, and owns this.
    TimeActions(const ConsoleContext& context, QWidget* window);
    void fillMenu(QMenu& menu) const;

    /// All rates that can be chosen, slowest first; kEventRate stands apart.
    static constexpr std::array kRates{-60.0, -10.0, -1.0, 0.1,  0.25,  0.5,   1.0,   2.0,
                                       5.0,   10.0,  30.0, 60.0, 120.0, 300.0, 600.0, 3600.0};
    [[nodiscard]] static QString rateText(double rate); ///< "60 ×", "−10 ×", "1 event/s"

    /// What the step keys move by; Ctrl moves by ten of them.
    enum class Step { Sample, Second, Minute, Event };
    static constexpr std::array kSteps{Step::Sample, Step::Second, Step::Minute, Step::Event};
    [[nodiscard]] Step step() const { return m_step; }

    QAction *playPause, *pause, *playBack, *live, *start, *end;
    QAction *previousEvent, *nextEvent, *backFifteen, *goToTime;
    QAction *stepBack, *stepForward, *stepBackTen, *stepForwardTen;
    QAction *previousSample, *nextSample; ///< of the selected machine
    std::array<QAction*, kSteps.size()> steps;
    QAction *faster, *slower, *normalRate, *eventRate;
    std::array<QAction*, 3> loops;       ///< by Loop
    QAction *selectionFrom, *selectionTo, *clearSelection;
    std::array<QAction*, 3> gapPolicies; ///< by GapPolicy
    QAction *untilBookmark, *untilAlert, *untilCondition;
    QAction *bookmark, *bookmarkList; ///< at the cursor; all of them
    QAction* lanes; ///< opens or folds them

private:
    QAction* make(const QString& text, const QList<QKeySequence>& keys, const char* name);
    void makePlaying();
    void makeStepping();
    void makeRates();
    void makeRepeating();
    void makeUntil();
    void refresh();
    void useKeys(); ///< of the scheme that is set
    void setStep(Step step);
    void stepBy(int count);
    void playOrPause();
    void playBackwards();
    void changeRate(int steps);
    void askForCondition();
    void selectFrom(bool begin);
    [[nodiscard]] twin::TimeNs cursor() const; ///< kNoTime: no record

    ConsoleContext m_context;
    QWidget* m_window;
    Step m_step = Step::Second;
};

} // namespace gemba::ui
