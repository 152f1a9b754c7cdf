// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/search_popup.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/look/text_label.h"

namespace gemba::ui {

SearchPopup::SearchPopup(const QString& objectName, const Texts& texts, QAbstractItemModel& model,
                         RowDelegate& delegate, Qt::WindowFlags flags, QWidget* parent)
    : QDialog(parent, flags), m_delegate(delegate), m_column(new QVBoxLayout(this)),
      m_words(new QLineEdit),
      m_nothing(new TextLabel(TextLabel::Voice::Quiet, texts.nothing)), m_list(new PlainList)
{
    setObjectName(objectName);
    setAccessibleName(texts.name);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    m_words->setPlaceholderText(texts.hint);
    m_words->setAccessibleName(texts.name);
    m_words->setFont(Theme::font(15));
    m_words->setFrame(false);
    m_words->setTextMargins(12, 10, 12, 10);
    m_words->installEventFilter(this);
    m_nothing->setContentsMargins(14, 10, 14, 10);
    m_list->setModel(&model);
    m_list->setItemDelegate(&delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(texts.found);
    for (QWidget* w : std::initializer_list<QWidget*>{m_words, m_nothing, m_list})
        m_column->addWidget(w);
    connect(m_words, &QLineEdit::textChanged, this, &SearchPopup::search);
    connect(m_list, &QListView::clicked, this, &SearchPopup::takeCurrent);
}

void SearchPopup::addBelow(QWidget* widget)
{
    m_column->addWidget(widget);
}

void SearchPopup::startAnew()
{
    m_words->clear();
    search();
    show();
    raise();
    activateWindow();
    m_words->setFocus();
}

void SearchPopup::search()
{
    searchFor(m_words->text());
    const QAbstractItemModel& model = *m_list->model();
    m_nothing->setVisible(model.rowCount() == 0);
    if (model.rowCount() > 0)
        m_list->setCurrentIndex(model.index(0, 0));
}

void SearchPopup::takeCurrent()
{
    const QModelIndex row = m_list->currentIndex();
    if (row.isValid() && row.flags().testFlag(Qt::ItemIsEnabled))
        take(row);
}

bool SearchPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: takeCurrent(); return true;
    default: return false;
    }
}

void SearchPopup::setTheme(const Theme& theme)
{
    m_delegate.setTheme(theme);
    setStyleSheet(QStringLiteral("#%3{background:%1;border:1px solid %2}"
                                 "#%3 QLineEdit{background:%1;border:0;border-bottom:1px solid %2}")
                      .arg(theme.panel.name(), theme.line.name(), objectName()));
}

} // namespace gemba::ui
