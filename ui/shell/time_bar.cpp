// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/time_bar.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/models/time_input.h"
#include "ui/shell/actions.h"
#include "ui/shell/mode_chip.h"
#include "ui/shell/time_actions.h"
#include "ui/shell/time_ruler.h"

namespace gemba::ui {

TimeBar::TimeBar(const ConsoleContext& context, Actions& actions, QWidget* parent)
    : QWidget(parent), m_context(context), m_phrases(context.locale), m_mode(new ModeChip),
      m_behind(new TextLabel(TextLabel::Voice::Quiet)), m_rate(new FlatButton),
      m_span(new FlatButton), m_time(new QLineEdit), m_hint(new TextLabel(TextLabel::Voice::Quiet)),
      m_ruler(new TimeRuler(context))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 7, 0, 4);
    column->setSpacing(5);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(5);
    buildTimeField();
    buildRates();
    buildSpans();
    buildRow(actions, *row);
    column->addLayout(row);
    column->addWidget(m_ruler);
    for (const auto signal : {&ViewState::modeChanged, &ViewState::playbackChanged,
                              &ViewState::rangeChanged, &ViewState::recordingChanged})
        connect(&context.view, signal, this, &TimeBar::refresh);
    connect(&context.view, &ViewState::snapshotChanged, this, &TimeBar::refresh);
    connect(actions.time().goToTime, &QAction::triggered, this, &TimeBar::editTime);
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
    m_play = button(actions.time().playPause, QStringLiteral("pause"), {});
    m_record = button(actions.record, QStringLiteral("record"), tr("Record"));
    row.addWidget(m_mode);
    row.addWidget(m_behind);
    row.addWidget(button(actions.time().previousEvent, QStringLiteral("event-previous"), {}));
    row.addWidget(button(actions.time().stepBack, QStringLiteral("step-back"), {}));
    row.addWidget(m_play);
    row.addWidget(button(actions.time().stepForward, QStringLiteral("step-forward"), {}));
    row.addWidget(button(actions.time().nextEvent, QStringLiteral("event-next"), {}));
    row.addWidget(button(actions.time().backFifteen, QStringLiteral("back-15"), tr("15 min")));
    row.addWidget(button(actions.time().live, {}, tr("Live")));
    row.addWidget(m_rate);
    row.addSpacing(4);
    row.addWidget(m_time);
    row.addWidget(m_hint, 1);
    row.addWidget(m_span);
    row.addWidget(button(actions.saveLast, QStringLiteral("save"), tr("Last 30 min")));
    row.addWidget(m_record);
}

void TimeBar::buildTimeField()
{
    m_time->setObjectName(QStringLiteral("timeField"));
    m_time->setFont(Theme::font(14, QFont::Bold));
    m_time->setFixedWidth(QFontMetrics(m_time->font())
                              .horizontalAdvance(QStringLiteral("Mon 2026-08-08 08:08:08 +08:00")) +
                          12);
    m_time->setFixedHeight(26);
    m_time->setAccessibleName(tr("Time shown"));
    m_time->setToolTip(tr("Type a time: 14:05, -15m, now"));
    m_time->setFocusPolicy(Qt::ClickFocus);
    m_time->setMaxLength(60);
    m_time->installEventFilter(this);
    connect(m_time, &QLineEdit::returnPressed, this, &TimeBar::takeTime);
}

void TimeBar::buildRates()
{
    m_rate->setObjectName(QStringLiteral("rateButton"));
    auto* menu = new QMenu(m_rate);
    auto* group = new QActionGroup(menu);
    for (const double rate : TimeActions::kRates) {
        QAction* a = menu->addAction(TimeActions::rateText(rate), this,
                                     [this, rate] { m_context.transport.setRate(rate); });
        a->setCheckable(true);
        a->setData(rate);
        group->addAction(a);
    }
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        for (QAction* a : menu->actions())
            a->setChecked(a->data().toDouble() == m_context.view.rate());
    });
    m_rate->setMenu(menu);
}

void TimeBar::buildSpans()
{
    auto* menu = new QMenu(m_span);
    auto* group = new QActionGroup(menu);
    const auto add = [&](twin::TimeNs span, const QString& text) {
        QAction* a = menu->addAction(text, this, [this, span, text] {
            m_ruler->setSpan(span);
            m_span->setLabel(text);
        });
        a->setCheckable(true);
        a->setChecked(span == 0);
        group->addAction(a);
    };
    for (const twin::TimeNs span :
         {5 * twin::kMinute, 15 * twin::kMinute, twin::kHour, 8 * twin::kHour, 24 * twin::kHour})
        add(span, m_phrases.format().age(span));
    add(0, tr("all recorded"));
    m_span->setLabel(tr("all recorded"));
    m_span->setToolTip(tr("How much time the ruler shows"));
    m_span->setMenu(menu);
}

void TimeBar::refresh()
{
    const ViewState& view = m_context.view;
    const twin::SnapshotPtr& snapshot = view.snapshot();
    m_phrases.setPlant(snapshot ? snapshot->plant : nullptr);
    const bool live = view.mode() == Mode::Live;
    m_mode->setMode(view.mode());
    m_play->setIconName(live || view.playing() ? QStringLiteral("pause") : QStringLiteral("play"));
    m_rate->setLabel(TimeActions::rateText(live ? 1.0 : view.rate()));
    m_rate->setEnabled(!live);
    m_record->setIconName(view.recording().recording ? QStringLiteral("stop")
                                                     : QStringLiteral("record"));
    m_record->setLabel(view.recording().recording ? m_phrases.format().bytes(view.recording().bytes)
                                                  : tr("Record"));
    const bool behind =
        view.mode() == Mode::LivePaused && snapshot && view.range().to != twin::kNoTime;
    m_behind->setVisible(behind);
    if (behind)
        m_behind->setText(
            tr("%1 behind").arg(m_phrases.format().behind(view.range().to - snapshot->at)));
    m_behind->setMinimumWidth(behind ? m_behind->sizeHint().width() : 0);
    showTime();
}

void TimeBar::showTime()
{
    if (m_time->hasFocus())
        return;
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const bool known = snapshot && snapshot->at != twin::kNoTime;
    m_time->setText(known ? m_phrases.format().dateTime(snapshot->at) : tr("no record"));
    m_hint->setText(known ? tr("site time") : QString());
}

void TimeBar::editTime()
{
    m_time->setFocus(Qt::ShortcutFocusReason);
    m_time->selectAll();
}

void TimeBar::takeTime()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const auto t = parseTimeInput(m_time->text(), snapshot ? snapshot->at : twin::kNoTime,
                                  m_context.view.range().to, m_phrases.format());
    const bool now =
        m_time->text().trimmed().compare(QLatin1String("now"), Qt::CaseInsensitive) == 0;
    if (!t && !now) {
        m_hint->setText(tr("Not a time. Try 14:05, -15m or now."));
        return;
    }
    m_time->clearFocus();
    if (now && m_context.view.mode() != Mode::ReplayFile)
        m_context.transport.goLive();
    else if (t)
        m_context.transport.seek(*t);
    showTime();
}

bool TimeBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_time && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        m_time->clearFocus();
    if (watched == m_time && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept(); // leaves the field instead of the machine
    if (watched == m_time && event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &TimeBar::showTime, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
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
