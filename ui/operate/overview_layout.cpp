// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything stands on the overview sheet, and how large its type is.
#include <map>

#include "ui/look/reading.h"
#include "ui/look/text_label.h"
#include "ui/operate/alert_panel.h"
#include "ui/operate/indicator_group.h"
#include "ui/operate/key_figures.h"
#include "ui/operate/machine_list.h"
#include "ui/operate/overview.h"

namespace gemba::ui {
namespace {

constexpr double kColumn = 500;     ///< the least width of a section at scale 1
constexpr double kLeastScale = 0.36; ///< names of 17 pixels
constexpr double kMostScale = 4.0;
constexpr int kShownRows = 5;     ///< so many machines of an area are seen without scrolling
constexpr int kAbnormalRows = 1;  ///< of them with a second line; with more of them, Normal folds
constexpr int kDecisionRows = 2;

int titleHeight(double scale)
{
    return static_cast<int>(Reading::line(Reading(scale).title()) + 6 * scale);
}

/// The width of one group in a row of them: by its number of cells; with what rounding leaves.
int shareOf(const std::vector<IndicatorGroup*>& row, const IndicatorGroup& group, int width)
{
    int cells = 0;
    for (const IndicatorGroup* g : row)
        cells += g->count();
    int left = width;
    for (const IndicatorGroup* g : row) {
        const int share = g == row.back() ? left : width * g->count() / cells;
        if (g == &group)
            return share;
        left -= share;
    }
    return left;
}

} // namespace

/// Asked with the very widths that the groups will have: a pixel less can cost a row of cells.
int OverviewSheet::indicatorRowHeight(const std::vector<IndicatorGroup*>& row, double scale) const
{
    int tallest = 0;
    for (const IndicatorGroup* g : row)
        tallest = std::max(tallest,
                           IndicatorGroup::heightFor(
                               g->count(), shareOf(row, *g, m_view.width()) - 2, scale));
    return tallest;
}

/// By the plant's structure, not by what its machines do at the moment.
int OverviewSheet::leastHeight(const Section& s, double scale) const
{
    if (s.list->objectName() == QLatin1String("decisions"))
        return titleHeight(scale) +
               static_cast<int>(kDecisionRows * DecisionDelegate::rowHeight(scale));
    const int rows = std::clamp(s.machines, 1, kShownRows);
    const int abnormal = std::min(rows, kAbnormalRows);
    double height = abnormal * OverviewMachineDelegate::rowHeight(scale, true) +
                    (rows - abnormal) * OverviewMachineDelegate::rowHeight(scale, false);
    if (s.machines > kShownRows)
        height += Reading::line(Reading(scale).detail()) + 8 * scale;
    return titleHeight(scale) + static_cast<int>(height);
}

OverviewSheet::Need OverviewSheet::need(double scale) const
{
    Need out;
    const double cell = IndicatorGroup::cellWidth(scale);
    double used = m_view.width();
    for (IndicatorGroup* group : m_groups) {
        if (group->count() == 0)
            continue;
        const double wanted = group->count() * cell + 24;
        if (used + wanted > m_view.width()) {
            out.rows.emplace_back();
            used = 0;
        }
        out.rows.back().push_back(group);
        used += wanted;
    }
    for (const auto& row : out.rows)
        out.indicators += indicatorRowHeight(row, scale);
    const int count = static_cast<int>(m_sections.size()) + 1; // and the alerts
    out.across = std::clamp(static_cast<int>(m_view.width() / (kColumn * scale)), 1, count);
    int tallest = 0;
    for (const Section& s : m_sections)
        tallest = std::max(tallest, leastHeight(s, scale));
    out.sections = tallest * ((count + out.across - 1) / out.across);
    out.figures = static_cast<int>(KeyFigures::kHeight * scale);
    return out;
}

int OverviewSheet::arrangeIndicators(const Need& need, int spare)
{
    int top = 0;
    for (IndicatorGroup* g : m_groups)
        g->setVisible(g->count() > 0);
    for (const auto& row : need.rows) {
        const int height = indicatorRowHeight(row, m_scale) +
                           spare / static_cast<int>(need.rows.size());
        int left = 0;
        for (IndicatorGroup* g : row) {
            const int w = shareOf(row, *g, m_view.width());
            g->setScale(m_scale);
            g->setGeometry(left + 1, top, w - 2, height - 1);
            m_frames.emplace_back(left, top, w, height);
            left += w;
        }
        top += height;
    }
    return top;
}

/// Folds what is Normal where the rows of an area do not fit; then everything that is off shows.
/// The note stands below the last row.
void OverviewSheet::foldSections()
{
    std::map<std::string, std::pair<int, int>> rows; // by area: all, and those with a second line
    for (const AssetRow& r : m_machines.rows()) {
        auto& [all, detailed] = rows[m_built->asset(r.id).areaId];
        ++all;
        detailed += AssetListModel::isOff(r) ? 1 : 0;
    }
    const auto one = [this](bool detail) {
        return static_cast<int>(OverviewMachineDelegate::rowHeight(m_scale, detail));
    };
    for (Section& s : m_sections) {
        if (s.machines == 0)
            continue;
        const auto [all, detailed] = rows[s.areaId];
        const int height = (all - detailed) * one(false) + detailed * one(true);
        s.filter->setFolded(height > s.body.height() + 4, 0);
        placeNote(s, s.filter->rowCount() == all ? height : detailed * one(true));
    }
}

void OverviewSheet::placeNote(Section& s, int rowsHeight)
{
    const int note = static_cast<int>(Reading::line(Reading(m_scale).detail()) + 6 * m_scale);
    const bool noted = !s.note->text().isEmpty();
    int listHeight = std::min(rowsHeight, s.body.height() - (noted ? note : 0));
    const int row = static_cast<int>(OverviewMachineDelegate::rowHeight(m_scale, true));
    if (listHeight < rowsHeight && listHeight > row)
        listHeight -= listHeight % row; // no half a row: the scroll bar says that there are more
    s.list->setGeometry(QRect(s.body.topLeft(), QSize(s.body.width(), std::max(listHeight, 0))));
    s.note->setGeometry(s.body.left() + 13, s.body.top() + listHeight, s.body.width() - 26, note);
}

void OverviewSheet::arrangeSection(std::size_t i, const QRect& frame)
{
    const Reading r(m_scale);
    const int title = titleHeight(m_scale);
    const bool alerts = i == m_sections.size();
    TextLabel* label = alerts ? m_alertsTitle : m_sections[i].title;
    label->setFont(Theme::font(r.title(), QFont::Bold));
    label->setGeometry(frame.left() + 14, frame.top(), frame.width() - 28, title);
    const QRect body(frame.left() + 1, frame.top() + title, frame.width() - 2, frame.height() - title - 1);
    if (alerts) {
        m_alerts->setSizes(r.detail(), r.caption()); // read by whoever has stepped nearer
        m_alerts->setGeometry(body);
        return;
    }
    Section& s = m_sections[i];
    s.body = body;
    s.note->setFont(Theme::font(r.detail()));
    s.list->setGeometry(body);
    s.note->setGeometry(body.left() + 13, body.top(), body.width() - 26,
                        static_cast<int>(Reading::line(r.detail())));
    s.list->doItemsLayout();
}

int OverviewSheet::arrangeSections(const Need& need, int top, int height)
{
    const int count = static_cast<int>(m_sections.size()) + 1;
    const int rows = (count + need.across - 1) / need.across;
    const int rowHeight = height / rows;
    for (int i = 0; i < count; ++i) {
        const int row = i / need.across;
        const int inRow = row == rows - 1 ? count - row * need.across : need.across;
        const int left = m_view.width() * (i % need.across) / inRow;
        const int right = m_view.width() * (i % need.across + 1) / inRow;
        const QRect frame(left, top + row * rowHeight, right - left, rowHeight);
        m_frames.push_back(frame);
        arrangeSection(static_cast<std::size_t>(i), frame);
    }
    return top + rows * rowHeight;
}

void OverviewSheet::arrange()
{
    if (m_view.isEmpty() || m_sections.empty())
        return;
    double low = kLeastScale;
    double high = kMostScale;
    for (int i = 0; i < 14; ++i) { // the largest type at which all of it fits
        const double middle = (low + high) / 2;
        (need(middle).height() <= m_view.height() ? low : high) = middle;
    }
    m_scale = low;
    m_machineDelegate->setScale(m_scale);
    m_decisionDelegate->setScale(m_scale);
    m_frames.clear();
    const Need needed = need(m_scale);
    const int spare = std::max(0, m_view.height() - needed.height());
    const int forIndicators = needed.rows.empty() ? 0 : spare * 2 / 5;
    int y = arrangeIndicators(needed, forIndicators);
    y = arrangeSections(needed, y, needed.sections + spare - forIndicators);
    m_figures->setScale(m_scale);
    m_figures->setGeometry(0, y, m_view.width(), needed.figures);
    setFixedSize(m_view.width(), std::max(m_view.height(), y + needed.figures));
    foldSections();
    showNotes();
    foldSections(); // with the room that the notes take
    update();
}

} // namespace gemba::ui
