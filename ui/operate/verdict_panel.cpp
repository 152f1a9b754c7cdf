// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/verdict_panel.h"

#include <algorithm>

#include <QPainter>
#include <QVBoxLayout>

#include "ui/look/figures.h"

namespace gemba::ui {
namespace {

constexpr int kCauseRow = 18, kCauseName = 76, kWeightText = 28;
constexpr int kScaleEnd = 6; ///< weights beyond it are drawn as it; the number tells them

QString signedNumber(int n)
{
    return n < 0 ? QStringLiteral("−%1").arg(-n) : n > 0 ? QStringLiteral("+%1").arg(n) : QStringLiteral("0");
}

} // namespace

QSize EvidenceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, 36};
}

void EvidenceDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const QRectF line(rect.left() + 12, rect.top() + 2, rect.width() - 24, 16);
    p.setPen(theme().text);
    p.setFont(Theme::font(12));
    drawLine(p, line, Qt::AlignVCenter, i.data(VerdictModel::TextRole).toString(), Qt::ElideMiddle);
    p.setPen(theme().quietText);
    p.setFont(Theme::font(11));
    drawLine(p, line.translated(0, 15), Qt::AlignVCenter, i.data(VerdictModel::DetailRole).toString());
}

CauseScale::CauseScale(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("causeScale"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize CauseScale::sizeHint() const
{
    return {200, kCauseRow * static_cast<int>(twin::kCauses) + 6};
}

void CauseScale::show(const VerdictModel& model)
{
    std::array<int, twin::kCauses> weights{};
    QStringList said;
    for (std::size_t c = 0; c < twin::kCauses; ++c) {
        weights[c] = model.weight(static_cast<twin::Cause>(c));
        said += VerdictModel::causeName(static_cast<twin::Cause>(c)) + QLatin1Char(' ') + signedNumber(weights[c]);
    }
    setAccessibleName(tr("What the evidence speaks for"));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    if (weights == m_weights)
        return;
    m_weights = weights;
    update();
}

void CauseScale::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void CauseScale::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const QRectF track(12 + kCauseName, 0, width() - 24 - kCauseName - kWeightText, height());
    const double middle = track.left() + track.width() / 3; // less speaks against a cause than for one
    const double unit = track.width() * 2 / 3 / kScaleEnd;
    const int most = *std::max_element(m_weights.begin(), m_weights.end());
    for (std::size_t c = 0; c < twin::kCauses; ++c) {
        const int w = m_weights[c];
        const double top = static_cast<double>(kCauseRow) * static_cast<double>(c);
        const bool leads = w == most && w > 0;
        p.setPen(m_theme.text);
        p.setFont(Theme::font(12, leads ? QFont::DemiBold : QFont::Normal));
        drawLine(p, QRectF(12, top, kCauseName - 6, kCauseRow), Qt::AlignVCenter, VerdictModel::causeName(static_cast<twin::Cause>(c)));
        drawFigures(p, QRectF(width() - 12 - kWeightText, top, kWeightText, kCauseRow), Qt::AlignRight | Qt::AlignVCenter, signedNumber(w));
        p.fillRect(QRectF(track.left(), top + 5, track.width(), kCauseRow - 10), m_theme.track);
        const double length = unit * std::clamp(w, -kScaleEnd / 2, kScaleEnd);
        p.fillRect(QRectF(std::min(middle, middle + length), top + 4, std::abs(length), kCauseRow - 8), leads ? m_theme.text : m_theme.quietText);
    }
    p.setPen(m_theme.text);
    p.drawLine(QPointF(middle, 0), QPointF(middle, kCauseRow * static_cast<double>(twin::kCauses)));
}

VerdictPanel::VerdictPanel(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_model(new VerdictModel(context.view, context.selection, context.locale, this)),
      m_headline(new TextLabel(TextLabel::Voice::Title)), m_firstStep(new TextLabel(TextLabel::Voice::Body)),
      m_scale(new CauseScale), m_delegate(new EvidenceDelegate(this))
{
    setObjectName(QStringLiteral("verdictPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_headline->setObjectName(QStringLiteral("verdict"));
    m_firstStep->setObjectName(QStringLiteral("firstStep"));
    m_headline->setContentsMargins(12, 2, 12, 0);
    m_firstStep->setContentsMargins(12, 2, 12, 6);
    m_firstStep->setWrapped(true);
    auto* evidence = new PlainList;
    evidence->setObjectName(QStringLiteral("evidence"));
    evidence->setAccessibleName(tr("Evidence"));
    evidence->setModel(m_model);
    evidence->setItemDelegate(m_delegate);
    evidence->setGrown(true);
    evidence->setSelectionMode(QAbstractItemView::NoSelection);
    evidence->setFocusPolicy(Qt::NoFocus);
    for (QWidget* w : std::initializer_list<QWidget*>{new PanelHeading(tr("Machine, sensor, process or model?")), m_headline, m_firstStep, m_scale, evidence})
        column->addWidget(w);
    connect(m_model, &VerdictModel::changed, this, &VerdictPanel::refresh);
    refresh();
}

void VerdictPanel::refresh()
{
    setVisible(m_model->judged());
    m_headline->setText(m_model->headline());
    m_firstStep->setText(m_model->firstStep());
    m_scale->show(*m_model);
}

void VerdictPanel::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
}

} // namespace gemba::ui
