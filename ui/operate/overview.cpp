// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/overview.h"

#include <QPainter>

#include "ui/look/text_label.h"
#include "ui/models/plant_summary.h"
#include "ui/operate/alert_panel.h"
#include "ui/operate/indicator_group.h"
#include "ui/operate/key_figures.h"
#include "ui/operate/machine_list.h"

namespace gemba::ui {

OverviewSheet::OverviewSheet(const ConsoleContext& context, AssetListModel& machines,
                             QWidget* parent)
    : QWidget(parent), m_context(context), m_machines(machines), m_phrases(context.locale),
      m_alerts(new AlertPanel(context, this)),
      m_alertsTitle(new TextLabel(TextLabel::Voice::Title, tr("Alerts"), this)),
      m_figures(new KeyFigures(this)), m_machineDelegate(new MachineDelegate(this)),
      m_decisionDelegate(new DecisionDelegate(this))
{
    setObjectName(QStringLiteral("overview"));
    m_alerts->setHeadingShown(false);
    connect(&context.view, &ViewState::snapshotChanged, this, &OverviewSheet::refresh);
    refresh();
}

void OverviewSheet::refresh()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    if (!snapshot || !snapshot->plant)
        return; // the workspace shows its empty state instead
    m_phrases.setPlant(snapshot->plant);
    if (snapshot->plant != m_built) {
        m_built = snapshot->plant;
        build(*snapshot->plant);
    }
    fillIndicators(*snapshot);
    m_figures->setSummary(summarize(*snapshot));
}

void OverviewSheet::build(const twin::Plant& plant)
{
    qDeleteAll(m_groups);
    m_groups.clear();
    m_groupAreas.clear();
    for (const Section& s : m_sections) {
        delete s.list->model();
        for (QWidget* w : std::initializer_list<QWidget*>{s.title, s.list, s.empty})
            delete w;
    }
    m_sections.clear();
    for (const twin::Area& area : plant.areas) {
        auto* group = new IndicatorGroup(this);
        group->setTitle(m_phrases.text(area.name));
        connect(group, &IndicatorGroup::assetClicked, &m_context.selection, &Selection::setAsset);
        m_groups.push_back(group);
        m_groupAreas.push_back(area.id);
        auto* filter = new MachineFilter(this);
        filter->setSourceModel(&m_machines);
        filter->setArea(QString::fromStdString(area.id));
        Section section = addSection(tr("%1 · machines").arg(m_phrases.text(area.name)), filter,
                                     m_machineDelegate);
        section.empty->setText(tr("No machines."));
        m_sections.push_back(section);
    }
    auto* decisions = new MachineFilter(this);
    decisions->setSourceModel(&m_machines);
    decisions->setNeedsDecision();
    m_sections.push_back(addSection(tr("Needs a decision"), decisions, m_decisionDelegate));
    m_sections.back().empty->setText(tr("Nothing."));
    m_sections.back().list->setObjectName(QStringLiteral("decisions"));
    handTheme(*this, m_theme);
    arrange();
}

OverviewSheet::Section OverviewSheet::addSection(const QString& title, QAbstractItemModel* model,
                                                 RowDelegate* delegate)
{
    Section s{new TextLabel(TextLabel::Voice::Title, title, this), new PlainList(this),
              new TextLabel(TextLabel::Voice::Quiet, {}, this)};
    s.list->setAccessibleName(title);
    s.list->setModel(model);
    s.list->setItemDelegate(delegate);
    s.list->followSelection(m_context.selection, AssetListModel::AssetRole);
    const auto showEmpty = [model, empty = s.empty] { empty->setVisible(model->rowCount() == 0); };
    connect(model, &QAbstractItemModel::rowsInserted, s.empty, showEmpty);
    connect(model, &QAbstractItemModel::rowsRemoved, s.empty, showEmpty);
    connect(model, &QAbstractItemModel::modelReset, s.empty, showEmpty);
    s.title->show();
    s.list->show();
    showEmpty();
    return s;
}

void OverviewSheet::fillIndicators(const twin::Snapshot& snapshot)
{
    const twin::Plant& plant = *snapshot.plant;
    std::vector<std::vector<IndicatorGroup::Cell>> cells(m_groups.size());
    bool changed = false;
    for (std::uint32_t i = 0; i < std::min(plant.tags.size(), snapshot.tags.size()); ++i) {
        const twin::Tag& tag = plant.tags[i];
        if (!tag.onOverview || twin::index(tag.asset) >= plant.assets.size())
            continue;
        const auto area =
            std::find(m_groupAreas.begin(), m_groupAreas.end(), plant.asset(tag.asset).areaId);
        if (area == m_groupAreas.end())
            continue;
        cells[static_cast<std::size_t>(area - m_groupAreas.begin())].push_back(
            {tag.asset, m_phrases.text(tag.name),
             m_phrases.format().value(snapshot.tags[i].value, tag.decimals), Format::unit(tag),
             indicatorFigure(tag, snapshot.tags[i])});
    }
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        changed |= m_groups[g]->count() != static_cast<int>(cells[g].size());
        m_groups[g]->setCells(std::move(cells[g]));
    }
    if (changed)
        arrange();
}

void OverviewSheet::fit(const QSize& view)
{
    m_view = view;
    arrange();
}

void OverviewSheet::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_machineDelegate->setTheme(theme);
    m_decisionDelegate->setTheme(theme);
    update();
}

void OverviewSheet::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), m_theme.panel);
    p.setPen(QPen(m_theme.line, 1));
    for (const QRect& f : m_frames) {
        if (f.right() < width() - 2)
            p.drawLine(f.topRight(), f.bottomRight());
        p.drawLine(f.bottomLeft(), f.bottomRight());
    }
}

} // namespace gemba::ui
