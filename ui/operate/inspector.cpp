// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/inspector.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedLayout>

#include "ui/look/flat_button.h"
#include "ui/models/deduction_list_model.h"
#include "ui/models/input_list_model.h"
#include "ui/models/plant_summary.h"
#include "ui/models/what_if.h"
#include "ui/operate/life_panel.h"
#include "ui/operate/reason_delegate.h"
#include "ui/operate/reason_panel.h"
#include "ui/operate/safety_page_panel.h"
#include "ui/operate/sister_panel.h"
#include "ui/operate/spectrum_panel.h"
#include "ui/operate/verdict_panel.h"

namespace gemba::ui {
namespace {

constexpr int kTicket = 201;

} // namespace

Inspector::Inspector(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_phrases(context.locale),
      m_pages(new QStackedLayout(this)), m_empty(new TextLabel(TextLabel::Voice::Quiet))
{
    setObjectName(QStringLiteral("inspector"));
    m_empty->setWrapped(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setContentsMargins(24, 24, 24, 24);
    m_scroll = new QScrollArea;
    auto* content = new QWidget;
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // QScrollArea turned it on; the panel's ground is enough
    m_scroll->viewport()->setAutoFillBackground(false);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_scroll);
    m_sheet = content;
    buildContent(content);
    // What has the keyboard is in sight, however it came to it; the lists keep their own rows there.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && m_sheet->isAncestorOf(now))
            m_scroll->ensureWidgetVisible(now, 0, 12);
    });
    connect(&context.view, &ViewState::snapshotChanged, this, &Inspector::refresh);
    connect(&context.selection, &Selection::changed, this, &Inspector::refresh);
    refresh();
}

void Inspector::buildContent(QWidget* content)
{
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 8, 0);
    m_name = new TextLabel(TextLabel::Voice::Title);
    m_state = new TextLabel(TextLabel::Voice::Quiet);
    m_state->setContentsMargins(12, 0, 12, 0);
    auto* close = new FlatButton;
    close->setIconName(QStringLiteral("close"));
    close->setToolTip(tr("Select no machine"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QPushButton::clicked, this, [this] {
        m_context.selection.setAsset(twin::kNoAsset);
        Q_EMIT closed();
    });
    auto* trends = new FlatButton(tr("Trends"));
    trends->setObjectName(QStringLiteral("openTrends"));
    trends->setToolTip(tr("Show the trends of this machine"));
    connect(trends, &QPushButton::clicked, this, &Inspector::trendsWanted);
    head->addWidget(m_name, 1);
    head->addWidget(trends);
    head->addWidget(close);
    m_condition = new ConditionHeader;
    m_condition->setFixedHeight(92);
    m_condition->setFlash(new FlashClock(m_context.view, m_context.settings, *this));
    buildActBefore();
    m_whyHeading = new PanelHeading(tr("Why"));
    m_reasons = new PlainList;
    m_reasonDelegate = new ReasonDelegate(this);
    m_inputs = new PlainList;
    m_inputDelegate = new InputDelegate(this);
    auto* inputHeading = new PanelHeading(tr("Inputs"));
    inputHeading->setNote(tr("Age"));
    m_trust = new TextLabel(TextLabel::Voice::Quiet);
    m_trust->setWrapped(true);
    m_trust->setContentsMargins(12, 0, 12, 0);
    for (PlainList* list : {m_reasons, m_inputs}) {
        list->setGrown(true);
        list->setSelectionMode(QAbstractItemView::NoSelection);
        list->setFocusPolicy(Qt::NoFocus); // nothing can be done in the inputs yet
    }
    buildReasons();
    m_inputs->setModel(
        new InputListModel(m_context.view, m_context.selection, m_context.locale, this));
    m_inputs->setItemDelegate(m_inputDelegate);
    m_inputs->setDragsRows(true); // onto a chart
    m_inputs->setAccessibleName(tr("Inputs"));
    m_inputs->setObjectName(QStringLiteral("inputs"));
    m_course = new ReasonPanel(m_context);
    column->addLayout(head);
    for (QWidget* w : std::initializer_list<QWidget*>{
             m_state, m_condition, m_actBox, new LifePanel(m_context), new VerdictPanel(m_context), m_whyHeading, m_reasons, m_whatIf, m_course, inputHeading,
             m_inputs, new SpectrumPanel(m_context), new SisterPanel(m_context), new PanelHeading(tr("Can it be trusted")), m_trust,
             new SafetyPagePanel(m_context)})
        column->addWidget(w);
    column->addStretch(1);
}

void Inspector::buildReasons()
{
    m_deductions =
        new DeductionListModel(m_context.view, m_context.selection, m_context.locale, this);
    m_reasons->setModel(m_deductions);
    m_reasons->setItemDelegate(m_reasonDelegate);
    m_reasons->setObjectName(QStringLiteral("reasons"));
    m_reasons->setAccessibleName(tr("Reasons"));
    m_reasons->setSelectionMode(QAbstractItemView::SingleSelection);
    m_reasons->setFocusPolicy(Qt::StrongFocus);
    m_reasons->installEventFilter(this);
    m_whatIf = new TextLabel(TextLabel::Voice::Body);
    m_whatIf->setObjectName(QStringLiteral("whatIf"));
    m_whatIf->setWrapped(true);
    m_whatIf->setContentsMargins(12, 4, 12, 6);
    connect(m_reasons, &QListView::clicked, m_deductions, &DeductionListModel::toggle);
    connect(m_deductions, &DeductionListModel::leftOutChanged, this, &Inspector::refresh);
    m_history = new ConditionHistory(m_context.view, m_context.history, kTicket, this);
    connect(m_history, &ConditionHistory::changed, this, &Inspector::refresh);
}

/// Space and Return leave the chosen reason out, although Space plays elsewhere in the window.
bool Inspector::eventFilter(QObject* watched, QEvent* event)
{
    const bool key =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_reasons && key) {
        const int code = static_cast<QKeyEvent*>(event)->key();
        if (code == Qt::Key_Space || code == Qt::Key_Return || code == Qt::Key_Enter) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                m_deductions->toggle(m_reasons->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Inspector::showWhatIf()
{
    const twin::Snapshot& snapshot = *m_context.view.snapshot();
    const twin::Assessment& a =
        snapshot.assets[twin::index(m_context.selection.asset())].assessment;
    const auto without = scoreWithout(a, m_deductions->leftOut());
    const bool asked = without && !m_deductions->leftOut().empty();
    m_whatIf->setVisible(asked);
    if (asked)
        m_whatIf->setText(tr("What if, without %1: %2. Only here, never recorded.")
                              .arg(m_deductions->leftOutNames())
                              .arg(Format::points(*without)));
    const QString now = without ? tr("100 → %1").arg(Format::points(a.score)) : QString();
    m_whyHeading->setNote(!without            ? QString()
                          : asked             ? tr("%1 · what if: %2", "now, without some inputs")
                                        .arg(now)
                                        .arg(Format::points(*without))
                          : a.deductions.empty() ? now
                                                 : tr("tap a bar to leave it out · %1").arg(now));
}

QString Inspector::earlierText(twin::AssetId asset)
{
    const ConditionHistory::Line* line = isVisible() ? m_history->line(asset) : nullptr;
    const auto then = line ? earlier(*line) : std::nullopt;
    return then ? tr("was %1 at %2").arg(then->points).arg(m_phrases.format().clock(then->at))
                : QString();
}

/// How far the statistics are from their operating limits, and how often those err.
QString Inspector::limits(const twin::Assessment& a) const
{
    if (a.withheld != twin::Withheld::No || a.t2Limit <= 0)
        return {};
    const Format& f = m_phrases.format();
    QString text = tr("T² is %1 of its operating limit").arg(f.number(a.t2 / a.t2Limit, 2));
    if (a.speLimit > 0)
        text = tr("T² is %1 of its operating limit, SPE %2 of its own")
                   .arg(f.number(a.t2 / a.t2Limit, 2), f.number(a.spe / a.speLimit, 2));
    return tr("%1. In normal operation these limits raise %2 alerts a month for nothing.")
        .arg(text, f.number(a.expectedAlertsPerMonth, 2));
}

void Inspector::showInput(twin::TagId tag)
{
    const QAbstractItemModel& model = *m_inputs->model();
    const QModelIndexList found = model.match(model.index(0, 0), InputListModel::TagRole,
                                              twin::index(tag), 1, Qt::MatchExactly);
    if (found.isEmpty())
        return;
    m_inputs->selectionModel()->setCurrentIndex(found.front(), QItemSelectionModel::ClearAndSelect);
    const QRect row = m_inputs->visualRect(found.front());
    const QPoint centre = m_inputs->viewport()->mapTo(m_sheet, row.center());
    m_scroll->ensureVisible(centre.x(), centre.y(), 0, row.height());
}

void Inspector::buildActBefore()
{
    m_actBox = new QFrame;
    m_actBox->setObjectName(QStringLiteral("actBox"));
    auto* outer = new QVBoxLayout(m_actBox);
    outer->setContentsMargins(12, 4, 12, 6);
    auto* box = new QFrame;
    box->setObjectName(QStringLiteral("actBoxFrame"));
    outer->addWidget(box);
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(10, 8, 10, 8);
    rows->setSpacing(2);
    m_actBefore = new TextLabel(TextLabel::Voice::Title);
    m_actRule = new TextLabel(TextLabel::Voice::Body);
    m_actRule->setWrapped(true);
    m_decision = new TextLabel(TextLabel::Voice::Quiet);
    m_decision->setWrapped(true);
    for (TextLabel* l : {m_actBefore, m_actRule, m_decision})
        rows->addWidget(l);
}

void Inspector::refresh()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    m_phrases.setPlant(snapshot ? snapshot->plant : nullptr, m_context.view.units());
    const twin::AssetId asset = m_context.selection.asset();
    if (!snapshot || !snapshot->plant) {
        m_empty->setText(tr("No record at this instant."));
    } else if (asset == twin::kNoAsset) {
        m_empty->setText(
            tr("Select a machine to see its condition, the reasons for it and its inputs."));
    } else if (twin::index(asset) >=
               std::min(snapshot->assets.size(), snapshot->plant->assets.size())) {
        m_empty->setText(tr("This machine is not part of the plant shown."));
    } else {
        showAsset(*snapshot, asset);
        m_pages->setCurrentIndex(1);
        return;
    }
    m_pages->setCurrentIndex(0);
}

void Inspector::showAsset(const twin::Snapshot& snapshot, twin::AssetId asset)
{
    const twin::Assessment& a = snapshot.assets[twin::index(asset)].assessment;
    const bool waits = std::any_of(
        snapshot.alerts.begin(), snapshot.alerts.end(), [asset](const twin::Alert& alert) {
            return alert.asset == asset && alert.origin != twin::AlertOrigin::DcsAlarm &&
                   waitsForAcknowledgement(alert.state);
        });
    m_name->setText(m_phrases.assetName(asset));
    m_state->setText(tr("%1 · %2", "area, operating state")
                         .arg(m_phrases.areaName(asset), Phrases::operatingState(a.state)));
    m_condition->show(a, waits, m_phrases, earlierText(asset));
    const bool scored = a.withheld == twin::Withheld::No;
    const bool abnormal = scored && a.word != twin::ConditionWord::Normal;
    m_actBox->setVisible(abnormal || (scored && a.actBefore));
    m_actBefore->setVisible(a.actBefore.has_value());
    m_actRule->setText(a.actBefore ? m_phrases.actBeforeRule(*a.actBefore, asset)
                                   : tr("No time to act before: no input heads for a limit."));
    if (a.actBefore)
        m_actBefore->setText(m_phrases.actBefore(*a.actBefore));
    m_decision->setText(m_phrases.decision(snapshot.plant->asset(asset)));
    m_whyHeading->setVisible(scored);
    showWhatIf();
    m_reasons->setVisible(scored);
    m_trust->setText(trust(snapshot, asset));
}

QString Inspector::trust(const twin::Snapshot& snapshot, twin::AssetId id) const
{
    int fresh = 0;
    int all = 0;
    for (const twin::TagId tag : snapshot.plant->asset(id).tags) {
        if (twin::index(tag) >= snapshot.tags.size() ||
            snapshot.plant->tag(tag).role == twin::TagRole::Event)
            continue;
        ++all;
        fresh += snapshot.tags[twin::index(tag)].stale ? 0 : 1;
    }
    QStringList lines;
    lines += fresh == all
                 ? tr("All inputs are fresh (%1).").arg(all)
                 : tr("Fresh inputs: %1 of %2. Stale ones take nothing off, they widen the band.")
                       .arg(fresh)
                       .arg(all);
    if (const QString l = limits(snapshot.assets[twin::index(id)].assessment); !l.isEmpty())
        lines += l;
    for (const twin::SourceState& s : snapshot.sources) {
        const QString address = QString::fromStdString(s.address);
        const QString since = m_phrases.format().clockSeconds(s.since);
        lines += s.up ? tr("Connected to %1 since %2.").arg(address, since)
                      : tr("No connection to %1 since %2: %3.")
                            .arg(address, since, QString::fromStdString(s.reason));
        const std::uint64_t lost = s.counters.gapExact + s.counters.gapAtLeast + s.counters.dropped;
        if (lost > 0)
            lines += tr("%1 messages lost, %2 not understood.").arg(lost).arg(s.counters.rejected);
    }
    if (!snapshot.plant->asset(id).modelName.empty())
        lines += tr("Model: %1.").arg(QString::fromStdString(snapshot.plant->asset(id).modelName));
    if (const twin::LifeSetup* life = snapshot.plant->lifeOf(id))
        lines += tr("Model of life: %1.").arg(QString::fromStdString(life->modelName));
    return lines.join(QLatin1Char('\n'));
}

void Inspector::setTheme(const Theme& theme)
{
    m_reasonDelegate->setTheme(theme);
    m_inputDelegate->setTheme(theme);
    m_actBox->setStyleSheet(
        QStringLiteral("#actBoxFrame{background:%1;border:1px solid %2;border-radius:4px}")
            .arg(theme.raised.name(), theme.text.name()));
}

} // namespace gemba::ui
