// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything stands on the overview sheet.
#include "ui/operate/overview.h"

#include "ui/look/text_label.h"
#include "ui/operate/alert_panel.h"
#include "ui/operate/indicator_group.h"
#include "ui/operate/key_figures.h"

namespace gemba::ui {
namespace {

constexpr int kColumn = 250; ///< the least width of a section
constexpr int kSectionTitle = 40;
constexpr int kSectionRows = 190; ///< the least height of a list of machines
constexpr int kFigures = 84;
constexpr double kComfortable = 620.0; ///< a view of this height needs no enlargement

} // namespace

/// Packs the groups into rows and says how high that is at the least.
int OverviewSheet::indicatorHeight(int width, std::vector<std::vector<IndicatorGroup*>>& rows) const
{
    const double cell = IndicatorGroup::cellWidth(m_scale);
    double used = width;
    for (IndicatorGroup* group : m_groups) {
        group->setVisible(group->count() > 0);
        if (group->count() == 0)
            continue;
        const double wanted = group->count() * cell + 24;
        if (used + wanted > width) {
            rows.emplace_back();
            used = 0;
        }
        rows.back().push_back(group);
        used += wanted;
    }
    int height = 0;
    for (const auto& row : rows) {
        int tallest = 0;
        for (const IndicatorGroup* g : row)
            tallest =
                std::max(tallest, g->heightFor(row.size() == 1 ? width : g->count() * cell + 24));
        height += tallest;
    }
    return height;
}

int OverviewSheet::arrangeIndicators(int width, int extra)
{
    std::vector<std::vector<IndicatorGroup*>> rows;
    static_cast<void>(indicatorHeight(width, rows));
    int top = 0;
    const double cell = IndicatorGroup::cellWidth(m_scale);
    for (const auto& row : rows) {
        int cells = 0;
        int height = 0;
        for (const IndicatorGroup* g : row) {
            cells += g->count();
            height =
                std::max(height, g->heightFor(row.size() == 1 ? width : g->count() * cell + 24));
        }
        height += extra / static_cast<int>(rows.size());
        int left = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const int w = i + 1 == row.size() ? width - left : width * row[i]->count() / cells;
            row[i]->setScale(m_scale);
            row[i]->setGeometry(left + 1, top, w - 2, height - 1);
            m_frames.emplace_back(left, top, w, height);
            left += w;
        }
        top += height;
    }
    return top;
}

int OverviewSheet::arrangeSections(int top, int width, int height)
{
    const int count = static_cast<int>(m_sections.size()) + 1; // and the alerts
    const int across = std::clamp(width / static_cast<int>(kColumn * m_scale), 1, count);
    const int rows = (count + across - 1) / across;
    const int rowHeight = height / rows;
    const int title = static_cast<int>(kSectionTitle * m_scale);
    for (int i = 0; i < count; ++i) {
        const int row = i / across;
        const int inRow = row == rows - 1 ? count - row * across : across;
        const int left = width * (i % across) / inRow;
        const int right = width * (i % across + 1) / inRow;
        const int y = top + row * rowHeight;
        m_frames.emplace_back(left, y, right - left, rowHeight);
        const bool alerts = i + 1 == count;
        const Section s = alerts ? Section{m_alertsTitle} : m_sections[static_cast<std::size_t>(i)];
        s.title->setFont(Theme::font(static_cast<int>(15 * m_scale), QFont::Bold));
        s.title->setGeometry(left + 12, y, right - left - 24, title);
        const QRect body(left + 1, y + title, right - left - 2, rowHeight - title - 1);
        if (alerts) {
            m_alerts->setScale(m_scale);
            m_alerts->setGeometry(body);
            continue;
        }
        s.list->setGeometry(body);
        s.empty->setFont(Theme::font(static_cast<int>(13 * m_scale)));
        s.empty->setGeometry(left + 12, y + title, right - left - 24,
                             static_cast<int>(20 * m_scale));
    }
    return top + rows * rowHeight;
}

void OverviewSheet::arrange()
{
    if (m_view.isEmpty())
        return;
    m_scale =
        std::clamp(std::min(m_view.height() / kComfortable, m_view.width() / 1000.0), 1.0, 1.7);
    m_machineDelegate->setScale(m_scale);
    m_decisionDelegate->setScale(m_scale);
    m_frames.clear();
    const int width = m_view.width();
    std::vector<std::vector<IndicatorGroup*>> rows;
    const int indicators = indicatorHeight(width, rows);
    const int count = static_cast<int>(m_sections.size()) + 1;
    const int across = std::clamp(width / static_cast<int>(kColumn * m_scale), 1, count);
    const int sectionRows = (count + across - 1) / across;
    const int sections = sectionRows * static_cast<int>((kSectionTitle + kSectionRows) * m_scale);
    const int figures = static_cast<int>(kFigures * m_scale);
    const int spare = std::max(0, m_view.height() - indicators - sections - figures);
    const int forIndicators = rows.empty() ? 0 : std::min(spare / 3, indicators / 2);
    int y = arrangeIndicators(width, forIndicators);
    y = arrangeSections(y, width, sections + spare - forIndicators);
    m_figures->setScale(m_scale);
    m_figures->setGeometry(0, y, width, figures);
    setFixedSize(width, std::max(m_view.height(), y + figures));
    for (const Section& s : m_sections)
        s.list->doItemsLayout();
    update();
}

} // namespace gemba::ui
