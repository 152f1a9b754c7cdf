// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/time_actions.h"

#include <algorithm>

#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>

#include "ui/models/format.h"

namespace gemba::ui {
namespace {

const QString kStepKey = QStringLiteral("time/step");
const QString kGapsKey = QStringLiteral("time/gaps");
const QString kBelowKey = QStringLiteral("time/until-below");
const QString kKeysKey = QStringLiteral("time/keys");

constexpr std::array kStepNames{"sample", "second", "minute", "event"};

template <std::size_t N>
void oneOf(const std::array<QAction*, N>& actions, QObject* parent)
{
    auto* group = new QActionGroup(parent);
    for (QAction* a : actions) {
        a->setCheckable(true);
        group->addAction(a);
    }
}

} // namespace

TimeActions::TimeActions(const ConsoleContext& context, QWidget* window)
    : QObject(window), m_context(context), m_window(window)
{
    makePlaying();
    makeStepping();
    makeRates();
    makeRepeating();
    makeUntil();
    for (const auto signal :
         {&ViewState::modeChanged, &ViewState::playbackChanged, &ViewState::selectionChanged,
          &ViewState::bookmarksChanged, &ViewState::liveAvailableChanged})
        connect(&context.view, signal, this, &TimeActions::refresh);
    connect(&context.view, &ViewState::snapshotChanged, this, [this] {
        if ((cursor() != twin::kNoTime) != bookmark->isEnabled())
            refresh();
    });
    connect(&context.settings, &Settings::changed, this, [this](const QString& key) {
        if (key == kKeysKey)
            useKeys();
    });
    useKeys();
    const QString remembered = context.settings.remembered(kStepKey).toString();
    const auto step = std::find(kStepNames.begin(), kStepNames.end(), remembered.toStdString());
    setStep(step == kStepNames.end()
                ? Step::Second
                : static_cast<Step>(std::distance(kStepNames.begin(), step)));
    refresh();
}

QAction* TimeActions::make(const QString& text, const QList<QKeySequence>& keys, const char* name)
{
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setObjectName(QString::fromLatin1(name));
    m_window->addAction(action);
    return action;
}

void TimeActions::makePlaying()
{
    Transport& t = m_context.transport;
    playPause = make(tr("Pause"), {}, "playPause");
    pause = make(tr("Stand still"), {Qt::Key_0}, "pause");
    playBack = make(tr("Play backwards"), {}, "playBack");
    live = make(tr("Back to live"), {}, "live");
    start = make(tr("To the start"), {Qt::Key_Home}, "toStart");
    end = make(tr("To the end"), {Qt::SHIFT | Qt::Key_End}, "toEnd");
    goToTime = make(tr("Go to time…"), {Qt::Key_G}, "goToTime");
    connect(playPause, &QAction::triggered, this, &TimeActions::playOrPause);
    connect(pause, &QAction::triggered, this, [&t] { t.pause(); });
    connect(playBack, &QAction::triggered, this, &TimeActions::playBackwards);
    connect(live, &QAction::triggered, this, [&t] { t.goLive(); });
    connect(start, &QAction::triggered, this,
            [this, &t] { t.seek(m_context.view.range().from); });
    connect(end, &QAction::triggered, this, [this, &t] { t.seek(m_context.view.range().to); });
}

void TimeActions::makeStepping()
{
    Transport& t = m_context.transport;
    previousEvent = make(tr("Previous event"), {Qt::Key_Comma}, "previousEvent");
    nextEvent = make(tr("Next event"), {Qt::Key_Period}, "nextEvent");
    stepBack = make(tr("Step back"), {Qt::Key_Left}, "stepBack");
    stepForward = make(tr("Step on"), {Qt::Key_Right}, "stepForward");
    stepBackTen = make(tr("Ten steps back"), {Qt::CTRL | Qt::Key_Left}, "stepBackTen");
    stepForwardTen = make(tr("Ten steps on"), {Qt::CTRL | Qt::Key_Right}, "stepForwardTen");
    previousSample = make(tr("Previous sample of the machine"), {Qt::ALT | Qt::Key_Left},
                          "previousSample");
    nextSample = make(tr("Next sample of the machine"), {Qt::ALT | Qt::Key_Right}, "nextSample");
    backFifteen = make(tr("15 minutes back"), {Qt::SHIFT | Qt::Key_Left}, "backFifteen");
    steps = {make(tr("Sample"), {}, "step"), make(tr("Second"), {}, "step"),
             make(tr("Minute"), {}, "step"), make(tr("Event"), {}, "step")};
    oneOf(steps, this);
    connect(previousEvent, &QAction::triggered, this, [&t] { t.stepEvent(-1); });
    connect(nextEvent, &QAction::triggered, this, [&t] { t.stepEvent(1); });
    for (const auto& [action, count] : {std::pair{stepBack, -1}, {stepForward, 1},
                                        {stepBackTen, -10}, {stepForwardTen, 10}})
        connect(action, &QAction::triggered, this, [this, n = count] { stepBy(n); });
    for (const auto& [action, count] : {std::pair{previousSample, -1}, {nextSample, 1}})
        connect(action, &QAction::triggered, this,
                [this, n = count] { m_context.transport.stepSample(n, m_context.selection.asset()); });
    connect(backFifteen, &QAction::triggered, this, [&t] { t.stepBy(-15 * twin::kMinute); });
    for (const Step s : kSteps)
        connect(steps[static_cast<std::size_t>(s)], &QAction::triggered, this,
                [this, s] { setStep(s); });
}

void TimeActions::makeRates()
{
    faster = make(tr("Faster"), {Qt::Key_Plus}, "faster");
    slower = make(tr("Slower"), {Qt::Key_Minus}, "slower");
    normalRate = make(tr("Normal rate"), {Qt::Key_1}, "normalRate");
    eventRate = make(tr("One event a second"), {Qt::Key_E}, "eventRate");
    connect(faster, &QAction::triggered, this, [this] { changeRate(1); });
    connect(slower, &QAction::triggered, this, [this] { changeRate(-1); });
    connect(normalRate, &QAction::triggered, this, [this] { m_context.transport.setRate(1.0); });
    connect(eventRate, &QAction::triggered, this,
            [this] { m_context.transport.setRate(kEventRate); });
}

void TimeActions::makeRepeating()
{
    loops = {make(tr("No loop"), {}, "loop"), make(tr("Loop the selection"), {}, "loop"),
             make(tr("Loop all"), {}, "loop")};
    gapPolicies = {make(tr("Play gaps"), {}, "gaps"), make(tr("Gaps in one second"), {}, "gaps"),
                   make(tr("Skip gaps"), {}, "gaps")};
    selectionFrom = make(tr("Selection from here"), {Qt::Key_BracketLeft}, "selectionFrom");
    selectionTo = make(tr("Selection up to here"), {Qt::Key_BracketRight}, "selectionTo");
    clearSelection = make(tr("No selection"), {}, "clearTimeSelection");
    oneOf(loops, this);
    oneOf(gapPolicies, this);
    for (std::size_t i = 0; i < loops.size(); ++i) {
        connect(loops[i], &QAction::triggered, this,
                [this, i] { m_context.transport.setLoop(static_cast<Loop>(i)); });
        connect(gapPolicies[i], &QAction::triggered, this, [this, i] {
            m_context.settings.remember(kGapsKey, static_cast<int>(i));
            m_context.transport.setGapPolicy(static_cast<GapPolicy>(i));
        });
    }
    connect(selectionFrom, &QAction::triggered, this, [this] { selectFrom(true); });
    connect(selectionTo, &QAction::triggered, this, [this] { selectFrom(false); });
    connect(clearSelection, &QAction::triggered, this,
            [this] { m_context.transport.setSelection({}); });
    const int gaps = m_context.settings.remembered(kGapsKey).toInt();
    if (gaps > 0 && gaps < static_cast<int>(gapPolicies.size()))
        m_context.transport.setGapPolicy(static_cast<GapPolicy>(gaps));
}

void TimeActions::makeUntil()
{
    untilBookmark = make(tr("Play to the next bookmark"), {Qt::SHIFT | Qt::Key_B}, "untilBookmark");
    untilAlert = make(tr("Play to the next alert"), {Qt::SHIFT | Qt::Key_A}, "untilAlert");
    untilCondition = make(tr("Play until a condition is below…"), {Qt::SHIFT | Qt::Key_C},
                          "untilCondition");
    bookmark = make(tr("Bookmark this instant"), {Qt::Key_B}, "bookmark");
    bookmarkList = make(tr("Bookmarks…"), {Qt::CTRL | Qt::Key_B}, "bookmarkList");
    lanes = make(tr("Open the lanes"), {Qt::Key_T}, "lanes");
    const auto until = [this](QAction* action, PlayUntil::What what) {
        connect(action, &QAction::triggered, this, [this, what] {
            PlayUntil u;
            u.what = what;
            u.asset = m_context.selection.asset();
            m_context.transport.playUntil(u);
        });
    };
    until(untilBookmark, PlayUntil::What::Bookmark);
    until(untilAlert, PlayUntil::What::Alert);
    connect(untilCondition, &QAction::triggered, this, &TimeActions::askForCondition);
    connect(bookmark, &QAction::triggered, this,
            [this] { m_context.transport.setBookmark({cursor(), {}}); });
}

void TimeActions::askForCondition()
{
    const QVariant before = m_context.settings.remembered(kBelowKey);
    bool ok = false;
    const twin::Plant* plant = m_context.view.plant();
    const twin::AssetId asset = m_context.selection.asset();
    const bool one = plant && twin::index(asset) < plant->assets.size();
    const int below = QInputDialog::getInt(
        m_window, tr("Play until"),
        one ? tr("Until the condition of the selected machine is below:")
            : tr("Until the condition of any machine is below:"),
        before.isValid() ? before.toInt() : 60, 1, 100, 1, &ok);
    if (!ok)
        return;
    m_context.settings.remember(kBelowKey, below);
    m_context.transport.playUntil(
        {PlayUntil::What::ConditionBelow, static_cast<double>(below), one ? asset : twin::kNoAsset});
}

void TimeActions::useKeys()
{
    const bool jkl = m_context.settings.text(kKeysKey) == QLatin1String("jkl");
    playPause->setShortcuts(jkl ? QList<QKeySequence>{Qt::Key_Space, Qt::Key_K}
                                : QList<QKeySequence>{Qt::Key_Space});
    playBack->setShortcuts(jkl ? QList<QKeySequence>{Qt::Key_J}
                               : QList<QKeySequence>{Qt::SHIFT | Qt::Key_Space});
    live->setShortcuts(jkl ? QList<QKeySequence>{Qt::Key_End}
                           : QList<QKeySequence>{Qt::Key_L, Qt::Key_End});
    faster->setShortcuts(jkl ? QList<QKeySequence>{Qt::Key_L, Qt::Key_Plus}
                             : QList<QKeySequence>{Qt::Key_Plus});
}

void TimeActions::setStep(Step step)
{
    m_step = step;
    const auto i = static_cast<std::size_t>(step);
    steps[i]->setChecked(true);
    m_context.settings.remember(kStepKey, step == Step::Second
                                              ? QVariant()
                                              : QVariant(QString::fromLatin1(kStepNames[i])));
    const QString what = steps[i]->text();
    stepBack->setText(tr("Step back: %1").arg(what));
    stepForward->setText(tr("Step on: %1").arg(what));
}

void TimeActions::stepBy(int count)
{
    Transport& t = m_context.transport;
    switch (m_step) {
    case Step::Sample: return t.stepSample(count, twin::kNoAsset);
    case Step::Second: return t.stepBy(count * twin::kSecond);
    case Step::Minute: return t.stepBy(count * twin::kMinute);
    case Step::Event: break;
    }
    t.stepEvent(count);
}

void TimeActions::playOrPause()
{
    const ViewState& view = m_context.view;
    if (view.mode() == Mode::Live || view.playing())
        return m_context.transport.pause();
    if (view.rate() < 0)
        m_context.transport.setRate(1.0); // Space plays forwards
    m_context.transport.play();
}

void TimeActions::playBackwards()
{
    if (m_context.view.rate() >= 0)
        m_context.transport.setRate(-1.0);
    m_context.transport.play();
}

void TimeActions::changeRate(int by)
{
    const double now = m_context.view.rate() == kEventRate ? 1.0 : m_context.view.rate();
    const auto next = by > 0
                          ? std::find_if(kRates.begin(), kRates.end(),
                                         [now](double r) { return r > now + 0.001; })
                          : std::prev(std::find_if(kRates.begin() + 1, kRates.end(),
                                                   [now](double r) { return r >= now - 0.001; }));
    if (next != kRates.end())
        m_context.transport.setRate(*next);
}

void TimeActions::selectFrom(bool begin)
{
    const TimeRange range = m_context.view.range();
    TimeRange selection = m_context.view.selection();
    (begin ? selection.from : selection.to) = cursor();
    if (selection.from == twin::kNoTime)
        selection.from = range.from;
    if (selection.to == twin::kNoTime || selection.to <= selection.from)
        selection.to = begin ? range.to : selection.to;
    if (!selection.valid()) // ends before it begins: the other end is forgotten
        selection.from = range.from;
    if (selection.valid())
        m_context.transport.setSelection(selection);
}

twin::TimeNs TimeActions::cursor() const
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    return snapshot ? snapshot->at : twin::kNoTime;
}

QString TimeActions::rateText(double rate)
{
    if (rate == kEventRate)
        return tr("1 event/s");
    const QString factor = Format::factor(rate < 0 ? -rate : rate);
    return rate < 0 ? tr("−%1 ×", "rate of replay").arg(factor)
                    : tr("%1 ×", "rate of replay").arg(factor);
}

void TimeActions::refresh()
{
    const ViewState& view = m_context.view;
    const bool isLive = view.mode() == Mode::Live;
    playPause->setText(isLive || view.playing() ? tr("Pause") : tr("Play"));
    pause->setEnabled(isLive || view.playing());
    live->setEnabled(!isLive && view.liveAvailable());
    // There is nothing beyond now, and life has one rate.
    for (QAction* a : {nextEvent, stepForward, stepForwardTen, nextSample, end, faster, slower,
                       normalRate, eventRate, untilAlert, untilCondition})
        a->setEnabled(!isLive);
    untilBookmark->setEnabled(!isLive && !view.bookmarks().empty());
    clearSelection->setEnabled(view.selection().valid());
    loops[static_cast<std::size_t>(Loop::Selection)]->setEnabled(view.selection().valid());
    loops[static_cast<std::size_t>(view.playback().loop)]->setChecked(true);
    gapPolicies[static_cast<std::size_t>(view.playback().gaps)]->setChecked(true);
    bookmark->setEnabled(cursor() != twin::kNoTime);
}

void TimeActions::fillMenu(QMenu& menu) const
{
    menu.addActions({playPause, pause, playBack, live, goToTime, start, end});
    menu.addSeparator();
    menu.addActions({previousEvent, nextEvent, stepBack, stepForward, stepBackTen, stepForwardTen,
                     previousSample, nextSample, backFifteen});
    menu.addMenu(tr("Step"))->addActions({steps.begin(), steps.end()});
    menu.addSeparator();
    menu.addActions({slower, faster, normalRate, eventRate});
    menu.addSeparator();
    menu.addActions({selectionFrom, selectionTo, clearSelection});
    menu.addMenu(tr("Loop"))->addActions({loops.begin(), loops.end()});
    menu.addMenu(tr("Gaps"))->addActions({gapPolicies.begin(), gapPolicies.end()});
    menu.addSeparator();
    menu.addActions({untilBookmark, untilAlert, untilCondition});
    menu.addSeparator();
    menu.addActions({bookmark, bookmarkList, lanes});
}

} // namespace gemba::ui
