// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/reason_panel.h"

#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/look/figures.h"
#include "ui/look/flat_button.h"
#include "ui/models/reason_change_model.h"
#include "ui/models/what_if.h"
#include "ui/operate/reason_chart.h"

namespace gemba::ui {

using twin::TimeNs;

namespace {

constexpr double kFigures = 42, kRowHeight = 36;
constexpr std::size_t kMostChanges = 6;

} // namespace

QSize ReasonChangeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, static_cast<int>(kRowHeight)};
}

void ReasonChangeDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    QRectF area = rect.adjusted(12, 0, -12, 0);
    p.setPen(theme().text);
    const auto column = [&](int role, QFont::Weight weight) {
        p.setFont(Theme::font(12, weight));
        drawFigures(p, QRectF(area.right() - kFigures, rect.top(), kFigures, rect.height()),
                    Qt::AlignVCenter | Qt::AlignRight, i.data(role).toString());
        area.setRight(area.right() - kFigures);
    };
    column(ReasonChangeModel::DifferenceRole, QFont::DemiBold);
    column(ReasonChangeModel::NowRole, QFont::Normal);
    column(ReasonChangeModel::ThenRole, QFont::Normal);
    p.setFont(Theme::font(12));
    drawLines(p, area.adjusted(0, 2, -8, -2), Qt::AlignLeft | Qt::AlignVCenter,
              i.data(ReasonChangeModel::TextRole).toString(), 2);
}

ReasonPanel::ReasonPanel(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context),
      m_history(context.view, context.selection, context.history), m_phrases(context.locale)
{
    setObjectName(QStringLiteral("reasonPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_chart = new ReasonChart;
    m_said = new TextLabel(TextLabel::Voice::Quiet);
    m_said->setWrapped(true);
    m_said->setContentsMargins(12, 2, 12, 4);
    m_again = new FlatButton(tr("Work it out"));
    m_again->setObjectName(QStringLiteral("reasonsAgain"));
    auto* againRow = new QHBoxLayout;
    againRow->setContentsMargins(12, 0, 12, 4);
    againRow->addWidget(m_again);
    againRow->addStretch(1);
    m_changeHeading = new PanelHeading(tr("Changes"));
    m_since = new FlatButton;
    m_since->setObjectName(QStringLiteral("compareSince"));
    m_since->setToolTip(tr("Choose the time to compare with, or click into the chart"));
    m_changeHeading->addWidget(m_since);
    m_columns = new TextLabel(TextLabel::Voice::Quiet);
    m_columns->setContentsMargins(12, 0, 12, 2);
    m_columns->setAlignment(Qt::AlignRight);
    m_changes = new PlainList;
    m_changes->setGrown(true);
    m_changes->setObjectName(QStringLiteral("reasonChanges"));
    m_changes->setAccessibleName(tr("Changes"));
    m_model = new ReasonChangeModel(context.locale, this);
    m_delegate = new ReasonChangeDelegate(this);
    m_changes->setModel(m_model);
    m_changes->setItemDelegate(m_delegate);
    column->addWidget(new PanelHeading(tr("Reasons over time")));
    column->addWidget(m_chart);
    column->addWidget(m_said);
    column->addLayout(againRow);
    m_more = new TextLabel(TextLabel::Voice::Quiet);
    m_more->setContentsMargins(12, 4, 12, 0);
    for (QWidget* w : std::initializer_list<QWidget*>{m_changeHeading, m_columns, m_changes, m_more})
        column->addWidget(w);
    buildMenu();
    connect(m_chart, &ReasonChart::looked, &m_history, &ReasonHistory::want, Qt::QueuedConnection);
    connect(m_chart, &ReasonChart::chosen, this, &ReasonPanel::compareSince);
    connect(m_again, &QPushButton::clicked, &m_history, &ReasonHistory::again);
    connect(&m_history, &ReasonHistory::changed, this, &ReasonPanel::refresh);
    connect(&context.view, &ViewState::unitsChanged, this, &ReasonPanel::refresh);
    refresh();
}

void ReasonPanel::buildMenu()
{
    auto* menu = new QMenu(m_since);
    const auto back = [&](const QString& text, TimeNs span) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, span] { compareBack(span); });
    };
    back(tr("1 minute before"), twin::kMinute);
    back(tr("5 minutes before"), 5 * twin::kMinute);
    back(tr("30 minutes before"), 30 * twin::kMinute);
    back(tr("2 hours before"), 2 * twin::kHour);
    back(tr("8 hours before"), 8 * twin::kHour);
    menu->addSeparator();
    connect(menu->addAction(tr("Default")), &QAction::triggered, this,
            [this] { compareSince(twin::kNoTime); });
    m_since->setMenu(menu);
}

void ReasonPanel::compareSince(TimeNs then)
{
    m_then = then;
    m_back = 0;
    refresh();
}

void ReasonPanel::compareBack(TimeNs span)
{
    m_then = twin::kNoTime;
    m_back = span;
    refresh();
}

TimeNs ReasonPanel::then() const
{
    const TimeRange w = m_history.window();
    if (!w.valid())
        return twin::kNoTime;
    if (m_then != twin::kNoTime && m_then <= w.to)
        return m_then;
    return m_back > 0 ? w.to - m_back : comparedWith(w.from, w.to);
}

void ReasonPanel::refresh()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const twin::AssetId asset = m_context.selection.asset();
    if (asset != m_asset)
        m_then = twin::kNoTime; // chosen in the chart of another machine
    m_asset = asset;
    m_phrases.setPlant(snapshot ? snapshot->plant : nullptr, m_context.view.units());
    m_chart->show(m_history.instants(), m_history.window(), then(), m_phrases);
    showState();
    if (snapshot && snapshot->plant)
        showChanges(*snapshot);
}

void ReasonPanel::showState()
{
    const QString text = m_history.cancelled() ? tr("What came before has not been worked out.")
                         : !m_history.problem().isEmpty() ? m_history.problem()
                         : m_history.working() ? tr("Working out what came before…")
                                               : QString();
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
    m_again->setVisible(m_history.cancelled());
}

void ReasonPanel::showChanges(const twin::Snapshot& snapshot)
{
    const TimeNs wanted = then();
    const ReasonsAt* before = wanted == twin::kNoTime ? nullptr : reasonsKnownAt(m_history.instants(), wanted);
    const ReasonsAt* now = m_history.instants().empty() ? nullptr : &m_history.instants().back();
    const Format& f = m_phrases.format();
    m_since->setLabel(wanted == twin::kNoTime ? QString() : tr("since %1").arg(f.clockSeconds(wanted)));
    m_since->setVisible(wanted != twin::kNoTime);
    const bool both = before && now && before->scored && now->scored;
    auto changes = both ? reasonChanges(*before, *now) : std::vector<ReasonChange>();
    const std::size_t more = changes.size() - std::min(changes.size(), kMostChanges);
    changes.resize(changes.size() - more);
    m_more->setVisible(more > 0);
    m_more->setText(tr("smaller changes: %1").arg(more));
    m_model->show(snapshot.plant, m_context.view.units(), std::move(changes));
    const bool any = m_model->rowCount() > 0;
    m_changes->setVisible(any);
    m_changeHeading->setNote(both ? tr("%1 → %2", "condition then and now")
                                        .arg(Format::points(before->score))
                                        .arg(Format::points(now->score))
                                  : QString());
    m_columns->setAlignment(any ? Qt::AlignRight : Qt::AlignLeft);
    m_columns->setText(any                     ? tr("points then · now · difference")
                       : both                  ? tr("No reason has changed since then.")
                       : now && !now->scored   ? tr("No figure now.")
                       : before                ? tr("No figure then.")
                                               : tr("Nothing is known of that time."));
}

void ReasonPanel::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
}

} // namespace gemba::ui
