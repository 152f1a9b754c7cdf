// SPDX-License-Identifier: GPL-3.0-or-later
// The time bar's menus.
#include <QActionGroup>
#include <QMenu>

#include "ui/look/flat_button.h"
#include "ui/shell/bookmark_list.h"
#include "ui/shell/time_actions.h"
#include "ui/shell/time_bar.h"
#include "ui/shell/time_ruler.h"

namespace gemba::ui {
namespace {

constexpr twin::TimeNs kShift = 8 * twin::kHour;
constexpr std::array kSpans{twin::kMinute, 5 * twin::kMinute, 15 * twin::kMinute,
                            twin::kHour,   kShift,            24 * twin::kHour};

} // namespace

void TimeBar::buildRates()
{
    m_rate = new FlatButton;
    m_rate->setObjectName(QStringLiteral("rateButton"));
    auto* menu = new QMenu(m_rate);
    auto* group = new QActionGroup(menu);
    const auto add = [&](double rate) {
        QAction* a = menu->addAction(TimeActions::rateText(rate), this,
                                     [this, rate] { m_context.transport.setRate(rate); });
        a->setCheckable(true);
        a->setData(rate);
        group->addAction(a);
    };
    for (const double rate : TimeActions::kRates)
        add(rate);
    menu->addSeparator();
    add(kEventRate);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        for (QAction* a : menu->actions())
            a->setChecked(a->data().toDouble() == m_context.view.rate());
    });
    m_rate->setMenu(menu);
    m_rate->setToolTip(tr("How fast time runs"));
}

void TimeBar::buildRepeat()
{
    m_repeat = new FlatButton;
    m_repeat->setIconName(QStringLiteral("loop"));
    m_repeat->setObjectName(QStringLiteral("repeatButton"));
    m_repeat->setAccessibleName(tr("Loop, gaps, play until, step"));
    m_repeat->setToolTip(m_repeat->accessibleName());
    auto* menu = new QMenu(m_repeat);
    menu->addActions({m_time.loops.begin(), m_time.loops.end()});
    menu->addSeparator();
    menu->addActions({m_time.selectionFrom, m_time.selectionTo, m_time.clearSelection});
    menu->addSeparator();
    menu->addActions({m_time.gapPolicies.begin(), m_time.gapPolicies.end()});
    menu->addSeparator();
    menu->addActions({m_time.untilBookmark, m_time.untilAlert, m_time.untilCondition});
    menu->addSeparator();
    QMenu* steps = menu->addMenu(tr("Step"));
    steps->addActions({m_time.steps.begin(), m_time.steps.end()});
    m_repeat->setMenu(menu);
}

void TimeBar::buildSpans()
{
    m_span = new FlatButton;
    m_span->setObjectName(QStringLiteral("spanButton"));
    auto* menu = new QMenu(m_span);
    auto* group = new QActionGroup(menu);
    const auto add = [&](twin::TimeNs span, const QString& text, const QString& brief) {
        QAction* a = menu->addAction(
            text, this, [this, span] { m_ruler->bounds().setSpan(span); });
        a->setCheckable(true);
        a->setData(static_cast<qlonglong>(span));
        a->setProperty("brief", brief);
        group->addAction(a);
    };
    for (const twin::TimeNs span : kSpans) {
        const QString text = span < twin::kHour ? tr("%1 min").arg(span / twin::kMinute)
                                                : tr("%1 h").arg(span / twin::kHour);
        add(span, span == kShift ? tr("shift: 8 h") : text, text);
    }
    add(0, tr("all recorded"), tr("all"));
    m_span->setToolTip(tr("How much time the lanes show"));
    m_span->setMenu(menu);
    const auto show = [this, menu] {
        const bool zoomed = m_ruler->bounds().zoomed();
        for (QAction* a : menu->actions()) {
            const bool here = a->data().toLongLong() == m_ruler->bounds().span();
            a->setChecked(here && !zoomed);
            if (here)
                m_span->setLabel(zoomed ? tr("zoomed") : a->property("brief").toString());
        }
        m_span->setAccessibleName(tr("Lanes show: %1").arg(m_span->text()));
    };
    connect(&m_ruler->bounds(), &TimeBounds::changed, this, show);
    show();
}

void TimeBar::buildBookmarks()
{
    m_bookmarks = new FlatButton;
    m_bookmarks->setIconName(QStringLiteral("bookmark"));
    m_bookmarks->setObjectName(QStringLiteral("bookmarksButton"));
    m_bookmarks->setAccessibleName(tr("Bookmarks"));
    m_bookmarks->setToolTip(tr("Bookmarks (B sets one)"));
    m_list = new BookmarkList(m_context, *m_time.bookmark, this);
    const auto open = [this] {
        m_list->openAbove(*(m_bookmarks->isVisible() ? static_cast<QWidget*>(m_bookmarks) : this));
    };
    connect(m_bookmarks, &QPushButton::clicked, this, open);
    connect(m_time.bookmarkList, &QAction::triggered, this, open);
}

} // namespace gemba::ui
