// SPDX-License-Identifier: GPL-3.0-or-later
// How a spectrum looks and what is said of it.
#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "ui/look/figures.h"
#include "ui/models/time_scale.h"
#include "ui/operate/spectrum_chart.h"

namespace gemba::ui {
namespace {

constexpr double kNear = 1.5; ///< lines of the spectrum between the cursor and a marked line

/// Enough digits to tell lines apart.
int decimalsOf(double step)
{
    return step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
}

QString small(double value)
{
    return QString::number(value, 'g', 3);
}

} // namespace

QString SpectrumChart::name(SpectrumLine::What what)
{
    switch (what) {
    case SpectrumLine::What::Shaft: return tr("shaft");
    case SpectrumLine::What::InnerRace: return tr("inner race");
    case SpectrumLine::What::OuterRace: return tr("outer race");
    case SpectrumLine::What::Ball: return tr("ball");
    case SpectrumLine::What::Cage: return tr("cage");
    }
    return {};
}

QString SpectrumChart::atLine(double frequency) const
{
    for (const SpectrumLine& line : m_figure.lines) {
        for (int k = 1; k <= line.harmonics; ++k) {
            if (std::abs(frequency - k * line.frequency) <= kNear * m_figure.step)
                return k == 1 ? name(line.what) : tr("%1 × %2", "harmonic, line").arg(k).arg(name(line.what));
        }
    }
    return {};
}

QString SpectrumChart::readout() const
{
    if (!m_cursor)
        return {};
    const double f = *cursor();
    QStringList parts{tr("%1 Hz").arg(m_format.number(f, decimalsOf(m_figure.step)))};
    if (m_figure.speed > 0)
        parts += tr("order %1").arg(m_format.number(m_figure.order(f), 2));
    parts += (small(m_figure.amplitudes[*m_cursor]) + QChar(0xa0) + m_figure.unit).trimmed();
    if (const QString line = atLine(f); !line.isEmpty())
        parts += line;
    return parts.join(QStringLiteral(" · "));
}

QString SpectrumChart::summary() const
{
    QStringList parts;
    for (const SpectrumLine& line : m_figure.lines) {
        const QString at = m_format.number(line.frequency, 1);
        QString text = tr("%1 %2 Hz", "line of a part, its frequency").arg(name(line.what), at);
        if (line.decibels)
            text = tr("%1 %2 Hz, %3 dB").arg(name(line.what), at, m_format.number(*line.decibels, 0));
        parts += line.verdict ? tr("%1 (damage)").arg(text) : text;
    }
    return parts.join(QStringLiteral(" · "));
}

QString SpectrumChart::spokenText() const
{
    if (m_figure.amplitudes.size() < 2)
        return tr("No spectrum.");
    const auto top = std::max_element(m_figure.amplitudes.begin() + 1, m_figure.amplitudes.end());
    const double f = static_cast<double>(top - m_figure.amplitudes.begin()) * m_figure.step;
    QStringList parts{tr("largest at %1 Hz").arg(m_format.number(f, decimalsOf(m_figure.step)))};
    if (const QString lines = summary(); !lines.isEmpty())
        parts += lines;
    if (const QString here = readout(); !here.isEmpty())
        parts += tr("cursor: %1").arg(here);
    return parts.join(QStringLiteral(" · "));
}

QString SpectrumChart::copyText() const
{
    return m_cursor ? readout() : summary();
}

void SpectrumChart::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    paintAxes(p);
    if (m_figure.amplitudes.size() > 1) {
        paintLines(p);
        paintSpectrum(p);
        paintCursor(p);
    }
    if (hasFocus()) {
        p.setPen(QPen(m_theme.text, 2));
        p.setBrush(Qt::NoBrush);
        p.drawRect(QRectF(rect()).adjusted(4, 1, -4, -1));
    }
    Q_EMIT looked();
}

void SpectrumChart::paintAxes(QPainter& p) const
{
    const QRectF a = area();
    p.setFont(Theme::font(11));
    const auto row = [&](double amplitude, const QString& text) {
        p.setPen(m_theme.softLine);
        p.drawLine(QPointF(a.left(), y(amplitude)), QPointF(a.right(), y(amplitude)));
        p.setPen(m_theme.quietText);
        drawFigures(p, QRectF(0, y(amplitude) - 8, a.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    if (!m_figure.amplitudes.empty() && m_logarithmic) {
        for (double v = std::pow(10.0, std::ceil(std::log10(m_bottom))); v <= m_top; v *= 10)
            row(v, small(v));
    } else if (!m_figure.amplitudes.empty()) {
        for (const double v : niceTicks(0, m_top, 3))
            if (v <= m_top)
                row(v, small(v));
    }
    p.setPen(m_theme.line);
    p.drawLine(a.bottomLeft(), a.bottomRight());
    const double labels = std::max(a.width() / 60, 4.0);
    for (const double f : niceTicks(m_low, m_high, static_cast<int>(labels))) {
        if (f < m_low || f > m_high || m_figure.amplitudes.empty())
            continue;
        const double at = x(f);
        p.setPen(m_theme.line);
        p.drawLine(QPointF(at, a.bottom()), QPointF(at, a.bottom() + 3));
        p.setPen(m_theme.quietText);
        const int decimals = m_high - m_low < 10 ? 1 : 0;
        const QString text = m_format.number(f, decimals);
        const double half = p.fontMetrics().horizontalAdvance(text) / 2.0 + 1;
        p.drawText(QRectF(std::min(at, width() - half) - half, a.bottom() + 3, 2 * half, 15), Qt::AlignCenter, text);
    }
    p.setPen(m_theme.quietText);
    drawLine(p, QRectF(a.left(), a.bottom() + 18, a.width(), 15), Qt::AlignRight | Qt::AlignVCenter,
             m_figure.unit.isEmpty() ? tr("Hz") : tr("%1 over Hz", "unit of the amplitudes").arg(m_figure.unit));
}

void SpectrumChart::paintSpectrum(QPainter& p) const
{
    const QRectF a = area();
    const double perPixel = (m_high - m_low) / a.width() / m_figure.step; // lines
    QPainterPath path;
    bool begun = false;
    const auto add = [&](double px, double amplitude) {
        if (begun)
            path.lineTo(px, y(amplitude));
        else
            path.moveTo(px, y(amplitude));
        begun = true;
    };
    const auto first = static_cast<std::size_t>(std::max(std::floor(m_low / m_figure.step), 1.0));
    const auto last = std::min(static_cast<std::size_t>(std::ceil(m_high / m_figure.step)),
                               m_figure.amplitudes.size() - 1);
    if (perPixel <= 1) {
        for (std::size_t i = first; i <= last; ++i)
            add(x(static_cast<double>(i) * m_figure.step), m_figure.amplitudes[i]);
    } else {
        double column = -1, top = 0; // the highest of a column of pixels: no peak is lost
        for (std::size_t i = first; i <= last; ++i) {
            const double here = std::floor(x(static_cast<double>(i) * m_figure.step));
            if (here != column && column >= 0) {
                add(column + 0.5, top);
                top = 0;
            }
            column = here;
            top = std::max(top, m_figure.amplitudes[i]);
        }
        add(column + 0.5, top);
    }
    p.save();
    p.setClipRect(a.adjusted(-1, -1, 1, 1));
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(m_theme.ink, 1.2));
    p.drawPath(path);
    p.restore();
}

/// Names stand in two rows above the drawing, those of damage first; a name without room is left
/// out, its line is not.
void SpectrumChart::paintLines(QPainter& p) const
{
    const QRectF a = area();
    std::vector<SpectrumLine> lines = m_figure.lines;
    std::stable_sort(lines.begin(), lines.end(),
                     [](const SpectrumLine& l, const SpectrumLine& r) { return l.verdict > r.verdict; });
    std::vector<QRectF> taken;
    for (const SpectrumLine& line : lines) {
        for (int k = 1; k <= line.harmonics; ++k) {
            const double f = k * line.frequency;
            if (f < m_low || f > m_high)
                continue;
            const double at = std::round(x(f)) + 0.5;
            p.setPen(QPen(line.verdict ? m_theme.text : m_theme.line, line.verdict && k == 1 ? 2 : 1,
                          k == 1 ? Qt::DashLine : Qt::DotLine));
            p.drawLine(QPointF(at, a.top()), QPointF(at, a.bottom()));
            if (k > 1)
                continue;
            p.setFont(Theme::font(11, line.verdict ? QFont::DemiBold : QFont::Normal));
            const double w = std::ceil(QFontMetricsF(p.font()).horizontalAdvance(name(line.what))) + 6;
            const double left = std::clamp(at - w / 2, 2.0, std::max(width() - w - 2, 2.0));
            for (const double top : {a.top() - 17, a.top() - 31}) {
                const QRectF box(left, top, w, 14);
                if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& t) { return t.intersects(box); }))
                    continue;
                taken.push_back(box);
                p.setPen(line.verdict ? m_theme.text : m_theme.quietText);
                p.drawText(box, Qt::AlignCenter, name(line.what));
                break;
            }
        }
    }
}

void SpectrumChart::paintCursor(QPainter& p) const
{
    const QRectF a = area();
    if (m_pressed && m_dragged) {
        QColor shade = m_theme.band;
        shade.setAlpha(90);
        const double left = std::clamp(std::min(*m_pressed, *m_dragged), a.left(), a.right());
        const double right = std::clamp(std::max(*m_pressed, *m_dragged), a.left(), a.right());
        p.fillRect(QRectF(left, a.top(), right - left, a.height()), shade);
    }
    if (!m_cursor || *cursor() < m_low || *cursor() > m_high)
        return;
    const double at = std::round(x(*cursor())) + 0.5;
    p.setPen(QPen(m_theme.text, 1));
    p.drawLine(QPointF(at, a.top()), QPointF(at, a.bottom()));
    p.setBrush(m_theme.text);
    p.drawEllipse(QPointF(at, y(m_figure.amplitudes[*m_cursor])), 2.5, 2.5);
}

} // namespace gemba::ui
