// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/tag_search.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include "ui/look/figures.h"
#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

constexpr int kWidth = 440, kHeight = 380, kRow = 42;

class TagDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, kRow};
    }

protected:
    void paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const override
    {
        const QRectF row = rect.adjusted(12, 3, -12, -3);
        const QString unit = i.data(TagSearchModel::UnitRole).toString();
        p.setFont(Theme::font(13));
        const double unitWidth = std::min(row.width() / 3, QFontMetricsF(p.font()).horizontalAdvance(unit) + 1);
        p.setPen(theme().quietText);
        drawLine(p, QRectF(row.right() - unitWidth, row.top(), unitWidth, row.height() / 2),
                 Qt::AlignVCenter | Qt::AlignRight, unit);
        p.setPen(theme().text);
        drawLine(p, QRectF(row.left(), row.top(), row.width() - unitWidth - 8, row.height() / 2),
                 Qt::AlignVCenter, i.data().toString());
        p.setFont(Theme::font(11));
        p.setPen(theme().quietText);
        drawLine(p, QRectF(row.left(), row.center().y(), row.width(), row.height() / 2), Qt::AlignVCenter,
                 i.data(TagSearchModel::DetailRole).toString());
    }
};

} // namespace

TagSearch::TagSearch(const QLocale& locale, QWidget* parent)
    : TagSearch(*new TagSearchModel(locale), parent)
{
}

TagSearch::TagSearch(TagSearchModel& model, QWidget* parent)
    : SearchPopup(QStringLiteral("tagSearch"),
                  {tr("Find a tag"), tr("Name, number, machine or area"),
                   tr("No tag is called that."), tr("Found tags")},
                  model, *new TagDelegate(&model), Qt::Tool | Qt::FramelessWindowHint, parent),
      m_model(model)
{
    model.setParent(this);
    list().setDragsRows(true);
    auto* hint = new TextLabel(TextLabel::Voice::Quiet, tr("Enter adds the tag. Or drag it onto a chart."));
    hint->setContentsMargins(14, 6, 14, 6);
    addBelow(hint);
}

void TagSearch::open(const std::shared_ptr<const twin::Plant>& plant,
                     const std::vector<CalculatedTag>& calculated, const DisplayUnits& units,
                     const QPoint& globalPosition)
{
    m_model.setPlant(plant, calculated, units);
    const QRect room = screen()->availableGeometry();
    resize(kWidth, kHeight);
    move(std::clamp(globalPosition.x(), room.left(), std::max(room.left(), room.right() - kWidth)),
         std::clamp(globalPosition.y(), room.top(), std::max(room.top(), room.bottom() - kHeight)));
    startAnew();
}

void TagSearch::searchFor(const QString& words)
{
    m_model.search(words);
}

/// Stays open for the next one.
void TagSearch::take(const QModelIndex& row)
{
    const QString calculated = row.data(TagSearchModel::CalculatedRole).toString();
    if (!calculated.isEmpty())
        Q_EMIT calculatedChosen(calculated);
    else
        Q_EMIT tagChosen(static_cast<twin::TagId>(row.data(TagSearchModel::TagRole).toUInt()));
    words().selectAll();
}

/// Closes when one goes on elsewhere, but not while a tag is being dragged out of it.
void TagSearch::changeEvent(QEvent* event)
{
    SearchPopup::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow() && !list().isDragging())
        hide();
}

} // namespace gemba::ui
