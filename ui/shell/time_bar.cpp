// SPDX-License-Identifier: GPL-3.0-or-later
// What the time bar shows. Its menus: time_bar_menus.cpp.
#include "ui/shell/time_bar.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/shell/actions.h"
#include "ui/shell/mode_chip.h"
#include "ui/shell/time_actions.h"
#include "ui/shell/time_field.h"
#include "ui/shell/time_ruler.h"

namespace gemba::ui {

TimeBar::TimeBar(const ConsoleContext& context, Actions& actions, QWidget* parent)
    : QWidget(parent), m_context(context), m_time(actions.time()), m_phrases(context.locale),
      m_mode(new ModeChip), m_behind(new TextLabel(TextLabel::Voice::Quiet)),
      m_field(new TimeField(context)), m_ruler(new TimeRuler(context))
{
    setObjectName(QStringLiteral("timeBar"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 7, 0, 4);
    column->setSpacing(5);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(5);
    buildRow(actions, *row);
    column->addLayout(row);
    column->addWidget(m_ruler);
    for (const auto signal :
         {&ViewState::modeChanged, &ViewState::playbackChanged, &ViewState::rangeChanged,
          &ViewState::recordingChanged, &ViewState::newSincePauseChanged})
        connect(&context.view, signal, this, &TimeBar::refresh);
    connect(&context.view, &ViewState::snapshotChanged, this, &TimeBar::refresh);
    connect(m_time.goToTime, &QAction::triggered, this, &TimeBar::editTime);
    connect(m_time.lanes, &QAction::triggered, this, [this] { setUnfolded(!unfolded()); });
    connect(m_field, &TimeField::displayChanged, this,
            [this] { m_ruler->setDisplay(m_field->display()); });
    m_ruler->setDisplay(m_field->display());
    refresh();
}

/// A button that does what an action does, with its key in the tool tip.
FlatButton* TimeBar::button(QAction* action, const QString& iconName, const QString& text)
{
    auto* b = new FlatButton(text);
    b->setIconName(iconName);
    b->setObjectName(action->objectName() + QStringLiteral("Button"));
    const auto sync = [b, action] {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString what = action->text();
        b->setEnabled(action->isEnabled());
        b->setToolTip(key.isEmpty() ? what : tr("%1 (%2)", "action, key").arg(what, key));
        b->setAccessibleName(what);
    };
    connect(action, &QAction::changed, b, sync);
    connect(b, &QPushButton::clicked, action, &QAction::trigger);
    sync();
    return b;
}

void TimeBar::buildRow(Actions& actions, QHBoxLayout& row)
{
    m_mode->setFixedSize(m_mode->sizeHint());
    m_mode->setObjectName(QStringLiteral("modeChip"));
    m_behind->setObjectName(QStringLiteral("behind"));
    m_play = button(m_time.playPause, QStringLiteral("pause"), {});
    m_record = button(actions.record, QStringLiteral("record"), {});
    m_fold = button(m_time.lanes, QStringLiteral("lanes-open"), {});
    buildRates();
    buildRepeat();
    buildSpans();
    buildBookmarks();
    row.addWidget(m_mode);
    row.addWidget(m_behind);
    const auto add = [&](FlatButton* b, bool elsewhere) {
        row.addWidget(b);
        if (elsewhere)
            m_elsewhere.push_back(b);
    };
    add(button(m_time.start, QStringLiteral("to-start"), {}), true);
    add(button(m_time.previousEvent, QStringLiteral("event-previous"), {}), false);
    add(button(m_time.stepBack, QStringLiteral("step-back"), {}), false);
    add(button(m_time.playBack, QStringLiteral("play-back"), {}), true);
    add(m_play, false);
    add(button(m_time.stepForward, QStringLiteral("step-forward"), {}), true);
    add(button(m_time.nextEvent, QStringLiteral("event-next"), {}), true);
    add(button(m_time.end, QStringLiteral("to-end"), {}), true);
    add(button(m_time.backFifteen, QStringLiteral("back-15"), {}), false);
    add(button(m_time.live, {}, tr("Live")), true);
    add(m_rate, true);
    add(m_repeat, true);
    row.addSpacing(4);
    row.addWidget(m_field, 1);
    row.addWidget(m_span);
    row.addWidget(m_bookmarks);
    row.addWidget(button(actions.saveLast, QStringLiteral("save"), {}));
    row.addWidget(m_record);
    row.addWidget(m_fold);
}

void TimeBar::refresh()
{
    const ViewState& view = m_context.view;
    m_phrases.setPlant(view.snapshot() ? view.snapshot()->plant : nullptr);
    const bool live = view.mode() == Mode::Live;
    m_mode->setMode(view.mode());
    m_play->setIconName(live || (view.playing() && view.rate() >= 0) ? QStringLiteral("pause")
                                                                    : QStringLiteral("play"));
    const Playback& playback = view.playback();
    m_rate->setLabel(playback.behind()
                         ? tr("%1 (reaches %2)", "rate asked for, rate of replay")
                               .arg(TimeActions::rateText(playback.rate),
                                    m_phrases.format().number(playback.achieved,
                                                              playback.achieved < 10 ? 1 : 0))
                         : TimeActions::rateText(live ? 1.0 : playback.rate));
    m_rate->setAccessibleName(tr("Rate: %1").arg(m_rate->text()));
    m_repeat->setFilled(playback.loop != Loop::Off || playback.gaps != GapPolicy::Play ||
                        playback.until.what != PlayUntil::What::Nothing);
    for (QWidget* w : m_elsewhere)
        w->setVisible(!live);
    m_record->setIconName(view.recording().recording ? QStringLiteral("stop")
                                                     : QStringLiteral("record"));
    m_record->setLabel(view.recording().recording ? m_phrases.format().bytes(view.recording().bytes)
                                                  : QString());
    showBehind();
    showFold();
}

void TimeBar::showBehind()
{
    const ViewState& view = m_context.view;
    const twin::SnapshotPtr& snapshot = view.snapshot();
    const bool behind =
        view.mode() == Mode::LivePaused && snapshot && view.range().to != twin::kNoTime;
    m_behind->setVisible(behind);
    if (behind)
        m_behind->setText(tr("%1 behind, %2 new", "+04:12, count of messages")
                              .arg(m_phrases.format().behind(view.range().to - snapshot->at),
                                   m_phrases.format().number(
                                       static_cast<double>(view.newSincePause()), 0)));
    m_behind->setMinimumWidth(behind ? m_behind->sizeHint().width() : 0);
}

QString TimeBar::foldKey() const
{
    return m_context.view.mode() == Mode::Live ? QStringLiteral("time-bar/unfolded-live")
                                               : QStringLiteral("time-bar/unfolded-replay");
}

bool TimeBar::unfolded() const
{
    const QVariant remembered = m_context.settings.remembered(foldKey());
    return remembered.isValid() ? remembered.toBool() : m_context.view.mode() != Mode::Live;
}

void TimeBar::setUnfolded(bool open)
{
    const bool usual = m_context.view.mode() != Mode::Live;
    m_context.settings.remember(foldKey(), open == usual ? QVariant() : QVariant(open));
    showFold();
}

void TimeBar::showFold()
{
    const bool open = unfolded();
    m_ruler->setVisible(open);
    m_span->setVisible(open);
    m_fold->setIconName(open ? QStringLiteral("lanes-close") : QStringLiteral("lanes-open"));
    m_time.lanes->setText(open ? tr("Fold the lanes") : tr("Open the lanes"));
}

void TimeBar::editTime()
{
    m_field->edit();
}

void TimeBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void TimeBar::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), m_theme.panel);
    p.setPen(m_theme.line);
    p.drawLine(0, 0, width(), 0);
}

} // namespace gemba::ui
