// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/spectrum_chart.h"

#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>
#include <QMouseEvent>

#include "ui/models/time_scale.h"

namespace gemba::ui {
namespace {

constexpr double kDecades = 3;       ///< of a logarithmic axis
constexpr double kShortestDrag = 5;  ///< pixels
constexpr std::size_t kFewestLines = 8; ///< of the spectrum, in the closest view
constexpr double kBeyond = 1.1;      ///< the highest marked line is not at the very edge

} // namespace

SpectrumChart::SpectrumChart(const Format& format, QWidget* parent) : QWidget(parent), m_format(format)
{
    setObjectName(QStringLiteral("spectrumChart"));
    setAccessibleName(tr("Spectrum"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SpectrumChart::show(const SpectrumFigure& figure)
{
    const bool other = figure.kind != m_figure.kind || figure.highest() != m_figure.highest();
    m_figure = figure;
    if (m_cursor && *m_cursor >= m_figure.amplitudes.size())
        m_cursor.reset();
    if (other || !m_zoomed)
        showAll();
    else
        findTop();
    update();
}

double SpectrumChart::home() const
{
    double highest = 0;
    for (const SpectrumLine& line : m_figure.lines)
        highest = std::max(highest, line.frequency * line.harmonics);
    const bool near = m_figure.kind == SpectrumKind::Envelope && highest > 0;
    return near ? std::min(highest * kBeyond, m_figure.highest()) : m_figure.highest();
}

void SpectrumChart::showAll()
{
    m_low = 0;
    m_high = home();
    m_zoomed = false;
    findTop();
    update();
}

void SpectrumChart::zoom(double low, double high)
{
    const double least = static_cast<double>(kFewestLines) * m_figure.step;
    const double all = m_figure.highest();
    if (all <= 0 || !std::isfinite(low) || !std::isfinite(high))
        return;
    const double width = std::clamp(high - low, std::min(least, all), all);
    m_low = std::clamp((low + high - width) / 2, 0.0, all - width);
    m_high = m_low + width;
    m_zoomed = true;
    findTop();
    update();
}

void SpectrumChart::findTop()
{
    m_top = 0;
    const auto first = static_cast<std::size_t>(m_figure.step > 0 ? m_low / m_figure.step : 0);
    for (std::size_t i = std::max<std::size_t>(first, 1); i < m_figure.amplitudes.size(); ++i) {
        if (static_cast<double>(i) * m_figure.step > m_high)
            break;
        m_top = std::max(m_top, m_figure.amplitudes[i]);
    }
    m_top = m_top > 0 ? m_top * kBeyond : 1;
    m_bottom = m_top * std::pow(10.0, -kDecades);
}

void SpectrumChart::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    update();
}

void SpectrumChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QRectF SpectrumChart::area() const
{
    constexpr double kLeft = 50, kRight = 14, kTop = 38, kBottom = 34;
    return {kLeft, kTop, std::max(width() - kLeft - kRight, 20.0), std::max(height() - kTop - kBottom, 20.0)};
}

double SpectrumChart::x(double frequency) const
{
    const QRectF a = area();
    return a.left() + (frequency - m_low) / std::max(m_high - m_low, 1e-12) * a.width();
}

double SpectrumChart::frequency(double x) const
{
    const QRectF a = area();
    return m_low + std::clamp((x - a.left()) / a.width(), 0.0, 1.0) * (m_high - m_low);
}

double SpectrumChart::y(double amplitude) const
{
    const QRectF a = area();
    double share = amplitude / m_top;
    if (m_logarithmic)
        share = amplitude > m_bottom ? std::log10(amplitude / m_bottom) / std::log10(m_top / m_bottom) : 0;
    return a.bottom() - std::clamp(share, 0.0, 1.0) * a.height();
}

std::optional<double> SpectrumChart::cursor() const
{
    if (!m_cursor)
        return std::nullopt;
    return static_cast<double>(*m_cursor) * m_figure.step;
}

void SpectrumChart::setCursor(std::optional<double> frequency)
{
    m_cursor.reset();
    if (frequency && m_figure.step > 0 && !m_figure.amplitudes.empty()) {
        const double line = std::clamp(std::round(*frequency / m_figure.step), 0.0,
                                       static_cast<double>(m_figure.amplitudes.size() - 1));
        m_cursor = static_cast<std::size_t>(line);
    }
    update();
}

/// By a person's keys: stays in sight and is said.
void SpectrumChart::goTo(double line)
{
    setCursor(line);
    if (const double f = cursor().value_or(0); f < m_low || f > m_high) {
        const double half = (m_high - m_low) / 2;
        zoom(f - half, f + half);
    }
    QAccessibleValueChangeEvent said(this, readout());
    QAccessible::updateAccessibility(&said);
}

/// The next line that is higher than its neighbours and a tenth of what is shown.
void SpectrumChart::toPeak(int direction)
{
    const std::vector<double>& a = m_figure.amplitudes;
    const auto count = static_cast<int>(a.size());
    const int from = m_cursor ? static_cast<int>(*m_cursor) : static_cast<int>(m_low / m_figure.step);
    for (int i = from + direction; i > 0 && i + 1 < count; i += direction) {
        const auto k = static_cast<std::size_t>(i);
        if (a[k] >= m_top / 10 && a[k] >= a[k - 1] && a[k] > a[k + 1])
            return goTo(i * m_figure.step);
    }
}

bool SpectrumChart::key(int key, Qt::KeyboardModifiers modifiers)
{
    const double at = cursor().value_or((m_low + m_high) / 2);
    const auto around = [&](double factor) { zoom(at - (at - m_low) * factor, at + (m_high - at) * factor); };
    if (m_figure.amplitudes.empty())
        return false;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = key == Qt::Key_Left ? -1 : 1;
        if (modifiers & Qt::ControlModifier)
            toPeak(direction);
        else
            goTo(at + direction * m_figure.step);
        return true;
    }
    case Qt::Key_Plus: around(0.5); return true;
    case Qt::Key_Minus: around(2.0); return true;
    case Qt::Key_Escape:
        if (!m_zoomed)
            return false;
        showAll();
        return true;
    default: return false;
    }
}

bool SpectrumChart::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* k = static_cast<QKeyEvent*>(event);
        const bool ours = k->key() == Qt::Key_Left || k->key() == Qt::Key_Right || k->key() == Qt::Key_Plus ||
                          k->key() == Qt::Key_Minus || (k->key() == Qt::Key_Escape && m_zoomed);
        if (ours && !m_figure.amplitudes.empty()) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* k = static_cast<QKeyEvent*>(event);
        if (key(k->key(), k->modifiers())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void SpectrumChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_figure.amplitudes.empty())
        m_pressed = event->position().x();
}

void SpectrumChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressed)
        m_dragged = event->position().x();
    setCursor(frequency(event->position().x()));
}

void SpectrumChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_pressed && std::abs(event->position().x() - *m_pressed) >= kShortestDrag) {
        const double a = frequency(*m_pressed), b = frequency(event->position().x());
        zoom(std::min(a, b), std::max(a, b));
    }
    m_pressed.reset();
    m_dragged.reset();
    update();
}

void SpectrumChart::mouseDoubleClickEvent(QMouseEvent*)
{
    showAll();
}

void SpectrumChart::leaveEvent(QEvent*)
{
    if (!hasFocus())
        setCursor(std::nullopt);
}

void SpectrumChart::focusInEvent(QFocusEvent*)
{
    update();
}

void SpectrumChart::focusOutEvent(QFocusEvent*)
{
    update();
}

void SpectrumChart::contextMenuEvent(QContextMenuEvent* event)
{
    popUpCopyMenu(*this, copyText(), event->globalPos());
}

} // namespace gemba::ui
