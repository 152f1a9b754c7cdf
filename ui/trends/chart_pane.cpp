// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/chart_pane.h"

#include <algorithm>

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QStackedLayout>

#include "ui/look/flat_button.h"
#include "ui/models/pen_drag.h"
#include "ui/trends/export_strip.h"
#include "ui/trends/scatter_pane.h"
#include "ui/trends/statistics_strip.h"

namespace gemba::ui {
namespace {

constexpr int kHeadHeight = 32;

} // namespace

ChartPane::ChartPane(const ConsoleContext& context, ChartPointer& pointer, QWidget* parent)
    : QWidget(parent), m_context(context), m_book(PenBook::of(context.settings)), m_phrases(context.locale),
      m_title(new TextLabel(TextLabel::Voice::Heading)), m_empty(new TextLabel(TextLabel::Voice::Quiet)),
      m_addButton(new FlatButton(tr("+ Tag"))), m_timeButton(new FlatButton),
      m_compareButton(new FlatButton(tr("Compare"))), m_backButton(new FlatButton(tr("Back"))),
      m_cursorButton(new FlatButton(tr("To the cursor"))), m_moreButton(new FlatButton(QStringLiteral("⋯"))),
      m_timeMenu(new QMenu(this)), m_compareMenu(new QMenu(this)), m_moreMenu(new QMenu(this)), m_chart(new TrendChart),
      m_feed(new ChartFeed(context, *m_chart, this)), m_statistics(new StatisticsStrip(context)),
      m_scatter(new ScatterPane(context)), m_export(new ExportStrip(context))
{
    m_chart->setPointer(&pointer);
    buildHead();
    auto* body = new QWidget;
    m_pages = new QStackedLayout(body);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWrapped(true);
    for (QWidget* page : std::initializer_list<QWidget*>{m_empty, m_chart, m_scatter})
        m_pages->addWidget(page);
    layout()->addWidget(body);
    static_cast<QVBoxLayout*>(layout())->setStretchFactor(body, 1);
    layout()->addWidget(m_statistics);
    layout()->addWidget(m_export);
    setAcceptDrops(true);
    connectChart();
    connect(&context.view, &ViewState::snapshotChanged, this, &ChartPane::onSnapshot);
    connect(&context.selection, &Selection::changed, this, [this] { onSnapshot(ChangeReason::User); });
    connect(&context.view, &ViewState::unitsChanged, this, [this] {
        if (m_statistics->isVisible())
            measure(m_chart->selection());
    });
    connect(&m_book, &PenBook::changed, this, [this] { onSnapshot(ChangeReason::User); });
    connect(m_feed, &ChartFeed::moved, this, [this] {
        showHead();
        if (m_pages->currentWidget() == m_scatter)
            m_scatter->showStretch(m_feed->known(), m_phrases.format());
    });
    onSnapshot(ChangeReason::Seek);
}

ChartPane::~ChartPane() = default;

void ChartPane::buildHead()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(0);
    auto* head = new QWidget;
    head->setFixedHeight(kHeadHeight);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(6);
    row->addWidget(m_title, 1);
    for (FlatButton* b : {m_backButton, m_cursorButton, m_addButton, m_timeButton, m_compareButton, m_moreButton})
        row->addWidget(b);
    m_title->setMinimumWidth(40);
    m_addButton->setObjectName(QStringLiteral("addTag"));
    m_addButton->setAccessibleName(tr("Add a tag to the chart"));
    m_timeButton->setAccessibleDescription(tr("Which time the chart shows"));
    m_compareButton->setObjectName(QStringLiteral("compare"));
    m_compareButton->setToolTip(tr("Lay an earlier time over the chart"));
    m_compareButton->setMenu(m_compareMenu);
    connect(m_compareMenu, &QMenu::aboutToShow, this, [this] { fillCompareMenu(*m_compareMenu); });
    m_moreButton->setAccessibleName(tr("More about this chart"));
    m_moreButton->setToolTip(m_moreButton->accessibleName());
    m_backButton->setToolTip(tr("Take the last zoom or move back (Backspace)"));
    m_cursorButton->setToolTip(tr("Let the chart follow the cursor again"));
    m_timeButton->setMenu(m_timeMenu);
    m_moreButton->setMenu(m_moreMenu);
    connect(m_addButton, &QPushButton::clicked, this, &ChartPane::openSearch);
    connect(m_backButton, &QPushButton::clicked, m_chart, &TrendChart::backWanted);
    connect(m_cursorButton, &QPushButton::clicked, this, [this] {
        m_feed->window().toCursor();
        m_feed->windowMoved();
    });
    connect(m_timeMenu, &QMenu::aboutToShow, this, [this] { fillTimeMenu(*m_timeMenu); });
    connect(m_moreMenu, &QMenu::aboutToShow, this, [this] { fillMenu(*m_moreMenu, -1); });
    column->addWidget(head);
}

void ChartPane::connectChart()
{
    ChartWindow& window = m_feed->window();
    const auto moved = [this] { m_feed->windowMoved(); };
    connect(m_chart, &TrendChart::boxed, this, [&window, moved](auto from, auto to, const auto& values) {
        window.zoomTo(from, to, values);
        moved();
    });
    connect(m_chart, &TrendChart::zoomed, this, [this, &window, moved](double factor, twin::TimeNs around) {
        window.zoomBy(factor, around, m_feed->shown());
        moved();
    });
    connect(m_chart, &TrendChart::axisZoomed, this, [&window, moved](const ValueZoom& zoom) {
        window.zoomValues(zoom);
        moved();
    });
    connect(m_chart, &TrendChart::panned, this, [this, &window, moved](twin::TimeNs distance) {
        window.panBy(distance, m_feed->shown());
        moved();
    });
    connect(m_chart, &TrendChart::backWanted, this, [&window, moved] {
        if (window.back())
            moved();
    });
    connect(m_chart, &TrendChart::resetWanted, this, [&window, moved] {
        window.reset();
        moved();
    });
    connect(m_chart, &TrendChart::selected, this, [this](TimeRange range, bool done) {
        m_chart->setSelected(range);
        if (done)
            measure(range);
    });
    connect(m_chart, &TrendChart::menuWanted, this, &ChartPane::popUp);
    connect(m_chart, &TrendChart::timePicked, this, [this](twin::TimeNs t) {
        if (!m_feed->shown().processTime) // process time cannot be sought: the cursor is arrival time
            m_context.transport.seek(t);
    });
    connect(m_statistics, &StatisticsStrip::closed, this, [this] { measure({}); });
    connect(m_scatter, &ScatterPane::closed, this, [this] { showScatter(false); });
}

void ChartPane::popUp(int pen, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, pen);
    menu->popup(at);
}

void ChartPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_feed->windowMoved();
}

void ChartPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    onSnapshot(ChangeReason::Seek);
}

void ChartPane::onSnapshot(ChangeReason reason)
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    m_phrases.setPlant(snapshot ? snapshot->plant : nullptr, m_context.view.units());
    if (!isVisible())
        return;
    const bool known = snapshot && snapshot->plant && snapshot->at != twin::kNoTime;
    const bool scatter = m_pages->currentWidget() == m_scatter;
    if (known && (reason != ChangeReason::Tick || m_feed->pens().empty()))
        showPens();
    if (!known)
        m_empty->setText(tr("No record at this instant."));
    else if (m_feed->pens().empty())
        m_empty->setText(ofMachine() ? tr("Select a machine to see its trends, or add a tag.")
                                     : tr("This plant has none of the tags of this chart."));
    const bool empty = !known || m_feed->pens().empty();
    m_pages->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty)
                              : scatter ? static_cast<QWidget*>(m_scatter) : m_chart);
    if (known)
        m_feed->follow(reason, m_phrases.format());
    showHead();
}

void ChartPane::setSpec(const ChartSpec& spec)
{
    m_spec = spec;
    m_feed->window() = ChartWindow(spec.span, spec.following);
    m_chart->setSight(m_feed->window().sight());
    onSnapshot(ChangeReason::User);
}

void ChartPane::change(const ChartSpec& next)
{
    if (next == m_spec)
        return;
    const ChartSpec before = m_spec;
    m_spec = next;
    onSnapshot(ChangeReason::User);
    Q_EMIT edited(before);
}

void ChartPane::showPens()
{
    std::vector<FedPen> pens;
    for (const PenSpec& spec : shownPens()) {
        if (auto pen = fed(spec))
            pens.push_back(std::move(*pen));
    }
    m_feed->setPens(std::move(pens), m_spec.axes);
    m_scatter->setPens(m_feed->pens());
}

void ChartPane::showHead()
{
    const Format& format = m_phrases.format();
    const ChartWindow& window = m_feed->window();
    const QString machine = m_phrases.assetName(m_context.selection.asset());
    m_title->setText(!ofMachine() || machine.isEmpty() ? tr("Trends") : tr("%1 · trends").arg(machine));
    const TrendWindow& shown = m_feed->shown();
    const QString span = format.age(window.sight().span);
    QString time;
    switch (window.sight().following) {
    case Following::Follow: time = tr("last %1").arg(span); break;
    case Following::Centre: time = tr("%1 around the cursor").arg(span); break;
    case Following::Fixed:
        time = tr("%1 – %2", "from, to").arg(format.clockSeconds(shown.from), format.clockSeconds(shown.to));
        break;
    }
    if (shown.processTime && !window.fixed())
        time = tr("%1 (%2 process time)", "span of life, span of the process")
                   .arg(time, format.age(shown.to - shown.from));
    if (time != m_timeButton->text())
        m_timeButton->setLabel(time);
    m_backButton->setVisible(window.canGoBack());
    m_cursorButton->setVisible(window.fixed());
    m_compareButton->setEnabled(!m_feed->pens().empty());
    m_addButton->setEnabled(m_phrases.plant() && m_feed->pens().size() < TrendChart::kMostPens);
}

void ChartPane::dragEnterEvent(QDragEnterEvent* event)
{
    const twin::Plant* plant = m_phrases.plant();
    m_dropWanted = plant && (!pensOf(*event->mimeData(), *plant).empty() ||
                             !calculatedOf(*event->mimeData(), *plant).isEmpty());
    if (m_dropWanted)
        event->acceptProposedAction();
    update();
}

void ChartPane::dragLeaveEvent(QDragLeaveEvent* event)
{
    QWidget::dragLeaveEvent(event);
    m_dropWanted = false;
    update();
}

void ChartPane::dropEvent(QDropEvent* event)
{
    m_dropWanted = false;
    update();
    if (!m_phrases.plant())
        return;
    addTags(pensOf(*event->mimeData(), *m_phrases.plant()));
    for (const QString& id : calculatedOf(*event->mimeData(), *m_phrases.plant()))
        addCalculated(id);
    event->acceptProposedAction();
}

void ChartPane::paintEvent(QPaintEvent*)
{
    if (!m_dropWanted)
        return;
    QPainter p(this);
    p.setPen(QPen(m_theme.text, 2, Qt::DashLine));
    p.drawRect(rect().adjusted(1, 1, -1, -1));
}

void ChartPane::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

} // namespace gemba::ui
