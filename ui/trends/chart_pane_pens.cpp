// SPDX-License-Identifier: GPL-3.0-or-later
// Which pens a ChartPane shows, what is laid over them, and where they go.
#include <algorithm>
#include <map>

#include <QStackedLayout>

#include "ui/look/flat_button.h"
#include "ui/models/pen_drag.h"
#include "ui/trends/calculated_dialog.h"
#include "ui/trends/chart_pane.h"
#include "ui/trends/export_strip.h"
#include "ui/trends/scatter_pane.h"
#include "ui/trends/statistics_strip.h"
#include "ui/trends/tag_search.h"

namespace gemba::ui {

/// What takes most off the condition first, then the tags of the overview.
std::vector<twin::TagId> ChartPane::machineTags() const
{
    const twin::Snapshot& snapshot = *m_context.view.snapshot();
    const twin::AssetId asset = m_context.selection.asset();
    std::vector<twin::TagId> tags;
    const auto add = [&](twin::TagId tag) {
        if (tags.size() < kDefaultPens && twin::index(tag) < snapshot.plant->tags.size() &&
            std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(tag);
    };
    if (twin::index(asset) >= snapshot.plant->assets.size())
        return tags;
    if (twin::index(asset) < snapshot.assets.size()) {
        for (const twin::Deduction& d : snapshot.assets[twin::index(asset)].assessment.deductions)
            add(d.tag);
    }
    for (const twin::TagId tag : mainTags(*snapshot.plant, asset, 2 * kDefaultPens))
        add(tag);
    return tags;
}

/// Pens that share an axis must differ; one that is alone on its axis is drawn plainly.
LineStyle ChartPane::nextStyle(const std::vector<PenSpec>& pens, const QString& unit) const
{
    for (std::size_t n = 0; n < TrendChart::kMostPens; ++n) {
        const LineStyle style = lineStyleOf(n);
        const bool taken = std::any_of(pens.begin(), pens.end(), [&](const PenSpec& p) {
            if (p.style != style)
                return false;
            const auto there = fed(p);
            return m_spec.axes == AxisLayout::Own || (there && there->pen.unit == unit);
        });
        if (!taken)
            return style;
    }
    return lineStyleOf(pens.size());
}

std::vector<PenSpec> ChartPane::shownPens() const
{
    if (!ofMachine() || !m_phrases.plant())
        return m_spec.pens;
    const twin::Plant& plant = *m_phrases.plant();
    const twin::AssetId asset = m_context.selection.asset();
    if (twin::index(asset) < plant.assets.size()) {
        const PenSet* own = m_book.sets().defaultOf(QString::fromStdString(plant.asset(asset).id));
        if (own && m_place < own->charts.size() && !own->charts[m_place].pens.empty())
            return own->charts[m_place].pens;
    }
    std::vector<PenSpec> pens;
    for (const twin::TagId tag : machineTags())
        pens.push_back({QString::fromStdString(plant.tag(tag).id), {}, nextStyle(pens, m_phrases.format().unitText(plant.tag(tag)))});
    return pens;
}

std::optional<FedPen> ChartPane::fed(const PenSpec& spec) const
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const double speed = std::max(1.0, snapshot->observedSpeed);
    FedPen out;
    out.source.plant = snapshot->plant;
    out.source.speed = speed;
    out.pen.style = spec.style;
    if (!spec.calculated.isEmpty()) {
        const CalculatedTag* c = m_book.sets().findCalculated(spec.calculated);
        if (!c)
            return std::nullopt;
        out.source.formula = c->formula.toStdString();
        out.pen.calculated = c->id;
        out.pen.name = c->name;
        out.pen.unit = c->unit;
        out.pen.decimals = c->decimals;
        out.pen.range = {-INFINITY, INFINITY};
        out.pen.gap = static_cast<twin::TimeNs>(static_cast<double>(3 * twin::kSecond) * speed);
        return out;
    }
    const twin::TagId tag = snapshot->plant->findTag(spec.tag.toStdString());
    if (tag == twin::kNoTag)
        return std::nullopt;
    const twin::Tag& t = snapshot->plant->tag(tag);
    const double gap = static_cast<double>(t.expectedPeriod) * snapshot->plant->rules.staleAfterPeriods * speed;
    out.source.tag = out.pen.tag = tag;
    out.pen.name = m_phrases.text(t.name);
    const ShownUnit shown = m_phrases.format().shown(t);
    out.source.shown = shown.conversion;
    out.pen.unit = shown.text;
    out.pen.decimals = shown.decimals;
    out.pen.range = shown.of(t.range);
    out.pen.limits = shown.of(t.limits);
    out.pen.gap = t.expectedPeriod == 0 ? ChartWindow::kLongest : static_cast<twin::TimeNs>(gap);
    return out;
}

void ChartPane::addTags(const std::vector<twin::TagId>& tags)
{
    if (!m_phrases.plant())
        return;
    ChartSpec next = m_spec;
    next.pens = shownPens();
    for (const twin::TagId tag : tags) {
        const QString id = QString::fromStdString(m_phrases.plant()->tag(tag).id);
        const bool there = std::any_of(next.pens.begin(), next.pens.end(),
                                       [&](const PenSpec& p) { return p.tag == id; });
        if (!there && next.pens.size() < TrendChart::kMostPens)
            next.pens.push_back({id, {}, nextStyle(next.pens, m_phrases.format().unitText(m_phrases.plant()->tag(tag)))});
    }
    change(next);
}

void ChartPane::addCalculated(const QString& id)
{
    ChartSpec next = m_spec;
    next.pens = shownPens();
    const CalculatedTag* made = m_book.sets().findCalculated(id);
    const bool there = std::any_of(next.pens.begin(), next.pens.end(),
                                   [&](const PenSpec& p) { return p.calculated == id; });
    if (made && !there && next.pens.size() < TrendChart::kMostPens)
        next.pens.push_back({{}, id, nextStyle(next.pens, made->unit)});
    change(next);
}

std::size_t ChartPane::placeOf(std::size_t pen, const std::vector<PenSpec>& among) const
{
    std::size_t place = 0;
    for (; place < among.size() && pen < m_feed->pens().size(); ++place) {
        const auto there = fed(among[place]); // not every pen that is kept exists in this plant
        if (there && there->pen.sameSource(m_feed->pens()[pen].pen))
            return place;
    }
    return among.size();
}

void ChartPane::removePen(std::size_t pen)
{
    ChartSpec next = m_spec;
    next.pens = shownPens();
    if (const std::size_t at = placeOf(pen, next.pens); at < next.pens.size())
        next.pens.erase(next.pens.begin() + static_cast<std::ptrdiff_t>(at));
    change(next);
}

void ChartPane::setStyle(std::size_t pen, const LineStyle& style)
{
    ChartSpec next = m_spec;
    next.pens = shownPens();
    if (const std::size_t at = placeOf(pen, next.pens); at < next.pens.size())
        next.pens[at].style = style;
    change(next);
}

void ChartPane::openSearch()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    if (!snapshot || !snapshot->plant)
        return;
    auto* search = findChild<TagSearch*>();
    if (!search) {
        search = new TagSearch(m_context.locale, this);
        connect(search, &TagSearch::tagChosen, this, [this](twin::TagId tag) { addTags({tag}); });
        connect(search, &TagSearch::calculatedChosen, this, &ChartPane::addCalculated);
    }
    search->setTheme(m_theme);
    search->open(snapshot->plant, m_book.sets().calculated, m_context.view.units(), mapToGlobal(QPoint(width() / 2, 32)));
}

void ChartPane::editCalculated()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    if (!snapshot || !snapshot->plant)
        return;
    auto* dialog = new CalculatedDialog(m_context, snapshot->plant, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CalculatedDialog::added, this, &ChartPane::addCalculated);
    dialog->show();
}

void ChartPane::layOver(const Overlay& overlay)
{
    m_feed->setOverlay(overlay);
    m_compareButton->setFilled(!overlay.label.isEmpty());
}

/// Where an instant of the log stands in the times of the chart.
twin::TimeNs ChartPane::chartTime(twin::TimeNs logTime) const
{
    const twin::Snapshot& snapshot = *m_context.view.snapshot();
    if (!m_feed->shown().processTime)
        return logTime;
    const double ago = static_cast<double>(snapshot.at - logTime) * snapshot.observedSpeed;
    return m_feed->cursor() - static_cast<twin::TimeNs>(ago);
}

/// 23 or 25 hours when the clocks change.
twin::TimeNs ChartPane::dayBefore() const
{
    constexpr twin::TimeNs kDay = 24 * twin::kHour;
    const Format& site = m_phrases.format();
    const twin::TimeNs now = m_feed->cursor();
    if (now == twin::kNoTime)
        return kDay;
    return kDay - (site.offsetFromUtc(now) - site.offsetFromUtc(now - kDay)) * twin::kSecond;
}

bool ChartPane::recorded(twin::TimeNs shift) const
{
    const twin::TimeNs begin = m_context.view.range().from;
    return m_feed->cursor() != twin::kNoTime && begin != twin::kNoTime && m_feed->known().to - shift > chartTime(begin);
}

void ChartPane::overlayYesterday()
{
    if (m_feed->cursor() == twin::kNoTime)
        return;
    const twin::TimeNs shift = dayBefore();
    layOver({tr("yesterday (−%1)", "hours before").arg(Format::length(shift)), shift});
}

void ChartPane::overlayBefore()
{
    const TrendWindow& shown = m_feed->shown();
    if (m_feed->cursor() == twin::kNoTime)
        return;
    const twin::TimeNs shift = shown.to - shown.from;
    layOver({tr("the time before (−%1)", "length").arg(Format::length(shift)), shift});
}

void ChartPane::overlayLastStart()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const twin::Event* start = nullptr;
    for (const twin::Event& e : m_context.view.timeline()) {
        if (snapshot && e.kind == twin::EventKind::StateChange && e.asset == m_context.selection.asset() &&
            e.number == static_cast<int>(twin::OperatingState::Running) && e.at <= snapshot->at)
            start = &e;
    }
    if (!start)
        return m_context.view.tell(tr("No start of this machine is recorded before this instant."));
    // The start is laid at the left edge: what came after it is what one compares.
    const twin::TimeNs shift = m_feed->shown().from - chartTime(start->at);
    layOver({tr("after the start at %1 (−%2)", "time, length")
                 .arg(m_phrases.format().dateTime(start->at), Format::length(shift)), shift});
}

void ChartPane::overlayEvent(const twin::Event& event)
{
    if (m_feed->cursor() == twin::kNoTime)
        return;
    const twin::TimeNs shift = m_feed->cursor() - chartTime(event.at);
    layOver({tr("around %1, %2 (−%3)", "what happened, when, length")
                 .arg(m_phrases.event(event), m_phrases.format().dateTime(event.at), Format::length(shift)),
             shift});
}

void ChartPane::showScatter(bool shown)
{
    m_pages->setCurrentWidget(shown ? static_cast<QWidget*>(m_scatter) : m_chart);
    if (shown)
        m_scatter->showStretch(m_feed->known(), m_phrases.format());
}

void ChartPane::measure(TimeRange range)
{
    m_chart->setSelected(range);
    range.to = std::min(range.to, m_feed->cursor() == twin::kNoTime ? range.to : m_feed->cursor() + 1);
    if (range.valid())
        m_statistics->measure(m_feed->pens(), range, m_phrases.format());
    else
        m_statistics->hide();
}

void ChartPane::savePicture(const QString& path)
{
    m_export->savePicture(path, grab().toImage(), m_phrases);
}

void ChartPane::saveValues(const QString& path)
{
    const TimeRange stretch = m_chart->selection().valid() ? m_chart->selection() : m_feed->known();
    m_export->saveValues(path, m_feed->pens(), stretch);
}

} // namespace gemba::ui
