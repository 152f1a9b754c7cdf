// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/overview.h"

#include <map>

#include <QPainter>

#include "ui/look/text_label.h"
#include "ui/models/copy_text.h"
#include "ui/models/plant_outlook.h"
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
      m_figures(new KeyFigures(this)), m_machineDelegate(new OverviewMachineDelegate(this)),
      m_decisionDelegate(new DecisionDelegate(this)),
      m_flash(new FlashClock(context.view, context.settings, *this))
{
    setObjectName(QStringLiteral("overview"));
    m_alerts->setOnOverview();
    m_figures->setCopies([this](const QString& value, const QString& of) {
        return CopyText(m_context.view, m_phrases).atCursor(value, of);
    });
    m_machineDelegate->setFlash(m_flash);
    m_decisionDelegate->setFlash(m_flash);
    connect(&context.view, &ViewState::snapshotChanged, this, &OverviewSheet::refresh);
    refresh();
}

void OverviewSheet::refresh()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    if (!snapshot || !snapshot->plant)
        return; // the workspace shows its empty state instead
    m_phrases.setPlant(snapshot->plant, m_context.view.units());
    if (snapshot->plant != m_built) {
        m_built = snapshot->plant;
        build(*snapshot->plant);
    }
    fillIndicators(*snapshot);
    if (!m_view.isEmpty())
        foldSections();
    showNotes();
    m_figures->show(summarize(*snapshot), outlook(*snapshot, m_phrases),
                    m_phrases.onDuty(m_context.view));
}

void OverviewSheet::clear()
{
    qDeleteAll(m_groups);
    m_groups.clear();
    m_groupAreas.clear();
    for (const Section& s : m_sections) {
        delete s.list;
        for (QObject* o : std::initializer_list<QObject*>{s.title, s.note, s.filter})
            delete o;
    }
    m_sections.clear();
}

void OverviewSheet::build(const twin::Plant& plant)
{
    clear();
    std::map<std::string, int> machines;
    for (const twin::Asset& a : plant.assets)
        ++machines[a.areaId];
    for (const twin::Area& area : plant.areas) {
        auto* group = new IndicatorGroup(this);
        group->setTitle(m_phrases.text(area.name));
        group->setCopies([this](twin::TagId tag) { return CopyText(m_context.view, m_phrases).tag(tag); });
        connect(group, &IndicatorGroup::assetClicked, &m_context.selection, &Selection::setAsset);
        m_groups.push_back(group);
        m_groupAreas.push_back(area.id);
        if (machines[area.id] == 0 && plant.areas.size() > 1)
            continue;
        auto* filter = new MachineFilter(this);
        filter->setSourceModel(&m_machines);
        filter->setArea(QString::fromStdString(area.id));
        const QString title = plant.areas.size() == 1
                                  ? tr("Machines")
                                  : tr("%1 · machines").arg(m_phrases.text(area.name));
        m_sections.push_back(addSection(title, filter, m_machineDelegate));
        m_sections.back().areaId = area.id;
        m_sections.back().machines = machines[area.id];
    }
    auto* decisions = new MachineFilter(this);
    decisions->setSourceModel(&m_machines);
    decisions->setNeedsDecision();
    m_sections.push_back(addSection(tr("Needs a decision"), decisions, m_decisionDelegate));
    m_sections.back().list->setObjectName(QStringLiteral("decisions"));
    for (const Section& s : m_sections)
        s.list->followFlash(*m_flash, AssetListModel::UnacknowledgedRole);
    handTheme(*this, m_theme);
    arrange();
}

OverviewSheet::Section OverviewSheet::addSection(const QString& title, MachineFilter* filter,
                                                 RowDelegate* delegate)
{
    Section s{new TextLabel(TextLabel::Voice::Title, title, this), new PlainList(this),
              new TextLabel(TextLabel::Voice::Quiet, {}, this), filter, {}, 0, {}};
    s.list->setAccessibleName(title);
    s.list->setModel(filter);
    s.list->setItemDelegate(delegate);
    s.list->followSelection(m_context.selection, AssetListModel::AssetRole);
    s.title->show();
    s.list->show();
    s.note->show();
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
        const twin::TagId id{i};
        cells[static_cast<std::size_t>(area - m_groupAreas.begin())].push_back(
            {tag.asset, id, m_phrases.shortTagName(id), m_phrases.tagName(id),
             m_phrases.format().tagValue(snapshot.tags[i].value, tag),
             m_phrases.format().unitText(tag), indicatorFigure(snapshot, id)});
    }
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        changed |= m_groups[g]->count() != static_cast<int>(cells[g].size());
        m_groups[g]->setCells(std::move(cells[g]));
    }
    if (changed)
        arrange();
}

/// Below the rows of a list: that there are none, or how many are left out.
void OverviewSheet::showNotes()
{
    for (const Section& s : m_sections) {
        const int rows = s.filter->rowCount();
        const int more = s.machines - rows;
        if (s.list->objectName() == QLatin1String("decisions"))
            s.note->setText(rows == 0 ? tr("Nothing.") : QString());
        else if (s.machines == 0)
            s.note->setText(tr("No machines."));
        else if (more > 0)
            s.note->setText(rows == 0 ? tr("%1 machines, all Normal").arg(more)
                                      : tr("%1 more, all Normal").arg(more));
        else
            s.note->setText({});
    }
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
    p.setPen(m_theme.line);
    for (const QRect& f : m_frames) {
        if (f.right() < width() - 2)
            p.drawLine(f.topRight(), f.bottomRight());
        p.drawLine(f.bottomLeft(), f.bottomRight());
    }
}

} // namespace gemba::ui
