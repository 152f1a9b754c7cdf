// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/life_panel.h"

#include <cmath>

#include <QVBoxLayout>

namespace gemba::ui {
namespace {

/// A round number that holds the band: the bar keeps its scale while life runs down on it.
double horizonFor(double high)
{
    double decade = std::pow(10.0, std::floor(std::log10(std::max(high, 1.0))));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (high <= step * decade)
            return std::max(step * decade, 10.0);
    }
    return 10.0 * decade;
}

} // namespace

LifePanel::LifePanel(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_phrases(context.locale), m_heading(new PanelHeading(tr("Life if it runs on"))),
      m_bar(new LifeBar), m_why(new TextLabel(TextLabel::Voice::Quiet))
{
    setObjectName(QStringLiteral("lifePanel"));
    m_why->setObjectName(QStringLiteral("lifeWithheld"));
    m_why->setWrapped(true);
    m_why->setContentsMargins(12, 0, 12, 6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* w : std::initializer_list<QWidget*>{m_heading, m_bar, m_why})
        column->addWidget(w);
    connect(&context.view, &ViewState::snapshotChanged, this, &LifePanel::refresh);
    connect(&context.selection, &Selection::changed, this, &LifePanel::refresh);
    refresh();
}

void LifePanel::refresh()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    m_phrases.setPlant(snapshot ? snapshot->plant : nullptr, m_context.view.units());
    const twin::AssetId asset = m_context.selection.asset();
    const bool known = snapshot && snapshot->plant && twin::index(asset) < std::min(snapshot->assets.size(), snapshot->plant->assets.size());
    const auto* life = known && snapshot->assets[twin::index(asset)].assessment.life
                           ? &*snapshot->assets[twin::index(asset)].assessment.life
                           : nullptr;
    setVisible(life != nullptr);
    if (!life)
        return m_bar->show(std::nullopt);
    const bool said = life->withheld == twin::LifeWithheld::No;
    m_bar->show(said ? figure(*snapshot, asset) : std::nullopt);
    m_heading->setNote(said ? tr("P10 · P50 · P90") : QString());
    m_why->setVisible(!said);
    m_why->setText(m_phrases.lifeWithheld(*life, asset));
}

std::optional<LifeFigure> LifePanel::figure(const twin::Snapshot& snapshot, twin::AssetId asset) const
{
    const twin::Assessment& a = snapshot.assets[twin::index(asset)].assessment;
    const twin::Life& life = *a.life;
    LifeFigure out{life.low, life.median, life.high, m_phrases.lifeUnit(asset), 0.0, {}, {}, {}};
    const auto fromNow = [&](twin::TimeNs t) {
        return std::max(0.0, static_cast<double>(t - snapshot.at) / static_cast<double>(life.perUnit));
    };
    if (life.perUnit > 0 && a.actBefore)
        out.actBefore = fromNow(a.actBefore->at);
    const twin::Outage* outage = snapshot.plant->nextOutage(snapshot.at);
    const std::optional<double> limit = snapshot.plant->lifeOf(asset) ? snapshot.plant->lifeOf(asset)->limits.low.alert : std::nullopt;
    out.horizon = horizonFor(std::max(life.high, limit.value_or(0.0)));
    if (outage && life.perUnit > 0 && fromNow(outage->from) <= out.horizon) {
        out.threshold = fromNow(outage->from);
        out.thresholdName = tr("outage");
    } else if (limit) {
        out.threshold = *limit;
        out.thresholdName = tr("limit");
    }
    return out;
}

} // namespace gemba::ui
