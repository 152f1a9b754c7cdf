// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/safety_page_panel.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace gemba::ui {

SafetyPagePanel::SafetyPagePanel(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_phrases(context.locale), m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("safetyPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PanelHeading(tr("Safety page of the model")));
    m_grid->setContentsMargins(12, 0, 12, 4);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    connect(&context.view, &ViewState::snapshotChanged, this, &SafetyPagePanel::refresh);
    connect(&context.selection, &Selection::changed, this, &SafetyPagePanel::refresh);
    refresh();
}

void SafetyPagePanel::refresh()
{
    const twin::SnapshotPtr& s = m_context.view.snapshot();
    const twin::AssetId asset = m_context.selection.asset();
    m_phrases.setPlant(s ? s->plant : nullptr, m_context.view.units());
    const bool known = s && s->plant && twin::index(asset) < s->plant->assets.size();
    SafetyPage page = known ? safetyPage(*s, asset, m_phrases) : SafetyPage{};
    setVisible(!page.lines.empty());
    if (page == m_page)
        return;
    m_page = std::move(page);
    resizeRows(m_page.lines.size());
    for (std::size_t i = 0; i < m_page.lines.size(); ++i) {
        const SafetyPage::Line& line = m_page.lines[i];
        m_rows[i].title->setText(line.title);
        m_rows[i].text->setText(line.text);
        QFont font = m_rows[i].text->font();
        font.setWeight(line.strong ? QFont::DemiBold : QFont::Normal);
        m_rows[i].text->setFont(font);
        m_rows[i].text->setAccessibleName(line.title + QStringLiteral(": ") + line.text);
    }
}

void SafetyPagePanel::resizeRows(std::size_t count)
{
    for (; m_rows.size() > count; m_rows.pop_back()) {
        delete m_rows.back().title;
        delete m_rows.back().text;
    }
    while (m_rows.size() < count) {
        Row row{new TextLabel(TextLabel::Voice::Quiet), new TextLabel(TextLabel::Voice::Body)};
        row.title->setMinimumWidth(64);
        row.title->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        row.text->setWrapped(true);
        const int at = static_cast<int>(m_rows.size());
        m_grid->addWidget(row.title, at, 0, Qt::AlignTop);
        m_grid->addWidget(row.text, at, 1);
        m_rows.push_back(row);
    }
}

} // namespace gemba::ui
