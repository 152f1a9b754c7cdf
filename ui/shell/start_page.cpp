// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QFileInfo>
#include <QStandardItemModel>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/look/title_row_delegate.h"
#include "ui/models/format.h"
#include "ui/shell/plant_list.h"

namespace gemba::ui {
namespace {

constexpr int kWaysWidth = 380, kListsWidth = 460, kButtonWidth = 190;
constexpr int kPathRole = Qt::UserRole;

QLayout* way(QAction& action, const QString& what, bool main)
{
    auto* button = new FlatButton(action.text());
    button->setObjectName(action.objectName() + QStringLiteral("Button"));
    button->setFilled(main);
    button->setMinimumWidth(kButtonWidth);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    auto* text = new TextLabel(TextLabel::Voice::Body, what);
    text->setWrapped(true);
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(button, 0, Qt::AlignLeft);
    column->addWidget(text);
    return column;
}

} // namespace

StartPage::StartPage(const Ways& ways, RecentFiles& recent, PlantDirectory* plants, QWidget* parent)
    : QWidget(parent), m_recent(recent)
{
    setObjectName(QStringLiteral("startPage"));
    auto* row = new QHBoxLayout;
    row->setSpacing(48);
    row->addStretch(1);
    row->addWidget(makeWays(ways), 0, Qt::AlignTop);
    row->addWidget(makeLists(plants));
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(32, 48, 32, 32);
    column->addLayout(row, 1);
    connect(&recent, &RecentFiles::changed, this, &StartPage::showRecent);
    showRecent();
}

QWidget* StartPage::makeWays(const Ways& ways)
{
    auto* box = new QWidget;
    box->setFixedWidth(kWaysWidth);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(22);
    column->addWidget(new TextLabel(TextLabel::Voice::Title, tr("Nothing is open yet")));
    column->addLayout(way(*ways.openSession,
                          tr("A recorded session opens without a broker, a server or an account. "
                             "It can also be dropped onto this window."),
                          true));
    if (ways.watchPlant)
        column->addLayout(way(*ways.watchPlant,
                              tr("Live telemetry of a plant from its MQTT broker. Gemba only "
                                 "listens; it has no way to command a controller."),
                              false));
    if (ways.showDemo)
        column->addLayout(way(*ways.showDemo,
                              tr("A small simulated plant that runs on this machine. After a "
                                 "minute something goes wrong in it."),
                              false));
    column->addStretch(1);
    return box;
}

QWidget* StartPage::makeLists(PlantDirectory* plants)
{
    auto* box = new QWidget;
    box->setFixedWidth(kListsWidth);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    if (plants) {
        column->addWidget(new TextLabel(TextLabel::Voice::Heading, tr("Plants")));
        auto* list = new PlantList(*plants);
        auto* none = new TextLabel(TextLabel::Voice::Quiet,
                                   tr("Plants that you have watched will stand here."));
        column->addWidget(none);
        column->addWidget(list, 1);
        const auto show = [none, list, plants] {
            none->setVisible(plants->plants().empty());
            list->setVisible(!plants->plants().empty());
        };
        connect(plants, &PlantDirectory::changed, list, show);
        show();
        column->addSpacing(16);
    }
    column->addWidget(new TextLabel(TextLabel::Voice::Heading, tr("Sessions opened lately")));
    m_noSessions = new TextLabel(TextLabel::Voice::Quiet,
                                 tr("Sessions that you have opened will stand here."));
    column->addWidget(m_noSessions);
    m_sessions = new PlainList;
    m_sessions->setObjectName(QStringLiteral("recentSessions"));
    m_sessions->setAccessibleName(tr("Sessions opened lately"));
    m_delegate = new TitleRowDelegate(this);
    m_sessions->setItemDelegate(m_delegate);
    m_sessions->setModel(new QStandardItemModel(m_sessions));
    const auto choose = [this](const QModelIndex& i) {
        Q_EMIT sessionChosen(i.data(kPathRole).toString());
    };
    connect(m_sessions, &QAbstractItemView::clicked, this, choose);
    connect(m_sessions, &PlainList::returnPressed, this, choose);
    column->addWidget(m_sessions, 2);
    column->addStretch(1);
    return box;
}

void StartPage::showRecent()
{
    auto* model = qobject_cast<QStandardItemModel*>(m_sessions->model());
    model->clear();
    for (const QString& path : m_recent.paths()) {
        auto* item = new QStandardItem(QFileInfo(path).fileName());
        item->setData(path, kPathRole);
        item->setData(QFileInfo(path).path(), TitleRowDelegate::DetailRole);
        item->setToolTip(Format::toolTip(path));
        model->appendRow(item);
    }
    m_noSessions->setVisible(model->rowCount() == 0);
    m_sessions->setVisible(model->rowCount() > 0);
}

void StartPage::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
}

} // namespace gemba::ui
