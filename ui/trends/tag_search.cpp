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
    : QDialog(parent, Qt::Tool | Qt::FramelessWindowHint), m_model(new TagSearchModel(locale, this)),
      m_words(new QLineEdit), m_list(new PlainList), m_delegate(new TagDelegate(this)),
      m_nothing(new TextLabel(TextLabel::Voice::Quiet, tr("No tag is called that.")))
{
    setObjectName(QStringLiteral("tagSearch"));
    setAccessibleName(tr("Find a tag"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_words->setPlaceholderText(tr("Name, number, machine or area"));
    m_words->setAccessibleName(tr("Find a tag"));
    m_words->setFont(Theme::font(15));
    m_words->setFrame(false);
    m_words->setTextMargins(12, 10, 12, 10);
    m_words->installEventFilter(this);
    m_nothing->setContentsMargins(14, 10, 14, 10);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Found tags"));
    m_list->setDragsRows(true);
    auto* hint = new TextLabel(TextLabel::Voice::Quiet, tr("Enter adds the tag. Or drag it onto a chart."));
    hint->setContentsMargins(14, 6, 14, 6);
    for (QWidget* w : std::initializer_list<QWidget*>{m_words, m_nothing, m_list, hint})
        column->addWidget(w);
    connect(m_words, &QLineEdit::textChanged, this, &TagSearch::search);
    connect(m_list, &QListView::clicked, this, &TagSearch::choose);
}

void TagSearch::open(const std::shared_ptr<const twin::Plant>& plant,
                     const std::vector<CalculatedTag>& calculated, const QPoint& globalPosition)
{
    m_model->setPlant(plant, calculated);
    m_words->clear();
    search({});
    const QRect room = screen()->availableGeometry();
    resize(kWidth, kHeight);
    move(std::clamp(globalPosition.x(), room.left(), std::max(room.left(), room.right() - kWidth)),
         std::clamp(globalPosition.y(), room.top(), std::max(room.top(), room.bottom() - kHeight)));
    show();
    raise();
    activateWindow();
    m_words->setFocus();
}

void TagSearch::search(const QString& words)
{
    m_model->search(words);
    m_nothing->setVisible(m_model->rowCount() == 0);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

void TagSearch::choose(const QModelIndex& i)
{
    if (!i.isValid())
        return;
    const QString calculated = i.data(TagSearchModel::CalculatedRole).toString();
    if (!calculated.isEmpty())
        Q_EMIT calculatedChosen(calculated);
    else
        Q_EMIT tagChosen(static_cast<twin::TagId>(i.data(TagSearchModel::TagRole).toUInt()));
}

bool TagSearch::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        m_words->selectAll();
        return true;
    default: return false;
    }
}

/// Closes when one goes on elsewhere, but not while a tag is being dragged out of it.
void TagSearch::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow() && !m_list->isDragging())
        hide();
}

void TagSearch::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    setStyleSheet(QStringLiteral("#tagSearch{background:%1;border:1px solid %2}"
                                 "#tagSearch QLineEdit{background:%1;border:0;border-bottom:1px solid %2}")
                      .arg(theme.panel.name(), theme.line.name()));
}

} // namespace gemba::ui
