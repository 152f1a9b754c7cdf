// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/sister_panel.h"

#include <QPainter>
#include <QVBoxLayout>

#include "ui/look/figures.h"
#include "ui/look/markers.h"

namespace gemba::ui {
namespace {

constexpr double kMark = 14, kScore = 34;

} // namespace

QSize SisterDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, 36};
}

void SisterDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const QRectF area = rect.adjusted(12, 0, -12, 0);
    const bool own = i.data(SisterListModel::OwnRole).toBool();
    drawPriority(p, QRectF(area.left(), rect.center().y() - kMark / 2, kMark, kMark),
                 i.data(SisterListModel::PriorityRole).toInt(), false, theme());
    const QRectF text(area.left() + kMark + 8, rect.top() + 2, area.width() - kMark - 12 - kScore, 16);
    p.setPen(theme().text);
    p.setFont(Theme::font(12, own ? QFont::DemiBold : QFont::Normal));
    drawLine(p, text, Qt::AlignVCenter, i.data(SisterListModel::NameRole).toString());
    p.setPen(theme().quietText);
    p.setFont(Theme::font(11));
    drawLine(p, text.translated(0, 15), Qt::AlignVCenter, i.data(SisterListModel::DetailRole).toString());
    p.setPen(theme().text);
    p.setFont(Theme::font(14, QFont::Bold));
    drawFigures(p, QRectF(area.right() - kScore, rect.top(), kScore, rect.height()),
                Qt::AlignRight | Qt::AlignVCenter, i.data(SisterListModel::ScoreRole).toString());
}

QSize SisterInputDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, 54};
}

void SisterInputDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const QRectF area = rect.adjusted(12, 3, -12, -3);
    const QString value = i.data(SisterInputModel::ValueRole).toString();
    p.setPen(theme().text);
    p.setFont(Theme::font(12, QFont::DemiBold));
    const double valueWidth = std::min(figuresWidth(p.font(), value) + 2, area.width() / 2);
    drawFigures(p, QRectF(area.right() - valueWidth, area.top(), valueWidth, 16), Qt::AlignRight | Qt::AlignVCenter,
                value);
    p.setFont(Theme::font(12));
    drawLine(p, QRectF(area.left(), area.top(), area.width() - valueWidth - 8, 16), Qt::AlignVCenter,
             i.data(SisterInputModel::NameRole).toString(), Qt::ElideMiddle);
    p.setFont(Theme::font(11));
    p.setPen(theme().quietText);
    drawLine(p, QRectF(area.left(), area.top() + 32, area.width(), 15), Qt::AlignVCenter | Qt::AlignRight,
             i.data(SisterInputModel::OthersRole).toString());

    const auto dots = i.data(SisterInputModel::DotsRole).value<DotFigure>();
    const QRectF track(area.left() + 5, area.top() + 21, area.width() - 10, 6);
    const double middle = track.center().y();
    const auto x = [&](double share) { return track.left() + share * track.width(); };
    p.fillRect(track.adjusted(-5, 0, 5, 0), theme().track);
    p.setRenderHint(QPainter::Antialiasing);
    if (dots.others.size() > 1)
        p.fillRect(QRectF(QPointF(x(dots.others.front()), track.top()), QPointF(x(dots.others.back()), track.bottom())),
                   theme().band);
    p.setPen(QPen(theme().text, 1.2));
    p.setBrush(theme().panel);
    for (const double share : dots.others)
        p.drawEllipse(QPointF(x(share), middle), 3.2, 3.2);
    if (dots.others.size() > 1)
        p.drawLine(QPointF(x(dots.median), track.top() - 4), QPointF(x(dots.median), track.bottom() + 4));
    if (dots.own >= 0) {
        p.setPen(QPen(theme().panel, 1));
        p.setBrush(theme().text);
        const double at = x(dots.own);
        p.drawPolygon(QPolygonF({{at, middle - 6}, {at + 6, middle}, {at, middle + 6}, {at - 6, middle}}));
    }
    p.setRenderHint(QPainter::Antialiasing, false);
}

SisterPanel::SisterPanel(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_machines(new SisterListModel(context.locale, this)),
      m_inputs(new SisterInputModel(context.locale, this)), m_heading(new PanelHeading(tr("Sisters"))),
      m_more(new TextLabel(TextLabel::Voice::Quiet)), m_machineDelegate(new SisterDelegate(this)),
      m_inputDelegate(new SisterInputDelegate(this))
{
    setObjectName(QStringLiteral("sisterPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* machines = new PlainList;
    machines->setObjectName(QStringLiteral("sisters"));
    machines->setAccessibleName(tr("Sisters"));
    machines->setModel(m_machines);
    machines->setItemDelegate(m_machineDelegate);
    auto* inputs = new PlainList;
    inputs->setObjectName(QStringLiteral("sisterInputs"));
    inputs->setAccessibleName(tr("Inputs beside those of the sisters"));
    inputs->setModel(m_inputs);
    inputs->setItemDelegate(m_inputDelegate);
    for (PlainList* list : {machines, inputs})
        list->setGrown(true);
    m_more->setContentsMargins(12, 4, 12, 0);
    for (QWidget* w : std::initializer_list<QWidget*>{m_heading, machines, m_more, inputs})
        column->addWidget(w);
    connect(machines, &QListView::clicked, this, &SisterPanel::select);
    connect(machines, &PlainList::returnPressed, this, &SisterPanel::select);
    connect(&context.view, &ViewState::snapshotChanged, this, &SisterPanel::refresh);
    connect(&context.selection, &Selection::changed, this, &SisterPanel::refresh);
    refresh();
}

void SisterPanel::select(const QModelIndex& row)
{
    if (row.isValid() && !row.data(SisterListModel::OwnRole).toBool())
        m_context.selection.setAsset(twin::AssetId{row.data(SisterListModel::AssetRole).toUInt()});
}

void SisterPanel::refresh()
{
    const twin::SnapshotPtr& s = m_context.view.snapshot();
    const twin::AssetId asset = m_context.selection.asset();
    if (!s || !s->plant) {
        m_plant = nullptr;
        m_sisters = {};
    } else if (s->plant != m_plant || asset != m_sisters.asset) {
        m_plant = s->plant;
        m_sisters = Sisters::of(*s->plant, asset);
    }
    setVisible(!m_sisters.others.empty());
    if (m_sisters.others.empty())
        return;
    m_machines->show(*s, m_sisters, m_context.view.units());
    m_inputs->show(*s, m_sisters, m_context.view.units());
    m_heading->setNote(tr("◆ this one · ○ sisters"));
    m_more->setVisible(m_machines->notShown() > 0);
    m_more->setText(tr("more of the same class: %1").arg(m_machines->notShown()));
}

void SisterPanel::setTheme(const Theme& theme)
{
    m_machineDelegate->setTheme(theme);
    m_inputDelegate->setTheme(theme);
}

} // namespace gemba::ui
