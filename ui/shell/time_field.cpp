// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/time_field.h"

#include <algorithm>

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

const QString kBasis = QStringLiteral("time/basis");
constexpr int kSaidMs = 8'000;

} // namespace

TimeField::TimeField(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_phrases(context.locale), m_time(new QLineEdit),
      m_basis(new FlatButton), m_hint(new TextLabel(TextLabel::Voice::Quiet))
{
    m_time->setObjectName(QStringLiteral("timeField"));
    m_time->setFont(Theme::font(14, QFont::Bold));
    m_time->setFixedWidth(QFontMetrics(m_time->font())
                              .horizontalAdvance(QStringLiteral("Mon 2026-08-08 08:08:08 +08:00")) +
                          12);
    m_time->setFixedHeight(26);
    m_time->setAccessibleName(tr("Time shown"));
    m_time->setToolTip(tr("Type a time: 14:05, 14:05 UTC, -15m, now"));
    m_time->setMaxLength(60);
    m_time->installEventFilter(this);
    m_hint->setObjectName(QStringLiteral("timeHint"));
    buildBasis();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    row->addWidget(m_time);
    row->addWidget(m_basis);
    row->addWidget(m_hint, 1);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kSaidMs);
    connect(&m_quiet, &QTimer::timeout, this, [this] { say({}); });
    connect(m_time, &QLineEdit::returnPressed, this, &TimeField::take);
    connect(&context.view, &ViewState::snapshotChanged, this, &TimeField::refresh);
    connect(&context.view, &ViewState::rangeChanged, this, [this] { // what is elapsed counts from its begin
        if (m_display.basis() == TimeDisplay::Basis::Elapsed && m_origin != m_context.view.range().from)
            takeDisplay();
    });
    connect(&context.view, &ViewState::modeChanged, this, &TimeField::refresh);
    connect(&context.view, &ViewState::told, this, &TimeField::say);
    connect(&context.view, &ViewState::openingChanged, this,
            [this] { m_hint->setText(m_context.view.opening()); });
    connect(&context.settings, &Settings::changed, this, [this](const QString& key) {
        if (key == kBasis)
            takeDisplay();
    });
    takeDisplay();
}

void TimeField::buildBasis()
{
    m_basis->setObjectName(QStringLiteral("timeBasis"));
    auto* menu = new QMenu(m_basis);
    auto* group = new QActionGroup(menu);
    const std::vector<SettingEntry> table = Settings::table();
    const auto entry = std::find_if(table.begin(), table.end(),
                                    [](const SettingEntry& e) { return e.key == kBasis; });
    for (qsizetype i = 0; entry != table.end() && i < entry->choices.size(); ++i) {
        QAction* a = menu->addAction(entry->choiceTitles[i], this, [this, v = entry->choices[i]] {
            m_context.settings.set(kBasis, v);
        });
        a->setCheckable(true);
        a->setData(entry->choices[i]);
        group->addAction(a);
    }
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        for (QAction* a : menu->actions())
            a->setChecked(a->data().toString() == m_context.settings.text(kBasis));
    });
    m_basis->setMenu(menu);
}

void TimeField::takeDisplay()
{
    if (const twin::SnapshotPtr& snapshot = m_context.view.snapshot())
        m_phrases.setPlant(snapshot->plant); // and stays where there is no record
    auto basis = TimeDisplay::basisByName(m_context.settings.text(kBasis));
    if (basis == TimeDisplay::Basis::Site && !m_phrases.plant())
        basis = TimeDisplay::Basis::Utc; // the site's zone is not known yet
    m_origin = m_context.view.range().from;
    m_display = TimeDisplay(basis, m_phrases.format(), m_origin);
    m_basis->setLabel(m_display.basisText());
    m_basis->setAccessibleName(tr("How times are written: %1").arg(m_display.basisText()));
    m_basis->setToolTip(m_basis->accessibleName());
    refresh();
    Q_EMIT displayChanged();
}

void TimeField::refresh()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    if (snapshot && snapshot->plant.get() != m_phrases.plant())
        return takeDisplay();
    if (m_time->hasFocus())
        return;
    const bool known = snapshot && snapshot->at != twin::kNoTime;
    const QString text = known ? m_display.text(snapshot->at) : tr("no record");
    if (text == m_time->text())
        return; // snapshots come several times a second
    m_time->setText(text);
    m_time->setCursorPosition(0);
}

void TimeField::say(const QString& sentence)
{
    m_hint->setText(sentence);
    sentence.isEmpty() ? m_quiet.stop() : m_quiet.start();
}

void TimeField::edit()
{
    m_time->setFocus(Qt::ShortcutFocusReason);
    m_time->selectAll();
}

void TimeField::take()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const auto t = m_display.parse(m_time->text(), snapshot ? snapshot->at : twin::kNoTime,
                                   m_context.view.range().to);
    const bool now =
        m_time->text().trimmed().compare(QLatin1String("now"), Qt::CaseInsensitive) == 0;
    if (!t && !now)
        return say(tr("Not a time. Try 14:05, -15m or now."));
    m_time->clearFocus();
    say({});
    if (now && m_context.view.mode() != Mode::ReplayFile)
        m_context.transport.goLive();
    else if (t)
        m_context.transport.seek(*t);
    refresh();
}

bool TimeField::eventFilter(QObject* watched, QEvent* event)
{
    const auto isEscape = [event] {
        return static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    };
    if (event->type() == QEvent::KeyPress && isEscape())
        m_time->clearFocus();
    else if (event->type() == QEvent::ShortcutOverride && isEscape())
        event->accept(); // leaves the field instead of the machine
    else if (event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &TimeField::refresh, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

} // namespace gemba::ui
