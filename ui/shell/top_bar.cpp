// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QHBoxLayout>
#include <QPainter>

#include "ui/look/figures.h"
#include "ui/look/markers.h"
#include "ui/models/plant_outlook.h"
#include "ui/models/plant_summary.h"

namespace gemba::ui {
namespace {

constexpr int kChipHeight = 24;
constexpr int kMostDuty = 170;
constexpr int kMostTitle = 300; ///< a title up to this width is never cut

bool isReplay(Mode mode)
{
    return mode == Mode::ReplayFile || mode == Mode::ReplayHistory;
}

} // namespace

TopBar::TopBar(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_phrases(context.locale),
      m_title(new TextLabel(TextLabel::Voice::Title)),
      m_area(new TextLabel(TextLabel::Voice::Body)), m_output(new Chip),
      m_outage(new Chip), m_data(new Chip), m_simulated(new Chip),
      m_speed(new Chip), m_recording(new Chip), m_waiting(new Chip), m_liveCritical(new Chip),
      m_onDuty(new TextLabel(TextLabel::Voice::Quiet))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 14, 0);
    row->setSpacing(8);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_area->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_onDuty->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    for (QWidget* w : std::initializer_list<QWidget*>{m_title, m_area, m_output, m_outage, m_data,
                                                      m_simulated, m_speed, m_recording})
        row->addWidget(w);
    row->addStretch(1);
    for (QWidget* w : std::initializer_list<QWidget*>{m_liveCritical, m_waiting, m_onDuty})
        row->addWidget(w);
    setFixedHeight(40);
    m_simulated->setElidable();
    m_liveCritical->setPriority(1);
    m_liveCritical->setObjectName(QStringLiteral("liveCritical"));
    m_output->setObjectName(QStringLiteral("outputChip"));
    m_outage->setObjectName(QStringLiteral("outageChip"));
    m_data->setObjectName(QStringLiteral("dataChip"));
    m_simulated->setObjectName(QStringLiteral("simulatedChip"));
    m_recording->setObjectName(QStringLiteral("recordingChip"));
    for (const auto signal :
         {&ViewState::modeChanged, &ViewState::recordingChanged, &ViewState::liveCriticalChanged})
        connect(&context.view, signal, this, &TopBar::refresh);
    connect(&context.view, &ViewState::snapshotChanged, this, &TopBar::refresh);
    connect(&context.selection, &Selection::changed, this, &TopBar::refresh);
    refresh();
}

void TopBar::putFirst(QWidget* widget)
{
    static_cast<QHBoxLayout*>(layout())->insertWidget(0, widget);
}

void TopBar::refresh()
{
    const ViewState& view = m_context.view;
    const twin::SnapshotPtr& snapshot = view.snapshot();
    m_phrases.setPlant(snapshot ? snapshot->plant : nullptr, view.units());
    const bool replay = isReplay(view.mode());
    showTitle(replay);
    if (snapshot && snapshot->plant) {
        showData(*snapshot);
        const Phrases::Duty duty = m_phrases.onDuty(view);
        m_onDuty->setText(duty.who.isEmpty() ? QString() : tr("on duty: %1").arg(duty.who));
        m_onDuty->setToolTip(duty.note); // where that comes from, as the overview says in full
        showOutlook(*snapshot);
    }
    showRecording();
    m_liveCritical->setFact(view.mode() != Mode::Live && view.liveCritical() > 0
                                ? tr("LIVE: %1 critical").arg(view.liveCritical())
                                : QString(),
                            true);
    shareRoom();
    if (replay != m_replay)
        update(); // the ground; snapshots come several times a second and change a word or two
    m_replay = replay;
}

/// Names of usual length are never cut. Where long ones and what has to be known do not fit beside
/// each other, the names give way, each by the same share.
void TopBar::shareRoom()
{
    const std::array<std::pair<TextLabel*, int>, 3> names{
        {{m_title, kMostTitle}, {m_area, kMostTitle}, {m_onDuty, kMostDuty}}};
    int room = contentsRect().width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    int wanted = 0;
    for (int i = 0; i < layout()->count(); ++i) {
        QWidget* w = layout()->itemAt(i)->widget();
        if (!w || !w->isVisibleTo(this))
            continue;
        room -= layout()->spacing();
        const auto name = std::find_if(names.begin(), names.end(), [w](const auto& n) { return n.first == w; });
        if (name == names.end())
            room -= w->minimumSizeHint().width();
        else
            wanted += std::min(w->sizeHint().width(), name->second);
    }
    room -= layout()->spacing(); // beside the stretch
    for (const auto& [label, most] : names) {
        const int whole = std::min(label->sizeHint().width(), most);
        label->setMinimumWidth(wanted <= room || wanted == 0 ? whole : std::max(whole * std::max(room, 0) / wanted, 0));
    }
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

void TopBar::showTitle(bool replay)
{
    const ViewState& view = m_context.view;
    QString site = m_phrases.siteName();
    if (site.isEmpty())
        site = tr("Gemba");
    if (!replay) {
        m_title->setText(site);
        const QString area = m_phrases.areaName(m_context.selection.asset());
        m_area->setText(area.isEmpty() ? tr("whole site") : area);
        return;
    }
    const QString what = view.mode() == Mode::ReplayFile ? view.fileName() : tr("history");
    m_title->setText(tr("REPLAY – %1").arg(what));
    const QString when =
        view.snapshot() ? m_phrases.format().dateTime(view.snapshot()->at) : tr("no record");
    m_area->setText(tr("%1 – not live", "date and time").arg(when));
}

void TopBar::showOutlook(const twin::Snapshot& snapshot)
{
    const PlantOutlook o = outlook(snapshot, m_phrases);
    m_output->setFact(o.output.isEmpty()
                          ? QString()
                          : (o.missed ? QStringLiteral("▸ ") : QString()) +
                                tr("output %1 · plan %2").arg(o.output, o.plan),
                      o.missed);
    m_output->setHint(o.basis);
    m_outage->setFact(snapshot.plant->outages.empty() ? QString()
                      : o.outageNow                   ? tr("outage %1").arg(o.outage)
                                                      : tr("next outage %1").arg(o.outage),
                      o.outageNow);
    m_outage->setHint(o.outageText);
}

void TopBar::showData(const twin::Snapshot& snapshot)
{
    const PlantSummary s = summarize(snapshot);
    QStringList parts;
    if (s.sourcesDown > 0)
        parts += tr("sources down: %1").arg(s.sourcesDown);
    if (s.late > 0)
        parts += tr("%1 late").arg(s.late);
    if (s.silent > 0)
        parts += tr("%1 silent").arg(s.silent);
    m_data->setFact(parts.isEmpty() ? tr("data: all fresh")
                                    : tr("data: %1").arg(parts.join(QStringLiteral(" · "))),
                    s.sourcesDown > 0);
    m_waiting->setFact(
        s.unacknowledged > 0 ? tr("%1 not acknowledged").arg(s.unacknowledged) : QString(), true);
    const QString notice = m_phrases.text(snapshot.plant->notice);
    m_simulated->setFact(notice);
    m_speed->setFact(snapshot.observedSpeed > 1.05
                         ? tr("×%1 life").arg(Format::factor(snapshot.observedSpeed))
                         : QString(),
                     true);
}

void TopBar::showRecording()
{
    const RecordingState& r = m_context.view.recording();
    if (isReplay(m_context.view.mode()))
        m_recording->setFact(QString()); // the time bar still shows that it runs
    else if (r.recording)
        m_recording->setFact(tr("● recording %1").arg(m_phrases.format().bytes(r.bytes)), true);
    else if (!r.ringProblem.isEmpty())
        m_recording->setFact(tr("not kept: %1").arg(r.ringProblem), true);
    else
        m_recording->setFact(QString());
}

void TopBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), isReplay(m_context.view.mode()) ? m_theme.replayGround : m_theme.panel);
    p.setPen(m_theme.line);
    p.drawLine(0, height() - 1, width(), height() - 1);
}

Chip::Chip(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(kChipHeight);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    hide(); // until there is a fact
}

void Chip::setFact(const QString& text, bool strong)
{
    if (text != m_text || strong != m_strong) {
        m_text = text;
        m_strong = strong;
        setAccessibleName(text);
        updateGeometry();
        update();
    }
    setVisible(!text.isEmpty());
}

void Chip::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QSize Chip::sizeHint() const
{
    const QFont font = Theme::font(12, m_strong ? QFont::DemiBold : QFont::Normal);
    return {static_cast<int>(std::ceil(figuresWidth(font, m_text))) + 18 +
                (m_priority > 0 ? 20 : 0),
            kChipHeight};
}

QSize Chip::minimumSizeHint() const
{
    return {m_elidable ? std::min(sizeHint().width(), 40) : sizeHint().width(), kChipHeight};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(m_strong ? m_theme.text : m_theme.line, m_strong ? 1.4 : 1));
    p.setBrush(m_theme.raised);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.7, 0.7, -0.7, -0.7), 3, 3);
    QRectF content = QRectF(rect()).adjusted(8, 0, -8, 0);
    if (m_priority > 0) {
        drawPriority(p, QRectF(content.left() - 1, 5, 14, 14), m_priority, false, m_theme);
        content.setLeft(content.left() + 20);
    }
    p.setPen(m_theme.text);
    p.setFont(Theme::font(12, m_strong ? QFont::DemiBold : QFont::Normal));
    drawFigures(p, content, Qt::AlignVCenter, m_text);
    const bool cut = figuresWidth(p.font(), m_text) > content.width() + 1;
    const QString more = cut && !m_hint.isEmpty() ? m_text + QStringLiteral(" – ") + m_hint
                         : cut                    ? m_text
                                                  : m_hint;
    setToolTip(Format::toolTip(more));
}

} // namespace gemba::ui
