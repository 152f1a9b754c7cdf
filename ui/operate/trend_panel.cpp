// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/trend_panel.h"

#include <algorithm>

#include <QActionGroup>
#include <QMenu>
#include <QPointer>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/look/flat_button.h"

namespace gemba::ui {
namespace {

constexpr int kLeastDelayMs = 100;
constexpr twin::TimeNs kSpans[] = {twin::kMinute, 5 * twin::kMinute, 15 * twin::kMinute,
                                   twin::kHour,   8 * twin::kHour,   24 * twin::kHour};

} // namespace

TrendPanel::TrendPanel(const ConsoleContext& context, int firstTicket, QWidget* parent)
    : QWidget(parent), m_context(context), m_firstTicket(firstTicket), m_phrases(context.locale),
      m_empty(new TextLabel(TextLabel::Voice::Quiet)), m_heading(new PanelHeading({})),
      m_penButton(new FlatButton(tr("Pens"))), m_spanButton(new FlatButton),
      m_penMenu(new QMenu(this)), m_chart(new TrendChart)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(2);
    column->addWidget(m_heading);
    auto* body = new QWidget;
    m_pages = new QStackedLayout(body);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWrapped(true);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_chart);
    column->addWidget(body, 1);
    m_heading->addWidget(m_penButton);
    m_heading->addWidget(m_spanButton);
    m_penButton->setMenu(m_penMenu);
    connect(m_penMenu, &QMenu::aboutToShow, this, &TrendPanel::fillPenMenu);
    auto* spans = new QMenu(this);
    auto* group = new QActionGroup(this);
    for (const twin::TimeNs span : kSpans) {
        QAction* action =
            spans->addAction(m_phrases.format().age(span), this, [this, span] { setSpan(span); });
        action->setCheckable(true);
        action->setChecked(span == m_span);
        group->addAction(action);
    }
    m_spanButton->setMenu(spans);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kLeastDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &TrendPanel::ask);
    connect(m_chart, &TrendChart::timePicked, this, [this](twin::TimeNs t) {
        if (!m_asked.processTime) // process time cannot be sought: the cursor is arrival time
            m_context.transport.seek(t);
    });
    connect(&context.view, &ViewState::snapshotChanged, this, &TrendPanel::onSnapshot);
    connect(&context.selection, &Selection::changed, this, &TrendPanel::onSelection);
    onSelection();
}

void TrendPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_delay.start();
}

void TrendPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    onSelection();
}

void TrendPanel::onSelection()
{
    m_chosen.clear();
    onSnapshot(ChangeReason::Seek);
}

void TrendPanel::onSnapshot(ChangeReason reason)
{
    if (!isVisible())
        return;
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    m_phrases.setPlant(snapshot ? snapshot->plant : nullptr);
    const twin::AssetId asset = m_context.selection.asset();
    if (!snapshot || !snapshot->plant || snapshot->at == twin::kNoTime) {
        m_empty->setText(tr("No record at this instant."));
        m_pages->setCurrentIndex(0);
        return showTitle();
    }
    if (twin::index(asset) >= snapshot->plant->assets.size()) {
        m_empty->setText(tr("Select a machine to see its trends."));
        m_pages->setCurrentIndex(0);
        return showTitle();
    }
    m_pages->setCurrentIndex(1);
    const TrendWindow window = trendWindow(*snapshot, m_span, m_context.view.range().from);
    const twin::TimeNs column = (window.to - window.from) / m_chart->columns();
    if (reason != ChangeReason::Tick)
        choosePens();
    if (reason != ChangeReason::Tick || m_chart->pens().empty()) {
        m_delay.stop();
        ask();
    } else if (std::abs(window.to - m_asked.to) >= column && !m_delay.isActive()) {
        m_delay.start();
    }
}

void TrendPanel::choosePens()
{
    if (!m_chosen.empty())
        return showPens(m_chosen);
    const twin::Snapshot& snapshot = *m_context.view.snapshot();
    const twin::AssetId asset = m_context.selection.asset();
    std::vector<twin::TagId> tags;
    const auto add = [&](twin::TagId tag) {
        if (tags.size() < kDefaultPens && twin::index(tag) < snapshot.plant->tags.size() &&
            std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(tag);
    };
    if (twin::index(asset) < snapshot.assets.size()) {
        for (const twin::Deduction& d : snapshot.assets[twin::index(asset)].assessment.deductions)
            add(d.tag);
    }
    for (const bool overview : {true, false}) {
        for (const twin::TagId tag : snapshot.plant->asset(asset).tags) {
            if (snapshot.plant->tag(tag).onOverview == overview &&
                snapshot.plant->tag(tag).role == twin::TagRole::Measurement)
                add(tag);
        }
    }
    showPens(tags);
}

TrendPen TrendPanel::penOf(twin::TagId tag) const
{
    const twin::Plant& plant = *m_phrases.plant();
    const twin::Tag& t = plant.tag(tag);
    const double speed = std::max(1.0, m_context.view.snapshot()->observedSpeed);
    const double gap =
        static_cast<double>(t.expectedPeriod) * plant.rules.staleAfterPeriods * speed;
    return {tag,      m_phrases.text(t.name),        Format::unit(t), t.decimals, t.range,
            t.limits, static_cast<twin::TimeNs>(gap)};
}

void TrendPanel::showPens(const std::vector<twin::TagId>& tags)
{
    std::vector<TrendPen> pens;
    for (const twin::TagId tag : tags)
        pens.push_back(penOf(tag));
    m_chart->setPens(pens);
    showTitle();
}

void TrendPanel::fillPenMenu()
{
    m_penMenu->clear();
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const twin::AssetId asset = m_context.selection.asset();
    if (!snapshot || !snapshot->plant || twin::index(asset) >= snapshot->plant->assets.size())
        return;
    std::vector<twin::TagId> shown;
    for (const TrendPen& pen : m_chart->pens())
        shown.push_back(pen.tag);
    for (const twin::TagId tag : snapshot->plant->asset(asset).tags) {
        if (snapshot->plant->tag(tag).role == twin::TagRole::Event)
            continue;
        const bool on = std::find(shown.begin(), shown.end(), tag) != shown.end();
        QString name = m_phrases.tagName(tag);
        QAction* action = m_penMenu->addAction(name.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(on);
        action->setEnabled(on || shown.size() < kMostPens);
        connect(action, &QAction::toggled, this, [this, tag, shown](bool checked) mutable {
            std::erase(shown, tag);
            if (checked)
                shown.push_back(tag);
            m_chosen = shown;
            onSnapshot(ChangeReason::User);
        });
    }
}

void TrendPanel::setSpan(twin::TimeNs span)
{
    m_span = span;
    onSnapshot(ChangeReason::User);
    showTitle();
}

void TrendPanel::ask()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    if (!isVisible() || !snapshot || m_chart->pens().empty())
        return;
    m_asked = trendWindow(*snapshot, m_span, m_context.view.range().from);
    if (m_asked.to == twin::kNoTime)
        return;
    m_chart->setWindow(m_asked.from, m_asked.to, m_phrases.format());
    showTitle();
    const quint64 round = ++m_round;
    for (std::size_t i = 0; i < m_chart->pens().size() && i < kMostPens; ++i) {
        const QPointer<TrendPanel> self(this);
        const twin::TagId tag = m_chart->pens()[i].tag;
        m_context.history.tagTrend(
            m_firstTicket + static_cast<int>(i), tag, m_asked.from, m_asked.to, m_chart->columns(),
            snapshot->at, [self, i, tag, round](Trend trend) {
                if (self && self->m_round == round && i < self->m_chart->pens().size() &&
                    self->m_chart->pens()[i].tag == tag)
                    self->m_chart->setTrend(i, std::move(trend));
            });
    }
}

void TrendPanel::showTitle()
{
    const Format& format = m_phrases.format();
    const QString name = m_phrases.assetName(m_context.selection.asset());
    m_heading->setTitle(name.isEmpty() ? tr("Trends") : tr("%1 · trends").arg(name));
    m_spanButton->setLabel(m_asked.processTime
                               ? tr("last %1 (%2 process time)")
                                     .arg(format.age(m_span), format.age(m_asked.to - m_asked.from))
                               : tr("last %1").arg(format.age(m_span)));
    m_penButton->setEnabled(!name.isEmpty());
}

} // namespace gemba::ui
