// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/statistics_strip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPointer>
#include <QTableView>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/models/statistics_model.h"

namespace gemba::ui {
namespace {

constexpr int kRow = 24, kNameWidth = 190, kMostRows = 5;

} // namespace

StatisticsStrip::StatisticsStrip(const ConsoleContext& context, QWidget* parent)
    : QFrame(parent), m_context(context),
      m_firstTicket(context.history.reserveTickets(static_cast<int>(TrendChart::kMostPens))),
      m_title(new TextLabel(TextLabel::Voice::Heading)), m_model(new StatisticsModel(this)),
      m_table(new QTableView)
{
    setObjectName(QStringLiteral("statistics"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 0);
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    auto* copyButton = new FlatButton(tr("Copy"));
    auto* close = new FlatButton;
    close->setIconName(QStringLiteral("close"));
    close->setToolTip(tr("Close the statistics"));
    close->setAccessibleName(close->toolTip());
    head->addWidget(m_title, 1);
    head->addWidget(copyButton);
    head->addWidget(close);
    column->addLayout(head);
    column->addWidget(m_table);
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAccessibleName(tr("Statistics of the stretch"));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFont(Theme::font(12));
    m_table->verticalHeader()->setFixedWidth(kNameWidth);
    m_table->verticalHeader()->setDefaultSectionSize(kRow);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->setTextElideMode(Qt::ElideRight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeader()->setMinimumSectionSize(56);
    connect(copyButton, &QPushButton::clicked, this, &StatisticsStrip::copy);
    connect(close, &QPushButton::clicked, this, &StatisticsStrip::closed);
    hide();
}

void StatisticsStrip::measure(const std::vector<FedPen>& pens, TimeRange range, const Format& site)
{
    std::vector<TrendPen> rows;
    for (const FedPen& p : pens)
        rows.push_back(p.pen);
    m_model->setPens(std::move(rows), site);
    m_title->setText(tr("Statistics · %1 – %2 (%3)", "from, to, length")
                         .arg(site.clockSeconds(range.from), site.clockSeconds(range.to),
                              Format::length(range.to - range.from)));
    const int shown = std::clamp(m_model->rowCount(), 1, kMostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + shown * kRow + 4);
    show();
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const quint64 round = ++m_round;
    for (std::size_t i = 0; i < pens.size() && snapshot; ++i) {
        m_context.history.statistics(
            m_firstTicket + static_cast<int>(i), pens[i].source, pens[i].pen.limits, range.from, range.to,
            snapshot->at, [self = QPointer(this), i, round](const StretchStatistics& s) {
                if (self && self->m_round == round)
                    self->m_model->setFigures(i, s);
            });
    }
}

void StatisticsStrip::copy() const
{
    QGuiApplication::clipboard()->setText(m_title->text() + QLatin1Char('\n') + m_model->text());
}

void StatisticsStrip::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace gemba::ui
