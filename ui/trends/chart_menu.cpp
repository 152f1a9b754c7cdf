// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of a ChartPane, made anew for the state of each moment.
#include <QActionGroup>
#include <QFileDialog>
#include <QMenu>

#include "ui/trends/chart_pane.h"

namespace gemba::ui {
namespace {

constexpr twin::TimeNs kSpans[] = {twin::kMinute, 5 * twin::kMinute, 15 * twin::kMinute,
                                   twin::kHour,   8 * twin::kHour,   24 * twin::kHour};
constexpr std::size_t kMostEvents = 15; ///< in the menu
constexpr qsizetype kLongestName = 60;

/// Plain text in a menu: "&" is one there, and long names end in "…".
QString menuText(QString text)
{
    if (text.size() > kLongestName)
        text = text.left(kLongestName - 1) + QChar(0x2026);
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

template <class Then>
QAction* addChoice(QMenu& menu, QActionGroup& group, const QString& text, bool chosen, QObject* context, Then then)
{
    QAction* action = menu.addAction(text, context, then);
    action->setCheckable(true);
    action->setChecked(chosen);
    group.addAction(action);
    return action;
}

/// What is worth comparing with: machines and plant, not the traffic.
bool isNotable(const twin::Event& e)
{
    switch (e.kind) {
    case twin::EventKind::StateChange:
    case twin::EventKind::WordChange:
    case twin::EventKind::AlertRaised:
    case twin::EventKind::DcsAlarmRaised:
    case twin::EventKind::PlantEvent:
    case twin::EventKind::Act: return true;
    default: return false;
    }
}

} // namespace

void ChartPane::fillTimeMenu(QMenu& menu)
{
    menu.clear();
    ChartWindow& window = m_feed->window();
    const auto moved = [this] {
        ChartSpec next = m_spec; // what is kept with the chart goes along
        next.span = m_feed->window().sight().span;
        if (!m_feed->window().fixed())
            next.following = m_feed->window().sight().following;
        m_feed->windowMoved();
        change(next);
    };
    auto* spans = new QActionGroup(&menu);
    for (const twin::TimeNs span : kSpans)
        addChoice(menu, *spans, m_phrases.format().age(span), span == window.sight().span && !window.fixed(), this,
                  [&window, moved, span] {
                      window.setSpan(span);
                      moved();
                  });
    menu.addSeparator();
    auto* following = new QActionGroup(&menu);
    const std::pair<Following, QString> kinds[] = {
        {Following::Follow, tr("Follow: the cursor at the right edge")},
        {Following::Centre, tr("Centre: the cursor in the middle")},
        {Following::Fixed, tr("Fixed: stay at this time")}};
    for (const auto& [kind, text] : kinds)
        addChoice(menu, *following, text, kind == window.sight().following, this, [this, &window, moved, kind = kind] {
            window.setFollowing(kind, m_feed->shown());
            moved();
        });
    menu.addSeparator();
    menu.addAction(tr("Back"), m_chart, &TrendChart::backWanted)->setEnabled(window.canGoBack());
    menu.addAction(tr("Reset: all values, follow the cursor"), m_chart, &TrendChart::resetWanted)
        ->setEnabled(window.changed());
}

void ChartPane::fillStyleMenu(QMenu& menu, std::size_t pen)
{
    const LineStyle style = m_chart->pens()[pen].style;
    auto* dashes = new QActionGroup(&menu);
    const std::pair<LineDash, QString> kinds[] = {{LineDash::Solid, tr("Solid")},
                                                  {LineDash::Dashed, tr("Dashed")},
                                                  {LineDash::Dotted, tr("Dotted")},
                                                  {LineDash::DashDotted, tr("Dash and dot")}};
    for (const auto& [dash, text] : kinds)
        addChoice(menu, *dashes, text, dash == style.dash, this,
                  [this, pen, style, dash = dash] { setStyle(pen, {dash, style.weight}); });
    menu.addSeparator();
    auto* weights = new QActionGroup(&menu);
    const QString words[] = {tr("Thin"), tr("Medium"), tr("Thick")};
    for (int weight = kThinnest; weight <= kThickest; ++weight)
        addChoice(menu, *weights, words[weight - kThinnest], weight == style.weight, this,
                  [this, pen, style, weight] { setStyle(pen, {style.dash, weight}); });
}

void ChartPane::fillCompareMenu(QMenu& menu)
{
    menu.clear();
    auto* group = new QActionGroup(&menu);
    addChoice(menu, *group, tr("Nothing"), m_feed->overlay().label.isEmpty(), this, [this] { layOver({}); });
    const auto offer = [&](const QString& what, twin::TimeNs shift, void (ChartPane::*lay)()) {
        const bool there = recorded(shift);
        menu.addAction(there ? what : tr("%1: nothing recorded", "a time to compare with").arg(what), this, lay)
            ->setEnabled(there);
    };
    const twin::TimeNs length = m_feed->shown().to - m_feed->shown().from;
    offer(tr("The time before (%1 ago)").arg(Format::length(length)), length, &ChartPane::overlayBefore);
    offer(tr("Yesterday, same time"), dayBefore(), &ChartPane::overlayYesterday);
    menu.addAction(tr("The machine's last start"), this, &ChartPane::overlayLastStart)
        ->setEnabled(m_context.selection.asset() != twin::kNoAsset);
    menu.addSeparator();
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const auto& events = m_context.view.timeline();
    std::size_t shown = 0;
    for (auto e = events.rbegin(); e != events.rend() && snapshot && shown < kMostEvents; ++e) {
        if (e->at > snapshot->at - twin::kSecond || !isNotable(*e)) // now is no other time
            continue;
        ++shown;
        menu.addAction(menuText(tr("%1  %2", "time, what happened")
                                    .arg(m_phrases.format().clockSeconds(e->at), m_phrases.event(*e))),
                       this, [this, event = *e] { overlayEvent(event); });
    }
    if (shown == 0)
        menu.addAction(tr("No event is recorded before this instant"))->setEnabled(false);
}

void ChartPane::fillMenu(QMenu& menu, int pen)
{
    menu.clear();
    const auto pens = m_chart->pens();
    const auto fillPen = [this](QMenu& into, std::size_t i) {
        fillStyleMenu(into, i);
        into.addSeparator();
        into.addAction(tr("Remove from the chart"), this, [this, i] { removePen(i); });
    };
    if (pen >= 0 && static_cast<std::size_t>(pen) < pens.size()) {
        fillPen(menu, static_cast<std::size_t>(pen));
        return;
    }
    menu.addAction(tr("Add a tag…"), this, &ChartPane::openSearch);
    QMenu* lines = menu.addMenu(tr("Lines"));
    lines->setEnabled(!pens.empty());
    for (std::size_t i = 0; i < pens.size(); ++i)
        fillPen(*lines->addMenu(menuText(pens[i].name)), i);
    menu.addAction(tr("Pens of the selected machine"), this, [this] {
        ChartSpec next = m_spec;
        next.pens.clear();
        change(next);
    })->setEnabled(!ofMachine());
    QMenu* axes = menu.addMenu(tr("Axes"));
    auto* group = new QActionGroup(axes);
    const auto layout = [this](AxisLayout wanted) {
        return [this, wanted] {
            ChartSpec next = m_spec;
            next.axes = wanted;
            change(next);
        };
    };
    addChoice(*axes, *group, tr("A lane for each unit"), m_spec.axes == AxisLayout::ByUnit, this, layout(AxisLayout::ByUnit));
    addChoice(*axes, *group, tr("One lane, each pen its own axis"), m_spec.axes == AxisLayout::Own, this, layout(AxisLayout::Own));
    menu.addSeparator();
    fillCompareMenu(*menu.addMenu(tr("Compare with")));
    menu.addAction(tr("Statistics of what is shown"), this, [this] { measure(m_feed->known()); })->setEnabled(!pens.empty());
    menu.addAction(tr("Scatter of two pens"), this, [this] { showScatter(true); })->setEnabled(pens.size() > 1);
    menu.addAction(tr("Calculated tags…"), this, &ChartPane::editCalculated);
    menu.addSeparator();
    menu.addAction(tr("Save picture…"), this, [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Save picture"), QStringLiteral("chart.png"), tr("Picture (*.png)"));
        if (!path.isEmpty())
            savePicture(path);
    });
    menu.addAction(tr("Save values…"), this, [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Save values"), QStringLiteral("values.csv"), tr("Table (*.csv)"));
        if (!path.isEmpty())
            saveValues(path);
    })->setEnabled(!pens.empty());
    menu.addSeparator();
    Q_EMIT panelMenuWanted(&menu);
}

} // namespace gemba::ui
