// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/scatter_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPointer>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

constexpr int kLeastDelayMs = 500;

} // namespace

ScatterPane::ScatterPane(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_ticket(context.history.reserveTickets(1)), m_x(new QComboBox),
      m_y(new QComboBox), m_plot(new ScatterPlot)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    m_x->setAccessibleName(tr("Pen along the bottom"));
    m_y->setAccessibleName(tr("Pen along the side"));
    for (QComboBox* box : {m_y, m_x}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        connect(box, &QComboBox::activated, this, &ScatterPane::ask);
    }
    row->addWidget(m_y, 1);
    row->addWidget(new TextLabel(TextLabel::Voice::Quiet, tr("over")));
    row->addWidget(m_x, 1);
    auto* close = new FlatButton(tr("Back to the trends"));
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &ScatterPane::closed);
    column->addLayout(row);
    column->addWidget(m_plot, 1);
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &ScatterPane::ask);
}

void ScatterPane::setPens(const std::vector<FedPen>& pens)
{
    const bool same = std::equal(pens.begin(), pens.end(), m_pens.begin(), m_pens.end(),
                                 [](const FedPen& a, const FedPen& b) { return a.pen == b.pen; });
    m_pens = pens;
    if (same)
        return;
    for (QComboBox* box : {m_x, m_y}) {
        box->clear();
        for (const FedPen& p : pens)
            box->addItem(p.pen.name);
    }
    m_x->setCurrentIndex(0);
    m_y->setCurrentIndex(pens.size() > 1 ? 1 : 0);
    ask();
}

void ScatterPane::showStretch(TimeRange stretch, const Format& site)
{
    const bool seen = m_stretch.valid() && std::abs(stretch.to - m_stretch.to) < (stretch.to - stretch.from) / 300 &&
                      std::abs(stretch.from - m_stretch.from) < (stretch.to - stretch.from) / 300;
    m_site = site;
    if (seen)
        return;
    m_stretch = stretch;
    if (!m_delay.isActive())
        m_delay.start(m_plot->pairs().pairs.empty() ? 0 : kLeastDelayMs);
}

void ScatterPane::ask()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const int x = m_x->currentIndex();
    const int y = m_y->currentIndex();
    if (!isVisible() || !snapshot || x < 0 || y < 0 || !m_stretch.valid())
        return;
    const FedPen& across = m_pens[static_cast<std::size_t>(x)];
    const FedPen& up = m_pens[static_cast<std::size_t>(y)];
    if (std::exchange(m_drawnX, x) != x || std::exchange(m_drawnY, y) != y || m_plot->pairs().pairs.empty())
        m_plot->setAxes(across.pen, up.pen, m_site);
    m_context.history.valuePairs(m_ticket, across.source, up.source, m_stretch.from, m_stretch.to, snapshot->at,
                                 kMostPairs, [self = QPointer(this)](ValuePairs pairs) {
                                     if (self)
                                         self->m_plot->setPairs(std::move(pairs));
                                 });
}

} // namespace gemba::ui
