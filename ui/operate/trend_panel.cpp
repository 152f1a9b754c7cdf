// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/trend_panel.h"

#include <algorithm>

#include <QMenu>
#include <QPointer>
#include <QScrollArea>
#include <QUndoCommand>
#include <QVBoxLayout>

#include "ui/models/pen_set_json.h"
#include "ui/trends/chart_pane.h"
#include "ui/trends/set_menu.h"

namespace gemba::ui {
namespace {

constexpr int kLeastHeight = 150; ///< of a chart where there are several
const QString kRemembered = QStringLiteral("trends/charts");
const QString kRememberedOther = QStringLiteral("trends/charts-%1");

/// Which charts there are, as one thing to take back.
class ChartsEdit : public QUndoCommand
{
public:
    ChartsEdit(TrendPanel& panel, std::vector<ChartSpec> before, const QString& what)
        : QUndoCommand(what), m_panel(&panel), m_before(std::move(before)), m_after(panel.charts())
    {
    }
    void undo() override { put(m_before); }
    void redo() override { put(m_after); }

private:
    void put(const std::vector<ChartSpec>& charts)
    {
        if (m_panel && m_panel->charts() != charts)
            m_panel->setCharts(charts);
    }
    QPointer<TrendPanel> m_panel;
    std::vector<ChartSpec> m_before, m_after;
};

} // namespace

TrendPanel::TrendPanel(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_sets(new SetMenu(context, [this] { return charts(); }, this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    auto* content = new QWidget;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    outer->addWidget(scroll);
    connect(m_sets, &SetMenu::chosen, this, [this](const PenSet& set) {
        const auto before = charts();
        setCharts(set.charts);
        changed(before, tr("show pen set “%1”").arg(set.name));
    });
    connect(&context.view, &ViewState::snapshotChanged, this, &TrendPanel::onSnapshot);
    connect(&context.selection, &Selection::changed, this, &TrendPanel::followMachine);
    connect(&PenBook::of(context.settings), &PenBook::changed, this, &TrendPanel::followMachine);
    addPane({});
    rememberAs(1);
}

TrendPanel::~TrendPanel() = default;

/// Another plant: its book, and the charts that were last looked at there.
void TrendPanel::onSnapshot()
{
    const twin::Plant* plant = m_context.view.plant();
    const QString id = plant ? QString::fromStdString(plant->id) : QString();
    if (id == m_plant || id.isEmpty())
        return;
    m_plant = id;
    PenBook::of(m_context.settings).setPlant(id);
    recall();
}

void TrendPanel::rememberAs(int window)
{
    m_rememberedAs = window == 1 ? kRemembered : kRememberedOther.arg(window);
    onSnapshot();
    if (!m_plant.isEmpty())
        recall();
}

void TrendPanel::recall()
{
    const auto kept = penSetsFrom(m_context.settings.remembered(m_rememberedAs).toByteArray());
    const bool ours = kept && kept.value().plant == m_plant && !kept.value().sets.empty();
    setCharts(ours ? kept.value().sets.front().charts : std::vector<ChartSpec>{});
}

void TrendPanel::followMachine()
{
    const twin::Plant* plant = m_context.view.plant();
    const twin::AssetId asset = m_context.selection.asset();
    const std::size_t own = m_panes.size() - m_followers;
    const PenSet* set = nullptr;
    if (plant && own == 1 && m_panes.front()->ofMachine() && twin::index(asset) < plant->assets.size())
        set = PenBook::of(m_context.settings).sets().defaultOf(QString::fromStdString(plant->asset(asset).id));
    const std::size_t wanted = set ? std::clamp<std::size_t>(set->charts.size(), 1, PenSets::kMostCharts) : own;
    while (m_panes.size() > wanted)
        dropPane();
    for (std::size_t i = own; i < wanted; ++i) {
        ChartSpec spec = set->charts[i];
        spec.pens.clear(); // those of the machine: of this place in its default
        if (i == m_panes.size())
            addPane({});
        m_panes[i]->setPlace(i);
        m_panes[i]->setSpec(spec);
    }
    m_followers = m_panes.size() - own;
    setHeights();
}

/// Once a person changes one of the charts of a machine's default, all of them are that person's.
void TrendPanel::keepFollowers(const ChartPane* edited)
{
    for (ChartPane* p : m_panes) {
        ChartSpec own = p->spec();
        own.pens = p->shownPens();
        p->setPlace(0);
        if (p != edited)
            p->setSpec(own);
    }
    m_followers = 0;
}

void TrendPanel::dropPane()
{
    m_panes.back()->deleteLater();
    m_panes.back()->hide();
    m_panes.pop_back();
}

void TrendPanel::setHeights()
{
    for (ChartPane* p : m_panes)
        p->setMinimumHeight(m_panes.size() > 1 ? kLeastHeight : 0);
}

TrendChart& TrendPanel::chart()
{
    return m_panes.front()->chart();
}

std::vector<ChartSpec> TrendPanel::charts() const
{
    std::vector<ChartSpec> out;
    for (std::size_t i = 0; i + m_followers < m_panes.size(); ++i)
        out.push_back(m_panes[i]->spec());
    return out;
}

void TrendPanel::setCharts(const std::vector<ChartSpec>& charts)
{
    std::vector<ChartSpec> wanted = charts;
    if (wanted.empty())
        wanted.emplace_back();
    wanted.resize(std::min(wanted.size(), PenSets::kMostCharts));
    m_followers = 0;
    while (m_panes.size() > wanted.size())
        dropPane();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i == m_panes.size())
            addPane(wanted[i]);
        else
            m_panes[i]->setSpec(wanted[i]);
        m_panes[i]->setPlace(0);
    }
    followMachine();
}

ChartPane* TrendPanel::addPane(const ChartSpec& spec)
{
    auto* pane = new ChartPane(m_context, m_pointer);
    m_panes.push_back(pane);
    m_column->addWidget(pane, 1);
    handTheme(*this, m_theme);
    pane->setSpec(spec);
    connect(pane, &ChartPane::edited, this, [this, pane](const ChartSpec& old) {
        auto before = charts();
        const auto place = static_cast<std::size_t>(std::find(m_panes.begin(), m_panes.end(), pane) - m_panes.begin());
        if (place < before.size())
            before[place] = old;
        if (m_followers > 0)
            keepFollowers(pane);
        changed(before, tr("change of a chart"));
    });
    connect(pane, &ChartPane::panelMenuWanted, this, [this, pane](QMenu* menu) { addToMenu(*menu, pane); });
    return pane;
}

void TrendPanel::addToMenu(QMenu& menu, ChartPane* pane)
{
    m_sets->fill(*menu.addMenu(tr("Pen sets")));
    menu.addAction(tr("Add a chart"), this, &TrendPanel::addChart)->setEnabled(m_panes.size() < PenSets::kMostCharts);
    menu.addAction(tr("Remove this chart"), this, [this, pane] { removePane(pane); })->setEnabled(m_panes.size() > 1);
}

void TrendPanel::addChart()
{
    const auto before = charts();
    if (m_panes.size() == PenSets::kMostCharts)
        return;
    if (m_followers > 0)
        keepFollowers(nullptr);
    auto after = charts();
    after.emplace_back();
    setCharts(after);
    changed(before, tr("add a chart"));
}

void TrendPanel::removePane(ChartPane* pane)
{
    const auto before = charts();
    if (m_followers > 0)
        keepFollowers(nullptr);
    auto after = charts();
    const auto place = std::find(m_panes.begin(), m_panes.end(), pane) - m_panes.begin();
    after.erase(after.begin() + place);
    setCharts(after);
    changed(before, tr("remove a chart"));
}

void TrendPanel::changed(const std::vector<ChartSpec>& before, const QString& what)
{
    m_context.undo.push(new ChartsEdit(*this, before, what));
    remember();
}

/// Only what differs from the default.
void TrendPanel::remember()
{
    const auto now = charts();
    PenSets kept;
    kept.plant = m_plant;
    kept.sets.push_back({QStringLiteral("charts"), {}, now});
    const bool usual = now == std::vector<ChartSpec>(1);
    m_context.settings.remember(m_rememberedAs, usual ? QVariant() : QVariant(toJson(kept)));
}

void TrendPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
}

} // namespace gemba::ui
