// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour.h"

#include <algorithm>

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

constexpr int kCardWidth = 340, kGap = 12, kMargin = 16;

bool canBeSeen(const TourStop& stop)
{
    return stop.at && stop.at->isVisible() && stop.at->width() > 0;
}

} // namespace

Tour::Tour(std::vector<TourStop> stops, const Theme& theme, QWidget* window)
    : QWidget(window), m_stops(std::move(stops)), m_theme(theme)
{
    setObjectName(QStringLiteral("tour"));
    std::erase_if(m_stops, [](const TourStop& s) { return !canBeSeen(s); });
    m_stops.resize(std::min(m_stops.size(), kMost));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    buildCard();
    setTheme(theme);
    window->installEventFilter(this);
    qApp->installEventFilter(this);
    m_card->show();
    show();
    raise();
    m_card->raise();
    go(1);
}

void Tour::buildCard()
{
    m_card = new QWidget(parentWidget()); // this one lets clicks through
    m_card->setObjectName(QStringLiteral("tourCard"));
    m_card->setAttribute(Qt::WA_StyledBackground);
    connect(this, &QObject::destroyed, m_card, &QObject::deleteLater);
    m_title = new TextLabel(TextLabel::Voice::Title);
    m_text = new TextLabel(TextLabel::Voice::Body);
    m_text->setWrapped(true);
    m_count = new TextLabel(TextLabel::Voice::Quiet);
    auto* skip = new FlatButton(tr("Leave"));
    m_back = new FlatButton(tr("Back"));
    m_next = new FlatButton(tr("Next"));
    m_next->setFilled(true);
    m_next->setObjectName(QStringLiteral("tourNext"));
    connect(skip, &QPushButton::clicked, this, &Tour::leave);
    connect(m_back, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(1); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_count, 1);
    for (FlatButton* b : {skip, m_back, m_next})
        buttons->addWidget(b);
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(kMargin, 12, kMargin, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(buttons);
}

void Tour::go(int by)
{
    const int next = m_stop + by;
    if (next < 0)
        return;
    if (next >= static_cast<int>(m_stops.size()))
        return leave();
    m_stop = next;
    const TourStop& stop = m_stops[static_cast<std::size_t>(next)];
    m_title->setText(stop.title);
    m_text->setText(stop.text);
    m_count->setText(tr("%1 of %2").arg(next + 1).arg(m_stops.size()));
    m_back->setEnabled(next > 0);
    m_next->setLabel(next + 1 < static_cast<int>(m_stops.size()) ? tr("Next") : tr("Done"));
    m_card->setAccessibleName(stop.title);
    m_card->setAccessibleDescription(stop.text);
    place();
    m_next->setFocus();
}

/// Beside the thing, where there is room: below, above, right, left, else on it.
void Tour::place()
{
    QWidget* window = parentWidget();
    setGeometry(window->rect());
    if (m_stop < 0)
        return;
    const QWidget* at = m_stops[static_cast<std::size_t>(m_stop)].at;
    m_frame = at ? QRect(at->mapTo(window, QPoint()), at->size()).intersected(rect()) : QRect();
    m_card->setFixedWidth(kCardWidth);
    m_card->setFixedHeight(std::max(m_card->layout()->heightForWidth(kCardWidth),
                                    m_card->sizeHint().height()));
    const QSize card = m_card->size();
    const QRect room = rect().adjusted(kGap, kGap, -kGap, -kGap);
    QPoint where(m_frame.left(), m_frame.bottom() + kGap);
    if (where.y() + card.height() > room.bottom())
        where.setY(m_frame.top() - kGap - card.height());
    if (where.y() < room.top()) // as high as the window: beside it
        where = {m_frame.right() + kGap, m_frame.top() + 4 * kGap};
    if (where.x() + card.width() > room.right() && m_frame.width() > card.width())
        where.setX(m_frame.right() - kGap - card.width());
    m_card->move(std::clamp(where.x(), room.left(), std::max(room.left(), room.right() - card.width())),
                 std::clamp(where.y(), room.top(), std::max(room.top(), room.bottom() - card.height())));
    update();
}

void Tour::leave()
{
    if (m_stop < 0)
        return;
    m_stop = -1;
    hide();
    m_card->hide();
    Q_EMIT ended();
    deleteLater();
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (m_stop < 0)
        return false;
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    auto* widget = qobject_cast<QWidget*>(watched);
    const bool onCard = widget && (widget == m_card || m_card->isAncestorOf(widget));
    if (event->type() == QEvent::MouseButtonPress && widget && !onCard &&
        widget->window() == window())
        leave(); // and the click does what it does
    if (!onCard || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Escape && key != Qt::Key_Left && key != Qt::Key_Right)
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // ours, not the window's
        return true;
    }
    key == Qt::Key_Escape ? leave() : go(key == Qt::Key_Right ? 1 : -1);
    return true;
}

void Tour::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_card->setStyleSheet(QStringLiteral("#tourCard{background:%1;border:2px solid %2;"
                                         "border-radius:4px}")
                              .arg(theme.raised.name(), theme.text.name()));
    handTheme(*m_card, theme);
    update();
}

void Tour::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(m_theme.text, 3));
    p.drawRoundedRect(QRectF(m_frame).adjusted(2, 2, -2, -2), 4, 4);
}

} // namespace gemba::ui
